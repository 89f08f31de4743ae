"""Exporter and source keep the contracts that all of them have to keep."""

from io import BytesIO

import openpyxl
import python_calamine

import integrationskonzept_office
from integrationskonzept.plugins import InputFile
from integrationskonzept.testing import ExporterContract, SourceContract, example_concept


def _book() -> bytes:
    book = openpyxl.Workbook()
    indicator = next(each for each in example_concept().indicators if each.kind in {None, "count"})
    sheet = book.create_sheet("Werte", 0)
    sheet.append(["Indikator", "Stand", "Wert"])
    sheet.append([indicator.id, 2031, 12])
    target = BytesIO()
    book.save(target)
    return target.getvalue()


class TestWorkbook(ExporterContract):
    """Run by pytest, with the options people use most."""

    (exporter,) = integrationskonzept_office.integrationskonzept_exporters()
    given = ({}, {"language": "en"}, {"round": "2027-12-31"})

    def text(self, content: bytes) -> str:
        """Return everything that people see in the cells."""
        book = python_calamine.load_workbook(BytesIO(content))
        shown = [name for name in book.sheet_names if not name.startswith("_")]
        rows = (row for name in shown for row in book.get_sheet_by_name(name).to_python())
        return "\n".join(str(value) for row in rows for value in row)


class TestObservations(SourceContract):
    """Run by pytest."""

    (source,) = integrationskonzept_office.integrationskonzept_sources()
    files = (InputFile(name="werte.xlsx", content=_book()),)
