"""Who brings something in: a plugin, and the distribution it was installed with."""

from enum import StrEnum

from attrs import frozen

from integrationskonzept.language import Message, message


@frozen(kw_only=True)
class Provider:
    """A plugin by its name, with the distribution and version it came in, where it was installed."""

    name: str
    distribution: str | None = None
    version: str | None = None

    @property
    def owner(self) -> str:
        """What stands before the colon where a name says whose it is: ``city-ical:ical``."""
        return self.distribution or self.name

    def is_called(self, name: str) -> bool:
        """Tell whether a plugin or its distribution is meant; spelling and case count as little as for pip."""
        return plain(name) in {plain(self.name), plain(self.owner)}

    def __str__(self) -> str:
        if self.distribution is None:
            return self.name
        return f"{self.name} ({self.distribution} {self.version or '?'})"


class PluginState(StrEnum):
    """How a plugin stands."""

    OK = "ok"
    PARTLY = "partly"
    """Some of what it brings works."""
    OFF = "off"
    FAILED = "failed"


@frozen(kw_only=True)
class PluginInfo:
    """One line of the list of plugins."""

    name: str
    distribution: str | None
    version: str | None
    state: PluginState
    brings: tuple[str, ...] = ()
    """What it brings, such as ``exporter ical``."""
    faults: tuple[Message, ...] = ()
    """Why it, or a part of it, is not used."""
    remarks: tuple[Message, ...] = ()
    """What else its author should know, such as that it printed something."""

    @property
    def reason(self) -> Message | None:
        """All faults and remarks in one sentence; None when there are none."""
        return together(*self.faults, *self.remarks)

    def as_data(self, language: str = "en") -> dict[str, object]:
        """Give the line as plain data, with its sentences said in `language`."""
        return {
            "name": self.name,
            "distribution": self.distribution,
            "version": self.version,
            "state": self.state.value,
            "brings": list(self.brings),
            "faults": [fault.text(language) for fault in self.faults],
            "remarks": [remark.text(language) for remark in self.remarks],
        }


def plain(name: str) -> str:
    """Spell the name of a plugin or distribution as it is compared."""
    return name.strip().lower().replace("_", "-").replace(".", "-")


def together(*sentences: Message) -> Message | None:
    """Join sentences with semicolons, each said in the language the whole is said in."""
    joined: Message | None = None
    for sentence in sentences:
        joined = sentence if joined is None else message("{first}; {second}", first=joined, second=sentence)
    return joined
