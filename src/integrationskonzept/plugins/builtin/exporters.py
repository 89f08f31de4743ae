"""The exporter that needs no other package."""

from collections.abc import Sequence

from integrationskonzept.plugins.contracts import Exporter
from integrationskonzept.plugins.datapackage import DATAPACKAGE
from integrationskonzept.plugins.hookspecs import hookimpl


@hookimpl
def integrationskonzept_exporters() -> Sequence[Exporter]:
    """The data package for open data."""
    return (DATAPACKAGE,)
