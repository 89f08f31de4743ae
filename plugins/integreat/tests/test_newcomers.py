"""What people who are new in town read: offers with contacts and times, courses and dates as they take place."""

from datetime import date
from pathlib import Path

import pytest

import integrationskonzept as ik
from integrationskonzept import testing
from integrationskonzept_integreat import EventOptions, PageOptions, events
from integrationskonzept_integreat.pages import build_pages
from integrationskonzept_integreat.pages_exporter import export
from plugins.integreat.tests.town import catalogue, pages, town

TODAY = date(2026, 11, 27)
COURSE = (
    "{id: kurs, title: Deutschkurs, area: Sprache, date: 2026-09-15, start_time: '18:30', end_time: '20:00',"
    " location: Rathaus, recurrence: {frequency: weekly, weekdays: [tu, th], until: 2027-07-15,"
    " exceptions: [{title: Weihnachtsferien, start: 2026-12-21, end: 2027-01-08}]}}"
)


def activities(*stated: str, today: date = TODAY) -> str:
    """Return the page of courses and dates."""
    document = f"overarching: {{activities: [{', '.join(stated)}]}}"
    return pages(town(document), PageOptions(today=today))["activities", "de"].content


def test_a_running_course_is_told_by_its_rhythm_and_not_by_a_day_that_is_past() -> None:
    content = activities(COURSE)
    assert (
        "<p><strong>Wann</strong>: 18:30–20:00, jeden Dienstag und Donnerstag, bis 15.07.2027,"
        " außer: Weihnachtsferien</p>" in content
    )
    assert "September" not in content
    assert "<strong>Ort</strong>: Rathaus" in content
    assert "Sprache" not in content


def test_a_course_that_begins_later_says_when() -> None:
    assert "Wann</strong>: 15. September 2026, 18:30–20:00, jeden" in activities(COURSE, today=date(2026, 9, 15))


def test_a_first_day_on_which_nothing_takes_place_is_not_told() -> None:
    holiday = "{id: a, title: Treff, date: 2027-01-05, recurrence: {frequency: weekly, exceptions: [2027-01-05]}}"
    content = activities(holiday)
    assert "12. Januar 2027" in content
    assert "5. Januar 2027" not in content


def test_what_takes_place_on_no_day_any_more_is_on_no_page() -> None:
    never = "{id: a, title: Nie, date: 2027-01-05, recurrence: {frequency: weekly, exceptions: [{start: 2027-01-01}]}}"
    past = "{id: b, title: Vorbei, date: 2026-05-01, end_date: 2026-11-26}"
    open_day = "{id: c, title: Offen, date: 2026-11}"
    whole_year = "{id: d, title: Voriges Jahr, date: 2025}"
    content = activities(never, past, open_day, whole_year)
    assert [title for title in ("Nie", "Vorbei", "Voriges Jahr", "Offen") if title in content] == ["Offen"]
    document = f"overarching: {{activities: [{past}, {{id: e, title: Idee}}]}}"
    told = "\n".join(map(str, export(town(document), PageOptions(today=TODAY)).losses))
    assert "activity/b: over by 2026-11-27: not on the pages" in told
    assert "1 activities without a date or a rhythm: not on the pages" in told


def test_a_course_of_several_days_is_not_over_before_its_last_one() -> None:
    camp = (
        "{id: a, title: Lager, date: 2026-11-25, end_date: 2026-11-28,"
        " recurrence: {frequency: yearly, until: 2026-12-31}}"
    )
    assert "Lager" in activities(camp)
    assert ("activities", "de") not in pages(
        town(f"overarching: {{activities: [{camp}]}}"), PageOptions(today=date(2026, 11, 29))
    )


def test_without_a_day_the_day_of_the_edition_counts() -> None:
    document = "overarching: {activities: [{id: a, title: A, date: 2026-01-14}, {id: b, title: B, date: 2026-01-15}]}"
    content = pages(town(document), PageOptions())["activities", "de"].content
    assert "<h2>B</h2>" in content
    assert "<h2>A</h2>" not in content


def test_courses_come_before_single_dates_and_those_in_their_order() -> None:
    content = activities(
        "{id: a, title: Später, date: 2027-05-01}",
        "{id: b, title: Früher, date: 2027-02-01}",
        "{id: c, title: Irgendwann, date: 2027}",
        "{id: d, title: Rhythmus, recurrence: {frequency: irregular, text: nach Absprache}}",
    )
    places = [content.index(title) for title in ("Rhythmus", "Früher", "Später", "Irgendwann")]
    assert places == sorted(places)
    assert "<strong>Wann</strong>: nach Absprache" in content


def test_an_end_without_a_beginning_is_told_as_an_end() -> None:
    assert "5. Januar 2027, –17:00" in activities("{id: a, title: A, date: 2027-01-05, end_time: '17:00'}")


def test_a_school_year_is_told_as_stated_until_it_has_begun() -> None:
    course = "{id: a, title: A, date: 2026/27, recurrence: {frequency: weekly, weekdays: [mo]}}"
    assert "Wann</strong>: 2026/27, jeden Montag" in activities(course, today=date(2026, 7, 1))
    assert "Wann</strong>: jeden Montag" in activities(course)


def test_what_takes_place_every_year_is_told_without_the_year_once_it_has_begun() -> None:
    evening = "{id: a, title: A, date: 2025-05-09, recurrence: yearly}"
    assert "Wann</strong>: 9. Mai, jedes Jahr" in activities(evening)
    assert "Wann</strong>: 9. Mai 2025, jedes Jahr" in activities(evening, today=date(2025, 5, 1))
    every_other = "{id: a, title: A, date: 2025-05-09, recurrence: {frequency: yearly, interval: 2}}"
    assert "Wann</strong>: 9. Mai 2025, alle 2 Jahre" in activities(every_other)
    in_may = "{id: a, title: A, date: 2025-05, recurrence: yearly}"
    assert "Wann</strong>: Mai 2025, jedes Jahr" in activities(in_may)
    ended = "{id: b, title: Beendet, date: 2024-05, recurrence: {frequency: yearly, until: 2025}}"
    assert "Beendet" not in activities(in_may, ended)


def test_an_offer_tells_its_times_its_place_and_whom_to_ask() -> None:
    document = """
actors: [{id: vhs, title: Volkshochschule, contact: {phone: 07147 28-0}}]
offers:
  - id: cafe
    title: Café
    description: Jeden Dienstag.
    opening_times:
      - {weekdays: [tu, th], start_time: "14:00", end_time: "17:00"}
      - {weekdays: [fr], text: nach Vereinbarung}
      - nicht in den Ferien
    location: Bürgerhaus
    contacts: [vhs]
    languages: [de, ar]
    fee: kostenfrei
    url: www.vhs.example
"""
    content = pages(town(document), PageOptions())["offers", "de"].content
    lines = content.split("\n")
    phone = '<a href="tel:+497147280" class="link-external">07147 28-0</a>'
    times = "Dienstag, Donnerstag 14:00–17:00, Freitag, nach Vereinbarung, nicht in den Ferien"
    assert lines[3:7] == [
        "<p>Jeden Dienstag.</p>",
        f"<p><strong>Öffnungszeiten</strong>: {times}</p>",
        "<p><strong>Ort</strong>: Bürgerhaus</p>",
        f"<p><strong>Kontakt</strong>: Volkshochschule ({phone})</p>",
    ]
    assert "<strong>Sprachen</strong>: Deutsch, Arabisch" in content
    assert "<strong>Kosten</strong>: kostenfrei" in content


def test_nothing_of_the_concept_itself_is_shown_unless_asked_for() -> None:
    concept = ik.concept("sachsenheim")
    shown = "".join(page.content for page in build_pages(concept, PageOptions(today=TODAY)).pages)
    assert not [measure.id for measure in concept.measures if str(measure.title) in shown]
    assert "only with -o about_concept=yes" in "\n".join(map(str, export(concept, PageOptions()).losses))


def test_a_date_known_to_be_wrong_is_corrected_on_request() -> None:
    concept = ik.concept("sachsenheim")
    corrected = export(concept, PageOptions(corrected_dates=True))
    page = next(file.content.decode() for file in corrected.files if file.name == "de/action-days.html")
    assert "21. Februar" in page
    assert "20. Februar" not in page
    assert "Muttersprache" not in "\n".join(map(str, corrected.warnings))
    feed = events.export(concept, EventOptions(corrected_dates=True, today=TODAY))
    assert b"DTSTART;VALUE=DATE:20250221" in feed.files[0].content
    assert b"DTSTART;VALUE=DATE:20250220" in events.export(concept, EventOptions(today=TODAY)).files[0].content


def test_a_number_keeps_its_order_in_a_language_written_from_right_to_left(tmp_path: Path) -> None:
    folder = catalogue(tmp_path / "po", "ar", {"Sprache": "اللغة", "Sprachcafé": "مقهى"})
    written = pages(town(), PageOptions(translations=folder))
    assert '"><span lang="ar" dir="ltr">+49 (0)7147 28-0</span></a>' in written["offers", "ar"].content
    assert ">+49 (0)7147 28-0</a>" in written["offers", "de"].content


@pytest.mark.parametrize("name", ["musterstadt-2025", "musterstadt-2027", "sachsenheim"])
def test_the_bundled_concepts_have_pages_for_newcomers(name: str) -> None:
    keys = [page.key for page in build_pages(ik.concept(name), PageOptions(today=TODAY)).pages]
    assert keys[:2] == ["start", "offers"]
    assert set(keys) <= {"start", "offers", "activities", "action-days"}


def test_a_town_without_anything_has_a_start_page() -> None:
    assert [page.key for page in build_pages(testing.town("")).pages] == ["start"]
