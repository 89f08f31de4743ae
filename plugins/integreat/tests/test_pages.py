"""Pages of a concept and their content in every language."""

from pathlib import Path
from typing import Any

import attrs
import pytest

import integrationskonzept as ik
from integrationskonzept.model import Contact, Discrepancy, DiscrepancyKind, Involvement, Record, Sourced
from integrationskonzept.model.tree import revise
from integrationskonzept.testing import example_concept
from integrationskonzept.translation import phrases_in
from integrationskonzept_integreat import PageOptions
from integrationskonzept_integreat.pages import build_pages
from integrationskonzept_integreat.pages_exporter import export
from plugins.integreat.tests.town import ABOUT_CONCEPT, DOCUMENT, ENGLISH, catalogue, pages, site, town

REMARK = "Kanarienvogel"


@pytest.fixture
def english(tmp_path: Path) -> PageOptions:
    return PageOptions(translations=catalogue(tmp_path / "po", "en", ENGLISH), about_concept=True)


def losses(document: str = DOCUMENT, options: PageOptions = ABOUT_CONCEPT) -> str:
    return "\n".join(map(str, export(town(document), options).losses))


def test_there_is_a_page_for_everything_the_concept_speaks_of() -> None:
    concept = ik.concept("sachsenheim")
    for_newcomers = [("start", None), ("offers", "start"), ("activities", "start"), ("action-days", "start")]
    assert [(page.key, page.parent) for page in build_pages(concept).pages] == for_newcomers
    assert [(page.key, page.parent) for page in build_pages(concept, ABOUT_CONCEPT).pages] == [
        *for_newcomers,
        ("concept", "start"),
        ("field_of_action/sprache-und-bildung", "concept"),
        ("field_of_action/arbeits-und-ausbildungsmarkt", "concept"),
        ("field_of_action/wohnen-und-nachbarschaft", "concept"),
        ("field_of_action/sport-kultur-freizeit-vereine", "concept"),
        ("overarching", "concept"),
        ("roles", "concept"),
    ]


def test_there_is_no_page_for_what_it_does_not_speak_of() -> None:
    assert [page.key for page in build_pages(town("")).pages] == ["start"]


def test_a_field_below_a_field_has_its_page_below_that() -> None:
    document = "fields_of_action: [{id: a, title: A, sub_fields: [{id: b, title: B, sub_fields: [{id: c, title: C}]}]}]"
    parents = {page.key: page.parent for page in build_pages(town(document), ABOUT_CONCEPT).pages}
    assert parents["field_of_action/b"] == "field_of_action/a"
    assert parents["field_of_action/c"] == "field_of_action/b"


def test_the_start_page_says_how_the_town_is_reached_and_what_there_is() -> None:
    page = pages(town())["start", "de"]
    assert page.title == "Willkommen"
    assert "<strong>Musterstadt</strong>" in page.content
    assert '<a href="mailto:rathaus@musterstadt.example" class="link-external">' in page.content
    assert '<a href="https://www.musterstadt.example" class="link-external">www.musterstadt.example</a>' in page.content
    assert "<h2>Bestehende Angebote</h2>\n<ul>\n<li>Sprache</li>\n<li>Weitere Angebote</li>\n</ul>" in page.content
    assert "<h2>Aktionstage</h2>\n<ul>\n<li>Tag der Muttersprache</li>" in page.content
    assert "<h1" not in page.content


def test_without_themes_the_start_page_lists_the_offers() -> None:
    content = pages(town("offers: [{id: a, title: Chor}]"))["start", "de"].content
    assert "<h2>Bestehende Angebote</h2>\n<ul>\n<li>Chor</li>\n</ul>" in content


def test_the_page_about_the_concept_says_whose_it_is_and_for_which_years() -> None:
    page = pages(town())["concept", "de"]
    assert page.title == "Integrationskonzept der Stadt Musterstadt"
    assert "<strong>Zusammen &amp; füreinander</strong>" in page.content
    assert "Laufzeit: 2026–2029" in page.content
    assert "Stand: 15. Januar 2026" in page.content


def test_a_field_of_action_shows_its_measures_and_who_is_responsible() -> None:
    page = pages(town())["field_of_action/sprache", "de"]
    assert page.title == "Sprache und Bildung"
    assert "<h3>1.1 Kurse am Abend</h3>" in page.content
    assert "<li>Es gibt zwei Kurse am Abend.</li>" in page.content
    assert "<strong>Verantwortlich</strong>: Volkshochschule (" in page.content
    assert "AG 1: Sprache" in page.content
    assert "(21. Februar, jedes Jahr)" in page.content
    assert "Anzahl der Kurse" not in page.content


def test_offers_stand_under_their_theme_with_contact_and_link() -> None:
    content = pages(town())["offers", "de"].content
    theme, other = content.index("<h2>Sprache</h2>"), content.index("<h2>Weitere Angebote</h2>")
    assert theme < content.index("<h3>Sprachcafé</h3>") < other < content.index("<h3>Kleiderkammer</h3>")
    assert '<a href="https://www.vhs.example/cafe?tag=dienstag&amp;ort=mitte" class="link-external">' in content
    assert '<a href="tel:+497147280" class="link-external">+49 (0)7147 28-0</a>' in content
    assert "Hauptstr. 2, 12345 Musterstadt" in content


def test_a_contact_stated_at_an_offer_stands_for_the_register_s() -> None:
    contact = Contact(name="Frau Muster", phone="07147 28")
    stated = (
        Involvement(actor_refs=("vhs",), contact=contact),
        Involvement(contact=contact),
        Involvement(printed="Jemand"),
    )
    content = pages(town().replace("offer/kleiderkammer", contacts=stated))["offers", "de"].content
    line = next(line for line in content.split("\n") if "Frau Muster" in line)
    assert line.startswith("<p><strong>Kontakt</strong>: Volkshochschule (Frau Muster, <a")
    assert line.endswith(", Jemand</p>")


def test_internal_things_are_on_no_page_even_when_asked_for() -> None:
    document = DOCUMENT.replace("contact: {", "contact: {internal: true, ")
    content = "".join(file.content.decode() for file in export(town(document), PageOptions()).files)
    assert "info@vhs.example" not in content
    assert "Nur intern" not in "".join(file.content.decode() for file in export(example_concept(), PageOptions()).files)
    assert "internal" in "\n".join(map(str, export(example_concept(), PageOptions()).losses))


def test_action_days_come_in_the_order_of_the_year() -> None:
    titles = [
        line
        for line in pages(ik.concept("sachsenheim").public())["action-days", "de"].content.split("\n")
        if "<h2>" in line
    ]
    assert [title[4:-5] for title in titles] == [
        "Internationaler Tag der Muttersprache",
        "Weltflüchtlingstag",
        "Weltkindertag",
        "Internationaler Tag des Ehrenamtes",
    ]


def test_a_date_known_to_be_wrong_is_told_as_printed_and_only_the_town_hall_hears_of_it() -> None:
    concept = ik.concept("sachsenheim")
    content = pages(concept.public())["action-days", "de"].content
    assert "20. Februar" in content
    assert "21. Februar" not in content
    assert "told as printed: Der Internationale Tag der Muttersprache der UNESCO ist der 21. Februar." in "\n".join(
        map(str, export(concept, PageOptions()).warnings)
    )


def remarked(record: Record) -> Record:
    """Put an editor's remark wherever an editor can write one."""
    if not isinstance(record, Sourced):
        return record
    odd = tuple(
        Discrepancy(
            id=f"k-{name}",
            kind=DiscrepancyKind.ERROR,
            attribute=name,
            text=REMARK,
            printed=REMARK,
            expected=REMARK,
            effect=REMARK,
            alternatives=(REMARK,),
        )
        for name in attrs.fields_dict(type(record))
    )
    return attrs.evolve(record, note=REMARK, discrepancies=odd, inferred=(REMARK,), footnote_refs=(REMARK,))


@pytest.mark.parametrize("exporter", ["integreat-pages", "integreat-xliff", "integreat-events"])
@pytest.mark.parametrize("name", ["sachsenheim", "musterstadt-2025", "musterstadt-2027"])
def test_no_editor_s_remark_reaches_the_public(exporter: str, name: str, tmp_path: Path) -> None:
    concept = attrs.evolve(revise(ik.concept(name), remarked), note=REMARK)
    numbers = {page.key: number for number, page in enumerate(build_pages(concept, ABOUT_CONCEPT).pages, 1)}
    options: dict[str, Any] = {"site": site(tmp_path / "integreat.toml", numbers), "about_concept": True}
    options |= {"originals": True} if exporter == "integreat-xliff" else {}
    made = ik.export(concept, exporter, **({} if exporter == "integreat-events" else options))
    assert made.files
    assert [file.name for file in made.files if REMARK.encode() in file.content] == []


# -- what is still pursued ---------------------------------------------------------------------------------


def field(*measures: str, goals: str = "") -> str:
    return (
        "status_scale: [{id: eingestellt, title: Eingestellt, neutral: cancelled, terminal: true},"
        " {id: begonnen, title: Begonnen, neutral: started}]\n"
        f"fields_of_action: [{{id: feld, title: Feld, goals: [{goals}], measures: [{', '.join(measures)}]}}]\n"
    )


@pytest.mark.parametrize(
    ("became", "reason"),
    [
        ("rejected: zu teuer", "it was rejected: zu teuer"),
        ("merged_into: b", "it was merged into measure 'Bleibt'"),
        ("split_into: [b]", "it was split into Bleibt"),
        ("replaced_by: b", "it was replaced by measure 'Bleibt'"),
        ("status_reports: [{as_of: 2026-03, level_ref: eingestellt}]", "reported as Eingestellt (cancelled)"),
    ],
)
def test_a_measure_no_longer_pursued_is_on_no_page_and_what_became_of_it_is_a_loss(became: str, reason: str) -> None:
    ended = (
        f"{{id: a, title: Endet, {became}, sub_measures: [{{id: c, title: Teil}}],"
        " activities: [{id: d, title: Fest}], action_days: [{id: e, title: Tag, date: --06-20}]}"
    )
    document = field(ended, "{id: b, title: Bleibt}")
    written = pages(town(document))
    shown = "".join(page.content for page in written.values())
    assert not [title for title in ("Endet", "Teil", "Fest", "Tag") if title in shown]
    assert "<h3>Bleibt</h3>" in shown
    assert "<strong>Feld</strong> (Maßnahmen: 1)" in written["concept", "de"].content
    assert ("action-days", "de") not in written
    told = losses(document)
    assert f"measure/a: left out, since it is no longer pursued: {reason}" in told
    for belonging in ("measure/c", "activity/d", "action_day/e"):
        assert f"{belonging}: left out, since it is no longer pursued: part of 'Endet'" in told
    assert "measure/b" not in told


def test_a_measure_that_was_finished_or_goes_on_stays_on_its_page() -> None:
    going_on = "{id: a, title: Läuft, status_reports: [{as_of: 2026-03, level_ref: begonnen}]}"
    assert "<h3>Läuft</h3>" in pages(town(field(going_on)))["field_of_action/feld", "de"].content


def test_what_a_measure_was_split_into_takes_its_place() -> None:
    whole = "{id: a, title: Ganzes, split_into: [b, c], sub_measures: [{id: b, title: Eins}, {id: c, title: Zwei}]}"
    content = pages(town(field(whole)))["field_of_action/feld", "de"].content
    assert "Ganzes" not in content
    assert content.index("<h3>Eins</h3>") < content.index("<h3>Zwei</h3>")


def test_across_all_fields_and_below_a_field_the_same_holds() -> None:
    gone = "measures: [{id: %s, title: Weg, rejected: zu teuer}]"
    document = (
        f"overarching: {{{gone % 'a'}, goals: [{{id: g, text: Ziel}}]}}\n"
        f"fields_of_action: [{{id: f, title: F, sub_fields: [{{id: u, title: U, {gone % 'b'}}}]}}]"
    )
    assert "Weg" not in "".join(page.content for page in pages(town(document)).values())


def test_a_goal_that_was_given_up_is_left_out_with_those_below_it() -> None:
    goals = (
        "{id: g, text: Aufgegeben, status_reports: [{as_of: 2026-03, level_ref: eingestellt}],"
        " sub_goals: [{id: h, text: Unten}]},"
        " {id: i, text: Gilt}"
    )
    content = pages(town(field(goals=goals)))["field_of_action/feld", "de"].content
    assert "Gilt" in content
    assert "Aufgegeben" not in content
    assert "Unten" not in content
    assert "goal/g: left out, since it is no longer pursued" in losses(field(goals=goals))


@pytest.mark.parametrize(
    ("commitment", "label"),
    [
        ("possible", "<p><strong>Nur eine Möglichkeit, nicht beschlossen</strong></p>"),
        ("needs_decision", "<p><strong>Noch nicht beschlossen</strong></p>"),
    ],
)
def test_a_measure_that_nobody_has_decided_on_says_so(commitment: str, label: str) -> None:
    document = field(f"{{id: a, title: Offen, commitment: {commitment}}}", "{id: b, title: Fest, commitment: adopted}")
    content = pages(town(document))["field_of_action/feld", "de"].content
    assert f"<h3>Offen</h3>\n{label}\n<h3>Fest</h3>" in content
    assert content.count("beschlossen") == 1


def test_what_elements_on_the_pages_state_beyond_them_is_lost_by_name_and_number() -> None:
    money = (
        "cost: {total: 12000}, decisions: [{id: d, body: council}],"
        " status_reports: [{as_of: 2026-03, level_ref: begonnen}]"
    )
    told = losses(field(f"{{id: a, title: A, {money}, note: x, aliases: [B]}}", "{id: b, title: B, cost: {total: 5}}"))
    (line,) = [line for line in told.split("\n") if "measure, " in line]
    said = line.partition("measure, ")[2].removesuffix(": not on the pages").split(", ")
    assert {"cost (2)", "status reports (1)", "aliases (1)"} == set(said)
    assert "decision (1): not on the pages" in told


def test_dates_are_said_no_more_exactly_than_they_are_stated() -> None:
    days = ("2027", "2027-03", "2027-Q2", "2027-H1", "2026/27", "--02-29", "2027-03-08")
    stated = ", ".join(f'{{id: d-{number}, title: T, date: "{day}"}}' for number, day in enumerate(days))
    content = pages(town(f"overarching: {{action_days: [{stated}]}}"))["action-days", "de"].content
    said = [
        line.removeprefix("<p><strong>Wann</strong>: ").removesuffix("</p>")
        for line in content.split("\n")
        if "Wann" in line
    ]
    assert sorted(said) == sorted(
        ["2027", "März 2027", "2. Quartal 2027", "2027-H1", "2026/27", "29. Februar", "8. März 2027"]
    )


def test_a_rhythm_is_said_in_words_of_the_page_s_language(tmp_path: Path) -> None:
    weekly = "{id: a, title: Treff, date: 2027-03-02, recurrence: {frequency: weekly}}"
    monthly = "{id: b, title: Chor, recurrence: {frequency: monthly, weekdays: [tu], positions: [1]}}"
    document = f"overarching: {{action_days: [{weekly}, {monthly}]}}"
    assert "jeden Dienstag" in pages(town(document))["action-days", "de"].content
    start = {"Integrationskonzept der Stadt Musterstadt": "Concept", "Zusammen & füreinander": "Together"}
    both = PageOptions(translations=catalogue(tmp_path / "po", "en", {"Treff": "Meeting", "Chor": "Choir", **start}))
    written = pages(town(document), both)
    assert "every first Tuesday of the month" in written["action-days", "en"].content
    arabic = PageOptions(
        translations=catalogue(tmp_path / "ar", "ar", {"Treff": "لقاء", "jeden Dienstag": "كل", **start})
    )
    assert "كل" in pages(town(document), arabic)["action-days", "ar"].content


# -- languages ------------------------------------------------------------------------------------------


def test_a_catalogue_makes_a_page_of_another_language(english: PageOptions) -> None:
    page = pages(town(), english)["offers", "en"]
    assert page.title == "Existing offers"
    assert page.content.startswith('<div lang="en" dir="ltr">')
    assert "<h3>Language café</h3>" in page.content
    assert "<p>Every Tuesday, no registration.</p>" in page.content


def test_what_is_not_translated_stays_in_german_says_so_and_is_a_loss(english: PageOptions) -> None:
    page = pages(town(), english)["offers", "en"]
    assert '<h3><span lang="de" dir="ltr">Kleiderkammer</span></h3>' in page.content
    assert page.coverage.lacking == 1
    assert "the page 'Existing offers' in en: 1 of 9 texts have no translation" in losses(options=english)


def test_a_page_of_which_nothing_is_translated_does_not_exist(english: PageOptions) -> None:
    assert ("roles", "de") in pages(town(), english)
    begin, end = DOCUMENT.index("groups:"), DOCUMENT.index("fields_of_action:")
    without_groups = (DOCUMENT[:begin] + DOCUMENT[end:]).replace("actor_ref: vhs, ", "")
    assert ("roles", "en") not in pages(town(without_groups), english)


def test_a_page_below_one_that_is_not_translated_is_left_out_and_said_so(tmp_path: Path) -> None:
    options = PageOptions(translations=catalogue(tmp_path / "po", "en", {"Sprachcafé": "Language café"}))
    assert {language for _, language in pages(town(), options)} == {"de"}
    assert "the page above it has no translation" in losses(options=options)


def test_headings_of_other_languages_are_shipped_and_a_town_can_word_them_otherwise(tmp_path: Path) -> None:
    arabic = {
        "Sprache": "اللغة",
        "Kontakt": "جهة الاتصال",
    }
    options = PageOptions(translations=catalogue(tmp_path / "po", "ar", arabic))
    content = pages(town(), options)["start", "ar"].content
    assert content.startswith('<div lang="ar" dir="rtl">')
    assert "<h2>جهة الاتصال</h2>" in content
    assert "<h2>العروض المتوفرة</h2>" in content


def test_a_hostile_translation_is_text(tmp_path: Path) -> None:
    harm = {**ENGLISH, "Sprachcafé": "<script>alert(1)</script>\x00[page 1]"}
    options = PageOptions(translations=catalogue(tmp_path / "po", "en", harm))
    assert (
        "&lt;script&gt;alert(1)&lt;/script&gt;<span>[</span>page 1]" in pages(town(), options)["offers", "en"].content
    )


def test_only_the_languages_asked_for_are_written(english: PageOptions, tmp_path: Path) -> None:
    both = catalogue(tmp_path / "po", "ar", {"Sprache": "اللغة"})
    assert {language for _, language in pages(town(), PageOptions(translations=both, languages=("en",)))} == {"en"}
    assert {language for _, language in pages(town(), PageOptions(languages=("de",)))} == {"de"}


def test_a_catalogue_of_the_concept_s_own_language_is_of_no_use(tmp_path: Path) -> None:
    options = PageOptions(translations=catalogue(tmp_path / "po", "de", {"Sprachcafé": "Etwas anderes"}))
    assert "Etwas anderes" not in pages(town(), options)["offers", "de"].content


@pytest.mark.parametrize(
    ("language", "source"), [("de-DE", "de"), ("en", "en"), ("xx", "de"), ('"><b>', "de"), ("", "de")]
)
def test_pages_say_in_which_language_the_concept_is_written(language: str, source: str) -> None:
    page_set = build_pages(town().replace("concept/musterstadt", language=language))
    assert page_set.languages == (source,)
    assert page_set.pages[0].content.startswith(f'<div lang="{source}" dir="ltr">')


# -- what goes with it ------------------------------------------------------------------------------------


def test_files_are_named_by_language_and_page_with_a_template_for_translators_and_a_sheet(english: PageOptions) -> None:
    files = {file.name: file.content.decode() for file in export(town(), english).files}
    assert {"de/start.html", "de/field_of_action-sprache.html", "en/offers.html"} <= set(files)
    assert 'msgctxt "offer/sprachcafe#title"\nmsgid "Sprachcafé"\nmsgstr ""' in files["translations.pot"]
    assert 'region = "musterstadt"' in files["integreat.example.toml"]
    assert '# Bestehende Angebote\n# "offers" =\n' in files["integreat.example.toml"]


def test_what_pages_have_no_place_for_is_lost() -> None:
    assert "indicator (1): not on the pages" in losses()
    assert "1 editors' remarks: not on the pages" in losses(
        DOCUMENT.replace("title: Kleiderkammer", "title: K, note: c")
    )
    assert "need (1), indicator (1): not on the pages" in losses(DOCUMENT + "\nneeds: [{id: a, text: b}]")


def test_control_characters_are_left_out_and_said_so() -> None:
    told = "\n".join(map(str, export(town().replace("offer/sprachcafe", title="a\x01b"), PageOptions()).losses))
    assert "offer/sprachcafe: control characters are left out" in told


def test_a_page_too_large_for_the_cms_is_said_to_be() -> None:
    large = town().replace("offer/sprachcafe", description="lang " * 600_000)
    assert "larger than the CMS takes" in "\n".join(map(str, export(large, PageOptions()).losses))


def test_a_title_too_long_for_the_cms_is_cut() -> None:
    long = town().replace("field_of_action/sprache", title="a" * 1100)
    assert pages(long)["field_of_action/sprache", "de"].title == "a" * 1023 + "…"


def test_pages_with_very_long_ids_have_short_names_of_their_own() -> None:
    ids = ("a" * 300, "a" * 299 + "b")
    document = "fields_of_action: [" + ", ".join(f"{{id: {id}, title: T}}" for id in ids) + "]"
    stems = {page.stem for page in build_pages(town(document), ABOUT_CONCEPT).pages}
    assert len(stems) == 4
    assert max(map(len, stems)) <= 80


def test_every_text_of_a_page_is_among_the_texts_that_the_library_extracts() -> None:
    for name in ("sachsenheim", "musterstadt-2027"):
        concept = ik.concept(name)
        asked = build_pages(concept, PageOptions(about_concept=True)).phrases
        extracted = {phrase.key for phrase in phrases_in(concept.public())}
        assert {phrase.key for phrase in asked if "/" in phrase.place} <= extracted
