"""``due``: list deadlines and dates in a period."""

from datetime import date, datetime
from pathlib import Path

import click

from integrationskonzept.cli.dates import DAY, today_or
from integrationskonzept.cli.document import document_output, form_and_json_option, json_output
from integrationskonzept.cli.errors import WrongUseError
from integrationskonzept.cli.output import deliver, force_option, internal_option, output_option
from integrationskonzept.cli.session import Session, pass_session
from integrationskonzept.documents.agenda import KIND_TITLES, agenda_data, agenda_document
from integrationskonzept.evaluation.agenda import DueKind, due
from integrationskonzept.evaluation.evaluation import evaluate
from integrationskonzept.i18n.languages import LANGUAGES
from integrationskonzept.i18n.messages import label_text, message
from integrationskonzept.model.concept import Concept
from integrationskonzept.suggest import named_by_title


class _Kind(click.Choice[str]):
    """A kind of entry, by its name or its title in any language, such as ``measure`` or ``Maßnahme``."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the name of the kind, or raise with all of them."""
        titles = {
            kind.value: [text for code in LANGUAGES for text in (title.text(code), label_text(kind.value, code))]
            for kind, title in KIND_TITLES.items()
        }
        found: str = super().convert(named_by_title(value, titles), param, ctx)
        return found


KIND = _Kind([kind.value for kind in DueKind])


@click.command("due", short_help="List deadlines and dates, by default until the next evaluation.")
@click.argument("source")
@click.option("--from", "start", type=DAY, help="First day; by default today.")
@click.option("--to", "end", type=DAY, help="Last day; by default the day of the next evaluation, or a year later.")
@click.option("--lead", "leads", multiple=True, help="Only what this actor (its id) is involved in; can be repeated.")
@click.option("--field", "fields", multiple=True, help="Only this field of action (its id); can be repeated.")
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
    actors = [concept.actor(id).id for id in leads]
    chosen = [concept.field_of_action(id).id for id in fields]
    agenda = due(concept, first, last, actors=actors, fields=chosen, kinds=kinds)
    if form == "json":
        result = json_output(agenda_data(agenda, session.language), output)
    else:
        document = agenda_document(agenda, session.language, title=concept.title)
        result = document_output(session, document, form, output, said=message("a report"))
    deliver(session, result, force=force, sources=(source,))


def _until(concept: Concept, today: date) -> date:
    """Return the day of the next evaluation, or the day a year later."""
    review = evaluate(concept, today).next_review
    if review and review.due.value:
        return review.due.value.latest
    return date(today.year + 1, today.month, min(today.day, 28))
