"""Where the results of a command go: to standard output, or into files that harm none that is there."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click
from attrs import frozen

from integrationskonzept.cli.failing import WrongUseError
from integrationskonzept.cli.session import Session
from integrationskonzept.cli.sorts import begins_like, sort_of
from integrationskonzept.cli.terminal import put_exactly
from integrationskonzept.files import read_beyond, write_whole
from integrationskonzept.language import Message, message
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
    seen: set[Path] = set()
    for output in outputs:
        if output.file is None:
            continue
        _refuse_files_as_folders(output.file)
        place = output.file.resolve()
        if place in seen:
            raise WrongUseError(message("{file} cannot be written twice; name another file", file=output.file))
        seen.add(place)
        if not force:
            for reason in _harm(output, output.file, sources):
                raise WrongUseError(reason)


def _refuse_files_as_folders(file: Path) -> None:
    around = next(folder for folder in (*file.parents, file.parent) if folder.exists())
    if not around.is_dir():
        raise WrongUseError(
            message("{folder} is a file, and {file} cannot be written into it; name a folder", folder=around, file=file)
        )


def _harm(output: Output, file: Path, sources: Sequence[str]) -> Iterator[Message]:
    """Yield why a file must not be overwritten."""
    if not file.is_file():
        return  # nothing is there, or a pipe; a folder is refused where it is written to
    old, new = read_beyond(file, _MAX_BYTES), sort_of(output.content, file)
    said = output.said or new.said
    if old == output.content or not old.strip():
        return
    if any(Path(source).exists() and file.samefile(source) for source in sources):
        yield message(
            "{file} is what is read here, and is not overwritten with {new};"
            " name another file, or overwrite it with --force",
            file=file,
            new=said,
        )
    found = sort_of(old, file)
    if not new.holds(found) and not (output.template and begins_like(old, output.template)):
        yield message(
            "{file} holds {old} and is not overwritten with {new}; name another file, or overwrite it with --force",
            file=file,
            old=found.said,
            new=said,
        )
