"""Finding the plugins that are installed, by the entry points of their distributions."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from attrs import frozen

from integrationskonzept.plugins.provider import Provider

if TYPE_CHECKING:  # takes longer to load than to use, and is not needed where nothing is looked for
    from importlib.metadata import Distribution, EntryPoint

GROUP = "integrationskonzept"
"""The entry point group plugins are announced in."""

_NAMELESS = "?"
"""Stands for the name of a distribution whose metadata cannot be read."""


@frozen
class Installed:
    """A plugin that is installed but not loaded yet."""

    provider: Provider
    load: Callable[[], object]
    """Import it. Anything may come of that."""


def installed() -> Iterator[Installed]:
    """Yield every announced plugin, by name and distribution.

    Distributions are read one by one, so that one with broken metadata hides no other.
    """
    found = [announced for distribution in _announcing() for announced in _entries(distribution)]
    return iter(sorted(found, key=lambda one: (one.provider.name, one.provider.distribution or "")))


def _announcing() -> Iterator["Distribution"]:
    """Yield the distributions that announce plugins; of several by one name, the one Python would import."""
    from importlib.metadata import distributions

    seen = set()
    for distribution in distributions():
        if _announces(distribution):
            name, _ = _label(distribution)
            if name not in seen or name == _NAMELESS:
                seen.add(name)
                yield distribution


def _announces(distribution: "Distribution") -> bool:
    try:
        return f"[{GROUP}]" in (distribution.read_text("entry_points.txt") or "")
    except (OSError, ValueError):  # unreadable metadata of somebody else
        return False


def _label(distribution: "Distribution") -> tuple[str, str | None]:
    try:
        return distribution.metadata["Name"] or _NAMELESS, distribution.metadata["Version"]
    except Exception:  # noqa: BLE001 - the metadata file may be missing or unreadable
        return _NAMELESS, None


def _entries(distribution: "Distribution") -> list[Installed]:
    name, version = _label(distribution)
    try:
        points: tuple[EntryPoint, ...] = tuple(distribution.entry_points.select(group=GROUP))
    except Exception as error:  # noqa: BLE001 - a malformed entry_points.txt
        return [Installed(Provider(name=name, distribution=name, version=version), _raising(error))]
    return [Installed(Provider(name=point.name, distribution=name, version=version), point.load) for point in points]


def _raising(error: Exception) -> Callable[[], object]:
    def load() -> object:
        raise error

    return load
