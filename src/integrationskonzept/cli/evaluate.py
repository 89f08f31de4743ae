"""``evaluate``: report the status of a concept on a day."""

import json
from datetime import datetime
from pathlib import Path

import click
from attrs import evolve

from integrationskonzept.cli.choices import TitledChoice
from integrationskonzept.cli.dates import DAY, today_or
from integrationskonzept.cli.document import document_output, form_and_json_option, json_output
from integrationskonzept.cli.errors import WrongUseError
from integrationskonzept.cli.output import Output, deliver, force_option, internal_option, output_option
from integrationskonzept.cli.session import Session, pass_session
from integrationskonzept.documents.evaluation_data import evaluation_data
from integrationskonzept.documents.snapshot import snapshot_data, snapshot_document
from integrationskonzept.documents.status_report import Order, Selection, evaluation_document
from integrationskonzept.evaluation.evaluation import evaluate
from integrationskonzept.evaluation.snapshot import Snapshot, SnapshotComparison
from integrationskonzept.i18n.messages import label, message

_SELECTION = TitledChoice(
    {
        Selection.OVERDUE.value: [message("overdue")],
        Selection.BEHIND.value: [message("behind schedule")],
        Selection.GIVEN_UP.value: [message("given up")],
        Selection.TO_BE_DECIDED.value: [message("to be decided")],
    }
)
_ORDER = TitledChoice(
    {
        Order.FIELD.value: [label("field_of_action")],
        Order.DEADLINE.value: [message("deadline")],
        Order.LEAD.value: [message("lead")],
        Order.TITLE.value: [label("title")],
    }
)


@click.command("evaluate", short_help="Report what is due, overdue, reached and open on a day.")
@click.argument("source")
@click.option("--today", type=DAY, help="The day of the evaluation, such as 2027-06-30; by default today.")
@click.option("--only", type=_SELECTION, help="Only these measures, in one table.")
@click.option(
    "--sort",
    "order",
    type=_ORDER,
    default=Order.FIELD.value,
    show_default=True,
    help="Order of the measures; any other than by field shows them in one table.",
)
@form_and_json_option
@click.option(
    "--snapshot",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Save the results in this file, for comparison with a later evaluation.",
)
@click.option(
    "--since",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Show only what changed since this snapshot.",
)
@internal_option
@output_option
@force_option
@pass_session
def command(
    session: Session,
    source: str,
    today: datetime | None,
    only: str | None,
    order: str,
    form: str,
    snapshot: Path | None,
    since: Path | None,
    internal: bool,
    output: Path | None,
    force: bool,
) -> None:
    """Report what is to be decided, overdue (yes, no, or cannot be said), reached and open in SOURCE.

    SOURCE is a file or a bundled concept. Internal content is left out, of a snapshot too. The formats
    markdown and html are meant for a report to the council.
    """
    if (only or order != Order.FIELD.value) and (since or form == "json"):
        raise WrongUseError(message("--only and --sort choose from a report; leave out --since and --format json"))
    concept, day = session.concept(source), today_or(today)
    evaluation = evaluate(concept if internal else concept.public(), day)
    language = session.language
    found = since and _changes(since, evaluation.snapshot(), evaluate(concept, day).snapshot())
    if form == "json":
        data = snapshot_data(found) if found else evaluation_data(evaluation, language)
        results = [json_output(data, output)]
    else:
        chosen = Selection(only) if only else None
        document = (
            snapshot_document(found, language)
            if found
            else evaluation_document(evaluation, language, only=chosen, order=Order(order))
        )
        results = [document_output(session, document, form, output, said=message("a report"))]
    if snapshot is not None:
        saved = json.dumps(evaluation.snapshot().to_data(), ensure_ascii=False, indent=2)
        results.append(Output.of_text(saved, snapshot, said=message("a snapshot")))
    deliver(session, *results, force=force, sources=(source,))


def _changes(since: Path, now: Snapshot, with_internal: Snapshot) -> SnapshotComparison:
    """Compare two snapshots; values that have only become internal are not changes."""
    try:
        then = Snapshot.from_data(json.loads(since.read_text(encoding="utf-8")))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        none = message("{file} is no snapshot; write one with: evaluate SOURCE --snapshot FILE", file=since)
        raise WrongUseError(none) from None
    known = {(change.address, change.name) for change in then.compare(with_internal).changes}
    found = then.compare(now)
    return evolve(found, changes=tuple(one for one in found.changes if (one.address, one.name) in known))
