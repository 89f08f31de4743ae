"""Sheets of translations on the command line, read back by the sources of tables."""

from pathlib import Path

from integrationskonzept.cli.session import Session
from integrationskonzept.cli.terminal import put
from integrationskonzept.errors import InvalidConceptError
from integrationskonzept.files import input_file
from integrationskonzept.findings import located
from integrationskonzept.model.concept import Concept
from integrationskonzept.observations.sources import read_csv
from integrationskonzept.plugins.options import options_from
from integrationskonzept.printable import printable
from integrationskonzept.translation.po import CatalogueFile
from integrationskonzept.translation.sheet import SheetResult, with_sheet

_CSV = ".csv"


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
