"""The hooks: everything that can be brought in, our own formats, rules and exporters included.

Every hook takes no argument and returns a sequence of frozen contract objects.
"""

from collections.abc import Sequence

import pluggy

from integrationskonzept.formats.format import Format
from integrationskonzept.plugins.contracts import BundledConcept, Exporter, Publisher
from integrationskonzept.rules.profiles import Profile
from integrationskonzept.rules.rule import Rule
from integrationskonzept.tabular.table import Table

INTERFACE = 1
"""The version of these hooks and their contracts.

A plugin that needs a later one says so by ``INTEGRATIONSKONZEPT_INTERFACE = 2`` in its module
and is refused in a sentence. New hooks and new fields with defaults do not raise the number.
"""

hookspec = pluggy.HookspecMarker("integrationskonzept")
hookimpl = pluggy.HookimplMarker("integrationskonzept")


@hookspec
def integrationskonzept_formats() -> Sequence[Format]:
    """Bring in file formats."""


@hookspec
def integrationskonzept_rules() -> Sequence[Rule]:
    """Bring in rules; their codes begin with a prefix of the plugin's own."""


@hookspec
def integrationskonzept_profiles() -> Sequence[Profile]:
    """Bring in profiles: which rules count how much for one purpose."""


@hookspec
def integrationskonzept_exporters() -> Sequence[Exporter]:
    """Bring in exporters: they turn a concept into files."""


@hookspec
def integrationskonzept_publishers() -> Sequence[Publisher]:
    """Bring in publishers: they send a concept somewhere."""


@hookspec
def integrationskonzept_concepts() -> Sequence[BundledConcept]:
    """Bring in concepts that ship with a package."""


@hookspec
def integrationskonzept_tables() -> Sequence[Table]:
    """Bring in tables that any concept can be laid out in."""
