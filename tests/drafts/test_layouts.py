"""Drafts of documents written from the bundled concept, in five layouts."""

from pathlib import Path

import pytest

import integrationskonzept as ik
from integrationskonzept.model.element import Element
from integrationskonzept.model.tree import walk
from tests.drafts.layouts import FORMATS, LAYOUTS, Layout, values

CONCEPT = ik.concept("sachsenheim")


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_a_draft_has_the_measures_of_the_document(layout: Layout, suffix: str, tmp_path: Path) -> None:
    file = tmp_path / f"konzept{suffix}"
    file.write_bytes(FORMATS[suffix](layout(CONCEPT)))

    found = ik.draft(file).concept

    assert [field.title for field in found.fields_of_action] == [field.title for field in CONCEPT.fields_of_action]
    assert [measure.title for measure in found.measures] == [measure.title for measure in CONCEPT.measures]
    for measure, original in zip(found.measures, CONCEPT.measures, strict=True):
        state, frames, indicators, target = values(measure)
        assert (state, indicators, target) == tuple(values(original)[at] for at in (0, 2, 3))
        assert "; ".join(frames).casefold() == "; ".join(values(original)[1]).casefold()


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_a_draft_is_read_back_from_its_file_as_it_is(layout: Layout, tmp_path: Path) -> None:
    file = tmp_path / "konzept.md"
    file.write_bytes(FORMATS[".md"](layout(CONCEPT)))

    found = ik.draft(file).concept

    assert ik.loads(ik.dumps(found, "yaml")) == found
    assert not [finding for finding in ik.check(found).findings if finding.severity is ik.Severity.ERROR]


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_every_element_of_a_draft_has_its_wording_and_its_place(layout: Layout, tmp_path: Path) -> None:
    file = tmp_path / "konzept.md"
    file.write_bytes(FORMATS[".md"](layout(CONCEPT)))

    elements = [record for _, record in walk(ik.draft(file).concept) if isinstance(record, Element)]
    assert elements
    assert not [element.address for element in elements if not (element.printed and element.sources)]
