"""A site: its pages, their links and addresses, languages, search, news and downloads."""

import json
from itertools import pairwise
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest
from lxml import etree

import integrationskonzept as ik
from integrationskonzept.testing import town
from plugins.site.tests.sites import TODAY, TOWNS, Page, catalogue, large_town, site

MUSTERSTADT = ik.concept("musterstadt-2027")
ATOM = "{http://www.w3.org/2005/Atom}"


def _pages(files: dict[str, str]) -> dict[str, Page]:
    return {name: Page(content) for name, content in files.items() if name.endswith(".html")}


@pytest.mark.parametrize("name", TOWNS)
def test_every_link_of_a_site_leads_to_a_file_and_every_id_to_a_place_on_it(name: str) -> None:
    files = site(ik.concept(name))
    pages = _pages(files)
    for path, page in pages.items():
        for link in page.links:
            if ":" in link.split("/")[0]:
                continue
            target, _, id = link.partition("#")
            place = normpath(join(dirname(path), target)) if target else path
            assert place in files, f"{path}: {link}"
            assert not id or id in pages[place].ids, f"{path}: {link}"


@pytest.mark.parametrize("name", TOWNS)
def test_headings_of_a_page_leave_no_level_out(name: str) -> None:
    for path, page in _pages(site(ik.concept(name))).items():
        assert page.headings[0] == 1, path
        assert page.headings.count(1) == 1, path
        assert all(later - before <= 1 for before, later in pairwise(page.headings)), path


def test_every_field_measure_indicator_and_actor_has_a_page_under_its_id() -> None:
    files = site(MUSTERSTADT)
    public = MUSTERSTADT.public()
    for kind, folder in (
        (ik.model.FieldOfAction, "fields"),
        (ik.model.Measure, "measures"),
        (ik.model.Indicator, "indicators"),
        (ik.model.Actor, "actors"),
    ):
        for element in public.every(kind):
            assert f"{folder}/{element.id}.html" in files
    assert "Federführung" in files["actors/integrationsbuero.html"]
    assert "../measures/monitoring.html" in files["actors/integrationsbuero.html"]
    assert "Neutrale Sprache" not in files["index.html"]


def test_a_measure_with_a_new_title_keeps_its_page() -> None:
    renamed = ik.replace(MUSTERSTADT, "measure/monitoring", title="Ein neuer Titel")
    page = site(renamed)["measures/monitoring.html"]
    assert "Ein neuer Titel</h1>" in page


def test_a_page_of_the_edition_before_says_what_became_of_its_measure() -> None:
    files = site(MUSTERSTADT, previous=ik.concept("musterstadt-2025"))
    gone = files["measures/sportfest.html"]
    assert "nicht Teil der jetzigen Ausgabe" in gone
    assert "measures/sportfest.html" not in site(MUSTERSTADT)


def test_pages_of_a_language_are_in_its_folder_and_lead_to_each_other(tmp_path: Path) -> None:
    folder = catalogue(MUSTERSTADT, "ar", tmp_path)
    files = site(MUSTERSTADT, translations=folder)
    page = Page(files["ar/measures/monitoring.html"])
    assert (page.root["lang"], page.root["dir"]) == ("ar", "rtl")
    assert "../../measures/monitoring.html" in page.links
    assert "«Integrationsmonitoring aufbauen»" in files["ar/measures/monitoring.html"]
    assert "../ar/measures/monitoring.html" in Page(files["measures/monitoring.html"]).links
    assert site(MUSTERSTADT, translations=folder / "ar.po").keys() == files.keys()


def test_a_text_without_a_translation_is_a_loss(tmp_path: Path) -> None:
    folder = catalogue(ik.concept("musterstadt-2025"), "en", tmp_path)
    losses = ik.export(MUSTERSTADT, "site", today=TODAY, translations=folder).losses
    assert any("without a translation into English" in loss.message.text() for loss in losses)


def test_the_search_finds_the_words_of_every_page_and_needs_no_server() -> None:
    files = site(MUSTERSTADT)
    rows = json.loads(files["search-index.js"].removeprefix("var searchIndex = ").rstrip(";\n"))
    found = {path: words for _, path, _, words in rows}
    assert "sprachförderung" in found["measures/kita-sprachfoerderung.html"]
    assert set(found) == {name for name in files if name.endswith(".html")} - {"concept.html"}
    assert 'hidden data-root="../"' in files["measures/monitoring.html"]
    assert "fetch" not in files["search.js"]


def test_reports_and_decisions_are_news_on_the_days_that_are_stated() -> None:
    feed = etree.fromstring(site(MUSTERSTADT, base="https://musterstadt.de/integration/")["feed.xml"].encode())
    days = [entry.findtext(f"{ATOM}updated", "") for entry in feed.iter(f"{ATOM}entry")]
    assert len(days) == 7
    assert days == sorted(days, reverse=True)
    link = next(feed.iter(f"{ATOM}entry")).find(f"{ATOM}link")
    assert link is not None
    assert link.get("href", "").startswith("https://musterstadt.de/integration/")
    empty = etree.fromstring(site(town())["feed.xml"].encode())
    assert not list(empty.iter(f"{ATOM}entry"))


def test_every_news_has_an_id_of_its_own_that_stays_when_a_decision_is_put_off() -> None:
    names = ("decision/beschluss", "decision/vorberatung", "measure/treff:2024-11", "measure/treff:2024-11-30")
    expected = [f"urn:integrationskonzept:musterstadt:{name}" for name in (*names, "measure/treff:2024-11-30:2")]
    assert _ids_of_news(second_decision="2024-11-20") == expected
    assert _ids_of_news(second_decision="2024-12-11") == expected


def _ids_of_news(second_decision: str) -> list[str]:
    concept = town(f"""
status_scale: [{{id: begonnen, title: begonnen, neutral: started}}]
overarching:
  measures:
    - id: treff
      title: Treff
      decisions:
        - {{id: vorberatung, title: Treff, date: 2024-11-20}}
        - {{id: beschluss, title: Treff, date: {second_decision}}}
      status_reports:
        - {{as_of: 2024-11, level_ref: begonnen, report: Raum gefunden.}}
        - {{as_of: 2024-11-30, level_ref: begonnen, report: Leitung gefunden.}}
        - {{as_of: 2024-11-30, level_ref: begonnen, report: Erster Abend.}}
""")
    entries = etree.fromstring(site(concept)["feed.xml"].encode()).iter(f"{ATOM}entry")
    return sorted(entry.findtext(f"{ATOM}id", "") for entry in entries)


def test_the_list_of_pages_names_addresses_only_where_they_are_known() -> None:
    files = site(MUSTERSTADT, base="https://musterstadt.de/integration/")
    assert "<loc>https://musterstadt.de/integration/measures/monitoring.html</loc>" in files["sitemap.xml"]
    assert "sitemap.xml" not in site(MUSTERSTADT)


def test_the_concept_can_be_downloaded_as_data() -> None:
    files = site(MUSTERSTADT)
    assert ik.loads(files["data/musterstadt.yaml"], "yaml") == MUSTERSTADT.public()
    assert ik.loads(files["data/musterstadt.json"], "json") == MUSTERSTADT.public()
    assert "data/datapackage.json" in files
    links = Page(files["downloads.html"]).links
    assert {"data/musterstadt.yaml", "data/musterstadt.json", "data/datapackage.json"} <= set(links)


def test_the_licence_of_the_data_is_named_where_one_is_stated_and_else_none_is_promised() -> None:
    licensed = town(edition="{as_of: 2024-11-15, data_licence: CC-BY-4.0}")
    assert "Das Konzept als Daten, unter der Lizenz CC-BY-4.0:" in site(licensed)["downloads.html"]
    assert "Das Konzept als Daten. Eine Lizenz ist dafür nicht angegeben." in site(town())["downloads.html"]
    assert "No licence is stated for it." in site(town(), language="en")["downloads.html"]


def test_search_engines_read_town_and_measure() -> None:
    start, measure = (
        json.loads(site(MUSTERSTADT)[name].split('<script type="application/ld+json">')[1].split("</script>")[0])
        for name in ("index.html", "measures/monitoring.html")
    )
    assert (start["@type"], start["publisher"]["name"], start["datePublished"]) == (
        "Report",
        "Stadt Musterstadt",
        "2027-11-18",
    )
    assert (measure["@type"], measure["identifier"]) == ("Project", "monitoring")
    hostile = ik.replace(MUSTERSTADT, "measure/monitoring", title="</script><script>alert(1)</script>")
    assert "<script>alert" not in site(hostile)["measures/monitoring.html"]


def test_the_statement_on_accessibility_invents_no_contact() -> None:
    assert "nennt keine Stelle" in site(MUSTERSTADT)["accessibility.html"]
    assert "barrieren@musterstadt.de" in site(MUSTERSTADT, contact="barrieren@musterstadt.de")["accessibility.html"]


def test_a_town_that_says_little_has_a_site_that_says_so() -> None:
    files = site(town(), today=None)
    assert "Das Konzept sagt dazu nichts." in files["measures/index.html"]
    assert "Stand 15.11.2024" in files["accessibility.html"]


def test_a_column_in_which_no_measure_says_anything_is_left_out_of_the_start_page() -> None:
    assert ">Federführung</th>" in site(MUSTERSTADT)["index.html"]
    assert ">Federführung</th>" not in site(ik.concept("sachsenheim"))["index.html"]


def test_equal_concepts_have_equal_sites() -> None:
    assert site(MUSTERSTADT) == site(MUSTERSTADT)


def test_a_town_with_many_measures_has_a_page_for_each() -> None:
    assert sum(name.startswith("measures/") for name in site(large_town(60))) == 61
