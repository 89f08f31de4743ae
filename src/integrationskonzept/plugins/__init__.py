"""Hooks, their contracts, and the host that loads plugins.

Everything that a plugin's hooks return can be imported from here.
"""

from integrationskonzept.class_docs import document_classes
from integrationskonzept.drafts.draft import Doubt, Draft
from integrationskonzept.files import InputFile
from integrationskonzept.formats.format import Edited, Format, ParsedData
from integrationskonzept.i18n.languages import Language
from integrationskonzept.model.foreign_attribute import ForeignAttribute
from integrationskonzept.plugins.contracts import (
    BundledConcept,
    CliCommand,
    Export,
    Exporter,
    ExportFile,
    FileChange,
    Loss,
    NoOptions,
    OtherFormat,
    Publisher,
    SendOutcome,
    SendPlan,
    SendReport,
    SendStep,
    Sent,
    TargetState,
)
from integrationskonzept.plugins.hookspecs import INTERFACE, hookimpl
from integrationskonzept.plugins.host import PluginHost, host_from_environment
from integrationskonzept.plugins.input_contracts import Importer, ObservationSource
from integrationskonzept.plugins.plugin_record import PluginInfo, PluginSource, PluginState
from integrationskonzept.rules.profiles import Profile
from integrationskonzept.rules.rule import Hit, Rule, rule
from integrationskonzept.tabular.table import Column, ColumnType, Table, table_of

__all__ = [
    "INTERFACE",
    "BundledConcept",
    "CliCommand",
    "Column",
    "ColumnType",
    "Doubt",
    "Draft",
    "Edited",
    "Export",
    "ExportFile",
    "Exporter",
    "FileChange",
    "ForeignAttribute",
    "Format",
    "Hit",
    "Importer",
    "InputFile",
    "Language",
    "Loss",
    "NoOptions",
    "ObservationSource",
    "OtherFormat",
    "ParsedData",
    "PluginHost",
    "PluginInfo",
    "PluginSource",
    "PluginState",
    "Profile",
    "Publisher",
    "Rule",
    "SendOutcome",
    "SendPlan",
    "SendReport",
    "SendStep",
    "Sent",
    "Table",
    "TargetState",
    "hookimpl",
    "host_from_environment",
    "rule",
    "table_of",
]

document_classes(globals())
