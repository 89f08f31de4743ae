"""Everything that was brought in, each thing under a name of its own."""

from typing import Any

from integrationskonzept.formats.format import Format
from integrationskonzept.language import Message, message
from integrationskonzept.plugins.entry import Entry
from integrationskonzept.plugins.fence import shown
from integrationskonzept.plugins.fitting import misfit
from integrationskonzept.plugins.guard import guarded
from integrationskonzept.plugins.kind import KINDS, Kind
from integrationskonzept.rules.rule import Rule

OUR_CODES = "IK"
"""What the codes of this library's own rules begin with, and no plugin's."""


class Stock:
    """The things themselves, by kind and name; who comes first keeps a name."""

    def __init__(self) -> None:
        self._things: dict[str, dict[str, tuple[Entry, Any]]] = {kind: {} for kind in KINDS}
        self._suffixes: dict[str, tuple[Entry, str]] = {}

    def names(self, kind: str) -> tuple[str, ...]:
        """Return the names of everything of this kind, in the order it came."""
        return tuple(self._things[kind])

    def thing(self, kind: str, name: str) -> Any:
        """Return one thing."""
        return self._things[kind][name][1]

    def entry(self, kind: str, name: str) -> Entry:
        """Return the page of the plugin that brought one thing."""
        return self._things[kind][name][0]

    @property
    def suffixes(self) -> dict[str, str]:
        """The name of the format of each file suffix."""
        return {suffix: name for suffix, (_, name) in self._suffixes.items()}

    def keep(self, entry: Entry, kind: Kind, thing: Any) -> None:
        """Take in one thing, or note in the plugin's page why not."""
        fault = _unfit(entry, kind, thing) or self._clash(entry, kind, thing)
        if fault is not None:
            entry.fault(fault)
            return
        name = kind.key(thing)
        self._things[kind.name][name] = (entry, thing if entry.ours else guarded(thing, entry))
        entry.bring(f"{kind.singular} {name}")
        if isinstance(thing, Format):
            self._keep_suffixes(entry, thing)

    def _clash(self, entry: Entry, kind: Kind, thing: Any) -> Message | None:
        name = kind.key(thing)
        if name not in self._things[kind.name]:
            return None
        other = self.entry(kind.name, name)
        return message(
            "the {noun} '{name}' of {plugin} is not used: {other} brought one of this name first",
            noun=kind.title,
            name=name,
            plugin=str(entry.provider),
            other=str(other.provider),
        )

    def _keep_suffixes(self, entry: Entry, format: Format) -> None:
        for suffix in format.suffixes:
            other, name = self._suffixes.setdefault(suffix.lower(), (entry, format.name))
            if name != format.name:
                entry.fault(
                    message(
                        "files ending in {suffix} stay with the format '{name}' of {other}",
                        suffix=suffix,
                        name=name,
                        other=str(other.provider),
                    )
                )


def _unfit(entry: Entry, kind: Kind, thing: Any) -> Message | None:
    if not isinstance(thing, kind.contract):
        return message(
            "the hook {hook} answered with {got} where {expected} was expected",
            hook=kind.hook,
            got=shown(thing),
            expected=kind.contract.__name__,
        )
    wrong = misfit(thing)
    if wrong is not None:
        return wrong
    name = kind.key(thing)
    if isinstance(thing, Rule) and not entry.ours and name.startswith(OUR_CODES):
        return message(
            "the rule {code} is not used: codes that begin with {ours} are this library's own",
            code=name,
            ours=OUR_CODES,
        )
    return None
