"""Tables with a header: measures, offers, activities and the timeline."""

from tests.drafts.towns import codes, draft


def _table(*rows: str) -> str:
    lines = ["| " + row.replace("|", " | ") + " |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * (rows[0].count("|") + 1), *lines[1:]])


def test_each_row_is_a_measure_in_the_field_of_the_heading() -> None:
    concept = draft(
        "## Handlungsfeld Sprache\n\n"
        f"{_table('Nr.|Maßnahme|Ziel|Zuständig|Bis wann', '1.1|Café|Reden|Stadt|2025', '1.2|Chor|Singen|VHS|2026')}"
    ).concept

    (field,) = concept.fields_of_action
    assert [(each.number, each.title, each.printed) for each in field.measures] == [
        ("1.1", "Café", "1.1 Café"),
        ("1.2", "Chor", "1.2 Chor"),
    ]
    assert [str(each.time_frames[0].start) for each in field.measures] == ["2025", "2026"]


def test_a_column_names_the_field_of_each_measure() -> None:
    concept = draft(
        _table("Handlungsfeld|Maßnahme|Ziel", "Sprache|Café|Reden", "|Lesen|Mehr Bücher", "Wohnen|Miete|Mehr Wohnungen")
    ).concept

    assert [(field.title, len(field.measures)) for field in concept.fields_of_action] == [("Sprache", 2), ("Wohnen", 1)]


def test_a_row_over_all_columns_names_the_field() -> None:
    rows = (
        "<tr><td>Maßnahme</td><td>Ziel</td></tr><tr><td colspan=2>"
        "1. Sprache</td></tr><tr><td>Café</td><td>Reden</td></tr>"
    )

    (field,) = draft(f"<table>{rows}</table>", "html").concept.fields_of_action
    assert (field.number, field.title, len(field.measures)) == ("1", "Sprache", 1)


def test_a_row_without_title_goes_on_with_the_measure_above() -> None:
    found = draft(_table("Maßnahme|Ziel|Kosten", "Café|Reden|", "|Zuhören|5 €"))

    (measure,) = found.concept.measures
    assert [each.text for each in measure.target_state] == ["Reden", "Zuhören"]
    assert measure.cost is not None
    assert codes(found) == ["continued"]


def test_rows_without_title_before_the_first_measure_are_unread() -> None:
    assert codes(draft(_table("Maßnahme|Ziel|Kosten", "|Reden|", "Café|Reden|5 €"))) == ["unread"]


def test_a_column_with_an_unknown_header_is_kept_and_one_beyond_the_headers_is_unread() -> None:
    found = draft(_table("Maßnahme|Ziel|Controlling", "Café|Reden|jährlich|mehr"))

    assert found.concept.measures[0].extra["x-controlling"] == "jährlich"
    assert [doubt.code for doubt in found.doubts] == ["unlabelled", "unread"]


def test_the_first_column_without_a_known_header_is_the_title_beside_a_number() -> None:
    found = draft(_table("Nr.|Was wir tun|Ziel|Kosten", "1|Café|Reden|5 €")).concept

    assert [each.title for each in found.measures] == ["Café"]


def test_a_second_column_of_titles_is_a_description() -> None:
    found = draft(_table("Titel|Maßnahme|Ziel", "Café|Ein Raum wird gesucht|Reden")).concept

    assert [(each.title, each.description) for each in found.measures] == [("Café", "Ein Raum wird gesucht")]


def test_labels_without_a_title_stand_above_the_values_of_one_measure() -> None:
    (measure,) = draft(_table("Ziel|Kosten", "Reden|5 €")).concept.measures

    assert [each.text for each in measure.target_state] == ["Reden"]


def test_a_layout_says_that_labels_stand_in_the_first_column() -> None:
    text = _table("Maßnahme|Ziel", "Ziel|Kosten", "Zeitraum|2025")

    assert [each.title for each in draft(text, orientation="labels").concept.measures] == ["Ziel"]


def test_each_column_is_a_measure_where_titles_stand_in_one_row() -> None:
    text = _table("Maßnahme|Café|Chor", "Ziel|Reden|Singen", "Zuständig|Stadt|VHS")

    assert [(each.title, each.leads[0].actor_refs) for each in draft(text).concept.measures] == [
        ("Café", ("stadt",)),
        ("Chor", ("vhs",)),
    ]
    assert [each.title for each in draft(text, orientation="columns").concept.measures] == ["Café", "Chor"]


def test_offers_have_themes_contacts_and_what_else_a_column_says() -> None:
    text = _table(
        "Themenfelder|Angebote/ Möglichkeiten|Ansprechpartner|Ort|Zielgruppe|Beschreibung|Kommentar zur Lage",
        "Wohnen|Umzugshilfe|AK Asyl|Rathaus|Familien|Hilfe beim Umzug|gut",
        "|Möbel¹|Stadt, VHS|||",
        "Sprache|Café|AK Asyl/ Stadt|||",
    )

    found = draft(text)
    concept = found.concept
    assert [theme.title for theme in concept.themes] == ["Wohnen", "Sprache"]
    assert [(offer.title, offer.theme_ref, len(offer.contacts)) for offer in concept.offers] == [
        ("Umzugshilfe", "wohnen", 1),
        ("Möbel", "wohnen", 2),
        ("Café", "sprache", 1),
    ]
    assert (concept.offers[0].location, concept.offers[0].description) == ("Rathaus", "Hilfe beim Umzug")
    assert concept.offers[0].target_group_refs == ("familien",)
    assert concept.offers[1].printed == "Möbel¹"
    assert sorted(codes(found)) == ["slash", "unread"]


def test_a_row_without_offer_goes_on_with_the_offer_above() -> None:
    found = draft(_table("Angebot|Träger", "Café|Stadt", "|VHS"))

    assert [len(offer.contacts) for offer in found.concept.offers] == [2]
    assert codes(found) == ["continued"]
    assert found.concept.offers[0].inferred == ("contacts",)


def test_a_merged_offer_has_the_contacts_of_all_its_rows() -> None:
    rows = (
        "<tr><td>Angebot</td><td>Anbieter</td></tr><tr><td "
        'rowspan="2">Café</td><td>Stadt</td></tr><tr><td>VHS</td></tr>'
    )

    found = draft(f"<table>{rows}</table>", "html")
    assert [len(offer.contacts) for offer in found.concept.offers] == [2]
    assert codes(found) == []


def test_a_contact_before_the_first_offer_is_unread() -> None:
    assert codes(draft(_table("Angebot|Träger", "|VHS"))) == ["unread"]


def test_activities_stand_by_area_in_the_field_of_the_heading() -> None:
    text = (
        "## Handlungsfeld: Sprache\n\n"
        f"{_table('Bereiche|Aktivitäten', 'Kurse|- Deutsch<br>- Lesen', 'Feste|Lesung u.v.m.')}"
    )

    (field,) = draft(text).concept.fields_of_action
    assert [(each.title, each.area, each.open_ended) for each in field.activities] == [
        ("Deutsch", "Kurse", False),
        ("Lesen", "Kurse", False),
        ("Lesung u.v.m.", "Feste", True),
    ]


def test_activities_without_area_and_without_field_are_overarching() -> None:
    overarching = draft(_table("Aktivitäten|", "|- Fest<br>- Chor")).concept.overarching

    assert overarching is not None
    assert [(each.title, each.area) for each in overarching.activities] == [("Fest", None), ("Chor", None)]


def test_a_row_without_area_goes_on_with_the_area_above() -> None:
    found = draft(_table("Bereiche|Aktivitäten", "Kurse|- Deutsch", "|- Lesen"))

    assert found.concept.overarching is not None
    assert [each.area for each in found.concept.overarching.activities] == ["Kurse", "Kurse"]
    assert codes(found) == ["continued"]


def test_a_merged_area_holds_for_all_its_rows() -> None:
    rows = (
        "<tr><td>Bereiche</td><td>Aktivitäten</td></tr><tr><td "
        'rowspan="2">Kurse</td><td>Deutsch</td></tr><tr><td>Lesen</td></tr>'
    )

    found = draft(f"<table>{rows}</table>", "html")
    assert found.concept.overarching is not None
    assert [each.title for each in found.concept.overarching.activities] == ["Deutsch", "Lesen"]
    assert codes(found) == []


def test_action_days_have_the_date_in_brackets() -> None:
    concept = draft(
        _table("Bereiche|Aktivitäten", "Aktionstage|- Weltkindertag (20.09.)<br>- Tag der Vielfalt")
    ).concept

    assert concept.overarching is not None
    assert [(each.title, str(each.date)) for each in concept.overarching.action_days] == [
        ("Weltkindertag", "--09-20"),
        ("Tag der Vielfalt", "None"),
    ]


def test_activities_whose_list_marks_are_lost_are_doubtful() -> None:
    found = draft(
        _table("Bereiche|Aktivitäten", "Kurse|Nachhilfe zur Prüfungsvorbereitung Beratungsangebote für Geflüchtete")
    )

    assert codes(found) == ["split?"]


def test_activities_join_the_field_with_measures_that_has_a_similar_title() -> None:
    measures = "## Handlungsfeld: Sprache und Bildung\n\n### Maßnahme 1: Café\n\n**Ziel:** Reden"
    text = (
        f"{measures}\n\n## Handlungsfeld: Bildung und Sprachförderung\n\n"
        f"{_table('Bereiche|Aktivitäten', 'Kurse|Deutsch')}"
    )

    found = draft(text)
    (field,) = found.concept.fields_of_action
    assert (field.aliases, len(field.activities), field.inferred) == (("Bildung und Sprachförderung",), 1, ("aliases",))
    assert codes(found) == ["joined"]


def test_the_timeline_is_linked_to_measures_and_has_the_marked_years() -> None:
    measures = (
        "### Maßnahme 1: Sprachcafé ausbauen\n\n**Ziel:** Reden\n\n### Maßnahme 2: Chor gründen\n\n**Ziel:** Singen"
    )
    text = (
        f"{measures}\n\n## Zeitplan\n\n"
        f"{_table('|2025|2026|2027', 'Sprachcafé ausbauen|x||x', 'Den Chor gründen||x|', 'Stadtfest|||')}"
    )

    found = draft(text)
    timeline = found.concept.timeline
    assert timeline is not None
    assert timeline.years == (2025, 2026, 2027)
    assert [(row.title, row.measure_ref, row.years) for row in timeline.rows] == [
        ("Sprachcafé ausbauen", "sprachcafe-ausbauen", (2025, 2027)),
        ("Den Chor gründen", "chor-gruenden", (2026,)),
        ("Stadtfest", None, None),
    ]
    assert timeline.rows[2].missing is not None
    assert codes(found) == ["joined"]


def test_years_that_cannot_be_aligned_are_unknown() -> None:
    timeline = draft("2025\t2026\nStadtfest\tx\n", "txt").concept.timeline

    assert timeline is not None
    assert [row.years for row in timeline.rows] == [None]


def test_a_head_of_a_measure_ends_a_list() -> None:
    text = "Angebot\tTräger\nCafé\tStadt\nMaßnahme 1\tChor\nZiel\tSingen\n"

    concept = draft(text, "txt").concept
    assert ([offer.title for offer in concept.offers], [each.title for each in concept.measures]) == (
        ["Café"],
        ["Chor"],
    )


def test_a_header_that_stands_again_on_the_next_page_is_read_once_more() -> None:
    table = _table("Themenfelder|Angebote|Träger", "Wohnen|Miete|Stadt")
    again = _table("Themenfelder|Angebote|Träger", "|Möbel|Stadt")

    assert [offer.theme_ref for offer in draft(f"{table}\n\n{again}").concept.offers] == ["wohnen", "wohnen"]


def test_an_empty_table_is_nothing() -> None:
    assert codes(draft("<h1>Auental</h1><table><tr><td></td></tr></table>", "html")) == []


def test_a_header_of_fields_only_is_no_header_of_measures() -> None:
    assert not draft(_table("Handlungsfeld|Themenbereich", "Sprache|Café")).concept.measures


def test_an_empty_cell_beyond_the_headers_says_nothing() -> None:
    assert codes(draft("Maßnahme\tZiel\nCafé\tReden\t\n", "txt")) == []


def test_a_column_of_offers_that_is_not_known_is_unread() -> None:
    assert codes(draft(_table("Angebot|Träger|Priorität", "Café|VHS|hoch"))) == ["unread"]


def test_a_merged_cell_holds_for_the_measures_of_all_its_rows() -> None:
    head = "<tr><td>Ziel</td><td>Maßnahme</td><td>Zeit</td></tr>"
    rows = '<tr><td rowspan="2">Reden</td><td>Café</td><td>2025</td></tr><tr><td>Chor</td><td>2026</td></tr>'

    found = draft(f"<table>{head}{rows}</table>", "html")
    assert [[each.text for each in measure.target_state] for measure in found.concept.measures] == [
        ["Reden"],
        ["Reden"],
    ]
    assert codes(found) == []


def test_a_merged_title_is_one_measure() -> None:
    head = "<tr><td>Maßnahme</td><td>Ziel</td></tr>"
    rows = '<tr><td rowspan="2">Café</td><td>Reden</td></tr><tr><td>Zuhören</td></tr>'

    found = draft(f"<table>{head}{rows}</table>", "html")
    assert [[each.text for each in measure.target_state] for measure in found.concept.measures] == [
        ["Reden", "Zuhören"]
    ]
    assert codes(found) == []
