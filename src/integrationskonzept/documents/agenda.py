"""The agenda as a report and as plain data."""

from typing import Any

from integrationskonzept.blocks.sheet import Block, Sheet
from integrationskonzept.evaluation.agenda import Agenda, Due, DueKind
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.format_value import cells, value_message

_KINDS: dict[DueKind, Message] = {
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


def agenda_sheet(agenda: Agenda, concept: Concept) -> Sheet:
    """Return an agenda as a report, in chronological order."""
    rows = tuple(
        (one.title, _KINDS[one.kind], one.day.value, one.day.rule, one.done, one.address) for one in agenda.items
    )
    heads = (
        message("what"),
        message("kind"),
        message("due"),
        message("basis"),
        message("done"),
        message("address"),
    )
    return Sheet(
        title=message("{title}: due from {start} to {end}", **_values(agenda, concept)),
        sentences=(),
        blocks=(Block(title=message("Due"), heads=heads, rows=cells(rows, blank=(None, ()))),),
    )


def _values(agenda: Agenda, concept: Concept) -> dict[str, Any]:
    return {
        "title": value_message(concept.title),
        "start": value_message(agenda.start),
        "end": value_message(agenda.end),
    }


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
