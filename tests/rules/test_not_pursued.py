"""Nothing is asked of measures that are not pursued any more."""

from typing import Any

import pytest

import integrationskonzept as ik
from integrationskonzept.model.activity import Activity
from tests.evaluation.town import measure, reported, town


def asked(**fate: Any) -> set[str]:
    """Return the codes of what a check finds at a measure that says nothing, and at its part."""
    part = measure("teil", activities=(Activity(id="fest", title="Fest"),))
    concept = town(measure("kurse", sub_measures=(part,), **fate), measure("neu"))
    found = ik.check(concept).findings
    return {one.code for one in found if one.place.address in {"measure/kurse", "measure/teil"}}


@pytest.mark.parametrize(
    "fate",
    [
        {"rejected": "zu teuer"},
        {"merged_into": "neu"},
        {"split_into": ("neu",)},
        {"replaced_by": "neu"},
        {"status_reports": reported(("2026", "cancelled"))},
        {"status_reports": reported(("2025", "started"), ("2026", "merged"))},
    ],
)
def test_a_measure_that_is_not_pursued_lacks_nothing_and_neither_do_its_parts(fate: dict[str, Any]) -> None:
    assert asked() == {"IK205", "IK301", "IK401"}
    assert asked(**fate) <= {"IK704"}  # by the status alone it is not known into what it was merged
