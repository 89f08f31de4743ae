"""A rule is data that checks itself."""

import pytest

from integrationskonzept.i18n.messages import message
from tests.rules.examples import rule


@pytest.mark.parametrize("code", ["", "IK", "ik301", "IK 301", "301", "IK30", "IK30100", "IK301x"])
def test_a_misspelt_code_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match=f"such as 'IK301'; got {code!r}"):
        rule(code)


@pytest.mark.parametrize("code", ["IK301", "IK1001", "STADT042"])
def test_a_plugin_takes_a_prefix_of_its_own(code: str) -> None:
    assert rule(code).code == code


def test_a_summary_needs_something_to_count() -> None:
    with pytest.raises(ValueError, match="IK301: a summary needs a total"):
        rule("IK301", summary=message("{count} of {total}"))
    with pytest.raises(ValueError, match="and a total a summary"):
        rule("IK301", total=lambda _: 0)
