"""``due``: list deadlines and dates in a period."""

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

import click

from integrationskonzept.cli.choices import TitledChoice
from integrationskonzept.cli.dates import DAY, today_or
from integrationskonzept.cli.document import document_output, form_and_json_option, json_output
from integrationskonzept.cli.errors import WrongUseError
from integrationskonzept.cli.output import deliver, force_option, internal_option, output_option
from integrationskonzept.cli.session import Session, pass_session
from integrationskonzept.documents.agenda import KIND_TITLES, agenda_data, agenda_document
from integrationskonzept.evaluation.agenda import DueKind, due
from integrationskonzept.evaluation.evaluation import evaluate
from integrationskonzept.i18n.messages import label, message
from integrationskonzept.model.actor import Actor
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.element import names_of
from integrationskonzept.model.field_of_action import FieldOfAction
from integrationskonzept.suggest import named_by_title

KIND = TitledChoice({kind.value: (KIND_TITLES[kind], label(kind.value)) for kind in DueKind})


@click.command("due", short_help="List deadlines and dates, by default until the next evaluation.")
@click.argument("source")
@click.option("--from", "start", type=DAY, help="First day; by default today.")
@click.option("--to", "end", type=DAY, help="Last day; by default the day of the next evaluation, or a year later.")
@click.option(
    "--lead", "leads", multiple=True, help="Only what this actor (its id or title) is involved in; can be repeated."
)
@click.option("--field", "fields", multiple=True, help="Only this field of action (its id or title); can be repeated.")
@click.option(
    "--kind", "kinds", multiple=True, type=KIND, help="Only this kind of entry, such as measure; can be repeated."
)
@form_and_json_option
@internal_option
@output_option
@force_option
@pass_session
def command(
    session: Session,
    source: str,
    start: datetime | None,
    end: datetime | None,
    leads: tuple[str, ...],
    fields: tuple[str, ...],
    kinds: tuple[str, ...],
    form: str,
    internal: bool,
    output: Path | None,
    force: bool,
) -> None:
    """List what falls due in SOURCE: measures, steps, targets, evaluations, activities and action days.

    A date known only within limits is listed if the limits overlap the period.
    """
    concept = session.concept(source, public=not internal)
    first = today_or(start)
    last = end.date() if end else _until(concept, first)
    if last < first:
        raise WrongUseError(message("--from must not be after --to; got {first} and {last}", first=first, last=last))
    actors = [concept.actor(_id(lead, concept.actors)).id for lead in leads]
    chosen = [concept.field_of_action(_id(field, concept.fields_of_action)).id for field in fields]
    agenda = due(concept, first, last, actors=actors, fields=chosen, kinds=kinds)
    if form == "json":
        result = json_output(agenda_data(agenda, session.language), output)
    else:
        document = agenda_document(agenda, session.language, title=concept.title)
        result = document_output(session, document, form, output, said=message("a report"))
    deliver(session, result, force=force, sources=(source,))


def _id(name: str, elements: Iterable[Actor | FieldOfAction]) -> str:
    """Return the id of the element that has this title, or else the name as it is."""
    return named_by_title(name, {each.id: names_of(each) for each in elements})


def _until(concept: Concept, today: date) -> date:
    """Return the day of the next evaluation, or the day a year later."""
    review = evaluate(concept, today).next_review
    if review and review.due.value:
        return review.due.value.latest
    return date(today.year + 1, today.month, min(today.day, 28))
