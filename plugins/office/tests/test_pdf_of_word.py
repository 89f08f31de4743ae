"""Drafts of PDF files that LibreOffice makes of Word documents: tables in styles that towns use, and other layouts."""

import io
from pathlib import Path

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.shared import Cm, Pt

import integrationskonzept as ik
from plugins.office.tests.office_files import as_docx, saved
from tests.drafts.layouts import (
    Layout,
    glued_labels,
    labels_in_the_first_column,
    one_row_a_measure,
    questions,
    running_text,
    values,
)
from tests.other_programs import office_document

pytestmark = pytest.mark.clients

CONCEPT = ik.concept("sachsenheim")
WIDTHS: dict[Layout, tuple[float, ...]] = {labels_in_the_first_column: (3, 10), one_row_a_measure: (1, 5, 6, 3, 5, 5)}
"""Widths of the columns, in centimetres."""


def _styled(layout: Layout, style: str) -> bytes:
    """Return the bundled concept as a Word document on wide pages, its tables in a style of Word."""
    document = docx.Document(io.BytesIO(as_docx(layout(CONCEPT))))
    for section in document.sections:
        section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Cm(29.7), Cm(21)
        section.left_margin = section.right_margin = Cm(2)
    document.styles["Normal"].font.size = Pt(9)
    for table in document.tables:
        table.style = style
        table.autofit = False
        for column, width in zip(table.columns, WIDTHS[layout], strict=True):
            column.width = Cm(width)
            for cell in column.cells:
                cell.width = Cm(width)
    return saved(document)


def _draft_of_pdf(content: bytes, folder: Path) -> ik.Concept:
    (folder / "konzept.docx").write_bytes(content)
    return ik.draft(office_document(folder / "konzept.docx", "pdf")).concept


def _same(found: ik.Concept) -> int:
    """Return how many measures have the statements of the document."""
    assert [measure.title for measure in found.measures] == [measure.title for measure in CONCEPT.measures]
    pairs = zip(found.measures, CONCEPT.measures, strict=True)
    return sum(values(measure) == values(original) for measure, original in pairs)


@pytest.mark.parametrize("style", ["Table Grid", "Light Shading", "Light List Accent 1", "Medium List 2"])
@pytest.mark.parametrize("layout", WIDTHS, ids=lambda layout: layout.__name__)
def test_tables_of_a_pdf_are_read_with_lines_shading_or_gaps_between_columns(
    layout: Layout, style: str, tmp_path: Path
) -> None:
    assert _same(_draft_of_pdf(_styled(layout, style), tmp_path)) >= 9  # a label may be cut by the end of a page


@pytest.mark.parametrize("layout", [running_text, questions, glued_labels], ids=lambda layout: layout.__name__)
def test_text_of_a_pdf_is_read_with_headings_questions_and_glued_labels(layout: Layout, tmp_path: Path) -> None:
    assert _same(_draft_of_pdf(as_docx(layout(CONCEPT)), tmp_path)) == len(CONCEPT.measures)
