"""Plugins as the host records them: source, state, and one-line texts about their failures."""

from collections.abc import Callable, Container
from enum import StrEnum
from pathlib import Path

from attrs import Factory, define, frozen

from integrationskonzept.errors import PluginError
from integrationskonzept.i18n.messages import Message, message


@frozen(kw_only=True)
class PluginSource:
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
        return normalized_name(name) in {normalized_name(self.name), normalized_name(self.owner)}

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
        return join_messages(*self.faults, *self.remarks)

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


def normalized_name(name: str) -> str:
    """Spell the name of a plugin or distribution as it is compared."""
    return name.strip().lower().replace("_", "-").replace(".", "-")


def join_messages(*sentences: Message) -> Message | None:
    """Join sentences with semicolons, each said in the language the whole is said in."""
    joined: Message | None = None
    for sentence in sentences:
        joined = sentence if joined is None else message("{first}; {second}", first=joined, second=sentence)
    return joined


_MANY = 20
"""Remarks kept of one plugin; one that prints without end fills no memory."""


@frozen
class Fault:
    """Why a plugin, or a part of it, is not used."""

    sentence: Message
    kind: str | None
    """What it concerns, such as ``exporters``; None for everything that the plugin may have brought."""

    @property
    def brief(self) -> Message:
        """The sentence without the plugin's name, where it begins with it."""
        values = self.sentence.values
        if values.keys() == {"plugin", "doing", "problem"}:
            return message("failed while {doing}: {problem}", doing=values["doing"], problem=values["problem"])
        return self.sentence


@define
class PluginRecord:
    """A plugin's page in the host's book."""

    source: PluginSource
    trace: Callable[[str], None]
    builtin: bool = False
    """Whether it is what this library brings itself."""
    off: Message | None = None
    """Why it was not loaded."""
    brings: dict[str, str] = Factory(dict)
    """What it brings, such as ``exporter ical``, and what that is called, if not by that name."""
    faults: list[Fault] = Factory(list)
    remarks: list[Message] = Factory(list)
    loaded: bool = False
    """Whether it was heard to the end, so that what it prints from now on is printed at its work."""
    printed: list[Message] = Factory(list)
    """The remarks of its work, which are nobody's business but the caller's."""

    def log(self, what: str) -> None:
        """Trace what the plugin does."""
        self.trace(f"{self.source}: {what}")

    def remark(self, sentence: Message) -> None:
        """Note something that is no fault."""
        if sentence not in self.remarks and len(self.remarks) < _MANY:
            self.remarks.append(sentence)
            if self.loaded:
                self.printed.append(sentence)
        self.log(sentence.text())

    def fault(self, wrong: Message | PluginError, kind: str | None = None) -> None:
        """Note why the plugin, or what it brings of a kind, is not used."""
        said = wrong.args[0] if isinstance(wrong, PluginError) else wrong
        sentence = said if isinstance(said, Message) else message("{problem}", problem=said)
        fault = Fault(sentence, kind)
        if fault not in self.faults:  # what is looked at again is no further fault
            self.faults.append(fault)
            self.log(sentence.text())

    def not_used(self, kinds: Container[str]) -> Message | None:
        """Say in one line what of these kinds is missing because of this plugin, and why; None where nothing is."""
        faults = [fault for fault in self.faults if fault.kind is None or fault.kind in kinds]
        if not faults:
            return None
        plugin, why, more = str(self.source), faults[0].brief, len(faults) - 1
        if more:
            why = message("{problem} (and {count} more)", problem=why, count=more)
        if self.state is PluginState.FAILED:
            return message("plugin {plugin} is not used: {problem}; see `plugins`", plugin=plugin, problem=why)
        return message("a part of plugin {plugin} is not used: {problem}; see `plugins`", plugin=plugin, problem=why)

    def leave_out(self, why: Message) -> None:
        """Note that the plugin is switched off."""
        self.off = why
        self.log(why.text())

    def add(self, what: str) -> None:
        """Note something that it brings in."""
        self.brings[what] = what
        self.log(f"brings {what}")

    def rename(self, what: str, name: str) -> None:
        """Note by which name something that it brings can be asked for."""
        self.brings[what] = name

    @property
    def state(self) -> PluginState:
        """How the plugin stands."""
        if self.off:
            return PluginState.OFF
        if not self.faults:
            return PluginState.OK
        return PluginState.PARTLY if self.brings else PluginState.FAILED

    @property
    def info(self) -> PluginInfo:
        """The page as one line of the list of plugins."""
        return PluginInfo(
            name=self.source.name,
            distribution=self.source.distribution,
            version=self.source.version,
            state=self.state,
            brings=tuple(self.brings.values()),
            faults=(self.off,) if self.off else tuple(fault.sentence for fault in self.faults),
            remarks=tuple(self.remarks),
        )


_HERE = Path(__file__).parent
_LONGEST = 300


def describe_error(error: BaseException) -> str:
    """Say an exception in one line, with the place it was raised at."""
    from traceback import extract_tb

    kind = type(error).__name__
    text = one_line(_text(error))
    frames = [frame for frame in extract_tb(error.__traceback__) if Path(frame.filename).parent != _HERE]
    place = f" ({Path(frames[-1].filename).name}, line {frames[-1].lineno})" if frames else ""
    return f"{kind}: {text}{place}" if text else kind + place


def _text(error: BaseException) -> str:
    try:
        return str(error)
    except Exception:  # noqa: BLE001 - a plugin's exception may fail even at saying itself
        return ""


def one_line(text: str) -> str:
    """Put text on one line and cut it."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def safe_repr(thing: object) -> str:
    """Show what a plugin handed over, which may fail even at that."""
    try:
        return one_line(repr(thing))
    except Exception:  # noqa: BLE001 - the plugin's own `__repr__` may raise anything
        return f"<{type(thing).__name__}>"
