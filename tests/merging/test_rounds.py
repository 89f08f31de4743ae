"""A round of status reports: what is asked, what comes back, who has not answered."""

import integrationskonzept as ik
from integrationskonzept.merging import (
    asked_of,
    element_tables,
    merge_edits,
    read_stored,
    round_tables,
    stored_text,
    unanswered,
)
from integrationskonzept.model.partial_date import PartialDate
from tests.merging.town import TOWN, edits_of, town

DAY = PartialDate("2026-12-31")


def test_every_lead_is_asked_about_its_measures_and_their_parts_until_they_end() -> None:
    asked = {one.lead: [each.id for each in one.measures] for one in asked_of(town(), DAY)}
    assert asked == {"amt": ["kurse", "abendkurse", "feste"], "verein": ["feste"]}
    alone = town(
        TOWN.replace("leads: [amt]\n", "note: x\n").replace(
            "leads: [verein, {actor_refs: [amt, verein]}]\n", "note: x\n"
        )
    )
    assert [one.lead for one in asked_of(alone, DAY)] == [None]


def test_a_lead_gets_its_measures_and_indicators_with_what_is_known() -> None:
    amt = asked_of(town(), DAY)[0]
    measures, indicators = round_tables(town(), amt, DAY, "de").tables
    assert (measures.name, indicators.name) == ("Maßnahmen", "Indikatoren")
    rows = {row.address: row.cells for row in measures.rows}
    assert rows["measure/feste"]["!last"] == "läuft (2025)"
    assert rows["measure/kurse"]["!title"] == "007 Kurse"
    assert rows["measure/kurse"]["!in"] == "Sprache"
    assert [row.cells.get("!last") for row in indicators.rows] == ["2025 · 12", None]
    titles = [column.title.text("de") for column in measures.columns if not column.locked]
    assert titles[:3] == ["Umsetzungsstand (31.12.2026)", "Kurzbericht (31.12.2026)", "Ausblick (31.12.2026)"]


def test_a_lead_without_indicators_gets_measures_alone_and_overarching_ones_have_no_field() -> None:
    text = TOWN.replace(
        "fields_of_action:",
        "overarching: {id: u, measures: [{id: oben, title: Oben, leads: [halle]}]}\nfields_of_action:",
    )
    halle = next(one for one in asked_of(ik.loads(text), DAY) if one.lead == "halle")
    (table,) = round_tables(ik.loads(text), halle, DAY, "en").tables
    assert "!in" not in table.rows[0].cells
    assert table.columns[1].title.text("en") == "measure"


def test_answers_are_merged_and_the_rest_is_listed() -> None:
    old = town()
    before = [(one.lead, one.asked, [each.id for each in one.open]) for one in unanswered(old, DAY)]
    assert before == [("amt", 3, ["kurse", "abendkurse", "feste"]), ("verein", 1, ["feste"])]
    verein = asked_of(old, DAY)[1]
    made = round_tables(old, verein, DAY, "de")
    key = "status_reports@2026-12-31"
    edits = edits_of(
        made, {("measure/feste", f"{key}.level_ref"): "fertig", ("measure/feste", f"{key}.report"): "Gut."}
    )
    result = merge_edits(old, edits)
    assert result.findings == ()
    assert result.concept.measure("feste").status_reports[-1].report == "Gut."
    assert [(one.lead, len(one.open)) for one in unanswered(result.concept, DAY)] == [("amt", 2)]
    again = merge_edits(result.concept, edits)
    assert (again.changes, again.findings) == ((), ()), "the same answers a second time change nothing"


def test_what_travels_with_tables_is_read_again() -> None:
    concept = town(TOWN.replace("title: Feste", 'title: "Feste  und\\nFeiern"'))
    made = round_tables(concept, asked_of(concept, DAY)[0], DAY, "de")
    text = stored_text(made)
    assert text.isascii()
    assert "  " not in text
    stored = read_stored(text)
    assert stored is not None
    assert (stored.base, stored.day, stored.concept_id) == (made.base, DAY, "neustadt")
    assert stored.headers["measure"]["Kurzbericht (31.12.2026)"] == "status_reports@2026-12-31.report"


def test_a_damaged_store_is_none() -> None:
    text = stored_text(element_tables(town(), "de"))
    assert read_stored(text) is not None
    for damaged in ("", "7", "[]", text[:-1], text.replace('"format":1', '"format":2'), '{"format":1,"base":{"a":7}}'):
        assert read_stored(damaged) is None
