"""Measures in running text: headings and beginnings of paragraphs are labels."""

from tests.drafts.towns import below, codes, draft, measure


def test_headings_below_a_measure_are_labels() -> None:
    found = measure("# Handlungsfeld 1: Sprache\n\n## Maßnahme 1.1: Café\n\n### Ziele\n\nReden\n\n### Zeitraum\n\n2025")

    assert (found.number, found.title) == ("1.1", "Café")
    assert [each.text for each in found.target_state] == ["Reden"]
    assert [str(frame.start) for frame in found.time_frames] == ["2025"]


def test_a_heading_with_several_labels_below_it_is_a_measure() -> None:
    concept = draft(
        "## Sprache\n\n### 1.1 Café\n\nZiel: Reden\n\nVerantwortlich: Stadt\n\n## Anhang\n\nZiel: keines"
    ).concept

    (field,) = concept.fields_of_action
    assert field.title == "Sprache"
    assert [(each.number, each.title) for each in concept.measures] == [("1.1", "Café")]


def test_a_heading_with_one_label_below_it_is_no_measure() -> None:
    assert not draft("## Vorwort\n\nZiel: ein gutes Miteinander").concept.measures


def test_labels_of_an_imprint_show_no_measure() -> None:
    assert not draft("## Impressum\n\nAnschrift: Rathaus\n\nStand: Mai 2025\n\nKontakt: Stadt").concept.measures


def test_the_title_of_the_concept_is_no_measure_and_no_field() -> None:
    text = "# Integrationskonzept der Stadt Auental\n\n## Café\n\nZiel: Reden\n\nVerantwortlich: Stadt"

    concept = draft(text).concept
    assert [each.title for each in concept.measures] == ["Café"]
    assert concept.overarching is not None


def test_generic_headings_are_no_fields() -> None:
    text = "## Sprache\n\n### Maßnahmen\n\n#### Maßnahme 1: Café\n\nZiel: Reden"

    assert [field.title for field in draft(text).concept.fields_of_action] == ["Sprache"]


def test_a_field_ends_with_the_next_heading_of_its_level() -> None:
    text = (
        "## Handlungsfeld: Sprache\n\n### Maßnahme 1: Café\n\n"
        "Ziel: Reden\n\n## Weiteres\n\n### Maßnahme 2: Chor\n\nZiel: Singen"
    )

    assert [(field.title, len(field.measures)) for field in draft(text).concept.fields_of_action] == [
        ("Sprache", 1),
        ("Weiteres", 1),
    ]


def test_text_below_the_head_is_taken_for_a_description() -> None:
    found = below("Ein Café im Rathaus.", "**Ziel:** Reden")

    assert (found.description, found.inferred) == ("Ein Café im Rathaus.", ("description",))


def test_a_heading_below_a_measure_that_is_no_label_is_part_of_its_text() -> None:
    found = measure("## Maßnahme 1: Café\n\n### Ablauf im Jahr\n\nJeden Tag.")

    assert found.description == "Ablauf im Jahr\nJeden Tag."


def test_a_head_without_title_takes_the_next_line_as_title() -> None:
    found = measure("## Maßnahme 1\n\nCafé im Rathaus\n\n**Ziel:** Reden")

    assert (found.number, found.title) == ("1", "Café im Rathaus")


def test_a_head_may_stand_in_the_first_line_of_a_paragraph() -> None:
    found = measure("Maßnahme 1.1: Ein Café\nfür alle\nZiel: Reden\nZeitraum: 2025\n", "txt")

    assert (found.title, len(found.time_frames)) == ("Ein Café für alle", 1)


def test_a_sentence_about_measures_is_no_head() -> None:
    text = "## Maßnahme 1: Café\n\n**Ziel:** Reden\n\nProjekt: das ist ein Wort in einem langen Satz."

    assert len(draft(text).concept.measures) == 1


def test_labels_stand_in_lines_of_their_own_without_blank_lines() -> None:
    found = measure("Maßnahme 1: Café\n\nAusgangslage\n\nKeiner redet.\n\nZiele\n\n- Reden\n- Zuhören\n", "txt")

    assert [each.text for each in found.current_state] == ["Keiner redet."]
    assert [each.text for each in found.target_state] == ["Reden", "Zuhören"]


def test_short_lines_below_a_label_are_its_values_until_a_part_begins() -> None:
    text = (
        "Handlungsfeld 1: Sprache\n\nMaßnahme 1: Café\n\nBeteiligte\n\nBücherei\n\nSchulen\n\n"
        "Handlungsfeld 2: Wohnen\n\nMaßnahme 2: Chor\n\nZiel: Singen.\n\n"
        "Freizeit\n\nMaßnahme 3: Fest\n\nZiel: Feiern.\n\nAnhang\n\n"
        "a\tb\n"
    )

    concept = draft(text, "txt").concept
    assert [len(each.partners) for each in concept.measures] == [2, 0, 0]
    assert [(field.title, len(field.measures)) for field in concept.fields_of_action] == [("Sprache", 1), ("Wohnen", 2)]


def test_a_heading_without_level_between_measures_names_their_field() -> None:
    labels = "Ausgangslage\n\nKeiner redet.\n\nZiel\n\nReden.\n\nVerantwortlich\n\nStadt.\n\n"
    text = (
        f"Sprache\n\nCafé im Rathaus\n\n{labels}Wohnen\n\nMieten lernen\n\n"
        f"{labels}Sport\n\n{'Ein langer Titel ' * 7}\n\n{labels}"
    )

    concept = draft(text, "txt").concept
    assert [(field.title, len(field.measures)) for field in concept.fields_of_action] == [
        ("Sprache", 1),
        ("Wohnen", 1),
        ("Sport", 1),
    ]


def test_an_unknown_label_is_kept_where_labels_end_with_a_colon() -> None:
    found = draft("## Maßnahme 1: Café\n\nZiel: Reden\n\nBesonderheiten: keine\n\n- Zusatz: später")

    assert found.concept.measures[0].extra["x-besonderheiten"] == "keine / Zusatz: später"
    assert codes(found) == ["unlabelled"]


def test_an_unknown_label_in_bold_is_kept() -> None:
    found = draft("## Maßnahme 1: Café\n\n**Besonderheiten:** keine\n\n**Wichtig** ist die Ruhe.")

    assert found.concept.measures[0].extra["x-besonderheiten"] == "keine / Wichtig ist die Ruhe."


def test_names_under_labels_are_those_of_the_measure() -> None:
    text = (
        "## Maßnahme 1\n\n**Titel:** Café\n\n**Handlungsfeld:** Sprache\n\n"
        "**Kennziffer:** S1\n\n**Ziel:** Reden\n\n**Kurzbezeichnung:** C"
    )

    concept = draft(text).concept
    (found,) = concept.measures
    assert (found.number, found.title, found.short_title) == ("1", "Café", "C")
    assert [field.title for field in concept.fields_of_action] == ["Sprache"]


def test_a_second_title_is_kept_under_its_label() -> None:
    assert below("**Projekttitel:** Treffpunkt", "**Projekttitel:**", "**Titel:** Sprachcafé").extra == {
        "x-projekttitel": "Treffpunkt"
    }


def test_text_to_ignore_is_left_out() -> None:
    found = measure("## Maßnahme 1: Café\n\nIntern: nichts\n\nZiel: Reden", labels={"Intern": "ignore"})

    assert not found.extra
    assert [each.text for each in found.target_state] == ["Reden"]


def test_parts_to_skip_are_left_out_with_all_below_them() -> None:
    text = (
        "# Entwurf\n\n## Anhang\n\n### Maßnahme 9: Alt\n\nZiel: keines\n\n"
        "| Maßnahme | Ziel |\n| --- | --- |\n| x | y |\n\n## Maßnahme 1: Café\n\nZiel: Reden"
    )

    found = draft(text, skip=["Anhang"])
    assert [each.title for each in found.concept.measures] == ["Café"]
    assert [doubt.quotation for doubt in found.doubts] == []


def test_questions_are_labels() -> None:
    text = (
        "## Café\n\nWas wollen wir erreichen?\nAlle reden.\n\n"
        "Wann? Umsetzungszeitraum: Wie lange dauert es, bis alles fertig ist?\n2025 bis 2026"
    )

    found = draft(text)
    assert [str(frame.end) for frame in found.concept.measures[0].time_frames] == ["2026"]
    assert codes(found) == ["label", "label"]


def test_labels_run_into_their_values() -> None:
    found = draft("Maßnahme 1 Café\nZielgruppeFamilien\nStatusIn Umsetzung\nBürgerInnen kommen\n", "txt")

    (cafe,) = found.concept.measures
    assert cafe.target_group_refs == ("familien",)
    assert cafe.extra["x-status"] == "In Umsetzung BürgerInnen kommen"


def test_a_layout_says_that_labels_and_values_have_no_mark_between_them() -> None:
    text = "Maßnahme 1 Café\nZielgruppe Familien\nZiel ist das Reden\nKosten (grob) 5 €\n"

    assert measure(text, "txt").target_group_refs == ()
    found = measure(text, "txt", glued=True)
    assert found.target_group_refs == ("familien-ziel-ist-das-reden",)
    assert found.cost is not None


def test_words_of_the_layout_begin_measures_and_fields() -> None:
    text = "## Säule 1: Sprache\n\n### Baustein 2: Café\n\nZiel: Reden"

    concept = draft(text, measure="Baustein", field=["Säule"]).concept
    assert [(field.number, field.title) for field in concept.fields_of_action] == [("1", "Sprache")]
    assert [(each.number, each.title) for each in concept.measures] == [("2", "Café")]


def test_text_outside_of_measures_is_listed_by_heading() -> None:
    found = draft("Vorab.\n\n## Vorwort\n\nEins.\n\nZwei.\n\n## Maßnahme 1: Café\n\nZiel: Reden")

    assert [(each.code, each.scope, each.quotation) for each in found.doubts] == [
        ("outside", "", "Vorab."),
        ("outside", "Vorwort", "Eins."),
    ]
    assert "2" in found.doubts[1].message.text()
    (discrepancy,) = found.concept.discrepancies
    assert discrepancy.alternatives == ("'Vorab.'", "Vorwort")


def test_a_bold_beginning_without_colon_is_a_label() -> None:
    found = measure("### Café\n\n**Ziel** Alle reden\n\n**Federführung** Stadt")

    assert [each.text for each in found.target_state] == ["Alle reden"]


def test_a_paragraph_that_names_a_field_ends_the_measure_above() -> None:
    first = "Handlungsfeld 1: Sprache\n\n## Maßnahme 1: Café\n\nZiel: Reden\n\n"
    text = f"{first}Handlungsfeld 2: Wohnen\n\n## Maßnahme 2: Chor\n\nZiel: Singen"

    concept = draft(text).concept
    assert [(field.title, len(field.measures)) for field in concept.fields_of_action] == [("Sprache", 1), ("Wohnen", 1)]


def test_a_heading_without_level_above_a_table_begins_a_part() -> None:
    text = "Maßnahme 1: Café\n\nZiel: Reden.\n\nÜbersicht aller Zahlen\n\nJahr\tPersonen insgesamt\n2025\t12\n"

    found = draft(text, "txt")
    assert [each.text for each in found.concept.measures[0].target_state] == ["Reden."]
    assert [doubt.scope for doubt in found.doubts] == ["Übersicht aller Zahlen", "Übersicht aller Zahlen"]


def test_the_items_of_a_list_of_measures_are_measures() -> None:
    first = "## Sprache\n\nEin Satz.\n\n### Geplante Maßnahmen\n\n- Café\n- Chor"
    text = f"{first}\n\n## Wohnen\n\nMaßnahmen:\n- Miete\n- Markt"

    found = draft(text)
    assert [(field.title, [each.title for each in field.measures]) for field in found.concept.fields_of_action] == [
        ("Sprache", ["Café", "Chor"]),
        ("Wohnen", ["Miete", "Markt"]),
    ]
    assert codes(found) == ["label", "label"]


def test_a_sentence_below_the_head_of_a_list_of_measures_is_no_measure() -> None:
    assert not draft("## Maßnahmen\n\nEs gibt viele.").concept.measures


def test_items_of_a_list_may_begin_with_labels() -> None:
    found = measure("## Maßnahme 1: Café\n\n- Ziel: Reden\n- Zeitraum: 2025\n- Zeitraumen: später")

    assert [each.text for each in found.target_state] == ["Reden"]
    assert [frame.printed for frame in found.time_frames] == ["2025", "Zeitraumen: später"]
