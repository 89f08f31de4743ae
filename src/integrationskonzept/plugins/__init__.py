"""Sockets: the hooks, their contracts, and the host that listens carefully to plugins.

A plugin finds here everything that its hooks answer with.
"""

from integrationskonzept.formats.document import Document
from integrationskonzept.formats.format import Edited, Format
from integrationskonzept.plugins.bundle import BundledConcept
from integrationskonzept.plugins.exporter import (
    Export,
    Exporter,
    ExportFile,
    FileChange,
    Loss,
    NoOptions,
    TargetState,
)
from integrationskonzept.plugins.hookspecs import INTERFACE, hookimpl
from integrationskonzept.plugins.host import PluginHost, host_from_environment
from integrationskonzept.plugins.provider import PluginInfo, PluginState, Provider
from integrationskonzept.plugins.publisher import Publisher, SendOutcome, SendPlan, SendReport, SendStep, Sent
from integrationskonzept.rules.profile import Profile
from integrationskonzept.rules.rule import Hit, Rule
from integrationskonzept.tabular.table import Column, ColumnType, Table

__all__ = [
    "INTERFACE",
    "BundledConcept",
    "Column",
    "ColumnType",
    "Document",
    "Edited",
    "Export",
    "ExportFile",
    "Exporter",
    "FileChange",
    "Format",
    "Hit",
    "Loss",
    "NoOptions",
    "PluginHost",
    "PluginInfo",
    "PluginState",
    "Profile",
    "Provider",
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
]
