"""The agenda as a document and as plain data."""

from typing import Any

from integrationskonzept.blocks.tree import Document, ElementLink, Inline, Paragraph, TableColumn, TextTable
from integrationskonzept.evaluation.agenda import Agenda, Due, DueKind
from integrationskonzept.evaluation.answer import verdict_word
from integrationskonzept.i18n.languages import DEFAULT_LANGUAGE
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.format_value import value_message

KIND_TITLES: dict[DueKind, Message] = {
    DueKind.MEASURE: message("planned end of the measure"),
    DueKind.STEP: message("step"),
    DueKind.TARGET: message("target"),
    DueKind.INTERIM_TARGET: message("interim target"),
    DueKind.EVALUATION: message("evaluation"),
    DueKind.ACTIVITY: message("activity"),
    DueKind.ACTION_DAY: message("action day"),
    DueKind.GOAL: message("planned end of the goal"),
    DueKind.MEETING: message("meeting"),
    DueKind.DECISION: message("decision"),
    DueKind.START: message("planned start"),
    DueKind.PERIOD: message("period of the concept"),
    DueKind.OTHER: message("date"),
}
"""What people call each kind of entry."""


def agenda_document(agenda: Agenda, language: str | None = None, *, title: str | None = None) -> Document:
    """Return an agenda in chronological order; `title` is that of the concept it is about."""
    columns = (
        TableColumn(message("due"), priority=0),
        TableColumn(message("what"), priority=0),
        TableColumn(message("kind"), priority=1),
        TableColumn(message("done"), priority=2),
        TableColumn(message("basis"), priority=3),
    )
    rows = [_row(one) for one in agenda.items]
    blocks = TextTable(columns, rows, headed_rows=False) if rows else Paragraph(message("nothing is due"))
    period = {"start": value_message(agenda.start), "end": value_message(agenda.end)}
    heading = (
        message("{title}: due from {start} to {end}", title=value_message(title), **period)
        if title
        else message("Due from {start} to {end}", **period)
    )
    return Document(title=heading, blocks=blocks, language=language or DEFAULT_LANGUAGE)


def _row(one: Due) -> tuple[Inline, ...]:
    day = message("not known") if one.day.value is None else value_message(one.day.value)
    return day, ElementLink(one.title, one.address), KIND_TITLES[one.kind], verdict_word(one.done.verdict), one.day.rule


def agenda_data(agenda: Agenda, language: str = "en") -> dict[str, Any]:
    """Return an agenda as plain data that JSON can hold; its sentences are in `language`."""
    return {
        "start": agenda.start.isoformat(),
        "end": agenda.end.isoformat(),
        "due": [_due(one, language) for one in agenda.items],
    }


def _due(due: Due, language: str) -> dict[str, Any]:
    day = due.day.value
    return {
        "kind": due.kind.value,
        "address": due.address,
        "title": due.title,
        "earliest": day and day.earliest.isoformat(),
        "latest": day and day.latest.isoformat(),
        "basis": due.day.basis.value,
        "within": due.within.verdict.value,
        "done": due.done.verdict.value,
        "done_why": due.done.why.text(language),
    }
