"""A small fictitious town, built in a line or two."""

from datetime import date
from typing import Any

from integrationskonzept import testing
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.dates import Span
from integrationskonzept.model.field_of_action import FieldOfAction
from integrationskonzept.model.horizon import Horizon, HorizonStatement
from integrationskonzept.model.indicator import Indicator, IndicatorKind, Target
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.observation import Observation
from integrationskonzept.model.partial_date import PartialDate
from integrationskonzept.model.schedule import Schedule
from integrationskonzept.model.status import NeutralStatus, StatusEntry, StatusLevel

TODAY = date(2027, 6, 30)

HORIZONS = (
    Horizon(id="kurz", title="kurzfristig", maximum_years=1),
    Horizon(id="mittel", title="mittelfristig", minimum_years=2, maximum_years=3, approximate=True),
    Horizon(id="lang", title="langfristig", minimum_years=3, maximum_years=5),
    Horizon(id="immer", title="dauerhaft", permanent=True),
    Horizon(id="offen", title="offen"),
    Horizon(id="jahre", title="bis 2026", start=PartialDate("2025"), end=PartialDate("2026")),
    Horizon(id="ab-drei", title="ab drei Jahren", minimum_years=3),
)

SCALE = (
    *(StatusLevel(id=one.value.replace("_", "-"), title=one.value, neutral=one) for one in NeutralStatus),
    StatusLevel(id="zu", title="zu den Akten", neutral=NeutralStatus.UNKNOWN, terminal=True),
)


def day(text: str) -> PartialDate:
    """Write a date shortly."""
    return PartialDate(text)


def span(start: str | None = None, end: str | None = None) -> Span:
    """Write a stretch of time shortly."""
    return Span(start=day(start) if start else None, end=day(end) if end else None)


def planned(start: str | None = None, end: str | None = None, months: float | None = None) -> Schedule:
    """Plan a measure."""
    return Schedule(planned=span(start, end) if start or end else None, duration_months=months)


def horizons(*ids: str) -> tuple[HorizonStatement, ...]:
    """State time frames."""
    return tuple(HorizonStatement(horizon_ref=id) for id in ids)


def reported(*rounds: tuple[str, str]) -> tuple[StatusEntry, ...]:
    """Report a measure's status, round by round: date and level."""
    return tuple(StatusEntry(as_of=day(as_of), level_ref=status) for as_of, status in rounds)


def measure(id: str = "kurse", **attributes: Any) -> Measure:
    """Make a measure."""
    return Measure(id=id, **{"title": id.capitalize(), **attributes})


def indicator(id: str = "zahl", **attributes: Any) -> Indicator:
    """Make an indicator, a count unless told otherwise."""
    return Indicator(id=id, **{"title": id.capitalize(), "kind": IndicatorKind.COUNT, **attributes})


def seen(as_of: str | None, value: float | None = None, **attributes: Any) -> Observation:
    """Make an observation."""
    return Observation(as_of=day(as_of) if as_of else None, value=value, **attributes)


def aim(due: str | None = None, value: float | None = None, **attributes: Any) -> Target:
    """Make a target."""
    return Target(due=day(due) if due else None, value=value, **attributes)


def town(*measures: Measure, **attributes: Any) -> Concept:
    """Return a concept of a period from 2025 to 2029 with these measures in one field of action."""
    return testing.town(
        **{
            "id": "dorf",
            "title": "Konzept Dorf",
            "municipality": "{name: Dorf}",
            "edition": None,
            "period": span("2025-01-01", "2029-12-31"),
            "horizons": HORIZONS,
            "status_scale": SCALE,
            "fields_of_action": (FieldOfAction(id="feld", title="Feld", measures=measures),),
            **attributes,
        }
    )
