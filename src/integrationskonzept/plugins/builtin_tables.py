"""Tables of this library, and the exporter that writes them."""

from collections.abc import Sequence

from integrationskonzept.plugins.contracts import Exporter
from integrationskonzept.plugins.datapackage import DATAPACKAGE
from integrationskonzept.plugins.hookspecs import hookimpl
from integrationskonzept.tabular.builtin import BUILTIN
from integrationskonzept.tabular.table import Table


@hookimpl
def integrationskonzept_exporters() -> Sequence[Exporter]:
    """Return the data package for open data."""
    return (DATAPACKAGE,)


@hookimpl
def integrationskonzept_tables() -> Sequence[Table]:
    """Return the tidy tables for notebooks and open data."""
    return BUILTIN
