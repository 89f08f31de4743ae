"""What this library brings itself, through the same hooks as every plugin."""

from collections.abc import Sequence

from integrationskonzept.formats.format import Format
from integrationskonzept.plugins.hookspecs import hookimpl
from integrationskonzept.rules.rule import Rule


@hookimpl
def integrationskonzept_formats() -> Sequence[Format]:
    """YAML and JSON."""
    return ()


@hookimpl
def integrationskonzept_rules() -> Sequence[Rule]:
    """Every family of rules."""
    return ()
