"""Hook specifications: every extension point, used for this library's own formats, rules and exporters too.

A hook takes no argument and returns a sequence of frozen contract objects.
"""

from collections.abc import Sequence
from typing import Any

import pluggy

from integrationskonzept.formats.format import Format
from integrationskonzept.i18n.languages import Language
from integrationskonzept.model.foreign_attribute import ForeignAttribute
from integrationskonzept.plugins.contracts import BundledConcept, CliCommand, Exporter, Publisher
from integrationskonzept.plugins.input_contracts import Importer, ObservationSource
from integrationskonzept.plugins.output_contracts import WorkbookWriter
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
def integrationskonzept_formats() -> Sequence[Format]:
    """Return file formats."""


@hookspec
def integrationskonzept_rules() -> Sequence[Rule]:
    """Return rules; their codes begin with a prefix of the plugin's own."""


@hookspec
def integrationskonzept_profiles() -> Sequence[Profile]:
    """Return profiles: the severity of each rule for one purpose."""


@hookspec
def integrationskonzept_exporters() -> Sequence[Exporter]:
    """Return exporters, which convert a concept to files."""


@hookspec
def integrationskonzept_publishers() -> Sequence[Publisher]:
    """Return publishers, which send a concept to another system."""


@hookspec
def integrationskonzept_concepts() -> Sequence[BundledConcept]:
    """Return concepts that are part of a package."""


@hookspec
def integrationskonzept_tables() -> Sequence[Table]:
    """Return tables that can be filled from any concept."""


@hookspec
def integrationskonzept_importers() -> Sequence[Importer]:
    """Return importers, which read a document as a draft of a concept."""


@hookspec
def integrationskonzept_sources() -> Sequence[ObservationSource]:
    """Return sources of observations for the indicators of a concept."""


@hookspec
def integrationskonzept_attributes() -> Sequence[ForeignAttribute[Any]]:
    """Return descriptions of foreign attributes, the keys that begin with ``x-``."""


@hookspec
def integrationskonzept_commands() -> Sequence[CliCommand]:
    """Return commands of the command line."""


@hookspec
def integrationskonzept_languages() -> Sequence[Language]:
    """Return languages of messages and documents."""


@hookspec
def integrationskonzept_workbooks() -> Sequence[WorkbookWriter]:
    """Return writers of workbooks, for lists that people edit in a spreadsheet."""
