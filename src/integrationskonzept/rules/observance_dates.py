"""Rules about the dates of observances such as international days."""

from collections.abc import Iterator
from typing import Any

from integrationskonzept.findings import Severity
from integrationskonzept.i18n.formatting import day_of_year, followed
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.activity import ActionDay, Activity
from integrationskonzept.model.concept import Concept
from integrationskonzept.rules.observances import Observance, known_as
from integrationskonzept.rules.rule import Hit, rule

_KEEPERS = {
    "Council of Europe": message("the Council of Europe"),
    "European Union": message("the European Union"),
    "Germany": message("Germany"),
    "UNESCO": message("UNESCO"),
    "United Nations": message("the United Nations"),
    "World Romani Congress": message("the World Romani Congress"),
}


_WAYS = {
    False: message("or record a discrepancy if the document prints it so"),
    True: message("in the next edition; a discrepancy is recorded already"),
}
"""Ways to correct a date, by whether a discrepancy is recorded."""


def _named_days(concept: Concept) -> Iterator[tuple[Any, Activity, list[Observance]]]:
    """Yield the observances: action days whose title contains a known name, activities whose title is one."""
    for kind, within in ((ActionDay, True), (Activity, False)):
        for path, activity in concept.records.get(kind):
            if known := known_as(activity.title, within=within):
                yield path, activity, known


@rule(
    "IK601",
    family="days",
    title=message("Known day on another date"),
    why=message("Whoever celebrates an international day on the wrong date celebrates alone."),
    severity=Severity.WARNING,
    message=message("{name} is kept on {known} by {keeper} ({source}), not on {printed}"),
    hint=message("correct the date {way}"),
)
def _on_another_date(concept: Concept) -> Iterator[Hit]:
    """Yield observances whose date in the concept is not one in use."""
    for path, activity, known in _named_days(concept):
        printed = activity.date and activity.date.month_day
        if printed and printed not in [(day.month, day.day) for day in known]:
            recorded = any(each.attribute == "date" for each in activity.discrepancies)
            stated = {"name": known[0].names[0], "printed": day_of_year(*printed), "way": _WAYS[recorded]}
            yield Hit((*path, "date"), {**stated, "known": day_of_year(known[0].month, known[0].day), **_origin(known)})


@rule(
    "IK602",
    family="days",
    title=message("Day kept on several dates"),
    why=message("Some days are kept on one date in Germany and on another elsewhere."),
    severity=Severity.NOTE,
    message=message("this is the date of {name} kept by {keeper}; {usual} keeps {known}"),
    hint=message("make sure that this date is meant"),
)
def _abroad(concept: Concept) -> Iterator[Hit]:
    """Yield days on a date kept elsewhere, where Germany has one of its own or several are in use."""
    for path, activity, known in _named_days(concept):
        printed = activity.date and activity.date.month_day
        day = next((day for day in known if (day.month, day.day) == printed), None)
        if day and day is not known[0]:
            usual = {"usual": _KEEPERS[known[0].keeper], "known": day_of_year(known[0].month, known[0].day)}
            yield Hit((*path, "date"), {"name": day.names[0], "keeper": _KEEPERS[day.keeper], **usual})


@rule(
    "IK603",
    family="days",
    title=message("Action day without a date"),
    why=message("A day that has no date stands in no calendar."),
    severity=Severity.WARNING,
    message=message("no date is stated for this action day"),
    hint=message("{suggestion}write a day of every year as `--MM-DD`"),
)
def _undated(concept: Concept) -> Iterator[Hit]:
    """Yield action days without a date, with the date where their name is known."""
    for path, day in concept.records.get(ActionDay):
        if day.date is None and day.recurrence is None:
            known = known_as(day.title, within=True)
            yield Hit(path, {"suggestion": _suggestion(known[0]) if known else ""})


def _suggestion(day: Observance) -> Message:
    return followed(message("{name} is on {known}", name=day.names[0], known=day_of_year(day.month, day.day)), "; ")


def _origin(known: list[Observance]) -> dict[str, Any]:
    return {"keeper": _KEEPERS[known[0].keeper], "source": known[0].source}
