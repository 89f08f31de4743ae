"""Plugin host: finds plugins, loads each in isolation, and gives access to what they provide."""

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from threading import RLock
from types import MappingProxyType, ModuleType
from typing import Any, NamedTuple

from attrs import evolve

from integrationskonzept.errors import UnknownNameError
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.plugins.contracts import Exporter
from integrationskonzept.plugins.discovery import (
    InstalledPlugin,
    PluginFile,
    PluginSelection,
    installed_plugins,
    names_in,
)
from integrationskonzept.plugins.look_up import LookUp
from integrationskonzept.plugins.plugin_record import PluginInfo, PluginRecord, PluginSource
from integrationskonzept.plugins.registry import KINDS, SUFFIX, Claim, Registry, contested, load_plugin
from integrationskonzept.suggest import suggestion_for, suggestion_or_choices

BUILTIN_NAME = "integrationskonzept"
"""Name of this library in the list of plugins."""

_BUILTIN = dict.fromkeys(("formats", "rules", "profiles", "concepts"), "integrationskonzept.plugins.builtin")
_BUILTIN |= dict.fromkeys(("exporters", "tables"), "integrationskonzept.plugins.builtin_tables")
_BUILTIN |= {"importers": "integrationskonzept.plugins.builtin_importers"}
"""The module of this library that provides each kind, imported on first use."""


def _untraced(_: str) -> None:
    """Ignore a line of the trace."""


class PluginHost(LookUp):
    """Access to everything that plugins provide, with this library's own formats, rules and exporters.

    Installed plugins are searched for once, on the first request for an unknown name or for a
    complete list. A plugin that fails, in whatever way, is listed by `plugins` with the
    reason, and the others are used.

    `off` and `only` name installed plugins (or their distributions) to leave out or to use
    exclusively, and ``*`` means all; this library's own parts and plugins registered by hand are
    not affected. `trace` is called with one line for each action of the host.
    """

    def __init__(
        self,
        *,
        discover: bool = True,
        off: Iterable[str] = (),
        only: Iterable[str] | None = None,
        builtins: bool = True,
        trace: Callable[[str], None] | None = None,
    ) -> None:
        self._arguments: tuple[Any, ...] = (discover, tuple(off), None if only is None else tuple(only), builtins)
        self._registered: list[tuple[object, str | None]] = []
        self._selection = PluginSelection(off=self._arguments[1], only=self._arguments[2])
        self._trace = trace or _untraced
        self._records: list[PluginRecord] = []
        self._registry = Registry()
        self._requested: set[str] = set()
        self._lock = RLock()
        self._discovered = not discover
        self._builtin_record = PluginRecord(PluginSource(name=BUILTIN_NAME), self._trace, builtin=True)
        self._builtin_modules = dict(_BUILTIN) if builtins else {}
        if builtins:
            self._records.append(self._builtin_record)

    def register(self, plugin: object, name: str | None = None) -> PluginInfo:
        """Load a plugin that is not installed: a module, or any object with hook implementations."""
        source = PluginSource(name=name or str(getattr(plugin, "__name__", type(plugin).__name__)))
        self._registered.append((plugin, name))
        return self._load(PluginRecord(source, self._trace), lambda: plugin).info

    def register_file(self, path: str | os.PathLike[str]) -> PluginInfo:
        """Load a plugin that is one Python file; its name is that of the file without ``.py``."""
        plugin = PluginFile(Path(path))
        self._registered.append((plugin, None))
        return self._load(PluginRecord(plugin.source, self._trace), plugin.load).info

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle the arguments of the host; the copy finds the plugins again, and has no trace.

        Plugins registered by hand are included: a module by its name, any other object pickled.
        """
        registered = tuple((_portable(plugin), name) for plugin, name in self._registered)
        return _rebuilt_host, (*self._arguments, registered)

    def plugins(self) -> tuple[PluginInfo, ...]:
        """Return every plugin, with the reason if it is not used."""
        for kind in KINDS:
            self._load_builtin(kind)
        self._discover()
        self._builtin_record.brings = dict(
            sorted(self._builtin_record.brings.items(), key=_place)
        )  # in a fixed order, whatever was requested first
        self._check_profiles()
        return tuple(record.info for record in self._records)

    def notices(self) -> tuple[Message, ...]:
        """Return remarks on plugins that are not used, for the kinds requested so far, and on what others printed.

        Nothing is loaded for this: kinds that were not requested yet are not considered.
        """
        unused = (self.not_used(*self._requested) if self._discovered else {}).values()
        printed = (
            message("remark on plugin {plugin}: {text}", plugin=str(record.source), text=said)
            for record in self._records
            for said in record.printed
        )
        return (*unused, *printed)

    def not_used(self, *kinds: str) -> Mapping[str, Message]:
        """Return, by plugin, why something of these kinds, such as ``rules``, is not used."""
        self._discover()
        said = {str(record.source): record.not_used(kinds) for record in self._records if not record.off}
        return {plugin: sentence for plugin, sentence in said.items() if sentence is not None}

    def _all(self, kind: str) -> Mapping[str, Any]:
        self._request(kind)
        self._discover()
        return MappingProxyType(self._registry.things(kind))

    def _one(self, kind: str, name: str) -> Any:
        return self._claim(kind, name).thing

    def _one_for(self, kind: str, suffix_or_name: str) -> Any:
        """Return the only thing of a kind with this suffix, or else with this name."""
        wanted = suffix_or_name.lower()
        if wanted and not wanted.startswith("."):
            return self._one(kind, wanted)
        self._request(kind)
        if wanted not in self._registry.suffixes(kind):
            self._discover()
        suffixes = self._registry.suffixes(kind)
        if not wanted:
            said = message("the name of the file has no suffix that tells its format")
            raise UnknownNameError(suggestion_or_choices(said, "", suffixes))
        if wanted not in suffixes:
            raise self._unknown(SUFFIX, suffix_or_name, suffixes)
        return self._only(SUFFIX, wanted, suffixes[wanted]).thing

    def _claim(self, kind: str, name: str) -> Claim:
        self._request(kind)
        if not self._registry.claims(kind, name):
            self._discover()
        return self._only(KINDS[kind].title, name, self._registry.claims(kind, name), self._registry.things(kind))

    def _only(self, noun: Message, name: str, claims: tuple[Claim, ...], known: Iterable[str] = ()) -> Claim:
        """Return the only claim to a name; raise `UnknownNameError` if there is none, or several."""
        if len(claims) == 1:
            return claims[0]
        if claims:
            raise UnknownNameError(contested(noun, name, claims))
        raise self._unknown(noun, name, known)

    def _request(self, kind: str) -> None:
        self._requested.add(kind)
        self._load_builtin(kind)

    def _unknown(self, noun: Message, name: str, known: Iterable[str]) -> UnknownNameError:
        known = list(known)
        if known:
            sentence = suggestion_or_choices(message("there is no {noun} '{name}'", noun=noun, name=name), name, known)
        else:
            sentence = message("there is no {noun} '{name}', nor any other", noun=noun, name=name)
        failed = ", ".join(str(record.source) for record in self._records if record.faults)
        if failed:
            sentence = message("{first} (these plugins have faults: {failed})", first=sentence, failed=failed)
        return UnknownNameError(sentence)

    def _check_profiles(self) -> None:
        """Record, for every plugin, the unknown rules and families in its profiles."""
        rules = self._all("rules").values()
        for name, profile in self._all("profiles").items():
            record = self._claim("profiles", name).record
            for unknown, near in profile.unknown(rules).items() if not record.builtin else ():
                nothing = message(
                    "the profile '{profile}' names {rule!r}, and there is no such rule and no such family",
                    profile=profile.name,
                    rule=unknown,
                )
                record.fault(suggestion_for(nothing, unknown, [near] if near else []), "profiles")

    # -- discovery and loading ----------------------------------------------------------------------

    def _discover(self) -> None:
        with self._lock:
            if self._discovered:
                return
            self._discovered = True  # before the first import: a plugin may call this library while it loads
            found = tuple(installed_plugins())
            for plugin in found:
                self._load_installed(plugin)
            for name, why in self._selection.missing(plugin.source for plugin in found).items():
                self._records.append(PluginRecord(PluginSource(name=name), self._trace, off=why))

    def _load_installed(self, plugin: InstalledPlugin) -> None:
        record = PluginRecord(plugin.source, self._trace)
        why = self._selection.reason_against(plugin.source)
        for other in plugin.others:
            record.remark(other)
        if why is not None:
            record.leave_out(why)
        elif plugin.unfit is not None:
            record.fault(plugin.unfit)
        else:
            self._load(record, plugin.load)
            return
        self._records.append(record)

    def _load(self, record: PluginRecord, load: Callable[[], object]) -> PluginRecord:
        with self._lock:
            name = record.source.name
            twin = next((other for other in self._records if other.source.name == name and not other.off), None)
            self._records.append(record)
            if twin is None:
                for kind, thing in load_plugin(record, load):
                    self._load_builtin(kind.name)
                    self._registry.register(record, kind, self._with_tables(thing))
            else:
                record.fault(
                    message(
                        "{plugin} is not used: {other} has the same name and came first",
                        plugin=str(record.source),
                        other=str(twin.source),
                    )
                )
            return record

    def _load_builtin(self, kind: str) -> None:
        """Load this library's own things of a kind, before those of plugins."""
        with self._lock:
            home = self._builtin_modules.get(kind)
            if home is not None:
                brought = tuple(load_plugin(self._builtin_record, lambda: import_module(home)))
                # not before: an interrupted import is repeated by the next call
                self._builtin_modules = {
                    other: module for other, module in self._builtin_modules.items() if module != home
                }
                for each, thing in brought:
                    self._registry.register(self._builtin_record, each, self._with_tables(thing))

    def _with_tables(self, thing: Any) -> Any:
        """Pass the tables of this host to an exporter that uses them."""
        if not (isinstance(thing, Exporter) and thing.with_tables):
            return thing
        export: Any = thing.export
        return evolve(thing, export=lambda concept, options: export(concept, options, self.tables()))


@cache
def default_host() -> PluginHost:
    """Return the host of calls that name none, with every installed plugin."""
    return PluginHost()


def _place(brought: tuple[str, str]) -> int:
    """Return the position of the kind of something, such as ``exporter ical``, among all kinds."""
    return [kind.singular for kind in KINDS.values()].index(brought[0].partition(" ")[0])


class _Module(NamedTuple):
    """Name of a registered module, in a pickle."""

    name: str


def _portable(plugin: object) -> object:
    return _Module(plugin.__name__) if isinstance(plugin, ModuleType) else plugin


def _rebuilt_host(
    discover: bool,
    off: tuple[str, ...],
    only: tuple[str, ...] | None,
    builtins: bool,
    registered: tuple[tuple[object, str | None], ...],
) -> PluginHost:
    host = PluginHost(discover=discover, off=off, only=only, builtins=builtins)
    for plugin, name in registered:
        if isinstance(plugin, PluginFile):
            host.register_file(plugin.path)
            continue
        host.register(import_module(plugin.name) if isinstance(plugin, _Module) else plugin, name)
    return host


def host_from_environment(
    environment: Mapping[str, str],
    *,
    off: Iterable[str] = (),
    only: Iterable[str] = (),
    files: Iterable[str | os.PathLike[str]] = (),
    trace: Callable[[str], None] | None = None,
) -> PluginHost:
    """Return a host configured by environment variables, together with the arguments.

    ``INTEGRATIONSKONZEPT_PLUGINS_OFF`` and ``…_ONLY`` hold names separated by commas, ``…_FILES`` the paths of
    plugins that are one Python file each. ``…_TRACE``,
    if not empty, switches on a trace, written to standard error unless `trace` is given.
    """
    exclusive = (*only, *names_in(environment, "ONLY"))
    if trace is None and names_in(environment, "TRACE"):
        trace = _to_standard_error
    host = PluginHost(off=(*off, *names_in(environment, "OFF")), only=exclusive or None, trace=trace)
    for file in (*files, *names_in(environment, "FILES")):
        host.register_file(file)
    return host


def _to_standard_error(line: str) -> None:
    sys.stderr.write(f"{line}\n")
