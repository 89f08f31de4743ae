"""Drafts of Word documents and workbooks written from the bundled concept."""

from pathlib import Path

import pytest

import integrationskonzept as ik
from plugins.office.tests.office_files import as_docx, as_xlsx
from tests.drafts.layouts import LAYOUTS, Layout, labels_in_the_first_column, one_row_a_measure, values

CONCEPT = ik.concept("sachsenheim")


def _same_measures(file: Path) -> None:
    found = ik.draft(file).concept
    assert [measure.title for measure in found.measures] == [measure.title for measure in CONCEPT.measures]
    for measure, original in zip(found.measures, CONCEPT.measures, strict=True):
        state, _, indicators, target = values(measure)
        assert (state, indicators, target) == tuple(values(original)[at] for at in (0, 2, 3))


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_a_draft_has_the_measures_of_a_word_document(layout: Layout, tmp_path: Path) -> None:
    file = tmp_path / "konzept.docx"
    file.write_bytes(as_docx(layout(CONCEPT)))

    _same_measures(file)


@pytest.mark.parametrize("layout", [labels_in_the_first_column, one_row_a_measure], ids=lambda layout: layout.__name__)
def test_a_draft_has_the_measures_of_a_workbook(layout: Layout, tmp_path: Path) -> None:
    file = tmp_path / "konzept.xlsx"
    file.write_bytes(as_xlsx(layout(CONCEPT)))

    _same_measures(file)
