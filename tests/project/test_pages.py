"""The generated pages of the reference follow the sources."""

from types import ModuleType

import pytest

from tools import cli_page, model_page


@pytest.mark.parametrize("page", [model_page, cli_page], ids=lambda page: page.PAGE.name)
def test_a_generated_page_is_the_one_its_sources_give(page: ModuleType) -> None:
    assert page.written() == page.PAGE.read_text(encoding="utf-8")
