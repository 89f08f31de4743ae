"""Deadlines of measures, goals, steps and targets, as the evaluation of the core finds them."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from attrs import evolve

from integrationskonzept import Loss, Message, PursuitState
from integrationskonzept.evaluation import Deadline, as_stated, deadlines_of, reports
from integrationskonzept.model import Goal, Horizon, HorizonStatement, Indicator, Measure, StatusLevel, Step
from integrationskonzept_ical.descriptions import (
    Said,
    about_goal,
    about_measure,
    about_step,
    about_target,
    common_attributes,
    derivation,
    doubts,
    title_of,
)
from integrationskonzept_ical.entries import Item, Todo, TodoStatus
from integrationskonzept_ical.i18n import message
from integrationskonzept_ical.selection import SelectedElement
from integrationskonzept_ical.working_days import last_working_day

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
    """Yield the deadline of a measure, or those of its time frames."""
    stated: Measure = found.element
    planned = stated.schedule.planned if stated.schedule else None
    begin = planned.start.earliest if planned and planned.start else None
    for one in _planned(found, doubts(found, stated.schedule), *about_measure(found)):
        yield evolve(one, begin=begin) if isinstance(one, Todo) else one


def goal(found: SelectedElement) -> Iterator[Item | Loss]:
    """Yield the deadlines of a goal's time frames."""
    return _planned(found, doubts(found), *about_goal(found))


def _planned(found: SelectedElement, doubtful: tuple[Message, ...], *said: Said) -> Iterator[Item | Loss]:
    element: Measure | Goal = found.element
    ends = deadlines_of(element, found.selection.concept, found.selection.rows)
    seen: Counter[str] = Counter()
    for number, one in enumerate(ends):
        if one.frame is None:
            yield _todo(found, one, doubtful, *said)
            continue
        suffix = _suffix(one, number)
        seen[suffix] += 1
        parts = () if number == 0 else (suffix,) if seen[suffix] == 1 else (suffix, seen[suffix])
        name = f" ({_name_of(found, one.frame) or number + 1})" if len(ends) > 1 else ""
        yield _todo(
            found,
            one,
            (*doubtful, *(each for each in doubts(found, one.frame) if each not in doubtful)),
            *said,
            _words_of(found, one.frame),
            title=title_of(found) + name,
            uid=found.uid(*parts),
        )


def _suffix(one: Deadline, number: int) -> str:
    """Return what tells the deadline of a further time frame apart: its phase, its class or its year."""
    frame = one.frame or HorizonStatement()
    phase = re.sub(r"[^a-z0-9]+", "-", (frame.phase or "").casefold()).strip("-")
    return phase or frame.horizon_ref or (str(one.latest.year) if one.latest else str(number + 1))


def _words_of(found: SelectedElement, frame: HorizonStatement) -> Message | None:
    """Return a time frame as printed, or else its title."""
    horizon = found.get(Horizon, frame.horizon_ref)
    words = frame.printed or (horizon.title if horizon else None)
    return message("Time frame: {words}", words=words) if words else None


def _name_of(found: SelectedElement, frame: HorizonStatement) -> str | None:
    """Return a name for a time frame: its phase, its title or its end."""
    horizon = found.get(Horizon, frame.horizon_ref)
    return frame.phase or (horizon.title if horizon else None) or (str(frame.end) if frame.end else None)


def step(found: SelectedElement) -> Iterator[Item | Loss]:
    """Yield the deadline of a step with a due date or a date of completion."""
    stated: Step = found.element
    ends = deadlines_of(stated, found.selection.concept)
    if not ends and stated.done_on:
        ends = [Deadline(attribute="done_on", day=as_stated(stated.address, "done_on", stated.done_on))]
    for one in ends:
        status = TodoStatus.DONE if stated.done_on else None
        done_on = stated.done_on.latest if stated.done_on else None
        yield _todo(found, one, doubts(found), *about_step(found), status=status, done_on=done_on)


def targets(found: SelectedElement) -> Iterator[Item | Loss]:
    """Yield the deadlines of the target and the interim targets of an indicator."""
    stated: Indicator = found.element
    title = message("Target: {title}", title=title_of(found)).text(found.selection.language)
    seen: Counter[str] = Counter()
    for one in deadlines_of(stated, found.selection.concept):
        target = one.target
        if target is None:
            continue
        year = str(target.due.year) if target.due else ""
        seen[year] += 1
        interim = ("interim", year) if seen[year] == 1 else ("interim", year, seen[year])
        uid = found.uid(*(("target",) if one.attribute == "target" else interim))
        yield _todo(found, one, doubts(found, target), *about_target(found, target), title=title, uid=uid)


def _todo(found: SelectedElement, one: Deadline, doubtful: tuple[Message, ...], *said: Said, **own: Any) -> Todo | Loss:
    """Return a deadline with its `own` attributes, or a loss if no day can be said."""
    if one.latest is None:
        return Loss(address=found.element.address, message=one.day.rule)
    shown = last_working_day(one.latest, found.selection.state) if one.is_assumed else one.latest
    basis = derivation(one.day, shown) if one.is_assumed else None
    usual = {"uid": found.uid(), "title": title_of(found), **_progress(found)} | own
    status = usual.get("status")
    return Todo(
        **common_attributes(found, doubtful, basis, *said),
        due=shown,
        is_assumed=one.is_assumed,
        basis=basis.text(found.selection.language) if basis else None,
        is_done=status is TodoStatus.DONE,
        **usual | ({"percent": _ALL} if status is TodoStatus.DONE else {}),
    )


def _progress(found: SelectedElement) -> dict[str, Any]:
    """Return status, percentage and day of completion: finished, or as last reported; empty without a report."""
    element = found.element
    if not isinstance(element, Measure | Goal):
        return {}
    known = reports(element, date.max)
    entry = known[-1] if known else None
    level: StatusLevel | None = found.get(StatusLevel, entry.level_ref) if entry else None
    finished = found.pursuit.state in _FINISHED
    done = entry.completion if entry else None
    percent = round(done) if done is not None and 0 <= done <= _ALL else None
    status = _STATUS.get(level.neutral) if level else None
    actual = element.schedule.actual if isinstance(element, Measure) and element.schedule else None
    ended = actual.end if actual else None
    said = ended or (entry.as_of if entry else None)
    return {
        "status": TodoStatus.DONE if finished else status,
        "percent": percent,
        "done_on": said.latest if finished and said else None,
    }
