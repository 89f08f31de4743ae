"""``evaluate``: how a concept stands on a day."""

import json
from datetime import datetime
from pathlib import Path

import click

from integrationskonzept import api
from integrationskonzept.analysis.evaluation_report import evaluation_data, evaluation_sheet
from integrationskonzept.analysis.snapshot import Snapshot
from integrationskonzept.cli.days import DAY, today_or
from integrationskonzept.cli.failing import WrongUseError
from integrationskonzept.cli.session import Session, pass_session
from integrationskonzept.files import write_whole
from integrationskonzept.language import message


@click.command("evaluate", short_help="Tell what is due, overdue, reached and open on a day.")
@click.argument("source")
@click.option("--today", type=DAY, help="The day that is asked about, such as 2027-06-30; by default today.")
@click.option("--format", "form", type=click.Choice(("text", "markdown", "json")), default="text", show_default=True)
@click.option(
    "--snapshot",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Freeze what was found in this file, to compare a later evaluation with it.",
)
@click.option(
    "--since",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Tell instead what is another than in this snapshot.",
)
@click.option("--public", is_flag=True, help="Leave out what is marked internal, as in a paper that anybody may read.")
@pass_session
def command(
    session: Session,
    source: str,
    today: datetime | None,
    form: str,
    snapshot: Path | None,
    since: Path | None,
    public: bool,
) -> None:
    """Tell how SOURCE (a file or a bundled concept) stands: due, overdue (yes, no, or cannot be said), reached, open.

    markdown is meant for a report to the council.
    """
    evaluation = api.evaluate(session.concept(source, public=public), today_or(today))
    if since is not None:
        click.echo(_changes(since, evaluation.snapshot(), session.language))
    elif form == "json":
        click.echo(json.dumps(evaluation_data(evaluation, session.language), ensure_ascii=False, indent=2))
    else:
        sheet = evaluation_sheet(evaluation)
        said = sheet.markdown(session.language) if form == "markdown" else sheet.text(session.language)
        click.echo(said, nl=False)
    if snapshot is not None:
        content = json.dumps(evaluation.snapshot().to_data(), ensure_ascii=False, indent=2) + "\n"
        session.say("{file}: written", file=write_whole(snapshot, content.encode()))


def _changes(since: Path, now: Snapshot, language: str) -> str:
    try:
        then = Snapshot.from_data(json.loads(since.read_text(encoding="utf-8")))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        none = message("{file} is no snapshot; write one with: evaluate SOURCE --snapshot FILE", file=since)
        raise WrongUseError(none) from None
    found = then.compare(now)
    return "\n".join([found.text(language), *(f"- {change.text(language)}" for change in found.changes)])
