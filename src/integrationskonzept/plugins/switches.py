"""Which of the installed plugins are used."""

from collections.abc import Iterable, Mapping

import attrs
from attrs import field, frozen

from integrationskonzept.language import Message, message
from integrationskonzept.model.nearby import nearest
from integrationskonzept.plugins.provider import Provider, plain

ALL = "*"
"""Stands for every installed plugin."""

VARIABLES = "INTEGRATIONSKONZEPT_PLUGINS_"
"""What the names of the environment variables begin with; ``OFF``, ``ONLY`` and ``TRACE`` follow."""


def _names(names: Iterable[str]) -> frozenset[str]:
    return frozenset(plain(name) for name in names)


@frozen(kw_only=True)
class Switches:
    """Names of plugins or of their distributions; spelling and letter case count as little as for pip."""

    off: frozenset[str] = field(default=frozenset(), converter=_names)
    only: frozenset[str] | None = field(default=None, converter=attrs.converters.optional(_names))

    def refuse(self, provider: Provider) -> Message | None:
        """Say why a plugin is not used; None when it is."""
        own = _names((provider.name, provider.distribution or provider.name))
        if own & self.off or ALL in self.off:
            return message("switched off")
        if self.only is not None and not own & self.only:
            return message("not among the plugins to keep to")
        return None

    def missing(self, providers: Iterable[Provider]) -> dict[str, Message]:
        """Say of each name that is switched, but is no plugin's, what may be meant."""
        known = [plain(name) for one in providers for name in (one.name, one.distribution) if name]
        switched = (self.off | (self.only or frozenset())) - {ALL}
        return {name: _not_installed(nearest(name, known)) for name in sorted(switched - set(known))}


def stated(environment: Mapping[str, str], switch: str) -> tuple[str, ...]:
    """Read the names a switch has in an environment, separated by commas."""
    return tuple(name.strip() for name in environment.get(VARIABLES + switch, "").split(",") if name.strip())


def _not_installed(near: str | None) -> Message:
    if near is None:
        return message("no such plugin is installed")
    return message("no such plugin is installed; did you mean '{near}'?", near=near)
