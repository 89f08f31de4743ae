"""What the description of an entry says."""

from collections.abc import Iterable, Iterator
from typing import Any

from integrationskonzept import Message, PartialDate
from integrationskonzept.model import Actor, Discrepancy, EvaluationRule, Involvement, Statement, Target, TargetGroup
from integrationskonzept_ical.i18n import as_stated, say
from integrationskonzept_ical.options import Kind, Profile
from integrationskonzept_ical.selection import Found

NAMES = {
    Kind.ACTION_DAYS: say("Action day", "Aktionstag"),
    Kind.ACTIVITIES: say("Activity", "Aktivität"),
    Kind.MEETINGS: say("Meeting", "Treffen"),
    Kind.EVALUATIONS: say("Evaluation", "Evaluation"),
    Kind.MEASURES: say("Measure", "Maßnahme"),
    Kind.GOALS: say("Goal", "Ziel"),
    Kind.STEPS: say("Step", "Arbeitsschritt"),
    Kind.TARGETS: say("Target", "Zielwert"),
}
"""What a kind of entry is called."""

Said = Message | str | None
"""Something to say, or nothing."""


def shared(found: Found, doubts: Iterable[Message], *said: Said) -> dict[str, Any]:
    """Give the attributes that every item about an element has, with what is said about it."""
    language = found.view.language
    remarks = () if found.view.options.profile is Profile.INTEGREAT else doubts  # the app is read by everybody
    everything = (*said, *_place(found), *remarks)
    texts = (part.text(language) if isinstance(part, Message) else part for part in everything)
    categories = (found.view.options.category, NAMES[found.kind].text(language), *(one.title for one in found.fields))
    return {
        "address": found.element.address,
        "kind": found.kind,
        "paragraphs": tuple(text for text in texts if text),
        "categories": tuple(dict.fromkeys(category for category in categories if category)),
        "doubts": tuple(doubts),
        "around": found.around,
    }


def _place(found: Found) -> Iterator[Message]:
    for measure in found.measures:
        if measure is not found.element:
            yield say("Measure: {title}", "Maßnahme: {title}", title=measure.title)
    for field in found.fields:
        yield say("Field of action: {title}", "Handlungsfeld: {title}", title=field.title)


def doubts(found: Found, *below: Any) -> tuple[Message, ...]:
    """Say what is doubtful about an element, about records `below` it, and elsewhere in its name."""
    elsewhere = found.view.concerning.get(found.element.address, ())
    more = (discrepancy for discrepancy in elsewhere if discrepancy.attribute in _TOLD)
    return doubts_about(found.element, *below, more=more)


def doubts_about(*records: Any, more: Iterable[Discrepancy] = ()) -> tuple[Message, ...]:
    """Say the discrepancies of some records, each once, and `more`; not those about what a calendar leaves out."""
    own = [discrepancy for record in records if record for discrepancy in record.discrepancies]
    told = (discrepancy for discrepancy in own if discrepancy.attribute is None or discrepancy.attribute in _TOLD)
    return tuple(doubt(discrepancy) for discrepancy in dict.fromkeys([*told, *more]))


_TOLD = frozenset(
    {
        *("title", "text", "description", "purpose", "target_state", "value", "location"),
        *("lead", "organisers", "participants"),
        *("date", "end_date", "start_time", "end_time", "recurrence", "due", "held_on", "start", "end"),
        *("interval_years", "horizons", "horizon", "maximum_years", "schedule"),
    }
)
"""Attributes that a calendar says something about."""


def doubt(discrepancy: Discrepancy) -> Message:
    """Say a discrepancy."""
    printed, expected = discrepancy.printed, discrepancy.expected
    beside = {
        "printed": say(" (printed: {it})", " (im Dokument: {it})", it=printed) if printed else "",
        "expected": say(" (right: {it})", " (richtig: {it})", it=_value(expected)) if expected else "",
    }
    return say(
        "Doubtful: {text}{printed}{expected}", "Unstimmig: {text}{printed}{expected}", text=discrepancy.text, **beside
    )


def _value(text: str) -> Message | str:
    try:
        return as_stated(PartialDate(text))
    except ValueError:
        return text


def about_activity(found: Found) -> Iterator[Said]:
    """Say what an activity or action day is, how it comes round, who does it and for whom."""
    groups = [found.get(TargetGroup, id) for id in found.element.target_groups]
    yield found.element.description
    yield found.element.recurrence.text if found.element.recurrence else None
    yield _named(say("Organised by", "Veranstaltet von"), involved(found, found.element.organisers))
    yield _named(say("For", "Für"), ", ".join(group.title for group in groups if group))


def about_meeting(found: Found) -> Iterator[Said]:
    """Say what a meeting is or was for, and who takes part."""
    yield found.element.purpose
    yield _named(say("Organised by", "Veranstaltet von"), involved(found, found.element.organisers))
    yield _named(say("Participants", "Teilnehmende"), ", ".join(found.element.participants))


def about_evaluation(found: Found) -> Iterator[Said]:
    """Say who evaluates or evaluated, and what came out."""
    yield _named(say("By", "Durch"), involved(found, found.element.by))
    yield _listed(say("Results", "Ergebnisse"), found.element.results)
    yield found.element.url


def about_rule(found: Found, rule: EvaluationRule) -> Iterator[Said]:
    """Say what the concept promises about its evaluation."""
    yield say("Earlier if needed", "Bei Bedarf auch früher") if rule.earlier_if_needed else None
    yield _named(say("By", "Durch"), involved(found, rule.by))
    yield rule.method


def about_measure(found: Found) -> Iterator[Said]:
    """Say what a measure is to reach, and who is responsible."""
    yield found.element.description
    yield _listed(say("Target state", "Soll-Zustand"), found.element.target_state)
    yield responsible(found)


def about_goal(found: Found) -> Iterator[Said]:
    """Say a goal in full, and who is responsible."""
    yield found.element.text
    yield responsible(found)


def about_step(found: Found) -> Iterator[Said]:
    """Say whether a step is a milestone, and who is responsible."""
    yield say("Milestone", "Meilenstein") if found.element.milestone else None
    yield responsible(found)


def about_target(found: Found, target: Target) -> Iterator[Said]:
    """Say what is to be reached by then."""
    unit = f" {found.element.unit}" if found.element.unit else ""
    numbers = (
        (say("Value", "Wert"), target.value),
        (say("At least", "Mindestens"), target.minimum),
        (say("At most", "Höchstens"), target.maximum),
    )
    for word, number in numbers:
        yield _named(word, "" if number is None else f"{number}{unit}")
    yield target.text


def responsible(found: Found) -> Message | None:
    """Say who is responsible."""
    return _named(say("Responsible", "Federführung"), involved(found, found.element.lead))


def involved(found: Found, involvements: Iterable[Involvement]) -> str:
    """List who takes part, by the register's titles or else as printed; never a person's contact."""
    names = []
    for involvement in involvements:
        actors = [found.get(Actor, id) for id in involvement.actors]
        names.append(" / ".join(actor.title for actor in actors if actor) or involvement.printed or "")
    return ", ".join(name for name in names if name)


def _named(heading: Message, text: str) -> Message | None:
    return Message(template="{heading}: {text}", values={"heading": heading, "text": text}) if text else None


def _listed(heading: Message, statements: Iterable[Statement]) -> Message | None:
    items = "".join(f"\n– {statement.text}" for statement in statements)
    return Message(template="{heading}:{items}", values={"heading": heading, "items": items}) if items else None
