"""The table of the evaluation on a day: one row a measure, overdue or not, with the reasons."""

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from integrationskonzept.evaluation.schedule import MeasureSchedule, schedule
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.concept import Concept
from integrationskonzept.tabular.columns import day, row_language, text
from integrationskonzept.tabular.table import table_on_day


@frozen
class _Row:
    found: MeasureSchedule
    language: str

    @property
    def last_day(self) -> date | None:
        """The last day on which it can fall due."""
        return self.found.deadline.value.latest if self.found.deadline.value else None


def _rows(concept: Concept, today: date) -> Iterator[_Row]:
    for found in schedule(concept, today).measures:
        yield _Row(found, row_language(concept))


EVALUATION = table_on_day(
    "evaluation",
    message("Evaluation of measures on a day"),
    _rows,
    (
        text("measure", message("Id of the measure"), lambda row: row.found.address.partition("/")[2]),
        text("title", message("Title, as printed"), lambda row: row.found.title),
        day("deadline", message("Last day on which it can fall due; missing when not known"), lambda row: row.last_day),
        text(
            "deadline_basis",
            message("Where the deadline comes from: stated, derived or unknown"),
            lambda row: row.found.deadline.basis,
        ),
        text(
            "status_neutral",
            message("Status in terms that towns can compare, with rejections and mergers taken into account"),
            lambda row: row.found.neutral,
        ),
        text(
            "finished",
            message("Whether it is finished, or no longer pursued: yes, no or unknown"),
            lambda row: row.found.finished.verdict,
        ),
        text(
            "overdue",
            message("Whether it is overdue: yes, no or unknown"),
            lambda row: row.found.overdue.verdict,
        ),
        text(
            "overdue_reason",
            message("The reason of that answer, or what is missing for one"),
            lambda row: row.found.overdue.why.text(row.language),
        ),
        text(
            "behind_schedule",
            message("Whether it is behind schedule: yes, no or unknown"),
            lambda row: row.found.behind_schedule.verdict,
        ),
        text(
            "behind_schedule_reason",
            message("The reason of the answer in behind_schedule"),
            lambda row: row.found.behind_schedule.why.text(row.language),
        ),
    ),
)
