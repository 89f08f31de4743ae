"""What a plugin brings: exporters, publishers and bundled concepts, checked when they are built."""

import os
from collections.abc import Callable, Iterable
from enum import StrEnum
from pathlib import Path
from typing import Any

import attrs
from attrs import field, frozen

from integrationskonzept.errors import IntegrationskonzeptError
from integrationskonzept.files import write_whole
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.names import named
from integrationskonzept.plugins.file_names import reject_name_collisions, safe_name, within
from integrationskonzept.plugins.plugin_record import describe_error


def is_message(_: Any, attribute: "attrs.Attribute[Any]", sentence: object) -> None:
    """Refuse plain text where people read: a message can say it in several languages."""
    if not isinstance(sentence, Message):
        raise TypeError(f"{attribute.name} must be a Message, such as message('Calendar'); got {sentence!r}")


def is_function(_: Any, attribute: "attrs.Attribute[Any]", function: object) -> None:
    """Refuse what cannot be called."""
    if not callable(function):
        raise TypeError(f"{attribute.name} must be a function; got {function!r}")


def begins_with_dot(_: Any, attribute: "attrs.Attribute[Any]", suffix: object) -> None:
    """Refuse a suffix without its dot."""
    if not isinstance(suffix, str) or not suffix.startswith(".") or suffix == ".":
        raise ValueError(f"{attribute.name} must begin with a dot, such as '.ics'; got {suffix!r}")


def options_class(_: Any, attribute: "attrs.Attribute[Any]", kind: Any) -> None:
    """Refuse options that are no attrs class, or that a user would have to give."""
    if not isinstance(kind, type) or not attrs.has(kind):
        raise TypeError(f"{attribute.name} must be an attrs class; got {kind!r}")
    required = [one.name for one in attrs.fields(kind) if one.init and one.default is attrs.NOTHING]
    if required:
        raise ValueError(f"every attribute of {kind.__name__} needs a default; {', '.join(required)} has none")


@frozen(kw_only=True)
class BundledConcept:
    """A concept that ships with a package, such as a town's own."""

    name: str = field(validator=named)
    """Short name it is asked for by, such as ``sachsenheim``."""
    title: Message = field(validator=is_message)
    """What people call it."""
    read: Callable[[], bytes] = field(validator=is_function)
    """Return the file's bytes."""
    format: str = "yaml"
    """Name of the format the bytes are in."""


@frozen(kw_only=True)
class ExportFile:
    """One file of an export."""

    name: str = field(validator=safe_name)
    """Relative name with ``/`` between folders, which every operating system can write."""
    content: bytes = field(repr=lambda content: f"<{len(content)} bytes>")
    """What the file holds."""
    media_type: str
    """IANA media type."""

    @content.validator
    def _bytes(self, _: Any, content: object) -> None:
        if not isinstance(content, bytes):
            raise TypeError(f"content must be bytes, such as text.encode('utf-8'); got {type(content).__name__}")


@frozen(kw_only=True)
class Loss:
    """Something the concept says that the export cannot say, or says only with a doubt."""

    address: str
    """Address of the element."""
    message: Message
    """What is lost or doubtful, and why."""

    def __str__(self) -> str:
        return f"{self.address}: {self.message.text()}"


class TargetState(StrEnum):
    """How what would be written or sent compares with what is there.

    ``edited`` is what somebody else changed there since it was last sent, and what sending would undo.
    """

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    EDITED = "edited"


@frozen(kw_only=True)
class FileChange:
    """What writing one file would change."""

    name: str
    """Name of the file in the export."""
    path: Path
    """Where it would be written."""
    state: TargetState
    """Whether nothing, the same or something else is there now."""


@frozen(kw_only=True)
class Export:
    """What an exporter returns: files, and what they do not say."""

    files: tuple[ExportFile, ...] = field()
    """The files; no two names fall join_messages, not even where letter case does not count."""
    losses: tuple[Loss, ...] = ()
    """What could not be said at all."""
    warnings: tuple[Loss, ...] = ()
    """What is said as printed although it is known to be doubtful."""

    @files.validator
    def _apart(self, _: Any, files: tuple[ExportFile, ...]) -> None:
        reject_name_collisions([file.name for file in files])

    def plan(self, folder: str | os.PathLike[str]) -> tuple[FileChange, ...]:
        """Say what writing the files below `folder` would change, and change nothing."""
        return tuple(
            FileChange(name=file.name, path=path, state=state_of(path, file.content))
            for file, path in self._targets(folder)
        )

    def write_to(self, folder: str | os.PathLike[str]) -> tuple[Path, ...]:
        """Write every file below `folder`, each whole or not at all, and return their paths.

        Raises `UnsafePathError`, before anything is written, when a symbolic link would lead a
        file out of the folder or a folder stands where a file is to be written. A link in place
        of a file is replaced; whatever it leads to stays as it is.
        """
        return tuple(write_whole(path, file.content, through_link=False) for file, path in self._targets(folder))

    def _targets(self, folder: str | os.PathLike[str]) -> list[tuple[ExportFile, Path]]:
        return [(file, within(Path(folder), file.name)) for file in self.files]


def state_of(path: Path, content: bytes) -> TargetState:
    """Tell how what would be written to `path` compares with what is there."""
    if not os.path.lexists(path):
        return TargetState.NEW
    same = path.is_file() and not path.is_symlink() and path.read_bytes() == content
    return TargetState.SAME if same else TargetState.CHANGED


@frozen(kw_only=True)
class NoOptions:
    """The options of an exporter that has none."""


@frozen(kw_only=True)
class Exporter:
    """A way to send a concept somewhere: a name, its options, and a pure function."""

    name: str = field(validator=named)
    """Short name, such as ``ical``."""
    title: Message = field(validator=is_message)
    """What people call it."""
    media_type: str
    """IANA media type of the main file."""
    suffix: str = field(validator=begins_with_dot)
    """Suffix of the main file, with the dot."""
    export: Callable[[Concept, Any], Export] = field(validator=is_function)
    """Concept and options to files. It gets the public view and must not read the clock or the network."""
    options: type = field(default=NoOptions, validator=options_class)
    """An attrs class; every attribute has a default, so that no option is ever required."""
    with_tables: bool = False
    """Whether `export` is also given every table there is, by name, those of plugins included, as a third argument.
    Without that argument it must do with what it has."""


@frozen(kw_only=True)
class SendStep:
    """One thing a publisher does at the other side, such as bringing one page up to date."""

    address: str
    """Address of the element it sends."""
    action: Message
    """What is done, such as "update the page {title}"."""
    state: TargetState
    """What the other side has of it: nothing (new), the same, something else (changed), or somebody's edit of it."""
    target: str | None = None
    """Where it goes, such as the page's web address."""
    state_words: Message | None = None
    """What people call the state, where the general word says too little, such as "edited in the CMS"."""

    def __str__(self) -> str:
        state = self.state if self.state_words is None else self.state_words.text()
        return f"{self.address}: {state}: {self.action.text()}"


@frozen(kw_only=True)
class SendPlan:
    """What a publisher would do: the dry run."""

    steps: tuple[SendStep, ...]
    """The steps, in the order they are taken."""
    losses: tuple[Loss, ...] = ()
    """What could not be said at all."""
    warnings: tuple[Loss, ...] = ()
    """What would be said as printed although it is known to be doubtful."""


class SendOutcome(StrEnum):
    """What became of a step."""

    DONE = "done"
    FAILED = "failed"
    SKIPPED = "skipped"


@frozen(kw_only=True)
class Sent:
    """A step and what became of it."""

    step: SendStep
    """The step of the plan, itself and no copy."""
    outcome: SendOutcome
    reason: Message | None = None
    """Why it failed or was skipped."""

    def __str__(self) -> str:
        return f"{self.step}: {self.outcome}" + (f": {self.reason.text()}" if self.reason else "")


@frozen(kw_only=True)
class SendReport:
    """What became of every step of a plan."""

    steps: tuple[Sent, ...]
    """One for each step of the plan, in its order, and then what was done besides."""
    losses: tuple[Loss, ...] = ()
    warnings: tuple[Loss, ...] = ()
    ended: Message | None = None
    """Why the run ended before the last step; None when it did not."""
    cause: BaseException | None = field(default=None, eq=False)
    """What ended it."""

    @property
    def ok(self) -> bool:
        """Whether every step was done, or skipped because there was nothing to do."""
        return self.ended is None and all(
            sent.outcome is SendOutcome.DONE
            or (sent.outcome is SendOutcome.SKIPPED and sent.step.state is TargetState.SAME)
            for sent in self.steps
        )


@frozen(kw_only=True)
class Publisher:
    """A way to send a concept somewhere: a plan, and a generator that carries it out step by step."""

    name: str = field(validator=named)
    """Short name, such as ``integreat``."""
    title: Message = field(validator=is_message)
    """What people call it."""
    plan: Callable[[Concept, Any], SendPlan] = field(validator=is_function)
    """Concept and options to what would be done. It may read the other side; it changes nothing there."""
    perform: Callable[[SendPlan, Any], Iterable[Sent]] = field(validator=is_function)
    """Carry out a plan, in its order, and yield each of its steps as soon as the outcome is known."""
    options: type = field(default=NoOptions, validator=options_class)
    """An attrs class; every attribute has a default, so that no option is ever required."""

    def send(self, concept: Concept, options: Any, *, progress: Callable[[Sent], object] | None = None) -> SendReport:
        """Plan, carry out, and report on every step, whatever happens on the way.

        What ends the run early, even the user's Ctrl-C, is named in the report; the steps that
        were not reached are listed as skipped. `progress` is told of each step when it is over.
        Only a plan that cannot be made raises: then nothing was sent.
        """
        plan = self.plan(concept, options)
        sent: list[Sent] = []
        try:
            for outcome in self.perform(plan, options):
                sent.append(outcome)
                if progress:
                    progress(outcome)
        except BaseException as error:  # noqa: BLE001 - a run that ends early needs its report most
            return _report(plan, sent, error)
        return _report(plan, sent, None)


def _report(plan: SendPlan, sent: list[Sent], error: BaseException | None) -> SendReport:
    ended = _why(error) if error is not None else None
    reason = ended or message("the publisher did not report this step")
    told = {id(one.step): one for one in sent}  # by identity: a publisher's own kind of step may not be hashable
    planned = {id(step) for step in plan.steps}
    steps = [told.get(id(step), Sent(step=step, outcome=SendOutcome.SKIPPED, reason=reason)) for step in plan.steps]
    besides = [one for one in sent if id(one.step) not in planned]
    return SendReport(steps=(*steps, *besides), losses=plan.losses, warnings=plan.warnings, ended=ended, cause=error)


def _why(error: BaseException) -> Message:
    if isinstance(error, KeyboardInterrupt):
        return message("the run was interrupted")
    said = error.args[0] if isinstance(error, IntegrationskonzeptError) and error.args else describe_error(error)
    return message("the run ended early: {problem}", problem=said)
