"""Where the results of a command go: to standard output, or into files that harm none that is there."""

from collections.abc import Sequence
from pathlib import Path

import click
from attrs import frozen

from integrationskonzept.cli.errors import WrongUseError
from integrationskonzept.cli.session import Session
from integrationskonzept.cli.sorts import begins_like, sort_of
from integrationskonzept.cli.terminal import put_exactly
from integrationskonzept.files import read_beyond, write_whole
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.printable import visible

_MAX_BYTES = 64_000_000
"""How much is read of a file that is in the way; a larger one is of no sort that is written here."""

output_option = click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    help="Write to this file, as UTF-8, instead of printing.",
)
force_option = click.option("--force", is_flag=True, help="Overwrite a file of another sort, or even SOURCE.")
internal_option = click.option("--internal", is_flag=True, help="Include what is marked internal.")


@frozen(kw_only=True)
class Output:
    """Something to put out."""

    content: bytes
    target: Path | None = None
    """The file it goes to; None or ``-`` for standard output."""
    said: Message | None = None
    """What it is, for people; by default as its beginning shows."""
    template: str | None = None
    """What the first or the last line of such a text says, where it has one of its own."""
    through_link: bool = True
    """Whether a symbolic link in place of the file is followed."""

    @classmethod
    def of_text(
        cls, text: str, target: Path | None, *, said: Message | None = None, template: str | None = None
    ) -> "Output":
        """Return a text for people, or JSON, without anything that would steer a terminal."""
        content = f"{visible(text).rstrip()}\n".encode("utf-8", "backslashreplace")
        return cls(content=content, target=target, said=said, template=template)

    @property
    def file(self) -> Path | None:
        """The file it goes to."""
        return None if self.target is None or str(self.target) == "-" else self.target


def deliver(session: Session, *outputs: Output, force: bool = False, sources: Sequence[str] = ()) -> None:
    """Print what goes to no file, and write the files; refuse before anything is done."""
    refuse_to_harm(outputs, force=force, sources=sources)
    for output in outputs:
        if output.file is None:
            put_exactly(output.content)
    for output in outputs:
        if output.file is not None:
            written = write_whole(output.file, output.content, through_link=output.through_link)
            session.say("{file}: written", file=written)


def refuse_to_harm(outputs: Sequence[Output], *, force: bool = False, sources: Sequence[str] = ()) -> None:
    """Raise where a file would be overwritten that is a source or of another sort, unless that was asked for."""
    targets = [(output, output.file) for output in outputs if output.file is not None]
    seen: set[Path] = set()
    for _, file in targets:
        _refuse_files_as_folders(file)
        place = file.resolve()
        if place in seen:
            raise WrongUseError(message("{file} cannot be written twice; name another file", file=file))
        seen.add(place)
    if not force:
        standing = [_Standing(output, file, old) for output, file in targets if (old := _content(output, file))]
        written_before = any(one.is_same for one in standing)
        for one in standing:
            if any(Path(source).exists() and one.file.samefile(source) for source in sources):
                raise WrongUseError(_over_source(one))
            if not one.is_same and not (written_before and one.may_be_same):
                raise WrongUseError(_over_another(one))


def _refuse_files_as_folders(file: Path) -> None:
    around = next(folder for folder in (*file.parents, file.parent) if folder.exists())
    if not around.is_dir():
        raise WrongUseError(
            message("{folder} is a file, and {file} cannot be written into it; name a folder", folder=around, file=file)
        )


def _content(output: Output, file: Path) -> bytes | None:
    """Return what would be lost of an old file: nothing of one that holds nothing, or the same, and of a pipe."""
    if not file.is_file():
        return None
    old = read_beyond(file, _MAX_BYTES)
    return None if old == output.content or not old.strip() else old


class _Standing:
    """A file that stands where something is to be written."""

    def __init__(self, output: Output, file: Path, content: bytes) -> None:
        self.file = file
        self.old, self._new = sort_of(content, file), sort_of(output.content, file)
        self.said = output.said or self._new.said
        known = output.template is not None and begins_like(content, output.template)
        self.is_same = known or self._new.holds(self.old)

    @property
    def may_be_same(self) -> bool:
        """Whether only that nothing is to be written keeps it from being told: a list may become empty."""
        return self.old.form == self._new.form and not self._new.marks


def _over_source(one: _Standing) -> Message:
    return message(
        "{file} is what is read here, and is not overwritten with {new};"
        " name another file, or overwrite it with --force",
        file=one.file,
        new=one.said,
    )


def _over_another(one: _Standing) -> Message:
    return message(
        "{file} holds {old} and is not overwritten with {new}; name another file, or overwrite it with --force",
        file=one.file,
        old=one.old.said,
        new=one.said,
    )
