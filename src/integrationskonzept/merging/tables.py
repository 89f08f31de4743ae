"""The tables of a concept: one for every noun, or those of a round of status reports."""

from collections.abc import Callable, Mapping
from typing import Any

from integrationskonzept.gc_pause import collector_paused
from integrationskonzept.i18n.messages import label, message
from integrationskonzept.merging.cells import Shown
from integrationskonzept.merging.columns import columns_of
from integrationskonzept.merging.editable_tables import Fit, MadeColumn, MadeTables, Told
from integrationskonzept.merging.report_round import Asked, parts_of_round
from integrationskonzept.merging.table_maker import TableMaker
from integrationskonzept.model.check_settings import CheckSettings
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.description import MODEL
from integrationskonzept.model.element import Element
from integrationskonzept.model.format_value import format_value, value_message
from integrationskonzept.model.indicator import Indicator
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.partial_date import PartialDate

_FIRST = ("measure", "goal", "indicator", "field_of_action", "actor")
"""Nouns whose tables come first."""
_NO_ROWS: frozenset[type] = frozenset({CheckSettings})
"""Classes of elements without a table."""


def element_tables(concept: Concept, language: str, fit: Fit = str) -> MadeTables:
    """Return a table for every noun of which the concept has elements."""
    with collector_paused():
        return _element_tables(concept, language, fit)


def _element_tables(concept: Concept, language: str, fit: Fit) -> MadeTables:
    maker = TableMaker(concept, language, fit)
    found: dict[Any, list[Any]] = {}
    for _, element in concept.index.values():
        found.setdefault(type(element), []).append(element)
    below: list[Any] = list(MODEL.below(Concept))
    kinds = [kind for kind in below if issubclass(kind, Element) and kind not in _NO_ROWS and kind in found]
    kinds.sort(key=lambda kind: _FIRST.index(kind.noun) if kind.noun in _FIRST else len(_FIRST))
    told = Told(_around(concept), _IN, deletable=True)
    return maker.made([maker.table(each.noun, found[each], tuple(columns_of(each).values()), told) for each in kinds])


def round_tables(concept: Concept, asked: Asked, day: PartialDate, language: str, fit: Fit = str) -> MadeTables:
    """Return the tables in which one lead reports on a day: its measures, and their indicators."""
    maker = TableMaker(concept, language, fit)
    parts = parts_of_round(day)
    tables = [
        maker.table(Measure.noun, asked.measures, parts[Measure], Told(_told_of_measure(concept, language), _TOLD))
    ]
    if asked.indicators:
        told = Told(_told_of_indicator(language), _TOLD_OF_INDICATOR)
        tables.append(maker.table(Indicator.noun, asked.indicators, parts[Indicator], told))
    return maker.made(tables, day)


_IN = (MadeColumn(key="!in", title=message("stands in"), locked=True),)
_TOLD = (
    MadeColumn(key="!title", title=label("measure"), locked=True),
    MadeColumn(key="!in", title=label("field_of_action"), locked=True),
    MadeColumn(key="!last", title=message("last report"), locked=True),
)
_TOLD_OF_INDICATOR = (
    MadeColumn(key="!title", title=label("indicator"), locked=True),
    MadeColumn(key="!unit", title=label("unit"), locked=True),
    MadeColumn(key="!last", title=message("last value"), locked=True),
)


def _around(concept: Concept) -> Callable[[Any], Mapping[str, Shown]]:
    elements = {path: element for path, element in concept.index.values() if path and isinstance(element, Element)}

    def told(element: Any) -> Mapping[str, Shown]:
        path = concept.index[element.address][0][:-1]
        while path and path not in elements:
            path = path[:-1]
        return {"!in": elements[path].display_title if path else None}

    return told


def _told_of_measure(concept: Concept, language: str) -> Callable[[Any], Mapping[str, Shown]]:
    titles = {level.id: level.title for level in concept.status_scale}

    def told(measure: Any) -> Mapping[str, Shown]:
        reports = measure.status_reports
        around = concept.field_of(measure.address)
        return {
            "!title": _numbered(measure),
            "!in": None if around is None else around.display_title,
            "!last": _dated(reports[-1].as_of, titles.get(reports[-1].level_ref), language) if reports else None,
        }

    return told


def _told_of_indicator(language: str) -> Callable[[Any], Mapping[str, Shown]]:
    def told(indicator: Any) -> Mapping[str, Shown]:
        known = indicator.observations
        said = format_value(known[-1], language) if known else None
        return {"!title": _numbered(indicator), "!unit": indicator.unit, "!last": said}

    return told


def _numbered(element: Any) -> str:
    title = str(element.display_title)
    number = element.number
    return title if number is None or title.startswith(str(number)) else f"{number} {title}"


def _dated(day: PartialDate, title: str | None, language: str) -> str:
    return message("{title} ({day})", title=title or "–", day=value_message(day)).text(language)
