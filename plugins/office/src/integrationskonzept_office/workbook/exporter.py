"""The exporter ``workbook``: the concept in one workbook, or a round of status reports in one per lead."""

from integrationskonzept import Concept, Export, ExportFile, Loss
from integrationskonzept.merging import Asked, MadeTables, asked_of, element_tables, round_tables
from integrationskonzept.model import value_message
from integrationskonzept.plugins.kit import cell_text, document_language, short_id
from integrationskonzept_office import MEDIA_TYPE
from integrationskonzept_office.i18n import message
from integrationskonzept_office.workbook.options import Options
from integrationskonzept_office.workbook.writer import write_workbook

_NO_LEAD = message("without-lead")
"""Name of the file with the measures that name no lead."""


def export(concept: Concept, options: Options) -> Export:
    """Return the concept as a workbook, or the workbooks of a round of status reports."""
    language = document_language(concept, options.language)
    if options.round is None:
        return _export({f"{short_id(concept.id)}.xlsx": element_tables(concept, language, cell_text)})
    if not concept.status_scale:
        no_scale = message("a round of status reports needs a status scale; the concept has none")
        return Export(files=(), losses=(Loss(address=concept.address, message=no_scale),))
    return _export(
        {
            f"{_name(asked, language)}.xlsx": round_tables(concept, asked, options.round, language, cell_text)
            for asked in asked_of(concept, options.round)
        }
    )


def _name(asked: Asked, language: str) -> str:
    return _NO_LEAD.text(language) if asked.lead is None else short_id(asked.lead)


def _export(made: dict[str, MadeTables]) -> Export:
    files = [
        ExportFile(name=name, content=write_workbook(tables), media_type=MEDIA_TYPE) for name, tables in made.items()
    ]
    losses = [
        Loss(
            address=address,
            message=message(
                "{column}: a cell cannot hold the whole text; the cell is locked", column=value_message(column.title)
            ),
        )
        for tables in made.values()
        for address, column in tables.cut
    ]
    return Export(files=tuple(files), losses=tuple(dict.fromkeys(losses)))
