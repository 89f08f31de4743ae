"""One answer to the question when something is due."""

from datetime import date
from typing import Any

import pytest

from integrationskonzept.evaluation import Basis, deadline, deadlines_of
from integrationskonzept.model import Goal, HorizonStatement, Measure, MeasureKind, Overarching, Step
from tests.evaluation.town import aim, day, horizons, indicator, measure, planned, town


def told(element: Measure | Goal) -> list[tuple[str, str, bool]]:
    """Return path, day and whether it is assumed, of each deadline."""
    concept = town(element) if isinstance(element, Measure) else town(overarching=Overarching(goals=(element,)))
    found = deadlines_of(element, concept)
    return [(one.attribute, str(one.day.value), one.is_assumed) for one in found]


def test_a_plan_of_the_whole_has_one_deadline() -> None:
    assert told(measure(schedule=planned("2025", "2026-06-30"), time_frames=horizons("kurz"))) == [
        ("schedule", "2026-06-30", False)
    ]
    assert told(measure(schedule=planned("2025", "2026-06"))) == [("schedule", "2026-06-30", True)]
    assert told(measure()) == [("schedule", "None", False)]


def test_every_time_frame_has_its_own_deadline() -> None:
    frames = (*horizons("kurz"), HorizonStatement(end=day("2027-03-31")))
    assert told(measure(time_frames=frames)) == [
        ("time_frames[0]", "2025-12-31", True),
        ("time_frames[1]", "2027-03-31", False),
    ]
    assert told(Goal(id="z", text="Z", time_frames=horizons("kurz"))) == [("time_frames[0]", "2025-12-31", True)]
    assert told(Goal(id="z", text="Z")) == []


def test_a_schedule_with_a_start_only_ends_with_the_time_frames() -> None:
    started = measure(schedule=planned("2025-04-01"), time_frames=horizons("kurz"))
    found = deadline(started, town(started))
    assert str(found.value) == "2025-12-31"
    assert str(found.rule) == "its schedule; time frame 'kurzfristig', counted from the start of the period"
    open_ended = measure(schedule=planned("2025-04-01"), time_frames=horizons("offen"))
    assert str(deadline(open_ended, town(open_ended)).rule) == "no end is stated"


def test_a_time_frame_with_a_start_of_its_own_counts_from_there() -> None:
    late = measure(time_frames=(HorizonStatement(horizon_ref="kurz", start=day("2026-04-01")),))
    found = deadline(late, town(late))
    assert (str(found.value), found.basis) == ("2027-03-31", Basis.DERIVED)
    assert str(found.rule) == "time frame 'kurzfristig', counted from its own start"
    about = measure(time_frames=(HorizonStatement(horizon_ref="mittel", start=day("2026-04-01")),))
    assert str(deadline(about, town(about)).value) == "2028-09-30 to 2029-09-30"


@pytest.mark.parametrize(
    ("stated", "why"),
    [
        ({"kind": MeasureKind.PERMANENT}, "it has no end, by intention"),
        ({"schedule": planned("2025")}, "no end is stated"),
        ({"time_frames": (HorizonStatement(end=day("--06-30")),)}, "a day without a year: --06-30"),
        ({}, "neither a schedule nor a time frame is stated"),
    ],
)
def test_where_no_day_can_be_said_the_reason_is(stated: dict[str, Any], why: str) -> None:
    one = measure(**stated)
    found = deadline(one, town(one))
    assert (found.basis, str(found.rule)) == (Basis.UNKNOWN, why)


def test_steps_and_targets_have_theirs() -> None:
    step = Step(id="s", title="S", due=day("2026-05"))
    assert str(deadline(step, town()).value) == "2026-05-31"
    assert deadlines_of(Step(id="t", title="T"), town()) == []
    assert deadline(Step(id="t", title="T"), town()).basis is Basis.UNKNOWN
    (due,) = deadlines_of(step, town())
    assert (due.latest, str(due)) == (date(2026, 5, 31), "2026-05-31 (derived: the last day of 2026-05)")
    one = indicator(target=aim("2027-12-31", 3), interim_targets=(aim(None, 1),))
    found = deadlines_of(one, town(measure(indicators=(one,))))
    assert [(one.attribute, one.latest) for one in found] == [
        ("target", date(2027, 12, 31)),
        ("interim_targets[0]", None),
    ]
    assert [one.label.text("de") for one in found[0].day.inputs] == ["Frist"]
