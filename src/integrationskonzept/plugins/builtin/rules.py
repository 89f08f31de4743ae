"""The rules of this library."""

from collections.abc import Sequence

from integrationskonzept.plugins.hookspecs import hookimpl
from integrationskonzept.rules.builtin import BUILTIN
from integrationskonzept.rules.rule import Rule


@hookimpl
def integrationskonzept_rules() -> Sequence[Rule]:
    """Every family of rules."""
    return BUILTIN
