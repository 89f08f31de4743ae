"""What this library brings itself, through the same hooks as every plugin."""

from collections.abc import Sequence
from pathlib import Path

from integrationskonzept.formats.format import Format
from integrationskonzept.formats.json import JSON
from integrationskonzept.formats.yaml import YAML
from integrationskonzept.language import message
from integrationskonzept.plugins.bundle import BundledConcept
from integrationskonzept.plugins.datapackage import DATAPACKAGE
from integrationskonzept.plugins.exporter import Exporter
from integrationskonzept.plugins.hookspecs import hookimpl
from integrationskonzept.rules.catalogue import BUILTIN as RULES
from integrationskonzept.rules.choosing import builtin_profiles
from integrationskonzept.rules.profile import Profile
from integrationskonzept.rules.rule import Rule
from integrationskonzept.tabular.catalogue import BUILTIN as TABLES
from integrationskonzept.tabular.table import Table

_CONCEPTS = Path(__file__).parents[1] / "concepts"


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
def integrationskonzept_exporters() -> Sequence[Exporter]:
    """The data package for open data."""
    return (DATAPACKAGE,)


@hookimpl
def integrationskonzept_concepts() -> Sequence[BundledConcept]:
    """The concept of the town of Sachsenheim, and two editions of one of a fictitious town."""
    return (
        BundledConcept(
            name="sachsenheim",
            title=message("Integration concept of the town of Sachsenheim, 2025–2029"),
            read=_CONCEPTS.joinpath("sachsenheim.yaml").read_bytes,
        ),
        BundledConcept(
            name="musterstadt-2025",
            title=message("Example of a fictitious town, Musterstadt: edition of 2025"),
            read=_CONCEPTS.joinpath("musterstadt-2025.yaml").read_bytes,
        ),
        BundledConcept(
            name="musterstadt-2027",
            title=message("Example of a fictitious town, Musterstadt: edition of 2027, with what came of it"),
            read=_CONCEPTS.joinpath("musterstadt-2027.yaml").read_bytes,
        ),
    )


@hookimpl
def integrationskonzept_tables() -> Sequence[Table]:
    """The tidy tables for notebooks and open data."""
    return TABLES
