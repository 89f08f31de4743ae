"""Ends of the time frames of measures and goals."""

from datetime import MAXYEAR, MINYEAR, date, timedelta
from operator import itemgetter

from integrationskonzept import Message, PartialDate
from integrationskonzept.model import Horizon, HorizonStatement, Measure
from integrationskonzept_ical.deadlines import Due, after_years, assumed, last_day_of
from integrationskonzept_ical.i18n import on, say, years
from integrationskonzept_ical.selection import SelectedElement

_ONE_DAY = timedelta(days=1)


def end_of_measure(found: SelectedElement) -> Due | Message | None:
    """Return the end of a whole measure, by its schedule or its row of the timeline; None if neither states one."""
    stated: Measure = found.element
    schedule = stated.schedule
    planned = schedule.planned if schedule else None
    if planned and planned.end:
        return last_day_of(planned.end)
    if planned and planned.start and schedule and schedule.duration_months:
        return _after(planned.start, schedule.duration_months)
    row = found.selection.timeline.get(stated.id)
    dated = any(frame.start or frame.end for frame in stated.time_frames)
    return _in_timeline(row.years) if row and row.years and not dated else None


def last_step(found: SelectedElement) -> Due | None:
    """Return the latest due date of the steps of a measure; None if no step has one."""
    stated: Measure = found.element
    dated = [(step.due.latest, step.title) for step in stated.steps if step.due and step.due.latest]
    if not dated:
        return None
    last, title = max(dated, key=itemgetter(0))
    basis = say(
        "Due on {day}: derived as the date of the last of its steps that have one, '{step}'",
        "Fällig am {day}: abgeleitet als Datum des letzten datierten Arbeitsschritts, „{step}“",
        day=on(last),
        step=title,
    )
    return Due(day=last, basis=basis)


def _after(start: PartialDate, months: float) -> Due | Message:
    after = after_years(start.earliest, months / 12) if start.earliest else None
    if after is None:
        return say("its duration counts from no known day", "Laufzeit ohne bekannten Beginn")
    basis = say(
        "Due on {day}: derived from the duration, {months:g} months from the planned start{first}",
        "Fällig am {day}: abgeleitet aus der Laufzeit, {months:g} Monate ab dem geplanten Beginn{first}",
        day=on(after - _ONE_DAY),
        months=months,
        first=assumed(start),
    )
    return Due(day=after - _ONE_DAY, basis=basis)


def _in_timeline(years: tuple[int, ...]) -> Due | Message:
    if not MINYEAR <= max(years) <= MAXYEAR:
        return say("its row of the timeline names no year there is", "Zeile des Zeitplans ohne gültiges Jahr")
    last = date(max(years), 12, 31)
    basis = say(
        "Due on {day}: derived as the last day of the last year marked in the timeline",
        "Fällig am {day}: abgeleitet als letzter Tag des letzten Jahres, das im Zeitplan markiert ist",
        day=on(last),
    )
    return Due(day=last, basis=basis)


def end_of(found: SelectedElement, frame: HorizonStatement) -> Due | Message:
    """Return the end of a time frame, stated or computed from the start of the period; or why there is none."""
    horizon: Horizon | None = found.get(Horizon, frame.horizon_ref)
    end = frame.end or (horizon.end if horizon else None)
    if end is not None:
        return last_day_of(end)
    if horizon is None or horizon.permanent or horizon.maximum_years is None:
        return say("its time frame has no end", "Zeitrahmen ohne Ende")
    start = frame.start or found.selection.concept.period.start
    after = after_years(start.earliest, horizon.maximum_years) if start and start.earliest else None
    if start is None or after is None:
        return say("its time frame counts from no known day", "Zeitrahmen ohne bekannten Beginn")
    last = after - _ONE_DAY
    return Due(day=last, basis=_basis(horizon, start, last, own=frame.start is not None))


def _basis(horizon: Horizon, start: PartialDate, last: date, *, own: bool) -> Message:
    """Return the rule, values and assumptions that a day is derived from."""
    return say(
        "Due on {day}: derived, not stated in the concept:"
        " at most {years} (time frame '{frame}'{about}) from {what}{first}",
        "Fällig am {day}: abgeleitet, im Konzept nicht angegeben:"
        " nach höchstens {years} (Zeitrahmen „{frame}“{about}) ab {what}{first}",
        day=on(last),
        years=years(horizon.maximum_years or 0),
        frame=horizon.title,
        about=say(", approximate", ", ungefähr") if horizon.approximate else "",
        what=say("its own start", "eigenem Beginn") if own else say("the start of the period", "Beginn der Laufzeit"),
        first=assumed(start),
    )


def words_of(found: SelectedElement, frame: HorizonStatement) -> Message | None:
    """Return a time frame as printed, or else its title."""
    horizon = found.get(Horizon, frame.horizon_ref)
    words = frame.printed or (horizon.title if horizon else None)
    return say("Time frame: {words}", "Zeitrahmen: {words}", words=words) if words else None


def name_of(found: SelectedElement, frame: HorizonStatement) -> str | None:
    """Return a name for a time frame: its phase, its title or its end."""
    horizon = found.get(Horizon, frame.horizon_ref)
    return frame.phase or (horizon.title if horizon else None) or (str(frame.end) if frame.end else None)
