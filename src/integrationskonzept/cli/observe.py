"""``observe``: merge a table of observations into a concept."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from integrationskonzept.cli.errors import WrongUseError
from integrationskonzept.cli.export_options import pairs_in, with_defaults
from integrationskonzept.cli.new_findings import new_findings
from integrationskonzept.cli.output import Output, force_option, refuse_overwriting
from integrationskonzept.cli.revision import revise, write
from integrationskonzept.cli.session import Session, pass_session
from integrationskonzept.cli.terminal import put
from integrationskonzept.findings import Finding, Severity
from integrationskonzept.i18n.messages import message, wording
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.key_figure import Figure
from integrationskonzept.observations.merge import MergeResult, merge_observations
from integrationskonzept.plugins.inputs import observations
from integrationskonzept.printable import printable
from integrationskonzept.rules.report import line

_CSV = {".csv", ".tsv", ".txt", ""}
"""Suffixes of files that are read as CSV."""


@click.command("observe", short_help="Merge observations from a file or a plugin's source into a concept.")
@click.argument("source")
@click.argument("values", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--from", "provider", metavar="NAME", help="Source of observations that a plugin provides.")
@click.option("--option", "settings", metavar="KEY=VALUE", multiple=True, help="An option of that source.")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write; by default SOURCE itself.",
)
@force_option
@click.option(
    "--overwrite", is_flag=True, help="Replace observations of the concept that contradict a row of the same date."
)
@click.option("--decimal", type=click.Choice((",", ".")), help="Decimal mark, for numbers such as 1.234.")
@click.option(
    "--dry-run", is_flag=True, help="Show which rows would be merged and which lines would change; write nothing."
)
@pass_session
def command(
    session: Session,
    source: str,
    values: Path | None,
    provider: str | None,
    settings: tuple[str, ...],
    output: Path | None,
    force: bool,
    overwrite: bool,
    decimal: str | None,
    dry_run: bool,
) -> None:
    """Merge the observations of the file VALUES into SOURCE: a CSV file, or what a plugin reads (`--from`).

    Columns: indicator or figure (its id), as_of, and value, minimum, maximum, reached, text or missing (why
    there is none); population, note and x- columns are optional. German headers, dates
    and decimal commas are understood. The same file a second time changes nothing.

    Only the lines of new values change: comments, order and blank lines of SOURCE stay. If that is
    impossible, a message says so, and a copy is kept beside the file as NAME.bak. Findings of
    `check` in the new values are reported. Exit code 1 if a row does not fit; the others are merged.
    """
    concept = session.concept(source)
    table = _table(session, concept, source, values, provider, pairs_in(settings))
    merged = merge_observations(concept, table, overwrite=overwrite, decimal=decimal)
    _report(session, merged)
    for finding in new_findings(session, concept, merged.concept, _changed(concept, merged.concept)):
        put(line(finding, session.language), err=True)
    if output is None and session.is_bundled(source):
        bundled = message("{source} is bundled and stays as it is; say where to write to: -o FILE", source=source)
        raise WrongUseError(bundled)
    target = output or Path(source)
    if output is not None or merged.concept is not concept:
        revision = revise(session, source, target, merged.concept)
        if output is not None:
            refuse_overwriting([Output(content=revision.content, target=target)], force=force)
        if not dry_run:
            write(session, source, revision)
        elif revision.old:
            for changed in revision.difference():
                put(changed)
    if any(finding.severity is Severity.ERROR for finding in merged.findings):
        raise click.exceptions.Exit(1)


def _table(
    session: Session,
    concept: Concept,
    source: str,
    values: Path | None,
    provider: str | None,
    options: Mapping[str, str],
) -> Any:
    """Return the observations to merge: those of a plugin's source, by its name or the suffix, or else a CSV file."""
    if provider is None:
        if values is None:
            raise WrongUseError(message("name a file with VALUES, or a source: --from NAME"))
        if values.suffix.lower() in _CSV:
            if options:
                raise WrongUseError(message("--option belongs to a source: --from NAME"))
            return values
        provider = values.suffix
    chosen = session.host.source_for(provider)
    given = with_defaults(session, chosen, source, options)
    return observations(concept, provider, values, host=session.host, **given)


def _report(session: Session, merged: MergeResult) -> None:
    for remark in merged.remarks:
        put(remark.text(session.language), err=True)
    for finding in merged.findings:
        put(_line(finding, session.language), err=True)
    session.say("{merged}", merged=merged.text(session.language))


def _line(finding: Finding, language: str) -> str:
    """Return ``values.csv, row 3, column 'Wert': error IK953 what is wrong; what to do next``."""
    place, more = finding.place, len(finding.places) - 1
    _, row, *column = place.path
    where = message("{file}, row {row}", file=place.file, row=row).text(language)
    where += message(", column '{column}'", column=column[0]).text(language) if column else ""
    where += message(" (and {count} more rows)", count=more).text(language) if more else ""
    return printable(f"{where}: {wording(finding.severity, language)} {finding.code} {finding.text(language)}")


def _changed(old: Concept, new: Concept) -> set[str]:
    """Return the addresses of the indicators and figures with new values."""
    before = {each.address: each for each in (*old.indicators, *old.every(Figure))}
    return {each.address for each in (*new.indicators, *new.every(Figure)) if each != before[each.address]}
