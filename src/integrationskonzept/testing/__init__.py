"""Tools for the tests of plugins: generated concepts, and contract suites for all that a plugin can provide.

The contract suites and strategies need Hypothesis and time-machine: ``pip install "integrationskonzept[testing]"``.
"""

from collections.abc import Callable, Sequence
from types import ModuleType

from integrationskonzept.class_docs import document_classes
from integrationskonzept.plugins.host import PluginHost
from integrationskonzept.testing.attribute_contract import AttributeContract, check_attribute
from integrationskonzept.testing.canaries import with_canaries
from integrationskonzept.testing.clock import assert_timeless
from integrationskonzept.testing.command_contract import CommandContract, check_command
from integrationskonzept.testing.concept_contract import ConceptContract, check_concept
from integrationskonzept.testing.contract import BrokenContractError, NotTestedWarning
from integrationskonzept.testing.example import example_concept
from integrationskonzept.testing.exporter_contract import ExporterContract, check_exporter
from integrationskonzept.testing.format_contract import FormatContract, check_format
from integrationskonzept.testing.generate import seeded
from integrationskonzept.testing.importer_contract import ImporterContract, check_importer
from integrationskonzept.testing.language_contract import LanguageContract, check_language
from integrationskonzept.testing.plugin_contract import check_plugin
from integrationskonzept.testing.profile_contract import ProfileContract, check_profile
from integrationskonzept.testing.publisher_contract import PublisherContract, check_publisher
from integrationskonzept.testing.purity import pure
from integrationskonzept.testing.rule_contract import RuleContract, check_rule
from integrationskonzept.testing.source_contract import SourceContract, check_source
from integrationskonzept.testing.strategies import concepts, texts
from integrationskonzept.testing.table_contract import TableContract, check_table
from integrationskonzept.testing.town import town

__all__ = [
    "AttributeContract",
    "BrokenContractError",
    "CommandContract",
    "ConceptContract",
    "ExporterContract",
    "FormatContract",
    "ImporterContract",
    "LanguageContract",
    "NotTestedWarning",
    "ProfileContract",
    "PublisherContract",
    "RuleContract",
    "SourceContract",
    "TableContract",
    "assert_timeless",
    "check_attribute",
    "check_command",
    "check_concept",
    "check_exporter",
    "check_format",
    "check_importer",
    "check_language",
    "check_plugin",
    "check_profile",
    "check_publisher",
    "check_rule",
    "check_source",
    "check_table",
    "concepts",
    "empty_host",
    "example_concept",
    "host_with",
    "pure",
    "seeded",
    "texts",
    "town",
    "with_canaries",
]


def empty_host() -> PluginHost:
    """Return a plugin host without any plugin, not even YAML, for the things that a test registers."""
    return PluginHost(discover=False, builtins=False)


def host_with(*hooks: Callable[[], Sequence[object]], name: str = "example") -> PluginHost:
    """Return an otherwise empty host with these hook implementations registered as one module."""
    module = ModuleType(name)
    vars(module).update({hook.__name__: hook for hook in hooks})
    host = empty_host()
    host.register(module, name)
    return host


document_classes(globals())
