"""Rules about evaluations: the promised interval and the dates planned."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from integrationskonzept.findings import Path, Severity
from integrationskonzept.i18n.formatting import number
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.dates import DAYS_IN_A_YEAR
from integrationskonzept.rules.helpers import WholeConcept, listed
from integrationskonzept.rules.horizons import length
from integrationskonzept.rules.rule import Hit, rule

_A_MONTH = 31  # "every two years" is not meant to the day
_OPEN = ("interval_years", "start", "evaluated_by", "reporting_bodies", "method")
"""Attributes that an evaluation rule should state."""

_DATES = ("interval_years", "start")


@rule(
    "IK231",
    family="time",
    title=message("Evaluation after the period"),
    why=message("An interval longer than the period means that no evaluation falls into it."),
    severity=Severity.WARNING,
    message=message("an evaluation is promised every {interval} years, but the concept holds for {years} years only"),
    hint=message("shorten the interval"),
)
def _interval_too_long(concept: Concept) -> Iterator[Hit]:
    """Yield the rule whose interval is longer than the concept holds: no evaluation would fall into the period."""
    interval = concept.evaluation.interval_years if concept.evaluation else None
    years = length(concept.period)
    if interval is not None and years is not None and interval > years:
        yield Hit(("evaluation", "interval_years"), {"interval": number(interval), "years": number(years)})


@rule(
    "IK232",
    family="time",
    title=message("Evaluation later than promised"),
    why=message("The council was promised a report at certain intervals; the dates do not keep the promise."),
    severity=Severity.WARNING,
    message=message("comes {years} years after the one before; {interval} years were promised"),
    hint=message("plan an evaluation in between, or report why it slipped"),
)
def _later_than_promised(concept: Concept) -> Iterator[Hit]:
    """Yield every evaluation that comes later after the one before it, for certain, than the rule promises."""
    interval = concept.evaluation.interval_years if concept.evaluation else None
    for (earlier, _), (later, path) in pairwise(_evaluated(concept)) if interval else ():
        days = (later[0] - earlier[1]).days
        if interval and days > interval * DAYS_IN_A_YEAR + _A_MONTH:
            years = round(days / DAYS_IN_A_YEAR, 1)
            yield Hit(path, {"years": number(years), "interval": number(interval)})


def _evaluated(concept: Concept) -> list[tuple[tuple[date, date], Path]]:
    """List the beginning and the evaluations held or due after it, by first and last possible day."""
    moments: list[tuple[tuple[date, date], Path]] = []
    start = (concept.evaluation and concept.evaluation.start) or concept.period.start
    begin = start.earliest if start else None
    if begin:
        moments.append(((begin, begin), ("evaluation",)))
    for position, evaluation in enumerate(concept.evaluations):
        attribute = "held_on" if evaluation.held_on else "due"
        moment = evaluation.held_on or evaluation.due
        if moment and moment.earliest and moment.latest and (begin is None or moment.latest >= begin):
            moments.append(((moment.earliest, moment.latest), ("evaluations", position, attribute)))
    return sorted(moments, key=lambda entry: entry[0])


@rule(
    "IK234",
    family="time",
    title=message("Evaluation left open"),
    why=message("An evaluation that nobody is to begin, on a day nobody has named, does not take place."),
    severity=Severity.NOTE,
    message=message("the rule of evaluation leaves open: {attributes}"),
    hint=message("state it under `evaluation`"),
)
def _left_open(concept: Concept) -> Iterator[Hit]:
    """Yield the rule of evaluation with the attributes it lacks; dates of evaluations replace start and interval."""
    dated = any(evaluation.due for evaluation in concept.evaluations)
    asked = [attribute for attribute in _OPEN if not (dated and attribute in _DATES)]
    missing = [attribute for attribute in asked if not getattr(concept.evaluation, attribute, True)]
    if missing:
        yield Hit(("evaluation",), {"attributes": listed(missing)})


_no_rule = rule(
    "IK233",
    family="time",
    title=message("No evaluation"),
    why=message("Without a date to look back on, nobody finds out whether the concept works."),
    severity=Severity.WARNING,
    message=message("nothing is said about an evaluation"),
    hint=message("state under `evaluation` how often, by whom and how the concept is evaluated"),
)(WholeConcept(lambda concept: concept.evaluation is None and not concept.evaluations))
