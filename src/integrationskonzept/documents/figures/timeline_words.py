"""The timeline in words: a description, and a table of what the figure shows."""

from collections import Counter
from collections.abc import Sequence

from integrationskonzept.blocks.tree import ElementLink, Inline, TableColumn, Text, TextTable
from integrationskonzept.documents.figures.page import Frame, sentences
from integrationskonzept.documents.figures.timeline_data import MeasureRow, Section, TimelineData
from integrationskonzept.documents.figures.timeline_legend import SYMBOL_WORDS
from integrationskonzept.evaluation.answer import verdict_word
from integrationskonzept.evaluation.derivation import Basis
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.format_value import list_message, value_message

_NAMED = 5
"""Maximum number of overdue measures that a description names."""
_BASES = {Basis.STATED: message("stated"), Basis.DERIVED: message("derived"), Basis.UNKNOWN: message("unknown")}


def described(data: TimelineData, sections: Sequence[Section], frame: Frame) -> Message:
    """Return what a page of a timeline shows, for people who do not see it."""
    rows = [row for section in sections for row in section.rows]
    said = message(
        "Timeline from {first} to {last}, {day}. Measures: {count} ({statuses}).",
        count=len(rows),
        first=data.first.year,
        last=data.last.year,
        day=frame.day(),
        statuses=counts(rows),
    )
    late = [row.title for row in rows if row.is_overdue]
    return sentences(said, overdue_sentence(late))


def overdue_sentence(titles: Sequence[str]) -> Message | None:
    """Return the sentence that names what is overdue."""
    if not titles:
        return None
    named: list[Text] = list(titles[:_NAMED])
    if len(titles) > _NAMED:
        named.append(message("{count} others", count=len(titles) - _NAMED))
    return message("Overdue: {measures}.", measures=list_message(named))


def counts(rows: Sequence[MeasureRow]) -> Message:
    """Return how many measures have which status, as a list."""
    counted = Counter(row.status.symbol for row in rows)
    parts = [
        message("{count} {status}", count=counted[sign], status=word)
        for sign, word in SYMBOL_WORDS.items()
        if counted[sign]
    ]
    return list_message(parts)


def timeline_table(sections: Sequence[Section]) -> TextTable:
    """Return the rows of a timeline as a table."""
    columns = (
        TableColumn(message("measure"), priority=0),
        TableColumn(message("field of action"), priority=4),
        TableColumn(message("planned"), priority=2),
        TableColumn(message("basis"), priority=3),
        TableColumn(message("due"), priority=1),
        TableColumn(message("status"), priority=1),
        TableColumn(message("overdue"), priority=2),
    )
    rows = [_cells(row, section) for section in sections for row in section.rows]
    return TextTable(columns, rows)


def _cells(row: MeasureRow, section: Section) -> tuple[Inline | None, ...]:
    schedule = row.evaluation.schedule
    planned = schedule.planned.value
    return (
        ElementLink(row.title, row.address),
        section.title,
        value_message(planned) if planned else None,
        _BASES[schedule.planned.basis],
        value_message(row.due) if row.due else None,
        row.status,
        verdict_word(schedule.overdue.verdict),
    )
