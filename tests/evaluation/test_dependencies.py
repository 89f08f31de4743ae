"""Measures delayed when another one slips."""

from datetime import date

from integrationskonzept.evaluation.dependencies import Relation, waiting
from tests.evaluation.town import horizons, measure, planned, town

FIRST = measure("erste", schedule=planned("2025-01-01", "2025-12-31"))
SECOND = measure("zweite", schedule=planned("2026-03-01", "2026-12-31"), requires=("erste",))
THIRD = measure("dritte", schedule=planned("2027-02-01", "2027-12-31"), follows=("zweite",))
TOWN = town(FIRST, SECOND, THIRD, measure("allein"))


def test_measures_wait_directly_and_through_others() -> None:
    found = waiting(FIRST, TOWN)
    assert [(one.address, one.chain) for one in found] == [
        ("measure/zweite", (("measure/zweite", Relation.REQUIRES),)),
        ("measure/dritte", (("measure/zweite", Relation.REQUIRES), ("measure/dritte", Relation.FOLLOWS))),
    ]
    assert waiting(THIRD, TOWN) == ()


def test_nothing_has_to_wait_longer_while_the_plan_is_kept() -> None:
    assert [one.delayed.verdict for one in waiting(FIRST, TOWN)] == ["no", "no"]


def test_a_slip_is_handed_on_by_as_much_as_it_delays() -> None:
    assert [one.delayed.verdict for one in waiting(FIRST, TOWN, date(2026, 3, 31))] == ["yes", "no"]
    assert [one.delayed.verdict for one in waiting(FIRST, TOWN, date(2026, 4, 30))] == ["yes", "yes"]


def test_a_start_known_only_within_limits_leaves_it_open_for_all_that_follow() -> None:
    second = measure("zweite", schedule=planned("2026", "2026-12"), requires=("erste",))
    found = waiting(FIRST, town(FIRST, second, THIRD), date(2026, 3, 31))
    assert [one.delayed.verdict for one in found] == ["unknown", "unknown"]
    assert "known no closer" in str(found[0].delayed.why)


def test_without_dates_it_cannot_be_said() -> None:
    second, third = measure("zweite", requires=("erste",)), measure("dritte", requires=("zweite",))
    bare = measure("erste")
    found = waiting(bare, town(bare, second, third))
    assert [str(one.delayed.why) for one in found] == ["the end of the measure before it is not stated"] * 2
    assert "its own start is not stated" in str(waiting(FIRST, town(FIRST, second))[0].delayed.why)


def test_a_delayed_measure_without_an_end_hands_on_that_it_is_not_known() -> None:
    second = measure("zweite", schedule=planned("2026-03-01"), requires=("erste",))
    found = waiting(FIRST, town(FIRST, second, THIRD), date(2027, 1, 1))
    assert [one.delayed.verdict for one in found] == ["yes", "unknown"]


def test_measures_that_wait_for_each_other_come_once() -> None:
    one, two = measure("eins", requires=("zwei",)), measure("zwei", requires=("eins",), follows=("eins", "zwei"))
    assert [found.address for found in waiting(one, town(one, two))] == ["measure/zwei"]


def test_a_time_frame_gives_an_end_to_wait_for() -> None:
    first = measure("erste", time_frames=horizons("kurz"))
    found = waiting(first, town(first, SECOND))
    assert str(found[0]) == (
        "Zweite (2026-03 to 2026-12): has to wait: no: planned to begin 2026-03-01, after 2025-12-31"
    )


def test_what_is_not_pursued_any_more_waits_for_nothing() -> None:
    second = measure("zweite", schedule=planned("2026-03-01", "2026-12-31"), requires=("erste",), rejected="zu teuer")
    assert waiting(FIRST, town(FIRST, second, THIRD)) == ()
