"""The mirror: the CMS's answers as files, for the same content."""

import json
from pathlib import Path
from typing import Any

import pytest

import integrationskonzept as ik
from integrationskonzept import Concept
from integrationskonzept_integreat import MirrorOptions
from integrationskonzept_integreat.mirror import export
from integrationskonzept_integreat.slug import Slugs, slug
from plugins.integreat.tests.town import DOCUMENT, ENGLISH, catalogue, site, town

PAGE = {
    *("id", "url", "path", "title", "modified_gmt", "last_updated", "excerpt", "content", "parent", "order"),
    *("available_languages", "thumbnail", "organization", "hash", "embedded_offers", "slug_history"),
}
EVENT = {
    *("id", "url", "path", "title", "modified_gmt", "last_updated", "excerpt", "content", "available_languages"),
    *("thumbnail", "location", "location_path", "meeting_url", "event", "hash", "recurrence_rule"),
}
LOCATION = {
    *("id", "url", "path", "title", "modified_gmt", "last_updated", "meta_description", "excerpt", "content"),
    *("available_languages", "icon", "thumbnail", "website", "email", "phone_number", "contacts", "category"),
    *("temporarily_closed", "opening_hours", "appointment_url", "location", "hash", "organization", "barrier_free"),
}


def mirror(concept: Concept, **given: Any) -> dict[str, Any]:
    files = export(concept, MirrorOptions(**given)).files
    return {file.name.split("/", 3)[3].removesuffix("/index.json"): json.loads(file.content) for file in files}


@pytest.fixture
def english(tmp_path: Path) -> Path:
    return catalogue(tmp_path / "po", "en", ENGLISH)


def test_each_answer_lies_where_its_address_would_be(english: Path) -> None:
    names = [file.name for file in export(town(), MirrorOptions(translations=english)).files]
    assert names[0] == "api/v3/musterstadt/de/pages/index.json"
    assert {name.split("/", 3)[3] for name in names} == {
        *(f"{language}/{what}/index.json" for language in ("de", "en") for what in ("pages", "events", "locations")),
        "languages/index.json",
    }


def test_answers_have_exactly_the_keys_that_the_cms_gives(english: Path) -> None:
    answers = mirror(town(), translations=english)
    for language in ("de", "en"):
        assert all(set(page) == PAGE for page in answers[f"{language}/pages"])
        assert all(set(event) == EVENT for event in answers[f"{language}/events"])
        assert all(set(location) == LOCATION for location in answers[f"{language}/locations"])


def test_pages_form_a_tree_whose_addresses_follow_the_titles(english: Path) -> None:
    start, field, *_ = mirror(town(), translations=english)["de/pages"]
    assert start["path"] == "/musterstadt/de/integrationskonzept-der-stadt-musterstadt/"
    assert field["path"] == start["path"] + "sprache-und-bildung/"
    assert field["parent"]["path"] == start["path"]
    assert start["parent"] == {"id": 0, "url": None, "path": None}
    assert field["available_languages"]["en"]["path"].endswith("/language-and-education/")
    assert field["excerpt"].count("<") == 0


def test_pages_below_pages_are_ordered_by_their_left_edge() -> None:
    document = "fields_of_action: [{id: a, title: A, sub_fields: [{id: b, title: B}]}, {id: c, title: C}]"
    assert [(page["title"], page["order"]) for page in mirror(town(document))["de/pages"]][1:] == [
        ("A", 2),
        ("B", 3),
        ("C", 6),
    ]


def test_numbers_stay_from_edition_to_edition_and_no_two_are_alike(english: Path) -> None:
    before = mirror(town(), translations=english)["de/pages"]
    after = mirror(town().replace("offer/sprachcafe", title="Anders"), translations=english)["de/pages"]
    assert [page["id"] for page in before] == [page["id"] for page in after]
    assert len({page["id"] for page in before}) == len(before)


def test_a_site_gives_server_region_and_numbers(tmp_path: Path) -> None:
    place = site(tmp_path / "integreat.toml", {"start": 12, "offers": 13}, region="anderswo")
    files = export(town(), MirrorOptions(site=place)).files
    assert files[0].name.startswith("api/v3/anderswo/")
    pages = json.loads(files[0].content)
    assert pages[0]["url"] == "https://cms.example/anderswo/de/integrationskonzept-der-stadt-musterstadt/"
    assert pages[1]["parent"]["id"] == 12


def test_events_have_their_rule_and_their_times_in_germany() -> None:
    (day,) = mirror(town())["de/events"]
    assert day["path"] == "/musterstadt/de/events/tag-der-muttersprache/"
    assert day["recurrence_rule"] == "DTSTART:20260220T230000\nRRULE:FREQ=YEARLY;UNTIL=20290221T235959"
    assert day["event"]["start"] == "2026-02-21T00:00:00+01:00"
    assert day["event"]["end"] == "2026-02-21T23:59:00+01:00"
    assert day["event"]["all_day"]


def test_events_at_an_hour_are_no_whole_days() -> None:
    document = """
overarching:
  activities:
    - {id: a, title: Fest, date: 2026-07-01, start_time: "18:00", end_time: "20:30"}
    - id: b
      title: Fest
      date: 2026-07-02
      start_time: "18:00"
      recurrence: {frequency: weekly, interval: 2, weekdays: [th], until: 2026-08-31}
"""
    one, series = mirror(town(document))["de/events"]
    assert (one["event"]["start_time"], one["event"]["end_time"], one["event"]["all_day"]) == (
        "18:00:00",
        "20:30:00",
        False,
    )
    assert one["event"]["start"].endswith("+02:00")
    assert [event["path"].split("/")[-2] for event in (one, series)] == ["fest", "fest-2"]
    assert series["recurrence_rule"].endswith("RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20260827T235959;BYDAY=TH")


def test_events_in_another_language_are_the_same_text_without_a_number(english: Path) -> None:
    answers = mirror(town(), translations=english)
    (german,), (other,) = answers["de/events"], answers["en/events"]
    assert other["title"] == german["title"]
    assert other["id"] is None
    assert other["event"] == german["event"]
    assert other["available_languages"]["de"]["id"] == german["id"]


def test_what_is_over_is_left_out() -> None:
    assert mirror(town(), today=ik.PartialDate("2029-03-01").day)["de/events"] == []


def test_actors_with_a_public_address_are_locations_with_their_offers() -> None:
    hall, school = mirror(town())["de/locations"]
    assert hall["location"] | {"id": 0} == {
        "id": 0,
        "name": "Musterstadt",
        "address": "Rathausplatz 1",
        "town": "Musterstadt",
        "state": None,
        "postcode": "12345",
        "region": None,
        "country": "Deutschland",
        "latitude": None,
        "longitude": None,
    }
    assert school["path"] == "/musterstadt/de/locations/volkshochschule/"
    assert school["contacts"][0]["email"] == "info@vhs.example"
    assert school["category"]["icon"] == "education"
    assert "<li>Sprachcafé<p>Jeden Dienstag, ohne Anmeldung.</p></li>" in school["content"]


def test_an_actor_without_an_address_is_no_location() -> None:
    document = DOCUMENT.replace(', address: "Hauptstr. 2, 12345 Musterstadt"', "")
    assert [one["title"] for one in mirror(town(document))["de/locations"]] == ["Musterstadt"]


def test_an_address_written_otherwise_stays_whole_and_is_said_so() -> None:
    document = DOCUMENT.replace("Hauptstr. 2, 12345 Musterstadt", "Hinter der Kirche")
    export_ = export(town(document), MirrorOptions())
    assert "cannot be told from the address 'Hinter der Kirche'" in "\n".join(map(str, export_.losses))
    assert mirror(town(document))["de/locations"][1]["location"]["address"] == "Hinter der Kirche"


def test_coordinates_are_lost() -> None:
    assert "no coordinates" in "\n".join(map(str, export(town(), MirrorOptions()).losses))


def test_shortcodes_of_a_template_are_lost(tmp_path: Path) -> None:
    (tmp_path / "offers.html").write_text("<p>[page 1]</p>", "utf-8")
    losses = export(town(), MirrorOptions(templates=tmp_path)).losses
    assert "which only the CMS resolves" in "\n".join(map(str, losses))


def test_languages_are_told_with_their_own_name_and_direction(tmp_path: Path) -> None:
    arabic = {"Integrationskonzept der Stadt Musterstadt": "خطة"}
    german, other = mirror(town(), translations=catalogue(tmp_path / "po", "ar", arabic))["languages"]
    assert (german["native_name"], german["dir"]) == ("Deutsch", "LEFT_TO_RIGHT")
    assert (other["code"], other["dir"]) == ("ar", "RIGHT_TO_LEFT")


def test_everything_was_changed_on_the_day_of_the_edition() -> None:
    page = mirror(town())["de/pages"][0]
    assert page["modified_gmt"] == "2026-01-15T00:00:00Z"
    assert page["last_updated"] == "2026-01-15T01:00:00+01:00"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Wohnen/ gute Nachbarschaft", "wohnen-gute-nachbarschaft"),
        ("Maßnahmen & Ziele 2026", "maßnahmen-ziele-2026"),
        ("  -- Ä --  ", "ä"),
        ("مرحبا بالعالم", "مرحبا-بالعالم"),
        ("!?", "page"),
    ],
)
def test_names_in_addresses_are_made_of_titles(title: str, name: str) -> None:
    assert slug(title, "page") == name


def test_names_that_are_taken_are_counted() -> None:
    slugs = Slugs("page", frozenset({"offers"}))
    assert [slugs.give(title) for title in ("A", "a", "Offers", "A")] == ["a", "a-2", "offers-2", "a-3"]
