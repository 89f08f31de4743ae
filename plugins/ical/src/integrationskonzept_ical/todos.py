"""To-dos: time frames of measures and goals, steps, and targets."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from integrationskonzept import Loss, Message, PursuitState, pursuit
from integrationskonzept.model import Goal, HorizonStatement, Indicator, Measure, StatusLevel, Step, Target
from integrationskonzept_ical.deadlines import Due, last_day_of
from integrationskonzept_ical.descriptions import (
    Said,
    about_goal,
    about_measure,
    about_step,
    about_target,
    common_attributes,
    doubts,
)
from integrationskonzept_ical.entries import Item, Todo, TodoStatus
from integrationskonzept_ical.i18n import say
from integrationskonzept_ical.selection import SelectedElement
from integrationskonzept_ical.time_frames import end_of, end_of_measure, last_step, name_of, words_of

_STATUS = {
    "not_started": TodoStatus.OPEN,
    "planned": TodoStatus.OPEN,
    "started": TodoStatus.UNDER_WAY,
    "advanced": TodoStatus.UNDER_WAY,
    "delayed": TodoStatus.UNDER_WAY,
    "realigned": TodoStatus.UNDER_WAY,
    "done": TodoStatus.DONE,
    "permanent": TodoStatus.DONE,
}
_FINISHED = frozenset({PursuitState.DONE, PursuitState.PERMANENT})
_ALL = 100
"""Percent."""


def measure(found: SelectedElement) -> Iterator[Item | Loss]:
    """Yield a to-do for the end of a measure, or else for each of its time frames.

    Each time frame is a separate statement, often about a phase; a to-do for the last one alone would hide
    the earlier deadlines.
    """
    stated: Measure = found.element
    end = end_of_measure(found)
    if end is not None:
        planned = stated.schedule.planned if stated.schedule else None
        begin = planned.start.earliest if planned and planned.start else None
        yield _todo(found, end, doubts(found, stated.schedule), *about_measure(found), begin=begin)
    elif stated.time_frames:
        yield from _framed(found, stated.time_frames, stated.title, *about_measure(found))
    elif (last := last_step(found)) is not None:
        yield _todo(found, last, doubts(found), *about_measure(found))
    else:
        yield Loss(
            address=stated.address,
            message=say("no end and no time frame is stated", "weder Ende noch Zeitrahmen angegeben"),
        )


def goal(found: SelectedElement) -> Iterator[Item | Loss]:
    """Yield a to-do for each time frame of a goal."""
    stated: Goal = found.element
    return _framed(found, stated.time_frames, stated.short_title or stated.text, *about_goal(found))


def step(found: SelectedElement) -> Iterator[Item | Loss]:
    """Yield a to-do for a step with a due date or a date of completion."""
    stated: Step = found.element
    day = stated.due or stated.done_on
    if day is not None:
        status = TodoStatus.DONE if stated.done_on else None
        yield _todo(found, last_day_of(day), doubts(found), *about_step(found), status=status)


def targets(found: SelectedElement) -> Iterator[Item | Loss]:
    """Yield to-dos for the target and interim targets of an indicator."""
    stated: Indicator = found.element
    if stated.target:
        yield _target(found, stated.target, "target")
    for number, target in enumerate(stated.interim_targets, 1):
        yield _target(found, target, "interim", number)


def _target(found: SelectedElement, target: Target, *parts: str | int) -> Todo | Loss:
    no_date = say("a target without a date", "ein Zielwert ohne Frist")
    title = say("Target: {title}", "Zielwert: {title}", title=found.element.title).text(found.selection.language)
    due = last_day_of(target.due) if target.due else no_date
    return _todo(found, due, doubts(found, target), *about_target(found, target), title=title, uid=found.uid(*parts))


def _framed(
    found: SelectedElement, frames: tuple[HorizonStatement, ...], title: str, *said: Said
) -> Iterator[Item | Loss]:
    """Yield a to-do for each time frame of a measure or goal."""
    seen: Counter[str] = Counter()
    for number, frame in enumerate(frames, 1):
        key = frame.horizon_ref or str(number)
        seen[key] += 1
        uid = found.uid(key) if seen[key] == 1 else found.uid(key, seen[key])
        name = title if len(frames) == 1 else f"{title} ({name_of(found, frame) or number})"
        yield _todo(
            found, end_of(found, frame), doubts(found, frame), *said, words_of(found, frame), title=name, uid=uid
        )


def _todo(
    found: SelectedElement, due: Due | Message, doubtful: tuple[Message, ...], *said: Said, **own: Any
) -> Todo | Loss:
    """Return a to-do with its `own` attributes, or a loss if it has no deadline."""
    if isinstance(due, Message):
        return Loss(address=found.element.address, message=due)
    usual = {"uid": found.uid(), "title": getattr(found.element, "title", ""), **_progress(found)}
    return Todo(**common_attributes(found, doubtful, due.basis, *said), due=due.day, **usual | own)


def _progress(found: SelectedElement) -> dict[str, Any]:
    """Return status and percentage: finished, or as last reported; empty without a report."""
    reports = getattr(found.element, "status_reports", ())
    finished = pursuit(found.element, found.selection.concept).state in _FINISHED
    if not reports:
        return {"status": TodoStatus.DONE} if finished else {}
    level = found.get(StatusLevel, reports[-1].level_ref)
    done = reports[-1].completion
    percent = round(done) if done is not None and 0 <= done <= _ALL else None
    status = _STATUS.get(level.neutral) if level else None
    return {"status": TodoStatus.DONE if finished else status, "percent": percent}
