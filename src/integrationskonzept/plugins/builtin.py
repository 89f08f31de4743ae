"""What this library brings itself, through the same hooks as every plugin."""

from collections.abc import Sequence
from importlib.resources import files

from integrationskonzept.formats.format import Format
from integrationskonzept.formats.json import JSON
from integrationskonzept.formats.yaml import YAML
from integrationskonzept.language import message
from integrationskonzept.plugins.bundle import BundledConcept
from integrationskonzept.plugins.hookspecs import hookimpl
from integrationskonzept.rules.catalogue import BUILTIN as RULES
from integrationskonzept.rules.choosing import builtin_profiles
from integrationskonzept.rules.profile import Profile
from integrationskonzept.rules.rule import Rule
from integrationskonzept.tabular.catalogue import BUILTIN as TABLES
from integrationskonzept.tabular.table import Table

_CONCEPTS = files("integrationskonzept").joinpath("concepts")


@hookimpl
def integrationskonzept_formats() -> Sequence[Format]:
    """YAML and JSON."""
    return (YAML, JSON)


@hookimpl
def integrationskonzept_rules() -> Sequence[Rule]:
    """Every family of rules."""
    return RULES


@hookimpl
def integrationskonzept_profiles() -> Sequence[Profile]:
    """Draft, publishable, council, and the twelve steps."""
    return builtin_profiles()


@hookimpl
def integrationskonzept_concepts() -> Sequence[BundledConcept]:
    """The concept of the town of Sachsenheim."""
    return (
        BundledConcept(
            name="sachsenheim",
            title=message("Integration concept of the town of Sachsenheim, 2025–2029"),
            read=_CONCEPTS.joinpath("sachsenheim.yaml").read_bytes,
        ),
    )


@hookimpl
def integrationskonzept_tables() -> Sequence[Table]:
    """The tidy tables for notebooks and open data."""
    return TABLES
