"""The generated pages of the reference follow the sources."""

from types import ModuleType

import pytest

from integrationskonzept.class_docs import MEANINGS
from integrationskonzept.model import Measure
from integrationskonzept.model.description import MODEL
from tools import cli_page, key_page, meanings, model_page, picture_page


@pytest.mark.parametrize("page", [model_page, cli_page, key_page, picture_page], ids=lambda page: page.PAGE.name)
def test_a_generated_page_is_the_one_its_sources_give(page: ModuleType) -> None:
    assert page.written() == page.PAGE.read_text(encoding="utf-8")


def test_the_meanings_of_attributes_are_those_of_their_docstrings() -> None:
    assert meanings.written() == MEANINGS.read_text(encoding="utf-8")


def test_every_attribute_knows_its_german_term_and_its_meaning() -> None:
    current_state = MODEL[Measure].attributes["current_state"]
    assert current_state.term == "Ist-Zustand"
    assert current_state.meaning.startswith("Ist-Zustand")
    assert all(each.meaning for kind in (Measure, *MODEL.below(Measure)) for each in MODEL[kind].in_files.values())
