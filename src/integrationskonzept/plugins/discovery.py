"""Find installed plugins, and select the ones to use."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import attrs
from attrs import field, frozen

from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.plugins.plugin_record import PluginSource, normalized_name
from integrationskonzept.plugins.requirements import reason_against
from integrationskonzept.suggest import nearest

if TYPE_CHECKING:  # slow to import, and not needed without discovery
    from importlib.metadata import Distribution, EntryPoint

GROUP = "integrationskonzept"
"""Entry point group of plugins."""

_NAMELESS = "?"
"""Name of a distribution whose metadata cannot be read."""


@frozen
class InstalledPlugin:
    """An installed plugin that is not loaded yet."""

    source: PluginSource
    load: Callable[[], object]
    """Function that imports it; it may raise any exception."""
    unfit: Message | None = None
    """Why it does not go with this version of the library, by the metadata of its distribution."""
    others: tuple[Message, ...] = ()
    """Other versions of its distribution that are installed and not used."""


@frozen
class PluginFile:
    """A plugin that is one Python file and not installed."""

    path: Path
    """The file."""

    @property
    def source(self) -> PluginSource:
        """Its name: that of the file without the suffix."""
        return PluginSource(name=self.path.stem)

    def load(self) -> ModuleType:
        """Import the file as a module of its own; anything that it raises is raised."""
        from importlib.util import module_from_spec, spec_from_file_location

        spec = spec_from_file_location(f"integrationskonzept_file_{self.path.stem}", self.path)
        if spec is None or spec.loader is None:
            raise ImportError(f"{self.path} is no Python file; its name must end in .py")
        module = module_from_spec(spec)
        sys.modules[spec.name] = module  # classes of the file can be pickled and resolve their annotations
        spec.loader.exec_module(module)
        return module


def installed_plugins() -> Iterator[InstalledPlugin]:
    """Yield every installed plugin, ordered by name and distribution.

    Distributions are read one by one, so that broken metadata of one does not hide the others.
    """
    found = [announced for several in _plugin_distributions() for announced in _plugins_of(*several)]
    return iter(sorted(found, key=lambda one: (one.source.name, one.source.distribution or "")))


def _plugin_distributions() -> Iterable[list["Distribution"]]:
    """Return the distributions with plugins; those of one name together, first the one that Python imports."""
    from importlib.metadata import distributions

    found: dict[object, list[Distribution]] = {}
    for distribution in distributions():
        if _has_plugins(distribution):
            name, _ = _name_and_version(distribution)
            found.setdefault(distribution if name == _NAMELESS else normalized_name(name), []).append(distribution)
    return found.values()


def _has_plugins(distribution: "Distribution") -> bool:
    try:
        return f"[{GROUP}]" in (distribution.read_text("entry_points.txt") or "")
    except (OSError, ValueError):  # unreadable metadata of some other package
        return False


def _name_and_version(distribution: "Distribution") -> tuple[str, str | None]:
    try:
        return distribution.metadata["Name"] or _NAMELESS, distribution.metadata["Version"]
    except Exception:  # noqa: BLE001 - the metadata file may be missing or unreadable
        return _NAMELESS, None


def _plugins_of(distribution: "Distribution", *others: "Distribution") -> list[InstalledPlugin]:
    name, version = _name_and_version(distribution)
    try:
        points: tuple[EntryPoint, ...] = tuple(distribution.entry_points.select(group=GROUP))
    except Exception as error:  # noqa: BLE001 - a malformed entry_points.txt
        return [InstalledPlugin(PluginSource(name=name, distribution=name, version=version), _raising(error))]
    unfit = _unfit(distribution)
    unused = tuple(_unused(each) for each in others if _name_and_version(each)[1] != version)
    return [
        InstalledPlugin(
            PluginSource(name=point.name, distribution=name, version=version), partial(_loaded, point), unfit, unused
        )
        for point in points
    ]


def _unfit(distribution: "Distribution") -> Message | None:
    """Return why a distribution does not go with this library; None if it does, or if its metadata cannot be read."""
    try:
        return reason_against(distribution)
    except Exception:  # noqa: BLE001 - the metadata file may be missing or unreadable
        return None


def _loaded(point: "EntryPoint") -> object:
    """Import what an entry point names; the error about a wrong name shows the entry point."""
    try:
        plugin: object = import_module(point.module)
    except ModuleNotFoundError as error:
        if error.name is None or not f"{point.module}.".startswith(f"{error.name}."):
            raise
        raise ModuleNotFoundError(_with_entry(point, error)) from None
    for attribute in filter(None, (point.attr or "").split(".")):
        try:
            plugin = getattr(plugin, attribute)
        except AttributeError as error:
            raise AttributeError(_with_entry(point, error)) from None
    return plugin


def _with_entry(point: "EntryPoint", error: Exception) -> str:
    return f"{error}; the entry point is '{point.name} = {point.value}'"


def _unused(distribution: "Distribution") -> Message:
    name, version = _name_and_version(distribution)
    return message(
        "{name} {version} is installed as well, in {folder}, and is not used",
        name=name,
        version=version or "?",
        folder=str(distribution.locate_file("")),
    )


def _raising(error: Exception) -> Callable[[], object]:
    def load() -> object:
        raise error

    return load


ALL = "*"
"""Name that selects every installed plugin."""

VARIABLE_PREFIX = "INTEGRATIONSKONZEPT_PLUGINS_"
"""Prefix of the environment variables; ``OFF``, ``ONLY``, ``FILES`` and ``TRACE`` follow."""


def _names(names: Iterable[str]) -> frozenset[str]:
    return frozenset(normalized_name(name) for name in names)


@frozen(kw_only=True)
class PluginSelection:
    """Plugins to use, by their names or those of their distributions, compared as pip does."""

    off: frozenset[str] = field(default=frozenset(), converter=_names)
    only: frozenset[str] | None = field(default=None, converter=attrs.converters.optional(_names))

    def reason_against(self, source: PluginSource) -> Message | None:
        """Return why a plugin is not used; None if it is used."""
        own = _names((source.name, source.distribution or source.name))
        if own & self.off or ALL in self.off:
            return message("switched off")
        if self.only is not None and not own & self.only:
            return message("not among the plugins to keep to")
        return None

    def missing(self, sources: Iterable[PluginSource]) -> dict[str, Message]:
        """Return an explanation for each selected name that no plugin has."""
        known = [normalized_name(name) for one in sources for name in (one.name, one.distribution) if name]
        selected = (self.off | (self.only or frozenset())) - {ALL}
        return {name: _not_installed(nearest(name, known)) for name in sorted(selected - set(known))}


def names_in(environment: Mapping[str, str], switch: str) -> tuple[str, ...]:
    """Return the comma-separated names in an environment variable."""
    return tuple(name.strip() for name in environment.get(VARIABLE_PREFIX + switch, "").split(",") if name.strip())


def _not_installed(near: str | None) -> Message:
    if near is None:
        return message("no such plugin is installed")
    return message("no such plugin is installed; did you mean '{near}'?", near=near)
