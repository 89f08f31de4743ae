"""The hooks: everything that can be brought in, our own formats, rules and exporters included.

Every hook takes no argument and returns a sequence of frozen contract objects.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pluggy

from integrationskonzept.formats.format import Format
from integrationskonzept.plugins.exporter import Exporter
from integrationskonzept.rules.rule import Rule

hookspec = pluggy.HookspecMarker("integrationskonzept")
hookimpl = pluggy.HookimplMarker("integrationskonzept")


@hookspec
def integrationskonzept_formats() -> Sequence[Format]:  # type: ignore[empty-body]
    """Bring in file formats."""


@hookspec
def integrationskonzept_rules() -> Sequence[Rule]:  # type: ignore[empty-body]
    """Bring in rules; their codes begin with a prefix of the plugin's own."""


@hookspec
def integrationskonzept_exporters() -> Sequence[Exporter]:  # type: ignore[empty-body]
    """Bring in exporters."""


@hookspec
def integrationskonzept_concepts() -> Sequence[object]:  # type: ignore[empty-body]
    """Bring in concepts that ship with a package."""
