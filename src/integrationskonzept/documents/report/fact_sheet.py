"""Fact sheets: everything that is stated of a measure, on half a page to one page, and how it stands on a day."""

from collections.abc import Iterator
from typing import Any

import attrs

from integrationskonzept.blocks.tree import (
    Block,
    Chapter,
    Content,
    Definition,
    DefinitionList,
    Item,
    ItemList,
    Marked,
    SmallPicture,
    StatusMark,
    Symbol,
)
from integrationskonzept.documents.evaluation_parts import derived_value, indicator_table, next_step
from integrationskonzept.documents.figures.sparkline import sparkline
from integrationskonzept.documents.record import Account
from integrationskonzept.documents.report.compact import compact
from integrationskonzept.documents.titles import pursuit_mark, status_mark, title_attribute, title_of
from integrationskonzept.evaluation.evaluation import ConceptEvaluation
from integrationskonzept.evaluation.progress import IndicatorProgress
from integrationskonzept.evaluation.schedule import MeasureSchedule
from integrationskonzept.evaluation.totals import MeasureEvaluation
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.format_value import value_message
from integrationskonzept.model.indicator import Target
from integrationskonzept.model.observation import Observation

_IN_TABLE = ("baseline", "target")
"""Attributes of an indicator that stand in the table of indicators."""


@attrs.frozen
class FactSheets:
    """Writes the fact sheets of an evaluation."""

    evaluation: ConceptEvaluation
    language: str
    """The language of the pictures."""

    def chapter(self, one: MeasureEvaluation, *, new_page: bool = False) -> Chapter:
        """Return the fact sheet of a measure: how it stands, what is stated of it, and its indicators."""
        measure, account = one.measure, Account(self.evaluation.concept, with_addresses=False)
        covers = frozenset(filter(None, (title_attribute(measure), "number", "indicators")))
        stated = (each for facts in account.definitions(measure, covers=covers) for each in facts.definitions)
        blocks: list[Block] = [*compact((DefinitionList((*_standing(one), *stated)),))]
        if one.indicators:
            blocks += self.indicator_blocks(one.indicators)
        return Chapter(title_of(measure), tuple(blocks), one.address, new_page)

    def indicator_blocks(self, indicators: tuple[IndicatorProgress, ...]) -> Iterator[Block]:
        """Yield the table of indicators with small pictures of their values, and what else is stated of them."""
        concept, today = self.evaluation.concept, self.evaluation.today
        yield from compact((indicator_table(indicators, concept, today, self.picture),))
        items = [item for one in indicators if (item := self._details(one))]
        if items:
            yield ItemList(items)

    def picture(self, progress: IndicatorProgress) -> SmallPicture | None:
        """Return the values of an indicator as a small picture; None without a value."""
        found = sparkline(progress, self.evaluation, self.language)
        return SmallPicture(found.svg, found.alternative) if found else None

    def _details(self, one: IndicatorProgress) -> Item | None:
        """Return what is stated of an indicator and not in the table; None where that is nothing."""
        indicator: Any = self.evaluation.concept.index[one.address][1]
        account = Account(self.evaluation.concept, with_addresses=False)
        told = {name for name in _IN_TABLE if _is_told(getattr(indicator, name), account, indicator.unit)}
        observations = indicator.observations
        if len(observations) == 1 and observations[0] is one.latest and _is_told(one.latest, account, indicator.unit):
            told.add("observations")
        covers = frozenset(filter(None, (title_attribute(indicator), "number", *told)))
        stated = account.definitions(indicator, covers=covers)
        item = compact([ItemList([Item(Marked(title_of(indicator)), stated)])])
        return item[0].items[0] if stated and isinstance(item[0], ItemList) else None


def _is_told(record: Observation | Target | None, account: Account, unit: str | None) -> bool:
    """Return whether the line of a record says everything that is stated of it."""
    if record is None:
        return True
    line = account.line(record, unit)
    return not account.definitions(record, covers=line.covers, unit=unit)


def _standing(one: MeasureEvaluation) -> Iterator[Definition]:
    """Yield how a measure stands on the day of the evaluation."""
    schedule = one.schedule
    yield Definition(message("current status"), status_words(schedule))
    yield Definition(message("planned"), derived_value(schedule.planned))
    if schedule.behind_schedule.is_yes and not schedule.overdue.is_yes:
        yield Definition(message("behind schedule"), (schedule.behind_schedule.why,))
    if step := next_step(one.measure):
        yield Definition(message("next step"), step)


def status_words(schedule: MeasureSchedule) -> Content:
    """Return the status of a measure as sign and word, with the day of its report, and whether it is overdue."""
    mark = status_mark(schedule.pursuit, schedule.reported)
    day = schedule.reported.as_of
    since: Content = (", ", message("as of {day}", day=value_message(day))) if day else ()
    why: Content = () if mark != pursuit_mark(schedule.pursuit) else (": ", schedule.pursuit.reason)
    late: Content = ("; ", StatusMark(message("overdue"), Symbol.OVERDUE)) if schedule.overdue.is_yes else ()
    return (mark, *(why or since), *late)
