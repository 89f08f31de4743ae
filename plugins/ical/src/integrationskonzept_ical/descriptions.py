"""Descriptions of calendar entries."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from integrationskonzept import Message, PartialDate
from integrationskonzept.evaluation import Derived, UncertainDate, rhythm_in_words
from integrationskonzept.model import (
    Actor,
    Discrepancy,
    EvaluationRule,
    Involvement,
    Statement,
    Target,
    TargetGroup,
    value_message,
)
from integrationskonzept_ical.i18n import message
from integrationskonzept_ical.options import Kind, Profile
from integrationskonzept_ical.selection import SelectedElement

NAMES = {
    Kind.ACTION_DAYS: message("Action day"),
    Kind.ACTIVITIES: message("Activity"),
    Kind.MEETINGS: message("Meeting"),
    Kind.EVALUATIONS: message("Evaluation"),
    Kind.MEASURES: message("Measure"),
    Kind.GOALS: message("Goal"),
    Kind.STEPS: message("Step"),
    Kind.TARGETS: message("Target"),
}
"""Names of the kinds of entries."""

Said = Message | str | None
"""A paragraph of a description; None is left out."""


def common_attributes(found: SelectedElement, doubts: Iterable[Message], *said: Said) -> dict[str, Any]:
    """Return the attributes common to all items of an element, with these paragraphs."""
    language = found.selection.language
    remarks = () if found.selection.options.profile is Profile.INTEGREAT else doubts  # the app is public
    everything = (*said, *_place(found), *remarks)
    texts = (part.text(language) if isinstance(part, Message) else part for part in everything)
    categories = (
        found.selection.options.category,
        NAMES[found.kind].text(language),
        *(one.title for one in found.fields),
    )
    return {
        "address": found.element.address,
        "kind": found.kind,
        "paragraphs": tuple(text for text in texts if text),
        "categories": tuple(dict.fromkeys(category for category in categories if category)),
        "url": getattr(found.element, "url", None) or found.selection.concept.edition.url,
        "parent": found.parent,
        "doubts": tuple(doubts),
        "around": found.around,
    }


def title_of(found: SelectedElement) -> str:
    """Return the short title of an element, or its title or text, with the number it is known by."""
    element = found.element
    names = (getattr(element, name, None) for name in ("short_title", "title", "text"))
    title = next((str(name) for name in names if name), "")
    number, ordinal = getattr(element, "number", None), getattr(element, "ordinal", None)
    if ordinal is not None and not title.startswith(str(ordinal)):
        return f"{ordinal}. {title}"
    return f"{number} {title}" if number and not title.startswith(number) else title


def expected(title: Message | str) -> Message:
    """Return the title of an entry on a day that is derived."""
    return message("{title} (expected)", title=title)


def derivation(day: Derived[UncertainDate], shown: date) -> Message:
    """Return how a day was found: its limits, its rule, the values it rests on, and the day it is shown on."""
    latest = day.value.latest if day.value else shown
    beside = message(" The entry is on the last working day before.")
    return message(
        "Due {day}: derived, not stated in the concept: {rule}{inputs}.{shown}",
        day=value_message(day.value),
        rule=day.rule,
        inputs=message(" ({inputs})", inputs=value_message(_inputs(day))) if day.inputs else "",
        shown=beside if shown != latest else "",
    )


def _inputs(day: Derived[UncertainDate]) -> tuple[Message, ...]:
    return tuple(message("{name}: {value}", name=one.label, value=value_message(one.value)) for one in day.inputs)


def _place(found: SelectedElement) -> Iterator[Message]:
    for measure in found.measures:
        if measure is not found.element:
            yield message("Measure: {title}", title=measure.title)
    for field in found.fields:
        yield message("Field of action: {title}", title=field.title)


def doubts(found: SelectedElement, *below: Any) -> tuple[Message, ...]:
    """Return the discrepancies of an element, of records `below` it, and of others that refer to it."""
    elsewhere = found.selection.concerning.get(found.element.address, ())
    more = (discrepancy for discrepancy in elsewhere if discrepancy.attribute in _ATTRIBUTES)
    return doubts_about(found.element, *below, more=more)


def doubts_about(*records: Any, more: Iterable[Discrepancy] = ()) -> tuple[Message, ...]:
    """Return the discrepancies of records, each once, and `more`; without those about attributes not in calendars."""
    own = [discrepancy for record in records if record for discrepancy in record.discrepancies]
    told = (discrepancy for discrepancy in own if discrepancy.attribute is None or discrepancy.attribute in _ATTRIBUTES)
    return tuple(doubt(discrepancy) for discrepancy in dict.fromkeys([*told, *more]))


_ATTRIBUTES = frozenset(
    {
        *("title", "text", "description", "purpose", "target_state", "value", "location"),
        *("leads", "organisers", "participants"),
        *("date", "end_date", "start_time", "end_time", "recurrence", "due", "held_on", "start", "end"),
        *("interval_years", "time_frames", "horizons", "horizon_ref", "maximum_years", "schedule", "positions"),
    }
)
"""Attributes that calendars contain."""


def doubt(discrepancy: Discrepancy) -> Message:
    """Return a discrepancy as a sentence."""
    printed, expected = discrepancy.printed, discrepancy.expected
    beside = {
        "printed": message(" (printed: {it})", it=printed) if printed else "",
        "expected": message(" (right: {it})", it=_value(expected)) if expected else "",
    }
    return message("Doubtful: {text}{printed}{expected}", text=discrepancy.text, **beside)


def _value(text: str) -> Message | str:
    try:
        return value_message(PartialDate(text))
    except ValueError:
        return text


def about_activity(found: SelectedElement) -> Iterator[Said]:
    """Yield description, recurrence, organisers and target groups of an activity or action day."""
    groups = [found.get(TargetGroup, id) for id in found.element.target_group_refs]
    yield found.element.description
    recurrence = found.element.recurrence
    tells = recurrence and (recurrence.text or recurrence.exceptions or recurrence.positions)
    yield rhythm_in_words(recurrence, found.element.date) if tells else None
    yield _named(message("Organised by"), involved(found, found.element.organisers))
    yield _named(message("For"), ", ".join(group.title for group in groups if group))


def about_meeting(found: SelectedElement) -> Iterator[Said]:
    """Yield purpose, organisers and participants of a meeting."""
    yield found.element.purpose
    yield _named(message("Organised by"), involved(found, found.element.organisers))
    yield _named(message("Participants"), ", ".join(found.element.participants))


def about_evaluation(found: SelectedElement) -> Iterator[Said]:
    """Yield evaluators, results and address of an evaluation."""
    yield _named(message("By"), involved(found, found.element.evaluated_by))
    yield _listed(message("Results"), found.element.results)
    yield found.element.url


def about_rule(found: SelectedElement, rule: EvaluationRule) -> Iterator[Said]:
    """Yield the concept's rule of evaluation."""
    yield message("Earlier if needed") if rule.earlier_if_needed else None
    yield _named(message("By"), involved(found, rule.evaluated_by))
    yield rule.method


def about_measure(found: SelectedElement) -> Iterator[Said]:
    """Yield description, target state and responsible actors of a measure."""
    yield found.element.description
    yield _listed(message("Target state"), found.element.target_state)
    yield responsible(found)


def about_goal(found: SelectedElement) -> Iterator[Said]:
    """Yield text and responsible actors of a goal."""
    yield found.element.text
    yield responsible(found)


def about_step(found: SelectedElement) -> Iterator[Said]:
    """Yield the milestone mark and responsible actors of a step."""
    yield message("Milestone") if found.element.milestone else None
    yield responsible(found)


def about_target(found: SelectedElement, target: Target) -> Iterator[Said]:
    """Yield the value of a target."""
    unit = f" {found.element.unit}" if found.element.unit else ""
    numbers = (
        (message("Value"), target.value),
        (message("At least"), target.minimum),
        (message("At most"), target.maximum),
    )
    for word, number in numbers:
        yield _named(word, "" if number is None else f"{number}{unit}")
    yield target.text


def responsible(found: SelectedElement) -> Message | None:
    """Return the responsible actors as a sentence."""
    return _named(message("Responsible"), involved(found, found.element.leads))


def involved(found: SelectedElement, involvements: Iterable[Involvement]) -> str:
    """Return the titles of actors, or their names as printed; never the contact of a person."""
    names = []
    for involvement in involvements:
        actors = [found.get(Actor, id) for id in involvement.actor_refs]
        names.append(" / ".join(actor.title for actor in actors if actor) or involvement.printed or "")
    return ", ".join(name for name in names if name)


def _named(heading: Message, text: str) -> Message | None:
    return message("{heading}: {text}", heading=heading, text=text) if text else None


def _listed(heading: Message, statements: Iterable[Statement]) -> Message | None:
    items = "".join(f"\n– {statement.text}" for statement in statements)
    return message("{heading}:{items}", heading=heading, items=items) if items else None
