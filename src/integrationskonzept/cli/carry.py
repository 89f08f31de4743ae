"""``carry``: begin the next edition from the last one."""

from pathlib import Path

import click

from integrationskonzept import api
from integrationskonzept.cli.dates import today_or
from integrationskonzept.cli.errors import WrongUseError
from integrationskonzept.cli.output import Output, deliver, force_option
from integrationskonzept.cli.session import Session, pass_session
from integrationskonzept.drafts.next_edition import next_edition_of, next_period
from integrationskonzept.i18n.messages import message

_YEARS = click.IntRange(1900, 2300)


@click.command("carry", short_help="Begin the next edition from the last one.")
@click.argument("source")
@click.option(
    "-o", "--output", required=True, type=click.Path(dir_okay=False, path_type=Path), help="The file to write."
)
@click.option(
    "--start", "first", type=_YEARS, metavar="YEAR", help="First year; by default the one after SOURCE's last."
)
@click.option("--end", "last", type=_YEARS, metavar="YEAR", help="Last year; by default as many years as SOURCE has.")
@force_option
@pass_session
def command(session: Session, source: str, output: Path, first: int | None, last: int | None, force: bool) -> None:
    """Write the beginning of the next edition of SOURCE.

    Goals and measures that are still pursued stay; all of them are listed under the predecessor with their fate, and
    you fill in the verdicts. What is finished or given up is left out, open doubts stay, and what belongs to the old
    document and period is left out: decisions, reports except the latest, time frames, plans and targets that have
    ended, sections, footnotes and citations. SOURCE itself stays as it is.
    """
    if output.exists() and not force:
        raise WrongUseError(message("{file} exists; name another file, or overwrite it with --force", file=output))
    concept = session.concept(source)
    period = next_period(concept, first, last)
    if period is None:
        raise WrongUseError(
            message("the period of {source} is not stated; name the first year: --start", source=source)
        )
    found = next_edition_of(concept, period, today_or(None))
    content = api.encode(found.concept, output.suffix, host=session.host)
    deliver(session, Output(content=content, target=output), force=force, sources=(source,))
    session.say("{summary}", summary=found.summary)
    session.say(
        "fill in the verdicts under edition, predecessor, previous_goals; to see what differs: {command}",
        command=session.command("compare", source, output),
    )
