"""Every date that a concept states, found through the classes of the model."""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from attrs import frozen

from integrationskonzept.findings import Path
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.description import MODEL, ValueType
from integrationskonzept.model.element import Element
from integrationskonzept.model.partial_date import PartialDate
from integrationskonzept.model.record import Record
from integrationskonzept.model.tree import iter_path

_RECORDED = message("the date of a record, not of something that takes place")
_MONEY = message("the year of a sum of money")
_CLASS = message("part of a definition; the dates of the measures that use it are on the agenda")
_SERIES = message("a limit of a rhythm; its days are on the agenda")
_DONE = message("what has taken place; the plan is on the agenda")

NOT_ON_THE_AGENDA: Mapping[str, Message] = MappingProxyType(
    {
        "Edition.as_of": _RECORDED,
        "Predecessor.as_of": _RECORDED,
        "Predecessor.adopted_on": _RECORDED,
        "Offer.checked_on": _RECORDED,
        "Figure.as_of": _RECORDED,
        "Illustration.as_of": _RECORDED,
        "Observation.as_of": _RECORDED,
        "StatusEntry.as_of": _RECORDED,
        "Reference.accessed": _RECORDED,
        "Funding.year": _MONEY,
        "Funding.period.start": _MONEY,
        "Funding.period.end": _MONEY,
        "YearlyCost.year": _MONEY,
        "Horizon.start": _CLASS,
        "Horizon.end": _CLASS,
        "EvaluationRule.start": message("the start a rule counts from; the evaluations are on the agenda"),
        "Recurrence.until": _SERIES,
        "RecurrenceException.date": _SERIES,
        "RecurrenceException.start": _SERIES,
        "RecurrenceException.end": _SERIES,
        "SchoolHoliday.start": _SERIES,
        "SchoolHoliday.end": _SERIES,
        "Schedule.actual.start": _DONE,
        "Schedule.actual.end": _DONE,
    }
)
"""Attributes whose dates are on no agenda, by class and path, with the reason."""


@frozen(kw_only=True)
class StatedDate:
    """A date that a concept states."""

    key: str
    """Class and attribute, such as ``Step.due`` or ``Schedule.planned.start``."""
    element: Element
    """The element that it belongs to."""
    attribute: str
    """Path of the attribute in the element, such as ``time_frames[0].end``."""
    value: PartialDate


def stated_dates(concept: Concept) -> Iterator[StatedDate]:
    """Yield every stated date of a concept that belongs on an agenda, in the order of the model's classes."""
    for kind, names in date_attributes().items():
        for path, record in concept.records.get(kind):
            for name in names:
                value = getattr(record, name)
                if value is None:
                    continue
                found = _placed(concept, (*path, name), value)
                if found.key not in NOT_ON_THE_AGENDA:
                    yield found


@cache
def date_attributes() -> Mapping[type[Record], tuple[str, ...]]:
    """Return the attributes of type date of each class of the model; those without any are left out."""
    kinds = (Concept, *MODEL.below(Concept))
    found = {
        kind: tuple(each.name for each in MODEL[kind].attributes.values() if each.type is ValueType.DATE)
        for kind in kinds
    }
    return {kind: names for kind, names in found.items() if names}


def _placed(concept: Concept, path: Path, value: PartialDate) -> StatedDate:
    """Return a date with its nearest element, and its class and attribute."""
    around = list(iter_path(concept, path[:-1]))
    nearest = max(number for number, one in enumerate(around) if isinstance(one, Element))
    inner = path[nearest:]
    names = [step for step in inner if isinstance(step, str)]
    holders = [one for one in around[nearest:] if isinstance(one, Record)]
    return StatedDate(key=_key(holders, names), element=around[nearest], attribute=_attribute(inner), value=value)


def _key(holders: list[Record], names: list[str]) -> str:
    """Return class and attribute; a span or time frame is named by the class and attribute that hold it."""
    kind = type(holders[-1]).__name__
    if kind in _NAMED_BY_HOLDER:
        return f"{type(holders[-2]).__name__}.{names[-2]}.{names[-1]}"
    return f"{kind}.{names[-1]}"


_NAMED_BY_HOLDER = frozenset({"Span", "HorizonStatement"})


def _attribute(path: Path) -> str:
    """Return a path in the notation of findings, such as ``time_frames[0].end``."""
    said = ""
    for step in path:
        said += f"[{step}]" if isinstance(step, int) else f".{step}" if said else step
    return said
