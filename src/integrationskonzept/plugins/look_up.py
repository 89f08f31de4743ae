"""Access to what plugins provide, by kind and by name."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Any

from integrationskonzept.formats.format import Format
from integrationskonzept.i18n.languages import Language
from integrationskonzept.model.foreign_attribute import ForeignAttribute
from integrationskonzept.plugins.contracts import BundledConcept, CliCommand, Exporter, Publisher
from integrationskonzept.plugins.input_contracts import Importer, ObservationSource
from integrationskonzept.plugins.plugin_record import PluginSource
from integrationskonzept.plugins.registry import Claim
from integrationskonzept.rules.foreign_attributes import rule_about
from integrationskonzept.rules.profiles import Profile
from integrationskonzept.rules.rule import Rule
from integrationskonzept.tabular.foreign_columns import with_attributes
from integrationskonzept.tabular.table import Table


class LookUp(ABC):
    """The calls of a host that return what plugins provide."""

    # -- everything of a kind; a name that several plugins claim is listed as ``plugin:name`` ---

    def formats(self) -> Mapping[str, Format]:
        """Return all formats by name."""
        return self._all("formats")

    def rules(self) -> tuple[Rule, ...]:
        """Return all rules, this library's first, without codes that several plugins claim."""
        known = {name: rule for name, rule in self._all("rules").items() if name == rule.code}
        if attributes := self.attributes():
            about = rule_about(attributes)
            known[about.code] = about
        return tuple(known.values())

    def profiles(self) -> Mapping[str, Profile]:
        """Return all profiles by name."""
        return self._all("profiles")

    def exporters(self) -> Mapping[str, Exporter]:
        """Return all exporters by name."""
        return self._all("exporters")

    def publishers(self) -> Mapping[str, Publisher]:
        """Return all publishers by name."""
        return self._all("publishers")

    def concepts(self) -> Mapping[str, BundledConcept]:
        """Return all bundled concepts by name."""
        return self._all("concepts")

    def tables(self) -> Mapping[str, Table]:
        """Return all tables by name; those of nouns have a column for each foreign attribute that is described."""
        attributes = self.attributes()
        return {name: with_attributes(table, attributes) for name, table in self._all("tables").items()}

    def importers(self) -> Mapping[str, Importer]:
        """Return all importers of documents by name."""
        return self._all("importers")

    def sources(self) -> Mapping[str, ObservationSource]:
        """Return all sources of observations by name."""
        return self._all("sources")

    def attributes(self) -> tuple[ForeignAttribute[Any], ...]:
        """Return all described foreign attributes, without those that several plugins describe differently."""
        return tuple(each for place, each in self._all("attributes").items() if place == each.place)

    def commands(self) -> Mapping[str, CliCommand]:
        """Return all commands that plugins add to the command line, by name."""
        return self._all("commands")

    def languages(self) -> Mapping[str, Language]:
        """Return the languages that plugins add, by code; messages and documents can be written in them from now on."""
        return self._all("languages")

    # -- one by its name, or by ``plugin:name``; each raises `UnknownNameError` (a `KeyError`) with similar names, or
    #    with all plugins that claim the name

    def format_for(self, suffix_or_name: str) -> Format:
        """Return the format of a file suffix, such as ``.yaml``, or of a name, such as ``yaml``."""
        found: Format = self._one_for("formats", suffix_or_name)
        return found

    def importer_for(self, suffix_or_name: str) -> Importer:
        """Return the importer of a file suffix, such as ``.docx``, or of a name, such as ``docx``."""
        found: Importer = self._one_for("importers", suffix_or_name)
        return found

    def source_for(self, suffix_or_name: str) -> ObservationSource:
        """Return the source of observations of a file suffix, such as ``.px``, or of a name."""
        found: ObservationSource = self._one_for("sources", suffix_or_name)
        return found

    def rule(self, code: str) -> Rule:
        """Return the rule with this code."""
        found: Rule = self._one("rules", code)
        return found

    def exporter(self, name: str) -> Exporter:
        """Return the exporter of this name."""
        found: Exporter = self._one("exporters", name)
        return found

    def profile(self, name: str) -> Profile:
        """Return the profile of this name."""
        found: Profile = self._one("profiles", name)
        return found

    def publisher(self, name: str) -> Publisher:
        """Return the publisher of this name."""
        found: Publisher = self._one("publishers", name)
        return found

    def concept(self, name: str) -> BundledConcept:
        """Return the bundled concept of this name."""
        found: BundledConcept = self._one("concepts", name)
        return found

    def table(self, name: str) -> Table:
        """Return the table of this name."""
        found: Table = self._one("tables", name)
        return with_attributes(found, self.attributes())

    def command(self, name: str) -> CliCommand:
        """Return the command of this name that a plugin adds."""
        found: CliCommand = self._one("commands", name)
        return found

    def provider_of(self, kind: str, name: str) -> PluginSource:
        """Return the plugin that provides the thing with this name, of a kind such as ``exporters``."""
        return self._claim(kind, name).record.source

    @abstractmethod
    def _all(self, kind: str) -> Mapping[str, Any]:
        """Return everything of a kind by name."""

    @abstractmethod
    def _one(self, kind: str, name: str) -> Any:
        """Return the only thing of a kind with this name."""

    @abstractmethod
    def _one_for(self, kind: str, suffix_or_name: str) -> Any:
        """Return the only thing of a kind with this suffix, or else with this name."""

    @abstractmethod
    def _claim(self, kind: str, name: str) -> Claim:
        """Return the only claim to a name."""
