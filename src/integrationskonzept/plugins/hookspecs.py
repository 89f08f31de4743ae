"""Hook specifications: every extension point, used for this library's own formats, rules and exporters too.

A hook takes no argument and returns, or yields, frozen contract objects.
"""

from collections.abc import Iterable
from typing import Any

import pluggy

from integrationskonzept.formats.format import Format
from integrationskonzept.i18n.languages import Language
from integrationskonzept.model.foreign_attribute import ForeignAttribute
from integrationskonzept.plugins.contracts import BundledConcept, CliCommand, Exporter, Publisher
from integrationskonzept.plugins.input_contracts import Importer, ObservationSource
from integrationskonzept.rules.profiles import Profile
from integrationskonzept.rules.rule import Rule
from integrationskonzept.tabular.table import Table

INTERFACE = 1
"""Version of these hooks and their contracts.

A plugin that needs a later one sets ``INTEGRATIONSKONZEPT_INTERFACE = 2`` in its module
and is refused with an explanation. New hooks and new fields with defaults do not raise the number.
"""

hookspec = pluggy.HookspecMarker("integrationskonzept")
hookimpl = pluggy.HookimplMarker("integrationskonzept")


@hookspec
def integrationskonzept_formats() -> Iterable[Format]:
    """Return file formats."""


@hookspec
def integrationskonzept_rules() -> Iterable[Rule]:
    """Return rules; their codes begin with a prefix of the plugin's own."""


@hookspec
def integrationskonzept_profiles() -> Iterable[Profile]:
    """Return profiles: the severity of each rule for one purpose."""


@hookspec
def integrationskonzept_exporters() -> Iterable[Exporter]:
    """Return exporters, which convert a concept to files."""


@hookspec
def integrationskonzept_publishers() -> Iterable[Publisher]:
    """Return publishers, which send a concept to another system."""


@hookspec
def integrationskonzept_concepts() -> Iterable[BundledConcept]:
    """Return concepts that are part of a package."""


@hookspec
def integrationskonzept_tables() -> Iterable[Table]:
    """Return tables that can be filled from any concept."""


@hookspec
def integrationskonzept_importers() -> Iterable[Importer]:
    """Return importers, which read a document as a draft of a concept."""


@hookspec
def integrationskonzept_sources() -> Iterable[ObservationSource]:
    """Return sources of observations for the indicators of a concept."""


@hookspec
def integrationskonzept_attributes() -> Iterable[ForeignAttribute[Any]]:
    """Return descriptions of foreign attributes, the keys that begin with ``x-``."""


@hookspec
def integrationskonzept_commands() -> Iterable[CliCommand]:
    """Return commands of the command line."""


@hookspec
def integrationskonzept_languages() -> Iterable[Language]:
    """Return languages of messages and documents."""
