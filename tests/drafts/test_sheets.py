"""Tables of labels and values: one measure in several rows."""

from tests.drafts.towns import codes, draft, measure


def _table(*rows: str) -> str:
    """Return rows, whose cells are divided by a bar, as a table in HTML; ``*`` is a cell over the whole row."""
    width = max(row.count("|") + 1 for row in rows)
    cells = [
        f'<td colspan="{width}">{row[1:]}</td>'
        if row.startswith("*")
        else "".join(f"<td>{c}</td>" for c in row.split("|"))
        for row in rows
    ]
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


def test_a_head_begins_a_measure_in_the_field_of_the_heading_above() -> None:
    concept = draft(
        f"<h2>Sprache</h2>{_table('Maßnahme 1|Café', 'Ziel|Alle reden', 'Maßnahme 2|Chor', 'Ziel|Alle singen')}", "html"
    ).concept

    (field,) = concept.fields_of_action
    assert field.title == "Sprache"
    assert [(each.number, each.title, each.printed) for each in field.measures] == [
        ("1", "Café", "Maßnahme 1 Café"),
        ("2", "Chor", "Maßnahme 2 Chor"),
    ]
    assert field.measures[0].sources[0].section_ref == "sprache"


def test_a_table_without_head_is_the_measure_of_the_heading_above() -> None:
    text = (
        f"<h2>Handlungsfeld: Sprache</h2><h3>1.1 Café</h3>{_table('Ziel|Reden', 'Zeitraum|2025')}"
        f"<h3>1.2 Chor</h3>{_table('Ziel|Singen', 'Zeitraum|2026')}"
    )

    concept = draft(text, "html").concept
    assert [(each.number, each.title) for each in concept.fields_of_action[0].measures] == [
        ("1.1", "Café"),
        ("1.2", "Chor"),
    ]


def test_two_tables_below_one_heading_are_two_measures_of_which_one_has_no_title() -> None:
    found = draft(
        f"<h3>Café</h3>{_table('Ziel|Reden', 'Zeitraum|2025')}<p>und</p>{_table('Ziel|Singen', 'Zeitraum|2026')}",
        "html",
    )

    assert [each.title for each in found.concept.measures] == ["Café", "(Titel nicht erkannt)"]
    assert codes(found) == ["unread"]
    assert found.concept.measures[1].inferred == ("title",)


def test_a_title_under_a_label_begins_a_measure() -> None:
    text = _table("Nr.|1", "Titel|Café", "Ziel|Reden", "Nr.|2", "Titel|Chor", "Ziel|Singen")

    assert [(each.number, each.title) for each in draft(text, "html").concept.measures] == [
        ("1", "Café"),
        ("2", "Chor"),
    ]


def test_a_head_without_title_takes_the_title_under_its_label() -> None:
    found = measure(_table("Maßnahme 3|", "Titel|Café", "Ziel|Reden"), "html")

    assert (found.number, found.title) == ("3", "Café")


def test_a_field_under_a_label_is_that_of_the_next_measure() -> None:
    text = _table(
        "Handlungsfeld|Sprache", "Maßnahme|Café", "Ziel|Reden", "Handlungsfeld|Wohnen", "Maßnahme|Chor", "Ziel|Singen"
    )

    concept = draft(text, "html").concept
    assert [(field.title, len(field.measures)) for field in concept.fields_of_action] == [("Sprache", 1), ("Wohnen", 1)]


def test_a_row_that_only_names_a_field_holds_for_the_measures_below() -> None:
    text = _table(
        "*Handlungsfeld 1: Sprache",
        "Maßnahme 1|Café",
        "Ziel|Reden",
        "*Handlungsfeld 2: Wohnen",
        "Maßnahme 1|Chor",
        "Ziel|Singen",
    )

    concept = draft(text, "html").concept
    assert [(field.number, field.title, len(field.measures)) for field in concept.fields_of_action] == [
        ("1", "Sprache", 1),
        ("2", "Wohnen", 1),
    ]


def test_a_field_below_the_head_of_a_measure_is_that_of_the_measure() -> None:
    concept = draft(
        _table("*Maßnahme 1: Café", "*Handlungsfeld: Sprache", "Ziel|Reden", "Zeitraum|2025"), "html"
    ).concept

    assert concept.fields_of_action[0].measures[0].title == "Café"


def test_pairs_of_labels_and_values_stand_side_by_side() -> None:
    found = measure(
        _table("*A1 Café", "Ziel|Reden|Zeitraum|2025", "Federführung|Stadt|Beteiligte|Koordination"), "html"
    )

    assert (found.number, found.title) == ("A1", "Café")
    assert [str(frame.start) for frame in found.time_frames] == ["2025"]
    assert [lead.actor_refs for lead in found.leads] == [("stadt",)]
    assert [partner.actor_refs for partner in found.partners] == [("koordination",)]


def test_values_stand_below_a_row_of_labels() -> None:
    found = measure(
        _table("*Maßnahme: Café", "Ziel|Zeitraum", "Reden|2025", "Federführung|Beteiligte", "Stadt|VHS"), "html"
    )

    assert [each.text for each in found.target_state] == ["Reden"]
    assert [lead.actor_refs for lead in found.leads] == [("stadt",)]


def test_a_row_of_labels_above_a_row_of_labels_has_no_values() -> None:
    found = measure(_table("*Maßnahme: Café", "Ziel|Zeitraum", "Federführung|Beteiligte", "Stadt|VHS"), "html")

    assert [lead.actor_refs for lead in found.leads] == [("stadt",)]


def test_a_value_stands_below_its_label_in_a_table_of_one_column() -> None:
    found = measure(_table("Maßnahme 1: Café", "Ziel", "Reden", "Zeitraum", "2025"), "html")

    assert [each.text for each in found.target_state] == ["Reden"]
    assert [str(frame.start) for frame in found.time_frames] == ["2025"]


def test_a_cell_holds_labels_and_values() -> None:
    text = _table(
        "*Maßnahme 1: Café",
        "Ziel: Reden|Zeitraum: 2025",
        "Federführung<br>Stadt|<p>Kosten: 5 €</p><p>Finanzierung: Land</p>",
    )

    found = measure(text, "html")
    assert [each.text for each in found.target_state] == ["Reden"]
    assert [str(frame.start) for frame in found.time_frames] == ["2025"]
    assert [lead.actor_refs for lead in found.leads] == [("stadt",)]
    assert found.cost is not None
    assert [each.text for each in found.funding] == ["Land"]


def test_a_cell_without_label_beside_one_with_a_label_belongs_to_it() -> None:
    found = measure(_table("*Maßnahme 1: Café", "Ziel: Reden|und zuhören", "Zeitraum: 2025|"), "html")

    assert [each.text for each in found.target_state] == ["Reden", "und zuhören"]


def test_a_number_beside_a_title_is_a_head() -> None:
    text = _table("1.1|Café", "Ziel|Reden", "1.2|Chor", "Ziel|Singen")

    assert [(each.number, each.title) for each in draft(text, "html").concept.measures] == [
        ("1.1", "Café"),
        ("1.2", "Chor"),
    ]


def test_a_number_as_a_value_is_no_head() -> None:
    found = draft(_table("Maßnahme 1|Café", "5|Plätze", "Ziel|Reden"), "html")

    assert [each.title for each in found.concept.measures] == ["Café"]
    assert codes(found) == ["unlabelled"]


def test_a_further_cell_of_a_head_may_hold_a_label() -> None:
    found = measure(_table("Maßnahme 1|Café|Zeitraum: 2025", "Ziel|Reden|"), "html")

    assert [str(frame.start) for frame in found.time_frames] == ["2025"]


def test_an_unknown_label_is_kept_with_the_line_to_copy() -> None:
    found = draft(_table("Maßnahme 1|Café", "Ziel|Reden", "Besonderheiten|keine"), "html")

    assert found.concept.measures[0].extra["x-besonderheiten"] == "keine"
    (doubt,) = [each for each in found.doubts if each.code == "unlabelled"]
    assert doubt.alternatives == ('"Besonderheiten" = "description"',)
    assert found.concept.discrepancies[0].concerns == ("measure/cafe",)


def test_a_label_of_the_layout_is_read_and_one_to_ignore_is_not() -> None:
    text = _table("Maßnahme 1|Café", "Worum es geht|Reden", "Intern|nichts")

    found = draft(text, "html", labels={"Worum es geht": "description", "Intern": "ignore"})
    assert found.concept.measures[0].description == "Reden"
    assert not found.concept.measures[0].extra
    assert codes(found) == []


def test_a_row_without_label_goes_on_with_the_row_above() -> None:
    found = draft(_table("Maßnahme 1|Café", "Ziel|Reden", "|Zuhören"), "html")

    assert [each.text for each in found.concept.measures[0].target_state] == ["Reden", "Zuhören"]
    assert codes(found) == ["continued"]
    assert found.concept.measures[0].inferred == ("target_state",)


def test_a_merged_label_holds_for_all_its_rows() -> None:
    text = (
        '<table><tr><td>Maßnahme 1</td><td>Café</td></tr><tr><td rowspan="2">'
        "Ziel</td><td>Reden</td></tr><tr><td>Zuhören</td></tr></table>"
    )

    found = draft(text, "html")
    assert [each.text for each in found.concept.measures[0].target_state] == ["Reden", "Zuhören"]
    assert codes(found) == []


def test_text_before_the_first_label_belongs_to_it() -> None:
    found = draft(_table("Maßnahme 1|Café", "|Alle schweigen.", "Ist-Zustand|Keiner redet."), "html")

    assert [each.text for each in found.concept.measures[0].current_state] == ["Alle schweigen.", "Keiner redet."]
    assert codes(found) == ["continued"]


def test_text_of_a_measure_without_any_label_is_unread() -> None:
    found = draft(_table("Maßnahme 1|Café", "|Alle schweigen.", "Maßnahme 2|Chor", "Ziel|Singen"), "html")

    assert [(each.code, each.quotation) for each in found.doubts] == [("unread", "Alle schweigen.")]


def test_rows_of_signs_say_nothing() -> None:
    assert codes(draft(_table("Maßnahme 1|Café", "Ziel|Reden", "--|---"), "html")) == []


def test_a_table_that_is_no_list_and_no_sheet_is_unread() -> None:
    found = draft(_table("Jahr|Zahl der Personen im Ort", "2020|12"), "html")

    assert [(each.code, each.quotation) for each in found.doubts] == [
        ("unread", "Jahr | Zahl der Personen im Ort"),
        ("unread", "2020 | 12"),
    ]


def test_text_above_a_title_in_a_sheet_is_unread() -> None:
    found = draft(_table("Ein Satz über alles.|", "Zeile|Wort", "Titel|Café", "Ziel|Reden"), "html")

    assert [each.quotation for each in found.doubts if each.code == "unread"] == [
        "Ein Satz über alles.",
        "Zeile | Wort",
    ]


def test_a_table_below_a_measure_in_running_text_belongs_to_it() -> None:
    text = f"<h3>Maßnahme 1: Café</h3><p>Ein Ort.</p>{_table('Ziel|Reden', 'Zeitraum|2025')}"

    found = measure(text, "html")
    assert found.description == "Ein Ort."
    assert [each.text for each in found.target_state] == ["Reden"]


def test_a_title_in_the_table_of_a_measure_in_running_text_is_a_short_title() -> None:
    found = measure(f"<h3>Maßnahme 1: Café im Rathaus</h3>{_table('Titel|Café', 'Ziel|Reden')}", "html")

    assert (found.title, found.short_title) == ("Café im Rathaus", "Café")


def test_the_same_title_in_heading_and_table_is_one_measure() -> None:
    assert measure(f"<h3>Maßnahme 1: Café</h3>{_table('Maßnahme 1|Café', 'Ziel|Reden')}", "html").title == "Café"
    assert measure(f"<h3>Maßnahme 1: Café</h3>{_table('Titel|Café', 'Ziel|Reden')}", "html").title == "Café"


def test_a_sheet_goes_on_in_the_next_table() -> None:
    found = measure(f"{_table('Maßnahme 1|Café', 'Ziel|Reden')}<p>¹ Eine Fußnote.</p>{_table('Zeitraum|2025')}", "html")

    assert [str(frame.start) for frame in found.time_frames] == ["2025"]


def test_a_row_that_divides_the_rows_of_a_measure_is_unread() -> None:
    found = draft(_table("*Maßnahme 1: Café", "Ziel|Reden", "*Umsetzung im Jahr", "Zeitraum|2025"), "html")

    assert [each.title for each in found.concept.measures] == ["Café"]
    assert [(each.code, each.quotation) for each in found.doubts] == [("unread", "Umsetzung im Jahr")]
    assert found.concept.discrepancies[0].concerns == ("measure/cafe",)


def test_a_title_alone_in_its_row_begins_the_next_measure_if_its_labels_stand_there_again() -> None:
    text = _table("*1.1 Café", "Ziel|Reden", "Zeitraum|2025", "*1.2 Chor", "Ziel|Singen", "Zeitraum|2026")

    assert [each.title for each in draft(text, "html").concept.measures] == ["Café", "Chor"]


def test_a_label_alone_in_its_row_has_its_text_in_the_next_row() -> None:
    found = measure(_table("*Maßnahme 1: Café", "*Ziel", "*Reden und zuhören", "Zeitraum|2025"), "html")

    assert [each.text for each in found.target_state] == ["Reden und zuhören"]


def test_a_label_without_value_says_nothing() -> None:
    found = measure(_table("Maßnahme 1|Café", "Ziel|", "Zeitraum|2025"), "html")

    assert found.target_state == ()


def test_text_beside_a_label_to_ignore_is_unread() -> None:
    found = draft(_table("Maßnahme 1|Café", "Intern: x|y", "Ziel|Reden"), "html", labels={"Intern": "ignore"})

    assert [(each.code, each.quotation) for each in found.doubts] == [("unread", "y")]


def test_text_in_the_table_of_a_measure_in_running_text_is_its_description() -> None:
    found = measure(f"<h3>Maßnahme 1: Café</h3>{_table('Ein Café für alle, die reden.', 'Es ist im Rathaus.')}", "html")

    assert found.description == "Ein Café für alle, die reden.\nEs ist im Rathaus."


def test_text_in_a_table_of_one_column_goes_on_below_its_label() -> None:
    found = draft(_table("Maßnahme 1: Café", "Ziel", "Reden", "Zuhören", "Zeitraum", "2025"), "html")

    assert [each.text for each in found.concept.measures[0].target_state] == ["Reden", "Zuhören"]
    assert codes(found) == ["continued"]


def test_several_titles_in_one_cell_are_several_measures_beside_the_one_of_the_heading() -> None:
    cell = "<ul><li>Café</li><li>Chor</li></ul>"
    text = f"<h2>Sprache</h2><h3>Sprache im Alltag</h3>{_table('Ziel|Reden', f'Maßnahmen|{cell}', 'Zeitraum|2025')}"

    found = draft(text, "html").concept
    assert [each.title for each in found.measures] == ["Sprache im Alltag", "Café", "Chor"]
    assert [len(each.time_frames) for each in found.measures] == [1, 0, 0]


def test_a_field_named_in_a_table_ends_with_the_part_of_the_document() -> None:
    rows = _table("Handlungsfeld|Sprache", "Maßnahme 1|Café", "Ziel|Reden")
    text = f"<h2>Teil eins</h2>{rows}<h2>Wohnen</h2>{_table('Maßnahme 2|Miete', 'Ziel|Wohnen')}"

    fields = draft(text, "html").concept.fields_of_action
    assert [(field.title, len(field.measures)) for field in fields] == [("Sprache", 1), ("Wohnen", 1)]
