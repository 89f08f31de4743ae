"""Files of an office for concepts: workbooks, edited and merged back, and observations from them."""

from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from typing import Any

from integrationskonzept import Concept, Export, Exporter, hookimpl
from integrationskonzept.plugins import CliCommand, ObservationSource
from integrationskonzept_office.i18n import message
from integrationskonzept_office.roundtrip.options import Options

__all__ = ["integrationskonzept_commands", "integrationskonzept_exporters", "integrationskonzept_sources"]

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _export(concept: Concept, options: Options) -> Export:
    export: Export = import_module("integrationskonzept_office.roundtrip.exporter").export(concept, options)
    return export


def _observations(*given: Any) -> Iterable[Mapping[str, Any]]:
    rows: Iterable[Mapping[str, Any]] = import_module("integrationskonzept_office.roundtrip.observing").rows(*given)
    return rows


@hookimpl
def integrationskonzept_exporters() -> Sequence[Exporter]:
    """Return the exporter of workbooks."""
    return (
        Exporter(
            name="workbook",
            title=message("Excel workbook to edit and merge back, or one per lead for a round of status reports"),
            media_type=MEDIA_TYPE,
            suffix=".xlsx",
            export=_export,
            options=Options,
        ),
    )


@hookimpl
def integrationskonzept_sources() -> Sequence[ObservationSource]:
    """Return the source of observations in workbooks."""
    return (
        ObservationSource(
            name="workbook", title=message("Excel workbook"), read=_observations, suffixes=(".xlsx", ".ods")
        ),
    )


@hookimpl
def integrationskonzept_commands() -> Sequence[CliCommand]:
    """Return the command that merges edited workbooks."""
    return (
        CliCommand(
            name="merge",
            summary=message("Merge an edited workbook into a concept."),
            build=lambda: import_module("integrationskonzept_office.roundtrip.command").build(),
        ),
    )
