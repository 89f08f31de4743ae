"""Find installed plugins, and the switches that turn plugins on and off."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import attrs
from attrs import field, frozen

from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.plugins.plugin_record import PluginSource, normalized_name
from integrationskonzept.suggest import nearest

if TYPE_CHECKING:  # takes longer to load than to use, and is not needed where nothing is looked for
    from importlib.metadata import Distribution, EntryPoint

GROUP = "integrationskonzept"
"""The entry point group plugins are announced in."""

_NAMELESS = "?"
"""Stands for the name of a distribution whose metadata cannot be read."""


@frozen
class InstalledPlugin:
    """A plugin that is installed but not loaded yet."""

    source: PluginSource
    load: Callable[[], object]
    """Import it. Anything may come of that."""


def installed_plugins() -> Iterator[InstalledPlugin]:
    """Yield every announced plugin, by name and distribution.

    Distributions are read one by one, so that one with broken metadata hides no other.
    """
    found = [announced for distribution in _plugin_distributions() for announced in _plugins_of(distribution)]
    return iter(sorted(found, key=lambda one: (one.source.name, one.source.distribution or "")))


def _plugin_distributions() -> Iterator["Distribution"]:
    """Yield the distributions that announce plugins; of several by one name, the one Python would import."""
    from importlib.metadata import distributions

    seen = set()
    for distribution in distributions():
        if _has_plugins(distribution):
            name, _ = _name_and_version(distribution)
            if name not in seen or name == _NAMELESS:
                seen.add(name)
                yield distribution


def _has_plugins(distribution: "Distribution") -> bool:
    try:
        return f"[{GROUP}]" in (distribution.read_text("entry_points.txt") or "")
    except (OSError, ValueError):  # unreadable metadata of somebody else
        return False


def _name_and_version(distribution: "Distribution") -> tuple[str, str | None]:
    try:
        return distribution.metadata["Name"] or _NAMELESS, distribution.metadata["Version"]
    except Exception:  # noqa: BLE001 - the metadata file may be missing or unreadable
        return _NAMELESS, None


def _plugins_of(distribution: "Distribution") -> list[InstalledPlugin]:
    name, version = _name_and_version(distribution)
    try:
        points: tuple[EntryPoint, ...] = tuple(distribution.entry_points.select(group=GROUP))
    except Exception as error:  # noqa: BLE001 - a malformed entry_points.txt
        return [InstalledPlugin(PluginSource(name=name, distribution=name, version=version), _raising(error))]
    return [
        InstalledPlugin(PluginSource(name=point.name, distribution=name, version=version), point.load)
        for point in points
    ]


def _raising(error: Exception) -> Callable[[], object]:
    def load() -> object:
        raise error

    return load


ALL = "*"
"""Stands for every installed plugin."""

VARIABLE_PREFIX = "INTEGRATIONSKONZEPT_PLUGINS_"
"""What the names of the environment variables begin with; ``OFF``, ``ONLY`` and ``TRACE`` follow."""


def _names(names: Iterable[str]) -> frozenset[str]:
    return frozenset(normalized_name(name) for name in names)


@frozen(kw_only=True)
class PluginSelection:
    """Names of plugins or of their distributions; spelling and letter case count as little as for pip."""

    off: frozenset[str] = field(default=frozenset(), converter=_names)
    only: frozenset[str] | None = field(default=None, converter=attrs.converters.optional(_names))

    def reason_against(self, source: PluginSource) -> Message | None:
        """Say why a plugin is not used; None when it is."""
        own = _names((source.name, source.distribution or source.name))
        if own & self.off or ALL in self.off:
            return message("switched off")
        if self.only is not None and not own & self.only:
            return message("not among the plugins to keep to")
        return None

    def missing(self, sources: Iterable[PluginSource]) -> dict[str, Message]:
        """Say of each name that is switched, but is no plugin's, what may be meant."""
        known = [normalized_name(name) for one in sources for name in (one.name, one.distribution) if name]
        switched = (self.off | (self.only or frozenset())) - {ALL}
        return {name: _not_installed(nearest(name, known)) for name in sorted(switched - set(known))}


def names_in(environment: Mapping[str, str], switch: str) -> tuple[str, ...]:
    """Read the names a switch has in an environment, separated by commas."""
    return tuple(name.strip() for name in environment.get(VARIABLE_PREFIX + switch, "").split(",") if name.strip())


def _not_installed(near: str | None) -> Message:
    if near is None:
        return message("no such plugin is installed")
    return message("no such plugin is installed; did you mean '{near}'?", near=near)
