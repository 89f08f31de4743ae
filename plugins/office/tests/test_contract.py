"""The importers keep the contract that every importer has to keep."""

from integrationskonzept.plugins import InputFile
from integrationskonzept.testing import ImporterContract
from integrationskonzept_office import DOCX, PDF, XLSX
from plugins.office.tests.office_files import as_docx, as_pdf, as_xlsx, grid
from tests.drafts.layouts import Grid, Part, Title

PARTS: tuple[Part, ...] = (
    Title(1, "Integrationskonzept der Stadt Auental"),
    Grid(((("Maßnahme 1",), ("Café",)), (("Ziel",), ("Reden", "Zuhören")), (("Besonderheiten",), ("keine",)))),
)


class TestWord(ImporterContract):
    importer = DOCX
    documents = (InputFile(name="konzept.docx", content=as_docx(PARTS)),)


class TestWorkbook(ImporterContract):
    importer = XLSX
    documents = (InputFile(name="konzept.xlsx", content=as_xlsx(PARTS)),)


class TestPdf(ImporterContract):
    importer = PDF
    documents = (
        InputFile(name="konzept.pdf", content=as_pdf([grid([("Maßnahme 1", "Café"), ("Ziel", "Reden")], 60)])),
    )
