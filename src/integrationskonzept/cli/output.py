"""Output of commands: standard output, or files that do not overwrite others by mistake."""

from collections.abc import Iterable, Sequence
from os.path import commonpath
from pathlib import Path

import click
from attrs import frozen

from integrationskonzept.cli.errors import WrongUseError
from integrationskonzept.cli.session import Session
from integrationskonzept.cli.sorts import begins_like, sort_of
from integrationskonzept.cli.terminal import put_exactly
from integrationskonzept.files import read_beyond, write_whole
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.plugins.contracts import Export
from integrationskonzept.printable import visible
from integrationskonzept.spreadsheets import Sheet, excel_csv, workbook

_MAX_BYTES = 64_000_000
"""Limit for reading an existing file; no command writes a larger one."""

LISTED = 30
"""Files of one call up to which each is named when it is written."""

output_option = click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    help="Write to this file, as UTF-8, instead of printing.",
)
force_option = click.option("--force", is_flag=True, help="Overwrite a file of a different kind, or SOURCE itself.")
internal_option = click.option("--internal", is_flag=True, help="Include internal content.")


@frozen(kw_only=True)
class Output:
    """Content with its target."""

    content: bytes
    target: Path | None = None
    """Target file; None or ``-`` for standard output."""
    said: Message | None = None
    """Description for users; by default derived from its beginning."""
    template: str | None = None
    """Message in the first or the last line, by which such a text is recognised."""
    through_link: bool = True
    """Whether a symbolic link in place of the file is followed."""
    coloured: bool = False
    """Whether it has the colours of a terminal."""

    @classmethod
    def of_text(
        cls,
        text: str,
        target: Path | None,
        *,
        said: Message | None = None,
        template: str | None = None,
        coloured: bool = False,
    ) -> "Output":
        """Return the output of a text or JSON, with control characters escaped, except for colours if `coloured`."""
        content = f"{visible(text, colours=coloured).rstrip()}\n".encode("utf-8", "backslashreplace")
        return cls(content=content, target=target, said=said, template=template, coloured=coloured)

    @property
    def file(self) -> Path | None:
        """Target file; None for standard output."""
        return None if self.target is None or str(self.target) == "-" else self.target


def sheet_output(sheet: Sheet, file: Path) -> Output:
    """Return a list for people as CSV or as a workbook, as the suffix of its file says."""
    if file.suffix.lower() == ".csv":
        return Output(content=excel_csv(sheet.headers, sheet.rows), target=file)
    if file.suffix.lower() != ".xlsx":
        raise WrongUseError(message("{file}: this list is written as .csv or .xlsx; choose one of them", file=file))
    return workbook_output([sheet], file)


def workbook_output(sheets: Iterable[Sheet], file: Path, *, said: Message | None = None) -> Output:
    """Return some sheets as a workbook."""
    try:
        return Output(content=workbook(sheets), target=file, said=said)
    except ModuleNotFoundError as error:
        if error.name != "xlsxwriter":
            raise
        raise WrongUseError(
            message("{file}: for .xlsx install integrationskonzept-office, or choose .csv", file=file)
        ) from None


def export_outputs(export: Export, folder: str | Path) -> list[Output]:
    """Return the files of an export as outputs below a folder."""
    changes = zip(export.files, export.plan(folder), strict=True)
    return [Output(content=file.content, target=change.path, through_link=False) for file, change in changes]


def deliver(session: Session, *outputs: Output, force: bool = False, sources: Sequence[str] = ()) -> None:
    """Print outputs without a file, and write the files; raise before anything is written."""
    refuse_overwriting(outputs, force=force, sources=sources)
    for output in outputs:
        if output.file is None:
            put_exactly(output.content, coloured=output.coloured)
    targets = [(output, output.file) for output in outputs if output.file is not None]
    for output, file in targets:
        write_whole(file, output.content, through_link=output.through_link)
        if len(targets) <= LISTED:  # at once: if the next one fails, it is known what was written
            session.say("{file}: written", file=file)
    if len(targets) > LISTED:
        folder = commonpath([str(file) for _, file in targets]) or "."
        session.say("{folder}: {count} files written", folder=folder, count=len(targets))


def refuse_overwriting(outputs: Sequence[Output], *, force: bool = False, sources: Sequence[str] = ()) -> None:
    """Raise `WrongUseError` if a source or a file of a different kind would be overwritten, unless `force` is true."""
    targets = [(output, output.file) for output in outputs if output.file is not None]
    seen: set[Path] = set()
    for _, file in targets:
        _refuse_files_as_folders(file)
        place = file.resolve()
        if place in seen:
            raise WrongUseError(message("{file} cannot be written twice; name another file", file=file))
        seen.add(place)
    if not force:
        existing = [_ExistingFile(output, file, old) for output, file in targets if (old := _content(output, file))]
        written_before = any(one.is_same for one in existing)
        for one in existing:
            if any(Path(source).exists() and one.file.samefile(source) for source in sources):
                raise WrongUseError(_source_refusal(one))
            if not one.is_same and not (written_before and one.may_be_same):
                raise WrongUseError(_kind_refusal(one))


def _refuse_files_as_folders(file: Path) -> None:
    around = next(folder for folder in (*file.parents, file.parent) if folder.exists())
    if not around.is_dir():
        raise WrongUseError(
            message("{folder} is a file, and {file} cannot be written into it; name a folder", folder=around, file=file)
        )


def _content(output: Output, file: Path) -> bytes | None:
    """Return the content that would be lost; None for an empty or equal file, or a pipe."""
    if not file.is_file():
        return None
    old = read_beyond(file, _MAX_BYTES)
    return None if old == output.content or not old.strip() else old


class _ExistingFile:
    """An existing file at the target of an output."""

    def __init__(self, output: Output, file: Path, content: bytes) -> None:
        self.file = file
        self.old, self._new = sort_of(content, file), sort_of(output.content, file)
        self.said = output.said or self._new.said
        known = output.template is not None and begins_like(content, output.template)
        self.is_same = known or self._new.holds(self.old)

    @property
    def may_be_same(self) -> bool:
        """Whether the kinds may be the same: a list that becomes empty has no marks."""
        return self.old.form == self._new.form and not self._new.marks


def _source_refusal(one: _ExistingFile) -> Message:
    return message(
        "{file} is what is read here, and is not overwritten with {new};"
        " name another file, or overwrite it with --force",
        file=one.file,
        new=one.said,
    )


def _kind_refusal(one: _ExistingFile) -> Message:
    return message(
        "{file} holds {old} and is not overwritten with {new}; name another file, or overwrite it with --force",
        file=one.file,
        old=one.old.said,
        new=one.said,
    )
