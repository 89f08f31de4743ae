"""Contracts of all that a plugin provides, in one call."""

import warnings
from collections.abc import Callable, Mapping
from typing import Any

from integrationskonzept.plugins.plugin_record import PluginRecord, PluginSource
from integrationskonzept.plugins.registry import KINDS, Kind, load_plugin
from integrationskonzept.suggest import did_you_mean
from integrationskonzept.testing.attribute_contract import attribute_suite
from integrationskonzept.testing.command_contract import command_suite
from integrationskonzept.testing.concept_contract import concept_suite
from integrationskonzept.testing.contract import BrokenContractError, Contract, NotTestedWarning, keep
from integrationskonzept.testing.exporter_contract import exporter_suite
from integrationskonzept.testing.format_contract import format_suite
from integrationskonzept.testing.importer_contract import importer_suite
from integrationskonzept.testing.language_contract import language_suite
from integrationskonzept.testing.profile_contract import profile_suite
from integrationskonzept.testing.publisher_contract import publisher_suite
from integrationskonzept.testing.rule_contract import rule_suite
from integrationskonzept.testing.source_contract import source_suite
from integrationskonzept.testing.table_contract import table_suite

_SUITES: Mapping[str, Callable[..., Contract]] = {
    "formats": format_suite,
    "rules": rule_suite,
    "profiles": profile_suite,
    "exporters": exporter_suite,
    "publishers": publisher_suite,
    "concepts": concept_suite,
    "tables": table_suite,
    "importers": importer_suite,
    "sources": source_suite,
    "attributes": attribute_suite,
    "commands": command_suite,
    "languages": language_suite,
}
"""Function that returns the suite of a thing, by its kind."""

_NEEDED = {"publishers": "options", "importers": "documents"}
"""Argument without which nothing of a kind can be tested."""


def check_plugin(plugin: object, given: Mapping[str, Mapping[str, Any]] | None = None) -> None:
    """Run every contract suite over all that a plugin provides; raise `BrokenContractError` with every breach.

    `plugin` is its module, or any object with its hooks. `given` holds arguments of the suites by the name or code of a
    thing, as in ``{"poster": {"says": ["measure"]}, "ULM001": {"finds": [concept]}, "board": {"options": Board}}``.
    A publisher needs `options` for an empty target there, and an importer `documents`; one without, and a test that
    could not be run, is told as a `NotTestedWarning`.
    """
    record = PluginRecord(PluginSource(name=str(getattr(plugin, "__name__", type(plugin).__name__))), lambda _: None)
    things = list(load_plugin(record, lambda: plugin))
    if record.faults:
        listed = "".join(f"\n- {fault.sentence.text()}" for fault in record.faults)
        raise BrokenContractError(f"the plugin {record.source.name} has faults:{listed}")
    arguments = dict(given or {})
    keep(
        {
            f"the {kind.singular} {kind.key(thing)!r}": suite
            for kind, thing in things
            if (suite := _suite(kind, thing, things, arguments.pop(kind.key(thing), {}))) is not None
        }
    )
    for name in arguments:
        known = [kind.key(thing) for kind, thing in things]
        raise BrokenContractError(f"the plugin provides nothing called {name!r}{did_you_mean(name, known)}")


def _suite(kind: Kind, thing: Any, things: list[tuple[Kind, Any]], given: Mapping[str, Any]) -> Contract | None:
    """Return the suite of a thing, which knows the other things of the plugin that it may name."""
    needed = _NEEDED.get(kind.name)
    if needed is not None and needed not in given:
        said = f"not tested of the {kind.singular} {kind.key(thing)!r}: 'given' has no {needed!r} for it"
        warnings.warn(said, NotTestedWarning, stacklevel=4)
        return None
    brought = {name: [one for of, one in things if of.name == name] for name in KINDS}
    named = {"profiles": {"rules": brought["rules"]}, "concepts": {"formats": brought["formats"]}}
    return _SUITES[kind.name](thing, **{**named.get(kind.name, {}), **given})
