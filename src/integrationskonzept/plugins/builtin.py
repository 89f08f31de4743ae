"""Formats, rules, profiles and concepts of this library, provided through the same hooks as those of every plugin.

The tables and the exporter are in `builtin_tables`, so that reading and checking a concept does not load them.
"""

from collections.abc import Sequence
from pathlib import Path

from integrationskonzept.formats.format import Format
from integrationskonzept.formats.json import JSON
from integrationskonzept.formats.yaml import YAML
from integrationskonzept.i18n.messages import message
from integrationskonzept.plugins.contracts import BundledConcept
from integrationskonzept.plugins.hookspecs import hookimpl
from integrationskonzept.rules.builtin import BUILTIN
from integrationskonzept.rules.profiles import Profile, builtin_profiles
from integrationskonzept.rules.rule import Rule

_CONCEPTS = Path(__file__).parents[1] / "concepts"


@hookimpl
def integrationskonzept_formats() -> Sequence[Format]:
    """Return YAML and JSON."""
    return (YAML, JSON)


@hookimpl
def integrationskonzept_rules() -> Sequence[Rule]:
    """Return the rules of every family."""
    return BUILTIN


@hookimpl
def integrationskonzept_profiles() -> Sequence[Profile]:
    """Return ``draft``, ``publishable``, ``council`` and ``twelve_steps``."""
    return builtin_profiles()


@hookimpl
def integrationskonzept_concepts() -> Sequence[BundledConcept]:
    """Return the concept of the town of Sachsenheim, and two editions of one of a fictitious town."""
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
