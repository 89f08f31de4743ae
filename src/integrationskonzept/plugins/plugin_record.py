"""Status record of a plugin, and one-line texts about failures."""

from collections.abc import Callable, Container
from enum import StrEnum
from pathlib import Path
from typing import ClassVar

from attrs import Factory, define, frozen

from integrationskonzept.blocks.account import HasBlocks
from integrationskonzept.errors import PluginError
from integrationskonzept.i18n.messages import Message, message


@frozen(kw_only=True)
class PluginSource:
    """Name of a plugin, with distribution and version if it is installed."""

    name: str
    distribution: str | None = None
    version: str | None = None

    @property
    def owner(self) -> str:
        """Prefix of a qualified name: ``city-ical:ical``."""
        return self.distribution or self.name

    def is_called(self, name: str) -> bool:
        """Return whether the plugin or its distribution has this name, compared as pip does."""
        return normalized_name(name) in {normalized_name(self.name), normalized_name(self.owner)}

    def __str__(self) -> str:
        if self.distribution is None:
            return self.name
        return f"{self.name} ({self.distribution} {self.version or '?'})"


class PluginState(StrEnum):
    """State of a plugin."""

    OK = "ok"
    PARTLY = "partly"
    """Only a part of what it provides is used."""
    OFF = "off"
    FAILED = "failed"


@frozen(kw_only=True)
class PluginInfo(HasBlocks):
    """Entry in the list of plugins."""

    ACCOUNT: ClassVar[str] = "plugins.account:plugin_document"

    name: str
    distribution: str | None
    version: str | None
    state: PluginState
    brings: tuple[str, ...] = ()
    """Provided things, such as ``exporter ical``."""
    faults: tuple[Message, ...] = ()
    """Reasons why it, or a part of it, is not used."""
    remarks: tuple[Message, ...] = ()
    """Remarks for its author, such as on printed text."""

    @property
    def reason(self) -> Message | None:
        """All faults and remarks in one sentence; None if there are none."""
        return join_messages(*self.faults, *self.remarks)

    def as_data(self, language: str = "en") -> dict[str, object]:
        """Return the entry as plain data, with sentences in `language`."""
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
    """Return the name of a plugin or distribution in the form used for comparison."""
    return name.strip().lower().replace("_", "-").replace(".", "-")


def join_messages(*sentences: Message) -> Message | None:
    """Return sentences joined with semicolons; None if there are none."""
    joined: Message | None = None
    for sentence in sentences:
        joined = sentence if joined is None else message("{first}; {second}", first=joined, second=sentence)
    return joined


_MANY = 20
"""Maximum number of remarks on one plugin, so that endless printing does not fill the memory."""


@frozen
class Fault:
    """Reason why a plugin, or a part of it, is not used."""

    sentence: Message
    kind: str | None
    """The kind concerned, such as ``exporters``; None for all kinds."""

    @property
    def brief(self) -> Message:
        """The sentence without the plugin's name at its beginning."""
        values = self.sentence.values
        if values.keys() == {"plugin", "doing", "problem"}:
            return message("failed while {doing}: {problem}", doing=values["doing"], problem=values["problem"])
        return self.sentence


@define
class PluginRecord:
    """Status record of one plugin."""

    source: PluginSource
    trace: Callable[[str], None]
    builtin: bool = False
    """Whether this is the library itself."""
    off: Message | None = None
    """Reason why it is switched off."""
    brings: dict[str, str] = Factory(dict)
    """Provided things, such as ``exporter ical``, with the names by which they can be requested."""
    faults: list[Fault] = Factory(list)
    remarks: list[Message] = Factory(list)
    loaded: bool = False
    """Whether loading has ended; text printed later is printed while it is used."""
    printed: list[Message] = Factory(list)
    """Remarks made after loading, for the caller."""

    def log(self, what: str) -> None:
        """Write a line to the trace."""
        self.trace(f"{self.source}: {what}")

    def remark(self, sentence: Message) -> None:
        """Record something that is not a fault."""
        if sentence not in self.remarks and len(self.remarks) < _MANY:
            self.remarks.append(sentence)
            if self.loaded:
                self.printed.append(sentence)
        self.log(sentence.text())

    def fault(self, wrong: Message | PluginError, kind: str | None = None) -> None:
        """Record why the plugin, or its things of a kind, are not used."""
        said = wrong.args[0] if isinstance(wrong, PluginError) else wrong
        sentence = said if isinstance(said, Message) else message("{problem}", problem=said)
        fault = Fault(sentence, kind)
        if fault not in self.faults:  # the same check may run twice
            self.faults.append(fault)
            self.log(sentence.text())

    def not_used(self, kinds: Container[str]) -> Message | None:
        """Return why something of these kinds is not used, in one line; None if all is used."""
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
        """Record that the plugin is switched off."""
        self.off = why
        self.log(why.text())

    def add(self, what: str) -> None:
        """Record something that it provides."""
        self.brings[what] = what
        self.log(f"brings {what}")

    def rename(self, what: str, name: str) -> None:
        """Record the name by which a provided thing can be requested."""
        self.brings[what] = name

    @property
    def state(self) -> PluginState:
        """State of the plugin."""
        if self.off:
            return PluginState.OFF
        if not self.faults:
            return PluginState.OK
        return PluginState.PARTLY if self.brings else PluginState.FAILED

    @property
    def info(self) -> PluginInfo:
        """The record as an entry of the list of plugins."""
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
    """Return an exception in one line, with the position where it was raised."""
    from traceback import extract_tb

    kind = type(error).__name__
    text = one_line(_text(error))
    all_frames = extract_tb(error.__traceback__)
    frames = [frame for frame in all_frames if not _is_ours(frame.filename)]
    frames = frames or [frame for frame in all_frames if not _is_loader(frame.filename)]
    known = isinstance(error, SyntaxError)  # it states its own place
    place = f" ({Path(frames[-1].filename).name}, line {frames[-1].lineno})" if frames and not known else ""
    return f"{kind}: {text}{place}" if text else kind + place


def _is_ours(file: str) -> bool:
    """Return whether a file is of this library or of attrs, which check what a plugin writes, or calls a plugin."""
    ours = Path(file).is_relative_to(_HERE.parent) or _is_loader(file)
    return ours or file.startswith("<attrs generated") or Path(file).parent.name == "attr"


def _is_loader(file: str) -> bool:
    """Return whether a file is one of those that call a plugin: this package, and the import system."""
    return Path(file).parent == _HERE or file.startswith("<frozen importlib") or Path(file).parent.name == "importlib"


def _text(error: BaseException) -> str:
    try:
        return str(error)
    except Exception:  # noqa: BLE001 - the `__str__` of a plugin's exception may raise anything
        return ""


def one_line(text: str) -> str:
    """Return text as one line, shortened."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def safe_repr(thing: object) -> str:
    """Return the `repr` of a plugin's object, or its type if that fails."""
    try:
        return one_line(repr(thing))
    except Exception:  # noqa: BLE001 - the plugin's own `__repr__` may raise anything
        return f"<{type(thing).__name__}>"
