"""The tables that any concept can be laid out in."""

from collections.abc import Sequence

from integrationskonzept.plugins.hookspecs import hookimpl
from integrationskonzept.tabular.builtin import BUILTIN
from integrationskonzept.tabular.table import Table


@hookimpl
def integrationskonzept_tables() -> Sequence[Table]:
    """The tidy tables for notebooks and open data."""
    return BUILTIN
