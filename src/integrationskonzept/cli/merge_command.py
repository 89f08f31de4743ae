"""``merge``: merge edited tables into a concept; a plugin that reads the tables adds the command."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import click

from integrationskonzept.cli.errors import WrongUseError
from integrationskonzept.cli.new_findings import new_findings
from integrationskonzept.cli.output import Output, force_option, refuse_overwriting
from integrationskonzept.cli.revision import revise, write
from integrationskonzept.cli.session import Session, pass_session
from integrationskonzept.cli.terminal import put
from integrationskonzept.files import InputFile, input_file
from integrationskonzept.findings import Finding, Severity
from integrationskonzept.i18n.messages import message
from integrationskonzept.merging import CellChange, Edits, Names, merge_edits, unanswered
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.format_value import list_message, value_message
from integrationskonzept.model.partial_date import PartialDate
from integrationskonzept.printable import printable


def merge_command(read: Callable[[InputFile], Edits], what: str) -> click.Command:
    """Return the command ``merge`` for the files that `read` reads; `what` names them in its help."""

    @click.command("merge", short_help=f"Merge an edited {what} into a concept.")
    @click.argument("source")
    @click.argument("edited", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
    @click.option(
        "--write", "is_for_real", is_flag=True, help="Write the file; without it, only show what would change."
    )
    @click.option(
        "-o",
        "--output",
        type=click.Path(dir_okay=False, path_type=Path),
        help="The file to write; by default SOURCE itself.",
    )
    @force_option
    @pass_session
    def command(
        session: Session, source: str, edited: tuple[Path, ...], is_for_real: bool, output: Path | None, force: bool
    ) -> None:
        """Merge what was edited in EDITED, made from SOURCE by `export`, back into SOURCE.

        Every cell is compared with the value it was made from and with SOURCE as it is now. What was
        edited on both sides stays and is reported. A missing row removes nothing. Only the lines of new
        values change: comments, order and blank lines of SOURCE stay.

        Nothing is written without --write. Exit code 1 if an entry could not be taken, or if the rules of
        `check` find an error in the new values; in the second case nothing is written.
        """
        old = session.concept(source)
        new, findings, changes = _merged(session, old, [read(input_file(path)) for path in edited])
        by_rules = list(new_findings(session, old, new, {change.address for change in changes}))
        session.print_findings(by_rules)
        if output is None and session.is_bundled(source):
            bundled = message("{source} is bundled and stays as it is; say where to write to: -o FILE", source=source)
            raise WrongUseError(bundled)
        if _has_error(by_rules):
            session.say("nothing is written: the rules find an error in the new values")
        elif changes:
            _write(session, source, output, new, is_for_real=is_for_real, force=force)
        if _has_error([*findings, *by_rules]):
            raise click.exceptions.Exit(1)

    return command


def _merged(
    session: Session, concept: Concept, every: Sequence[Edits]
) -> tuple[Concept, list[Finding], list[CellChange]]:
    """Return the concept with the entries of all files, one after the other, and report on each."""
    findings: list[Finding] = []
    changes: list[CellChange] = []
    for edits in every:
        if edits.concept_id not in {None, concept.id}:
            other = message(
                "{file} was made from the concept '{other}', not from '{concept}'",
                file=edits.file,
                other=edits.concept_id,
                concept=concept.id,
            )
            raise WrongUseError(other)
        result = merge_edits(concept, edits, session.language)
        for change in result.changes:
            put(printable(f"{change.place}: {change.text(session.language)}"))
        session.print_findings(result.findings)
        session.say("{file}: {merged}", file=edits.file, merged=result.text(session.language))
        concept = result.concept
        findings += result.findings
        changes += result.changes
    for day in dict.fromkeys(edits.day for edits in every if edits.day is not None):
        for line in _not_answered(session, concept, day):
            put(printable(line), err=True)
    return concept, findings, changes


def _not_answered(session: Session, concept: Concept, day: PartialDate) -> Iterator[str]:
    """Yield a line for every lead that has not reported on all of its measures."""
    names = Names(concept, session.language)
    for one in unanswered(concept, day):
        lead = message("no lead stated") if one.lead is None else value_message(names.shown("actor", one.lead))
        said = message(
            "not answered ({day}): {lead}: {open} of {asked}: {titles}",
            day=value_message(day),
            lead=lead,
            open=len(one.open),
            asked=one.asked,
            titles=list_message(measure.display_title for measure in one.open),
        )
        yield said.text(session.language)


def _has_error(findings: Sequence[Finding]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in findings)


def _write(
    session: Session, source: str, output: Path | None, concept: Concept, *, is_for_real: bool, force: bool
) -> None:
    """Write the new values into the text of the file, or show which lines would change."""
    revision = revise(session, source, output or Path(source), concept)
    if output is not None:
        refuse_overwriting([Output(content=revision.content, target=output)], force=force)
    if is_for_real:
        write(session, source, revision)
        return
    if revision.old:
        for changed in revision.difference():
            put(changed)
    session.say("nothing is written yet; to write: --write")
