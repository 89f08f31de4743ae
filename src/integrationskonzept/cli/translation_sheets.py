"""Sheets of translations on the command line: written, and read back by the sources of tables."""

from pathlib import Path

from integrationskonzept.cli.errors import WrongUseError
from integrationskonzept.cli.output import Output
from integrationskonzept.cli.session import Session
from integrationskonzept.cli.terminal import put
from integrationskonzept.errors import InvalidConceptError
from integrationskonzept.files import input_file
from integrationskonzept.findings import located
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.concept import Concept
from integrationskonzept.observations.sources import read_csv
from integrationskonzept.plugins.options import options_from
from integrationskonzept.printable import printable
from integrationskonzept.spreadsheet import csv_sheet, xlsx_sheet
from integrationskonzept.translation.po import CatalogueFile
from integrationskonzept.translation.sheet import TITLE, WIDTHS, SheetResult, sheet_rows, with_sheet
from integrationskonzept.translation.update import UpdatedCatalogue

_CSV = ".csv"
_XLSX = ".xlsx"


def sheet_output(session: Session, catalogue: UpdatedCatalogue, file: Path) -> Output:
    """Return the texts of a concept as a sheet, of the type that the suffix of its file names."""
    rows, suffix = sheet_rows(catalogue, session.language), file.suffix.lower()
    if suffix not in {_CSV, _XLSX}:
        raise WrongUseError(message("{file}: a sheet is written as .csv or .xlsx; choose one of them", file=file))
    if suffix == _CSV:
        return Output(content=csv_sheet(rows), target=file)
    try:
        return Output(content=xlsx_sheet(rows, TITLE.text(session.language), WIDTHS), target=file)
    except ModuleNotFoundError:
        raise WrongUseError(
            message("{file}: for .xlsx install integrationskonzept-office, or choose .csv", file=file)
        ) from None


def with_sheet_of(session: Session, concept: Concept, catalogue: CatalogueFile, file: Path) -> SheetResult:
    """Return a catalogue with the translations of a sheet, and print the rows that could not be taken.

    Raises:
        InvalidConceptError: The sheet cannot be read.
    """
    if file.suffix.lower() == _CSV:
        table = read_csv(file.read_bytes())
        if table.findings:
            raise InvalidConceptError(str(file), [*located(table.findings, str(file))])
        result = with_sheet(catalogue, table.rows, table.first_row)
    else:
        source = session.host.source_for(file.suffix.lower())
        result = with_sheet(catalogue, source.read(concept, input_file(file), options_from(source, {})))
    for problem in result.problems:
        put(printable(f"{file}: {problem.text(session.language)}"), err=True)
    session.say("{file}: translations taken: {count}", file=file, count=result.taken)
    return result
