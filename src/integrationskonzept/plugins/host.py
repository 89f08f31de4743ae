"""The host: it finds plugins, listens to each behind a fence, and knows what they bring."""

import inspect
import sys
from collections.abc import Callable, Iterable, Mapping
from threading import RLock
from types import MappingProxyType
from typing import Any

import pluggy
from attrs import Factory, define

from integrationskonzept.errors import PluginError, UnknownNameError
from integrationskonzept.formats.format import Format
from integrationskonzept.language import Message, message
from integrationskonzept.model.nearby import nearest
from integrationskonzept.plugins import builtin, hookspecs
from integrationskonzept.plugins.bundle import BundledConcept
from integrationskonzept.plugins.exporter import Exporter
from integrationskonzept.plugins.fence import fenced, one_line
from integrationskonzept.plugins.guard import guarded
from integrationskonzept.plugins.hookspecs import INTERFACE
from integrationskonzept.plugins.installed import Installed, installed
from integrationskonzept.plugins.kind import KINDS, Kind
from integrationskonzept.plugins.provider import PluginInfo, PluginState, Provider
from integrationskonzept.plugins.publisher import Publisher
from integrationskonzept.rules.rule import Rule
from integrationskonzept.tables.table import Table

OURS = "integrationskonzept"
"""The name under which this library's own formats, rules and exporters are listed."""

ALL = "*"
"""Stands for every installed plugin in the list of those that are off."""


@define
class _Entry:
    """What is known of one plugin."""

    provider: Provider
    off: Message | None = None
    brings: list[str] = Factory(list)
    faults: list[Message] = Factory(list)
    remarks: list[Message] = Factory(list)

    @property
    def info(self) -> PluginInfo:
        state = PluginState.OK
        if self.off:
            state = PluginState.OFF
        elif self.faults:
            state = PluginState.PARTLY if self.brings else PluginState.FAILED
        return PluginInfo(
            name=self.provider.name,
            distribution=self.provider.distribution,
            version=self.provider.version,
            state=state,
            brings=tuple(self.brings),
            faults=(self.off,) if self.off else tuple(self.faults),
            remarks=tuple(self.remarks),
        )


class PluginHost:
    """Everything that plugins bring in, our own formats, rules and exporters included.

    Installed plugins are looked for once, when something is asked for that is not known yet or
    that must be complete. A plugin that fails, in whatever way, is listed by `plugins` with the
    reason, and the others go on.

    `off` and `only` name installed plugins (or their distributions) to leave out or to keep to;
    what this library brings itself and what is registered by hand is not affected.
    `trace` is told, line by line, what the host does.
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
        self._off = tuple(off)
        self._only = None if only is None else tuple(only)
        self._trace = trace or (lambda line: None)
        self._entries: list[_Entry] = []
        self._known: dict[str, dict[str, tuple[_Entry, Any]]] = {kind: {} for kind in KINDS}
        self._suffixes: dict[str, tuple[_Entry, str]] = {}
        self._lock = RLock()
        self._discovered = not discover
        if builtins:
            self._admit(_Entry(Provider(name=OURS)), lambda: builtin)

    # -- what there is --------------------------------------------------------------------------

    def register(self, plugin: object, name: str | None = None) -> PluginInfo:
        """Take in a plugin by hand: a module, or any object with hook implementations."""
        provider = Provider(name=name or str(getattr(plugin, "__name__", type(plugin).__name__)))
        return self._admit(_Entry(provider), lambda: plugin).info

    def plugins(self) -> tuple[PluginInfo, ...]:
        """List every plugin, used or not, with the reason where it is not."""
        self._discover()
        return tuple(entry.info for entry in self._entries)

    def formats(self) -> Mapping[str, Format]:
        """Return all formats by name."""
        return self._all("formats")

    def rules(self) -> tuple[Rule, ...]:
        """Return all rules, this library's first."""
        return tuple(self._all("rules").values())

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
        """Return all tables by name."""
        return self._all("tables")

    # -- one by its name --------------------------------------------------------------------------

    def format_for(self, suffix_or_name: str) -> Format:
        """Return the format of a file suffix, such as ``.yaml``, or of a name, such as ``yaml``.

        Like every look-up by name it raises `UnknownNameError` (a `KeyError`) with near names.
        """
        wanted = suffix_or_name.lower()
        if not wanted.startswith("."):
            return self._one("formats", wanted)  # type: ignore[no-any-return]
        if wanted not in self._suffixes:
            self._discover()
        if wanted not in self._suffixes:
            raise self._unknown(message("file suffix"), suffix_or_name, self._suffixes)
        return self._one("formats", self._suffixes[wanted][1])  # type: ignore[no-any-return]

    def exporter(self, name: str) -> Exporter:
        """Return the exporter of this name."""
        return self._one("exporters", name)  # type: ignore[no-any-return]

    def publisher(self, name: str) -> Publisher:
        """Return the publisher of this name."""
        return self._one("publishers", name)  # type: ignore[no-any-return]

    def concept(self, name: str) -> BundledConcept:
        """Return the bundled concept of this name."""
        return self._one("concepts", name)  # type: ignore[no-any-return]

    def rule(self, code: str) -> Rule:
        """Return the rule with this code."""
        return self._one("rules", code)  # type: ignore[no-any-return]

    def table(self, name: str) -> Table:
        """Return the table of this name."""
        return self._one("tables", name)  # type: ignore[no-any-return]

    def provider_of(self, kind: str, name: str) -> Provider:
        """Say who brought in the thing of this kind (``exporters``, ``rules``, …) and name."""
        self._one(kind, name)
        return self._known[kind][name][0].provider

    def _all(self, kind: str) -> Mapping[str, Any]:
        self._discover()
        return MappingProxyType({name: thing for name, (_, thing) in self._known[kind].items()})

    def _one(self, kind: str, name: str) -> Any:
        known = self._known[kind]
        if name not in known:
            self._discover()
        if name not in known:
            raise self._unknown(KINDS[kind].title, name, known)
        return known[name][1]

    def _unknown(self, noun: Message, name: str, known: Iterable[str]) -> UnknownNameError:
        known = sorted(known)
        near = nearest(name, known)
        if near is not None:
            sentence = message("there is no {noun} {name!r}; did you mean {near!r}?", noun=noun, name=name, near=near)
        elif known:
            listed = ", ".join(known)
            sentence = message("there is no {noun} {name!r}; known: {known}", noun=noun, name=name, known=listed)
        else:
            sentence = message("there is no {noun} {name!r}, nor any other", noun=noun, name=name)
        failed = ", ".join(str(entry.provider) for entry in self._entries if entry.faults)
        if failed:
            sentence = message("{first} These plugins failed: {failed}", first=sentence, failed=failed)
        return UnknownNameError(sentence)

    # -- finding and taking in ----------------------------------------------------------------------

    def _discover(self) -> None:
        with self._lock:
            if self._discovered:
                return
            self._discovered = True  # before the first import: a plugin may call this library while it loads
            names = set()
            for plugin in () if ALL in self._off else installed():
                names |= {_plain(plugin.provider.name), _plain(plugin.provider.distribution or "")}
                self._take(plugin)
            self._list_missing(names)

    def _take(self, plugin: Installed) -> None:
        entry = _Entry(plugin.provider)
        twin = next((other for other in self._entries if other.provider.name == entry.provider.name), None)
        if twin:
            entry.faults.append(message("a plugin of this name is there already: {other}", other=str(twin.provider)))
        elif _named(entry.provider, self._off):
            entry.off = message("switched off")
        elif self._only is not None and not _named(entry.provider, self._only):
            entry.off = message("not among the plugins to keep to")
        else:
            self._admit(entry, plugin.load)
            return
        self._tell(entry, (entry.off or entry.faults[0]).text())
        self._entries.append(entry)

    def _list_missing(self, installed_names: set[str]) -> None:
        for name in (*self._off, *(self._only or ())):
            if name != ALL and _plain(name) not in installed_names and ALL not in self._off:
                near = nearest(_plain(name), installed_names)
                hint = message("no such plugin is installed; did you mean {near!r}?", near=near)
                sentence = hint if near else message("no such plugin is installed")
                self._entries.append(_Entry(Provider(name=name), off=sentence))

    def _admit(self, entry: _Entry, load: Callable[[], object]) -> _Entry:
        with self._lock:
            self._entries.append(entry)
            self._tell(entry, "loading")
            try:
                with fenced(entry.provider, message("loading"), remark=self._remark(entry)):
                    plugin = load()
                    self._check_interface(plugin)
                    manager = _listening_to(plugin)
            except PluginError as error:
                self._fault(entry, error)
                return entry
            self._check_hook_names(entry, plugin, manager)
            for kind in KINDS.values():
                for implementation in getattr(manager.hook, kind.hook).get_hookimpls():
                    self._collect(entry, kind, implementation)
            return entry

    def _check_interface(self, plugin: object) -> None:
        module = plugin if inspect.ismodule(plugin) else inspect.getmodule(type(plugin))
        stated = getattr(module, "INTEGRATIONSKONZEPT_INTERFACE", INTERFACE)
        wanted: int = getattr(plugin, "INTEGRATIONSKONZEPT_INTERFACE", stated)
        if wanted > INTERFACE:
            raise PluginError(
                message(
                    "it was built for interface {wanted}, and this version of integrationskonzept has interface"
                    " {ours}; update integrationskonzept",
                    wanted=wanted,
                    ours=INTERFACE,
                )
            )

    def _check_hook_names(self, entry: _Entry, plugin: object, manager: pluggy.PluginManager) -> None:
        specified = {kind.hook for kind in KINDS.values()}
        for hook in sorted(set(vars(manager.hook)) - specified):
            near = nearest(hook, specified)
            said = message("there is no hook {hook}; did you mean {near}?", hook=hook, near=near)
            self._note_fault(entry, said if near else message("there is no hook {hook}", hook=hook))
        heard = {caller.name for caller in manager.get_hookcallers(plugin) or ()}
        for name in sorted(specified - heard):
            if callable(inspect.getattr_static(plugin, name, None)):
                self._note_fault(entry, message("{hook} is not marked with @hookimpl and is not heard", hook=name))

    def _collect(self, entry: _Entry, kind: Kind, implementation: pluggy.HookImpl) -> None:
        doing = message("answering the hook {hook}", hook=kind.hook)
        try:
            with fenced(entry.provider, doing, remark=self._remark(entry)):
                answer = implementation.function()
                if isinstance(answer, (str, bytes, Mapping)) or not isinstance(answer, Iterable):
                    raise TypeError(f"expected a sequence of {kind.contract.__name__}, got {answer!r:.100}")
                things = tuple(answer)
        except PluginError as error:
            self._fault(entry, error)
            return
        for thing in things:
            self._keep(entry, kind, thing)

    def _keep(self, entry: _Entry, kind: Kind, thing: Any) -> None:
        if not isinstance(thing, kind.contract):
            self._note_fault(
                entry,
                message(
                    "the hook {hook} answered with {got} where {expected} was expected",
                    hook=kind.hook,
                    got=one_line(f"{thing!r:.100}"),
                    expected=kind.contract.__name__,
                ),
            )
            return
        key = kind.key(thing)
        if key in self._known[kind.name]:
            other = self._known[kind.name][key][0].provider
            self._note_fault(
                entry,
                message(
                    "the {noun} {name!r} of {plugin} is not used: {other} already brings one",
                    noun=kind.title,
                    name=key,
                    plugin=str(entry.provider),
                    other=str(other),
                ),
            )
            return
        ours = entry.provider.name == OURS
        self._known[kind.name][key] = (entry, thing if ours else guarded(thing, entry.provider, self._remark(entry)))
        entry.brings.append(f"{kind.singular} {key}")
        self._tell(entry, f"brings {kind.singular} {key}")
        if isinstance(thing, Format):
            self._keep_suffixes(entry, thing)

    def _keep_suffixes(self, entry: _Entry, format: Format) -> None:
        for suffix in format.suffixes:
            holder, _ = self._suffixes.setdefault(suffix.lower(), (entry, format.name))
            if holder is not entry:
                self._note_fault(
                    entry,
                    message(
                        "the file suffix {suffix} of {plugin} is not used: {other} already reads it",
                        suffix=suffix,
                        plugin=str(entry.provider),
                        other=str(holder.provider),
                    ),
                )

    def _remark(self, entry: _Entry) -> Callable[[Message], None]:
        def remark(sentence: Message) -> None:
            entry.remarks.append(sentence)
            self._tell(entry, sentence.text())

        return remark

    def _fault(self, entry: _Entry, error: PluginError) -> None:
        said = error.args[0]
        self._note_fault(entry, said if isinstance(said, Message) else message("{problem}", problem=str(error)))

    def _note_fault(self, entry: _Entry, sentence: Message) -> None:
        entry.faults.append(sentence)
        self._tell(entry, sentence.text())

    def _tell(self, entry: _Entry, what: str) -> None:
        self._trace(f"{entry.provider}: {what}")


def host_from_environment(
    environment: Mapping[str, str],
    *,
    off: Iterable[str] = (),
    only: Iterable[str] = (),
    trace: Callable[[str], None] | None = None,
) -> PluginHost:
    """Make a host by the switches in the environment, together with those of the command line.

    ``INTEGRATIONSKONZEPT_PLUGINS_OFF`` and ``…_ONLY`` hold names separated by commas; ``*`` switches
    all off. ``…_TRACE``, when not empty, asks for a trace, which goes to standard error unless
    `trace` takes it.
    """

    def names(switch: str) -> list[str]:
        stated = environment.get(f"INTEGRATIONSKONZEPT_PLUGINS_{switch}", "")
        return [name.strip() for name in stated.split(",") if name.strip()]

    keep_to = [*only, *names("ONLY")]
    if trace is None and names("TRACE"):
        trace = _to_standard_error
    return PluginHost(off=[*off, *names("OFF")], only=keep_to or None, trace=trace)


def _to_standard_error(line: str) -> None:
    print(line, file=sys.stderr)


def _listening_to(plugin: object) -> pluggy.PluginManager:
    """Hear one plugin alone, so that what it does wrong stays its own."""
    manager = pluggy.PluginManager("integrationskonzept")
    manager.add_hookspecs(hookspecs)
    manager.register(plugin, name="guest")
    return manager


def _named(provider: Provider, names: Iterable[str]) -> bool:
    own = {_plain(provider.name), _plain(provider.distribution or provider.name)}
    return any(_plain(name) in own for name in names)


def _plain(name: str) -> str:
    return name.lower().replace("_", "-").replace(".", "-")
