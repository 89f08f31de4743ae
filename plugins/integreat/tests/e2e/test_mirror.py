"""The mirror has the shape of what the CMS answers for the same content, and says the same."""

import json
from pathlib import Path
from typing import Any

import pytest

from integrationskonzept import Concept
from integrationskonzept_integreat import EventOptions, MirrorOptions
from integrationskonzept_integreat.mirror import export
from plugins.integreat.tests.e2e.home import Home, keys_and_kinds
from plugins.integreat.tests.e2e.test_calendar import TODAY, Feed, feed, future
from plugins.integreat.tests.e2e.test_xliff import Editor, editor, exported, files
from plugins.integreat.tests.town import DOCUMENT, ENGLISH, catalogue, town

__all__ = ["editor", "feed"]  # fixtures of these tests too

MOVES = ("id", "modified_gmt", "last_updated", "recurrence_id", "slug_history")
"""What changes with every version that the CMS keeps."""


@pytest.fixture
def translations(home: Home) -> Path:
    return catalogue(home.folder / "po", "en", ENGLISH)


def mirrored(home: Home, concept: Concept, translations: Path) -> dict[str, Any]:
    options = MirrorOptions(site=home.site(), translations=translations, today=TODAY)
    files = export(concept, options).files
    begin = f"api/v3/{home.region}/"
    return {file.name.removeprefix(begin).removesuffix("/index.json"): json.loads(file.content) for file in files}


def still(answer: Any) -> Any:
    """Return an answer without what moves."""
    if isinstance(answer, dict):
        return {key: still(value) for key, value in answer.items() if key not in MOVES}
    return [still(item) for item in answer] if isinstance(answer, list) else answer


def test_pages_are_told_as_the_cms_tells_them(home: Home, editor: Editor, translations: Path) -> None:
    home.pages_for(town())
    editor.import_(home.region, files(exported(home, translations=translations, originals=True)))
    # the CMS keeps the names that pages had in addresses, so these are told apart by number
    mirror = mirrored(home, town(), translations)
    for language in ("de", "en"):
        theirs = home.cms.ask(f"{home.region}/{language}/pages")
        ours = mirror[f"{language}/pages"]
        assert keys_and_kinds(ours) == keys_and_kinds(theirs)
        assert [page["title"] for page in ours] == [page["title"] for page in theirs]
        assert [page["content"] for page in ours] == [page["content"] for page in theirs]
        assert [page["excerpt"] for page in ours] == [page["excerpt"] for page in theirs]
        assert [page["parent"]["id"] for page in ours] == [page["parent"]["id"] for page in theirs]
        assert [page["order"] for page in ours[1:]] == [page["order"] for page in theirs[1:]]


def test_addresses_of_new_translations_are_those_that_the_cms_makes(
    home: Home, editor: Editor, translations: Path
) -> None:
    home.pages_for(town())
    editor.import_(home.region, files(exported(home, translations=translations)))
    theirs = {page["title"]: page["path"] for page in home.cms.ask(f"{home.region}/en/pages")}
    ours = {page["title"]: page["path"] for page in mirrored(home, town(), translations)["en/pages"]}
    assert ours == theirs


def test_events_are_told_as_the_cms_tells_them(feed: Feed, translations: Path) -> None:
    feed.night(future())
    theirs = feed.home.cms.ask(f"{feed.home.region}/de/events", combine_recurring="True")
    ours = mirrored(feed.home, future(), translations)["de/events"]
    for event in (*ours, *theirs):  # the mirror has the languages of the pages, the region all of its own
        event["available_languages"] = sorted(event["available_languages"].keys() & {"de"})
    assert sorted(map(named, ours)) == sorted(map(named, theirs))
    by_name = {named(event): event for event in theirs}
    titles = [event["title"] for event in theirs]
    for event in ours:
        other = by_name[named(event)]
        assert keys_and_kinds(event) == keys_and_kinds(other)
        if titles.count(event["title"]) > 1:  # which of several alike is counted first is the CMS's own affair
            event |= {"url": other["url"], "path": other["path"]}
        assert still(event) == still(other)


def named(event: dict[str, Any]) -> tuple[str, str]:
    """Tell events apart without their addresses."""
    return event["title"], event["event"]["start"]


def test_events_in_another_language_have_the_shape_that_the_cms_gives_them(feed: Feed, translations: Path) -> None:
    concept = future().replace("concept/musterstadt", motto="Zusammen & füreinander")
    feed.night(concept)
    theirs = feed.home.cms.ask(f"{feed.home.region}/en/events", combine_recurring="True")[0]
    ours = mirrored(feed.home, concept, translations)["en/events"][0]
    theirs["available_languages"].pop("ar")
    assert {**keys_and_kinds(ours), "recurrence_rule": "", "event": ""} == {
        **keys_and_kinds(theirs),
        "recurrence_rule": "",
        "event": "",
    }
    assert ours["id"] is None
    assert theirs["id"] is None


def test_locations_have_the_shape_that_the_cms_gives_them(home: Home, translations: Path) -> None:
    contact = {
        "area_of_responsibility": "",
        "name": "",
        "email": "info@vhs.example",
        "phone_number": "+49 7147280",
        "website": "https://vhs.example",
    }
    home.cms.do(
        "location",
        region=home.region,
        title="Volkshochschule",
        slug="vhs",
        content="<div><p>x</p></div>",
        contact=contact,
    )
    document = DOCUMENT.replace('phone: "+49 (0)7147 28-0"', 'phone: "+49 7147280", url: https://vhs.example')
    ours = mirrored(home, town(document), translations)["de/locations"][1]
    (theirs,) = home.cms.ask(f"{home.region}/de/locations")
    for other in ("ar",):
        theirs["available_languages"].pop(other)
    assert keys_and_kinds(ours) == keys_and_kinds(theirs)
    assert {**ours["contacts"][0], "phone_number": ""} == {**theirs["contacts"][0], "phone_number": ""}


def test_languages_have_the_shape_that_the_cms_gives_them(home: Home, translations: Path) -> None:
    theirs = home.cms.ask(f"{home.region}/languages")
    ours = mirrored(home, town(), translations)["languages"]
    assert keys_and_kinds(ours) == keys_and_kinds(theirs)[:2]
    assert [one["native_name"] for one in ours] == [one["native_name"] for one in theirs][:2]
    assert EventOptions().category == "integreat"
