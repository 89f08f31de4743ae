"""Subscribers see what stayed, what changed and what was dropped from one edition to the next."""

from datetime import date

import pytest

from integrationskonzept import Concept
from integrationskonzept.testing import town
from plugins.ical.tests.calendars import entries, exported, losses, read, warnings

FEST = "{id: fest, title: Fest, date: 2026-06-27}"
MARKT = "{id: markt, title: Markt, date: 2026-09-12}"
LAUF = "{id: lauf, title: Lauf, date: 2026-10-03}"


def edition(day: str, *activities: str, number: int = 1, **header: str) -> Concept:
    document = f"overarching: {{activities: [{', '.join(activities)}]}}"
    return town(document, edition=f"{{as_of: {day}, number: {number}}}", **header)


def sequences(concept: Concept, *previous: Concept) -> dict[str, int]:
    return {uid: part["SEQUENCE"] for uid, part in entries(concept, previous=previous).items()}


def test_identity_comes_from_the_address_and_no_text_or_date_moves_it() -> None:
    first = edition("2024-11-15", FEST)
    second = edition("2026-11-15", "{id: fest, title: Großes Fest, date: 2027-06-26}")
    assert list(entries(first)) == list(entries(second)) == ["activity-fest"]


def test_every_entry_carries_the_day_and_the_rank_of_its_edition() -> None:
    fest = entries(edition("2024-11", FEST, number=3))["activity-fest"]
    assert fest["DTSTAMP"].to_ical() == fest["LAST-MODIFIED"].to_ical() == b"20241130T000000Z"
    assert fest["SEQUENCE"] == 9100 * 100 + 3  # 9,100 days after 1 January 2000


def test_what_is_unchanged_keeps_its_bytes_and_what_changed_raises_its_sequence() -> None:
    first = edition("2024-11-15", FEST, MARKT)
    second = edition("2026-11-15", FEST, "{id: markt, title: Markt, date: 2027-09-11}", LAUF)
    before, after = entries(first), entries(second, previous=(first,))
    assert after["activity-fest"].to_ical() == before["activity-fest"].to_ical()
    assert after["activity-markt"]["SEQUENCE"] > before["activity-markt"]["SEQUENCE"]
    assert after["activity-markt"]["DTSTAMP"].to_ical() == b"20261115T000000Z"
    assert after["activity-lauf"]["SEQUENCE"] == after["activity-markt"]["SEQUENCE"]


def test_what_was_dropped_is_cancelled_with_a_higher_sequence_and_no_more_than_its_title() -> None:
    first, second = edition("2024-11-15", FEST, MARKT), edition("2026-11-15", FEST)
    gone = entries(second, previous=(first,))["activity-markt"]
    assert gone["STATUS"] == "CANCELLED"
    assert gone["SEQUENCE"] > entries(first)["activity-markt"]["SEQUENCE"]
    assert gone["SUMMARY"] == "Markt"
    assert "DESCRIPTION" not in gone


def test_over_three_editions_the_last_one_alone_never_goes_back() -> None:
    first = edition("2024-11-15", FEST, MARKT)
    second = edition("2026-11-15", FEST, "{id: markt, title: Markt, date: 2027-09-11}")
    third = edition("2028-11-15", FEST, "{id: markt, title: Markt, date: 2027-09-11}")
    known = sequences(second, first)
    for later in (sequences(third, second), sequences(third, first, second), sequences(third)):
        assert all(later[uid] >= sequence for uid, sequence in known.items())


def test_all_earlier_editions_together_leave_everything_unchanged_as_it_was() -> None:
    first = edition("2024-11-15", FEST, MARKT)
    second = edition("2026-11-15", FEST, "{id: markt, title: Markt, date: 2027-09-11}")
    third = edition("2028-11-15", FEST, "{id: markt, title: Markt, date: 2027-09-11}")
    assert sequences(third, first, second) == sequences(second, first)


def test_what_was_dropped_before_the_last_edition_is_not_cancelled_again() -> None:
    first, second, third = (edition(f"{year}-11-15", *what) for year, what in ((2024, [FEST]), (2026, []), (2028, [])))
    assert list(entries(third, previous=(first, second))) == []


def test_what_comes_back_ranks_above_what_was_cancelled() -> None:
    first, second, third = (
        edition(f"{year}-11-15", *what) for year, what in ((2024, [FEST]), (2026, []), (2028, [FEST]))
    )
    assert sequences(third, first, second)["activity-fest"] > sequences(second, first)["activity-fest"]


def test_editions_of_one_day_are_told_apart_by_their_number() -> None:
    first, second = edition("2024-11-15", FEST, number=1), edition("2024-11-15", LAUF, number=2)
    assert sequences(second, first)["activity-lauf"] == sequences(first)["activity-fest"] + 1
    assert warnings(second, previous=(first,)) == []


def test_an_edition_that_states_nothing_newer_still_ranks_above_with_a_warning() -> None:
    first, second = edition("2024-11-15", FEST), edition("2024-11-15", LAUF)
    assert sequences(second, first)["activity-lauf"] == sequences(first)["activity-fest"] + 1
    assert warnings(second, previous=(first,)) == [
        "concept/musterstadt: the edition states no later date and no higher number than the one before it"
    ]


@pytest.mark.parametrize(
    ("header", "day"),
    [
        ({"edition": "{adopted_on: 2025-02}"}, b"20250228"),
        ({"edition": "{as_of: --11-15, adopted_on: 2025-02-03}"}, b"20250203"),
        ({"edition": None}, b"20250101"),
        ({"edition": None, "period": None}, b"20000101"),
    ],
)
def test_an_edition_without_a_date_takes_another_day_and_says_so(header: dict[str, str | None], day: bytes) -> None:
    concept = town(f"overarching: {{activities: [{FEST}]}}", **header)
    assert entries(concept)["activity-fest"]["DTSTAMP"].to_ical() == day + b"T000000Z"
    (lost,) = losses(concept)
    assert lost.startswith("concept/musterstadt: the edition states no date; the calendar gives ")


def test_what_was_internal_in_an_earlier_edition_is_not_cancelled() -> None:
    retreat = "{id: klausur, title: Klausurtagung, date: 2025-05-05, internal: true}"
    first, second = edition("2024-11-15", FEST, retreat), edition("2026-11-15", FEST)
    assert b"Klausur" not in exported(second, previous=(first,)).files[0].content


def test_a_selection_is_the_same_in_both_editions() -> None:
    first, second = edition("2024-11-15", FEST, MARKT), edition("2026-11-15", FEST)
    assert list(entries(second, previous=(first,), end=date(2026, 7, 1))) == ["activity-fest"]


def test_one_earlier_edition_may_be_given_as_it_is() -> None:
    first, second = edition("2024-11-15", FEST, MARKT), edition("2026-11-15", FEST)
    assert exported(second, previous=first) == exported(second, previous=(first,))


def test_a_dropped_series_is_still_read_as_one() -> None:
    weekly = "{id: kurs, title: Kurs, date: 2026-09-15, recurrence: {frequency: weekly, until: 2026-12}}"
    first, second = edition("2024-11-15", weekly), edition("2026-11-15", FEST)
    gone = read(exported(second, previous=first).files[0].content)["activity-kurs"]
    assert gone["RRULE"].to_ical() == b"FREQ=WEEKLY;UNTIL=20261231;BYDAY=TU"
