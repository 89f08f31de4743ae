"""The table of the agenda: everything with a date in the twelve months from a day on."""

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from integrationskonzept.evaluation.agenda import Due, due
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.dates import add_months, plus_days
from integrationskonzept.tabular.columns import day, row_language, text
from integrationskonzept.tabular.table import table_on_day

_MONTHS = 12


def year_from(today: date) -> tuple[date, date]:
    """Return the first and the last day of the twelve months that begin with the day `today`."""
    return today, max(today, plus_days(add_months(today, _MONTHS), -1))


@frozen
class _Row:
    found: Due
    language: str


def _rows(concept: Concept, today: date) -> Iterator[_Row]:
    for found in due(concept, *year_from(today)).items:
        yield _Row(found, row_language(concept))


AGENDA = table_on_day(
    "agenda",
    message("Agenda of twelve months"),
    _rows,
    (
        text("kind", message("Kind of thing with a date: measure, step, evaluation, …"), lambda row: row.found.kind),
        text("address", message("Address of the element"), lambda row: row.found.address),
        text("attribute", message("The attribute that states the date"), lambda row: row.found.attribute),
        text("title", message("Title of the element"), lambda row: row.found.title),
        day(
            "earliest",
            message("First day the date can mean; missing when no year is stated"),
            lambda row: row.found.day.value and row.found.day.value.earliest,
        ),
        day(
            "latest",
            message("Last day the date can mean; missing when no year is stated"),
            lambda row: row.found.day.value and row.found.day.value.latest,
        ),
        text(
            "basis", message("Where the date comes from: stated, derived or unknown"), lambda row: row.found.day.basis
        ),
        text(
            "within",
            message("Whether it falls into the twelve months for certain: yes or unknown"),
            lambda row: row.found.within.verdict,
        ),
        text(
            "done",
            message("Whether it is done, as far as recorded: yes, no or unknown"),
            lambda row: row.found.done.verdict,
        ),
        text(
            "done_reason",
            message("The reason of the answer in done"),
            lambda row: row.found.done.why.text(row.language),
        ),
    ),
)
