"""A guest with a misspelt hook, an unmarked one, and one that is right."""

from collections.abc import Sequence

from integrationskonzept import Exporter, Rule, hookimpl
from integrationskonzept.plugins import Table


@hookimpl
def integrationskonzept_exporter() -> Sequence[Exporter]:
    return ()


def integrationskonzept_rules() -> Sequence[Rule]:
    return ()


@hookimpl
def integrationskonzept_tables() -> Sequence[Table]:
    return ()
