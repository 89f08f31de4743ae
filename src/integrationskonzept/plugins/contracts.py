"""Contracts of plugins: exporters, publishers and bundled concepts, checked when they are built."""

import os
from collections.abc import Callable, Iterable
from enum import StrEnum
from pathlib import Path
from typing import Any, ClassVar

import attrs
from attrs import field, frozen
from attrs.validators import optional

from integrationskonzept.blocks.account import HasBlocks
from integrationskonzept.errors import IntegrationskonzeptError
from integrationskonzept.files import write_whole
from integrationskonzept.i18n.messages import Message, is_message, message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.names import named
from integrationskonzept.model.validators import (
    are_all,
    begins_with_dot,
    is_function,
    is_media_type,
    is_one,
    is_plain,
)
from integrationskonzept.plugins.file_names import reject_name_collisions, safe_name, within
from integrationskonzept.plugins.plugin_record import describe_error


def options_class(_: Any, attribute: "attrs.Attribute[Any]", kind: Any) -> None:
    """Raise if the options are not an attrs class, or one of them has no default."""
    if not isinstance(kind, type) or not attrs.has(kind):
        raise TypeError(f"{attribute.name} must be an attrs class; got {kind!r}")
    required = [one.name for one in attrs.fields(kind) if one.init and one.default is attrs.NOTHING]
    if required:
        raise ValueError(f"every attribute of {kind.__name__} needs a default; {', '.join(required)} has none")


@frozen(kw_only=True)
class BundledConcept:
    """A concept that ships with a package, such as a town's own."""

    name: str = field(validator=named)
    """Short name by which users choose it, such as ``sachsenheim``."""
    title: Message = field(validator=is_message)
    """Name shown to users."""
    read: Callable[[], bytes] = field(validator=is_function)
    """Function that returns the file's bytes."""
    format: str = field(default="yaml", validator=named)
    """Name of the format the bytes are in."""


@frozen(kw_only=True)
class CliCommand:
    """A command under ``integrationskonzept`` on the command line."""

    name: str = field(validator=named)
    """Name of the command."""
    summary: Message = field(validator=is_message)
    """What it does, in one line of the list of commands."""
    build: Callable[[], Any] = field(validator=is_function)
    """Function that returns the `click.Command`; it is called when the command is used, so that the plugin imports
    click only then."""


@frozen(kw_only=True)
class ExportFile:
    """One file of an export."""

    name: str = field(validator=safe_name)
    """Relative name with ``/`` between folders, valid on every operating system."""
    content: bytes = field(repr=lambda content: f"<{len(content)} bytes>")
    """Content of the file."""
    media_type: str = field(validator=is_media_type)
    """IANA media type."""

    @content.validator
    def _bytes(self, _: Any, content: object) -> None:
        if not isinstance(content, bytes):
            raise TypeError(f"content must be bytes, such as text.encode('utf-8'); got {type(content).__name__}")


@frozen(kw_only=True)
class Loss(HasBlocks):
    """Information of the concept that is missing from an export, or doubtful in it."""

    ACCOUNT: ClassVar[str] = "plugins.account:loss_document"

    address: str = field(validator=is_plain)
    """Address of the element."""
    message: Message = field(validator=is_message)
    """The missing or doubtful information, and the reason."""

    def __str__(self) -> str:
        return f"{self.address}: {self.message.text()}"


class TargetState(StrEnum):
    """Comparison of new content with the content at its target.

    ``edited`` means that somebody else changed the target since it was last sent; sending would undo the edit.
    """

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    EDITED = "edited"


@frozen(kw_only=True)
class FileChange:
    """Change that writing one file would make."""

    name: str
    """Name of the file in the export."""
    path: Path
    """Target of the file."""
    state: TargetState
    """Comparison with the file at the target."""


@frozen(kw_only=True)
class Export(HasBlocks):
    """Result of an exporter: files, and the information that they lack."""

    ACCOUNT: ClassVar[str] = "plugins.account:export_document"

    files: tuple[ExportFile, ...] = field(validator=are_all(ExportFile))
    """The files; no two names fall together, not even where letter case does not count."""
    losses: tuple[Loss, ...] = field(default=(), validator=are_all(Loss))
    """Information that is missing."""
    warnings: tuple[Loss, ...] = field(default=(), validator=are_all(Loss))
    """Information given as printed although it is known to be doubtful."""

    @files.validator
    def _distinct(self, _: Any, files: tuple[ExportFile, ...]) -> None:
        reject_name_collisions([file.name for file in files])

    def plan(self, folder: str | os.PathLike[str]) -> tuple[FileChange, ...]:
        """Return the changes that writing the files below `folder` would make; write nothing."""
        return tuple(
            FileChange(name=file.name, path=path, state=state_of(path, file.content))
            for file, path in self._targets(folder)
        )

    def write_to(self, folder: str | os.PathLike[str]) -> tuple[Path, ...]:
        """Write every file below `folder`, each whole or not at all, and return their paths.

        Raises `UnsafePathError`, before anything is written, when a symbolic link would lead a
        file out of the folder or the target of a file is a folder. A link in place
        of a file is replaced; the file it points to stays unchanged.
        """
        return tuple(write_whole(path, file.content, through_link=False) for file, path in self._targets(folder))

    def _targets(self, folder: str | os.PathLike[str]) -> list[tuple[ExportFile, Path]]:
        return [(file, within(Path(folder), file.name)) for file in self.files]


def state_of(path: Path, content: bytes) -> TargetState:
    """Compare new content with the file at `path`."""
    if not os.path.lexists(path):
        return TargetState.NEW
    same = path.is_file() and not path.is_symlink() and path.read_bytes() == content
    return TargetState.SAME if same else TargetState.CHANGED


@frozen(kw_only=True)
class NoOptions:
    """Options of an exporter without options."""


@frozen(kw_only=True)
class OtherFormat:
    """A type of file that an exporter writes in place of its usual one, if its option ``format`` asks for it."""

    format: str
    """Value of the option ``format``, such as ``docx``."""
    suffix: str = field(validator=begins_with_dot)
    """Suffix of the main file, with the dot; an output with this suffix chooses the format."""
    media_type: str
    """IANA media type of the main file."""


@frozen(kw_only=True)
class Exporter:
    """Conversion of a concept to files: a name, options, and a pure function."""

    name: str = field(validator=named)
    """Short name, such as ``ical``."""
    title: Message = field(validator=is_message)
    """Name shown to users."""
    media_type: str = field(validator=is_media_type)
    """IANA media type of the main file."""
    suffix: str = field(validator=begins_with_dot)
    """Suffix of the main file, with the dot."""
    export: Callable[[Concept, Any], Export] = field(validator=is_function)
    """Function of concept and options that returns files. It gets the public view and must not read the clock or the
    network."""
    options: type = field(default=NoOptions, validator=options_class)
    """An attrs class; every attribute has a default, so that no option is ever required."""
    with_tables: bool = field(default=False, validator=is_one(bool))
    """Whether `export` gets all tables by name, those of plugins included, as a third argument.
    The argument must be optional."""
    other_formats: tuple[OtherFormat, ...] = field(default=())
    """Types of files beside the usual one; the options then have a ``format``."""

    @other_formats.validator
    def _chosen_by_an_option(self, _: Any, others: tuple[OtherFormat, ...]) -> None:
        if others and "format" not in {one.name for one in attrs.fields(self.options)}:
            raise ValueError(f"other_formats need an option named format, and {self.options.__name__} has none")

    @property
    def suffixes(self) -> tuple[str, ...]:
        """Suffixes of the files that it can write, the usual one first."""
        return (self.suffix, *(other.suffix for other in self.other_formats))


@frozen(kw_only=True)
class SendStep:
    """One action of a publisher on the target system, such as an update of one page."""

    address: str = field(validator=is_plain)
    """Address of the element that is sent."""
    action: Message = field(validator=is_message)
    """Action, such as "update the page {title}"."""
    state: TargetState = field(validator=is_one(TargetState))
    """Comparison with the target system: absent (new), changed, the same, or edited there."""
    target: str | None = field(default=None, validator=optional(is_plain))
    """Target, such as the page's web address."""
    state_words: Message | None = field(default=None, validator=optional(is_message))
    """More precise name of the state, such as "edited in the CMS"."""

    def __str__(self) -> str:
        state = self.state if self.state_words is None else self.state_words.text()
        return f"{self.address}: {state}: {self.action.text()}"


@frozen(kw_only=True)
class SendPlan:
    """Planned actions of a publisher: the dry run."""

    steps: tuple[SendStep, ...] = field(validator=are_all(SendStep))
    """Steps, in the order of execution."""
    losses: tuple[Loss, ...] = field(default=(), validator=are_all(Loss))
    """Information that is missing."""
    warnings: tuple[Loss, ...] = field(default=(), validator=are_all(Loss))
    """Information sent as printed although it is known to be doubtful."""


class SendOutcome(StrEnum):
    """Outcome of a step."""

    DONE = "done"
    FAILED = "failed"
    SKIPPED = "skipped"


@frozen(kw_only=True)
class Sent:
    """A step and its outcome."""

    step: SendStep = field(validator=is_one(SendStep))
    """The same object as in the plan, not a copy."""
    outcome: SendOutcome = field(validator=is_one(SendOutcome))
    reason: Message | None = field(default=None, validator=optional(is_message))
    """Reason for a failed or skipped step."""

    def __str__(self) -> str:
        return f"{self.step}: {self.outcome}" + (f": {self.reason.text()}" if self.reason else "")


@frozen(kw_only=True)
class SendReport:
    """Outcomes of the steps of a plan."""

    steps: tuple[Sent, ...]
    """One outcome for each step of the plan, in its order, followed by unplanned ones."""
    losses: tuple[Loss, ...] = ()
    warnings: tuple[Loss, ...] = ()
    ended: Message | None = None
    """Reason why the run ended before the last step; None if it did not."""
    cause: BaseException | None = field(default=None, eq=False)
    """Exception that ended it."""

    @property
    def ok(self) -> bool:
        """Whether every step was done, or skipped because the target was the same."""
        return self.ended is None and all(
            sent.outcome is SendOutcome.DONE
            or (sent.outcome is SendOutcome.SKIPPED and sent.step.state is TargetState.SAME)
            for sent in self.steps
        )


@frozen(kw_only=True)
class Publisher:
    """Transfer of a concept to another system: a plan, and a generator that executes it step by step."""

    name: str = field(validator=named)
    """Short name, such as ``integreat``."""
    title: Message = field(validator=is_message)
    """Name shown to users."""
    plan: Callable[[Concept, Any], SendPlan] = field(validator=is_function)
    """Function of concept and options that returns the plan. It may read the target system and changes nothing."""
    perform: Callable[[SendPlan, Any], Iterable[Sent]] = field(validator=is_function)
    """Function that executes a plan, in order, and yields each step as soon as its outcome is known."""
    options: type = field(default=NoOptions, validator=options_class)
    """An attrs class; every attribute has a default, so that no option is ever required."""

    def send(self, concept: Concept, options: Any, *, progress: Callable[[Sent], object] | None = None) -> SendReport:
        """Make a plan, execute it, and return a report on every step.

        An exception that ends the run early, even the user's Ctrl-C, is part of the report; steps that
        were not reached are listed as skipped. `progress` is called with each step when it is over.
        Only errors of the plan are raised: then nothing was sent.
        """
        plan = self.plan(concept, options)
        sent: list[Sent] = []
        try:
            for outcome in self.perform(plan, options):
                sent.append(outcome)
                if progress:
                    progress(outcome)
        except BaseException as error:  # noqa: BLE001 - the report is needed most if a run ends early
            return _report(plan, sent, error)
        return _report(plan, sent, None)


def _report(plan: SendPlan, sent: list[Sent], error: BaseException | None) -> SendReport:
    ended = _why(error) if error is not None else None
    reason = ended or message("the publisher did not report this step")
    reported = {id(one.step): one for one in sent}  # a subclass of `SendStep` may not be hashable
    planned = {id(step) for step in plan.steps}
    steps = [reported.get(id(step), Sent(step=step, outcome=SendOutcome.SKIPPED, reason=reason)) for step in plan.steps]
    unplanned = [one for one in sent if id(one.step) not in planned]
    return SendReport(steps=(*steps, *unplanned), losses=plan.losses, warnings=plan.warnings, ended=ended, cause=error)


def _why(error: BaseException) -> Message:
    if isinstance(error, KeyboardInterrupt):
        return message("the run was interrupted")
    said = error.args[0] if isinstance(error, IntegrationskonzeptError) and error.args else describe_error(error)
    return message("the run ended early: {problem}", problem=said)
