"""Edited tables, merged into a concept."""

from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from attrs import evolve

import integrationskonzept as ik
from integrationskonzept.findings import Severity
from integrationskonzept.i18n.messages import message
from integrationskonzept.merging import (
    DELETE,
    ID,
    EditedCell,
    EditedRow,
    asked_of,
    element_tables,
    merge_edits,
    round_tables,
)
from integrationskonzept.merging.three_way import Verdict, verdict
from integrationskonzept.model.edits import remove
from integrationskonzept.model.partial_date import PartialDate
from tests.merging.town import TOWN, codes, edits_of, merged, town, value_at, with_rows

KURSE, FESTE, ANTEIL = "measure/kurse", "measure/feste", "indicator/anteil"

# -- three values ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("base", "now", "edited", "marked", "expected"),
    [
        ("a", "a", "a", False, Verdict.KEEP),
        ("a", "c", "a", False, Verdict.KEEP),
        ("a", "a", "b", False, Verdict.TAKE),
        (None, None, "b", False, Verdict.TAKE),
        ("a", "b", "b", False, Verdict.KEEP),
        ("a", "a", None, False, Verdict.EMPTIED),
        ("a", "a", None, True, Verdict.TAKE),
        ("a", None, None, True, Verdict.KEEP),
        ("a", "c", "b", False, Verdict.CONFLICT),
        ("a", None, "b", False, Verdict.CONFLICT),
        ("a", "c", None, True, Verdict.CONFLICT),
        ("a", "c", None, False, Verdict.EMPTIED),
        (0.3, 0.3, 0.1 + 0.2, False, Verdict.KEEP),
        (["a", "b"], ["a", "b"], ["a", "b"], False, Verdict.KEEP),
        (["a", "b"], ["a", "b"], ["a"], False, Verdict.TAKE),
        (1, 1, True, False, Verdict.TAKE),
        ("a\r\nb ", "a\r\nb ", "a\nb", False, Verdict.KEEP),
    ],
)
def test_three_values_decide(base: Any, now: Any, edited: Any, marked: bool, expected: Verdict) -> None:
    assert verdict(base, now, edited, marked=marked) is expected


# -- cells ------------------------------------------------------------------------------------------


def test_an_unedited_table_changes_nothing() -> None:
    result = merged({})
    assert (result.changes, result.findings) == ((), ())
    assert result.concept == town()
    assert result.text("de") == "Zellen übernommen: 0, Befunde: 0"


@pytest.mark.parametrize("name", ["sachsenheim", "musterstadt-2025", "musterstadt-2027"])
@pytest.mark.parametrize("language", ["de", "en"])
def test_unedited_tables_of_bundled_concepts_change_nothing(name: str, language: str) -> None:
    concept = ik.concept(name)
    result = merge_edits(concept, edits_of(element_tables(concept, language)), language)
    assert (result.changes, result.findings) == ((), ())


@pytest.mark.parametrize(
    ("address", "key", "typed", "expected"),
    [
        (KURSE, "title", "Sprachkurse", "Sprachkurse"),
        (KURSE, "kind", "Daueraufgabe", "permanent"),
        (KURSE, "kind", "permanent", "permanent"),
        (KURSE, "description", "=1+1", "=1+1"),
        (KURSE, "areas", "Nord\nSüd", ["Nord", "Süd"]),
        (KURSE, "leads", "Verein [verein]", ["verein"]),
        (KURSE, "leads", "verein", ["verein"]),
        (KURSE, "leads", "Sozialamt\nVerein", ["amt", "verein"]),
        (KURSE, "leads", "Sozialamt [amt]; Verein [verein]", ["amt; verein"]),
        (KURSE, "leads", "amt; Verein", ["amt; verein"]),
        (KURSE, "current_state", "Nur vormittags.\n\nNeu.", ["Nur vormittags.", "Neu."]),
        (KURSE, "schedule.planned.start", date(2026, 5, 1), "2026-05-01"),
        (KURSE, "schedule.planned.start", datetime(2026, 5, 1, tzinfo=UTC), "2026-05-01"),
        (KURSE, "schedule.planned.end", "06/2027", "2027-06"),
        (KURSE, "schedule.planned.end", "Q3/2026", "2026-Q3"),
        (KURSE, "schedule.planned.end", 2029, 2029),
        (KURSE, "schedule.planned.end", 2029.0, 2029),
        (KURSE, "schedule.actual.start", "2026", 2026),
        (KURSE, "cost.total.value", "12.000,50 €", 12000.5),
        (KURSE, "cost.total.value", 12000, 12000),
        (KURSE, "cost.total.value", "-", None),
        (KURSE, "cost.financial_effect", "ja", True),
        (KURSE, "schedule.approximate", "yes", True),
        (KURSE, "status_reports@2026.level_ref", "fertig", "fertig"),
        (KURSE, "schedule.actual.start", "1.7.26", "2026-07-01"),
        (ANTEIL, "observations@2026.value", 13.0, 13),
        (ANTEIL, "target.value", "12,5", 12.5),
        ("indicator/plaetze", "target.value", "-", None),
    ],
)
def test_what_people_type_is_taken_as_the_column_says(address: str, key: str, typed: Any, expected: Any) -> None:
    result = merged({(address, key): typed})
    assert codes(result) == []
    (change,) = result.changes
    assert (change.address, change.place.split("!")[0]) == (address, "k.xlsx")
    assert change.text("de").startswith(address)
    assert value_at(result.concept, address, key) == expected


@pytest.mark.parametrize(
    ("address", "key", "typed", "said"),
    [
        (KURSE, "number", 7, "Text erwartet"),
        (KURSE, "title", datetime(2025, 6, 28, tzinfo=UTC), "Text erwartet"),
        ("actor/amt", "title", "-", "muss angegeben sein"),
        (KURSE, "kind", "Quatsch", "Quatsch"),
        (KURSE, "leads", "Rathaus", "Rathaus"),
        (KURSE, "leads", "Halle", "halle, halle-2"),
        (KURSE, "leads", 7, "Text erwartet"),
        (KURSE, "schedule.planned.start", 46000.5, "46.000,5"),
        (KURSE, "schedule.planned.start", date(1905, 7, 20), "Jahr"),
        (KURSE, "schedule.planned.start", "bis Ende 2027", "bis Ende 2027"),
        (KURSE, "schedule.planned.start", "2030", "2028-Q3"),
        (KURSE, "cost.total.value", -3, "-3"),
        (KURSE, "recurrence.interval", 1.5, "ganze Zahl"),
        (KURSE, "cost.financial_effect", "vielleicht", "vielleicht"),
        (ANTEIL, "target.value", "ca. 12", "ca. 12"),
        (ANTEIL, "target.value", "1.234", "1.234"),
        (FESTE, "status_reports@2026.report", "Ohne Stand.", "Umsetzungsstand"),
        (
            KURSE,
            "title",
            EditedCell(value="=A1", place="C3", problem=message("the cell is merged")),
            "nicht übernommen",
        ),
    ],
)
def test_an_entry_of_another_type_is_a_finding_and_is_not_taken(address: str, key: str, typed: Any, said: str) -> None:
    result = merged({(address, key): typed})
    assert codes(result) == ["IK975"]
    assert said in result.findings[0].text("de")
    assert (result.changes, result.concept) == ((), town())


def test_a_merged_cell_with_its_old_value_is_no_finding() -> None:
    assert codes(merged({(KURSE, "title"): EditedCell(value="Kurse", place="C3", problem=message("merged"))})) == []


@pytest.mark.parametrize("typed", [time(18, 45), "18:45"])
def test_a_time_of_day_is_read_as_spreadsheets_keep_it(typed: Any) -> None:
    result = merged({("action_day/fest", "start_time"): typed})
    assert value_at(result.concept, "action_day/fest", "start_time") == "18:45"


def test_values_of_one_record_are_taken_together() -> None:
    result = merged({(KURSE, "recurrence.frequency"): "monatlich", (KURSE, "recurrence.interval"): 2.0})
    recurrence = result.concept.measure("kurse").recurrence
    assert recurrence is not None
    assert recurrence.interval == 2


def test_a_line_that_is_corrected_keeps_what_is_known_beside_it() -> None:
    result = merged({(KURSE, "current_state"): "Nur vormittags.\nViel zu wenige Plätze."})
    first, second = result.concept.measure("kurse").current_state
    assert (second.text, second.printed, len(second.sources)) == ("Viel zu wenige Plätze.", "zu wenig Plätze", 1)
    assert first.text == "Nur vormittags."


def test_another_actor_is_another_involvement() -> None:
    result = merged({(FESTE, "leads"): "verein\nhalle"})
    assert [each.actor_refs for each in result.concept.measure("feste").leads] == [("verein",), ("halle",)]


def test_an_empty_record_goes_with_its_last_value() -> None:
    result = merged({("indicator/plaetze", "target.value"): "-", ("indicator/plaetze", "target.due"): "-"})
    assert result.concept.indicator("plaetze").target is None


def test_a_record_that_a_cell_begins_has_what_it_needs() -> None:
    result = merged({(FESTE, "schedule.planned.start"): "2026"})
    assert str(result.concept.measure("feste").schedule.planned.start) == "2026"  # type: ignore[union-attr]  # it is there


def test_a_report_of_a_round_is_added_in_the_order_of_dates() -> None:
    key = "status_reports@2024-12-31"
    result = merged({(FESTE, f"{key}.level_ref"): "offen", (FESTE, f"{key}.report"): "Noch nicht."})
    reports = result.concept.measure("feste").status_reports
    assert [(str(each.as_of), each.level_ref, each.report) for each in reports] == [
        ("2024-12-31", "offen", "Noch nicht."),
        ("2025", "laeuft", "Begonnen."),
    ]


def test_a_report_that_is_there_is_corrected() -> None:
    old, day = town(), PartialDate("2025")
    made = round_tables(old, asked_of(old, day)[1], day, "de")
    key = "status_reports@2025.report"
    for typed, expected in (("Läuft gut.", "Läuft gut."), ("-", None)):
        result = merge_edits(old, edits_of(made, {(FESTE, key): typed}))
        assert value_at(result.concept, FESTE, key) == expected


# -- both sides -----------------------------------------------------------------------------------------


def test_a_value_changed_on_both_sides_stays_and_is_a_finding_with_its_cell() -> None:
    now = town(TOWN.replace("title: Kurse", "title: Deutschkurse"))
    result = merged({(KURSE, "title"): "Sprachkurse"}, now)
    (finding,) = result.findings
    assert (finding.code, finding.severity, finding.place.file) == ("IK977", Severity.ERROR, "k.xlsx!Maßnahmen!title3")
    assert "„Kurse“, im Konzept steht „Deutschkurse“, in der Tabelle „Sprachkurse“" in finding.text("de")
    assert result.concept is now


def test_the_same_change_on_both_sides_is_none() -> None:
    now = town(TOWN.replace("title: Kurse", "title: Deutschkurse"))
    result = merged({(KURSE, "title"): "Deutschkurse"}, now)
    assert (result.changes, result.findings) == ((), ())


def test_a_change_in_the_concept_alone_is_kept() -> None:
    now = town(TOWN.replace("title: Kurse", "title: Deutschkurse"))
    result = merged({}, now)
    assert (result.concept, result.findings) == (now, ())


def test_a_renamed_actor_is_found_by_the_id_behind_its_name() -> None:
    now = town(TOWN.replace("title: Sozialamt", "title: Amt für Soziales"))
    assert merged({}, now).findings == ()


def test_an_emptied_cell_removes_nothing_without_the_mark() -> None:
    result = merged({(KURSE, "title"): None})
    assert codes(result) == ["IK976"]
    assert "„-“" in result.findings[0].text("de")
    assert result.concept.measure("kurse").title == "Kurse"


def test_an_edited_cell_that_only_informs_is_a_finding() -> None:
    assert codes(merged({(KURSE, "!in"): "Wohnen"})) == ["IK974"]


def test_a_cell_with_more_than_it_shows_is_not_taken_back() -> None:
    old = town(TOWN.replace("- Nur vormittags.", '- "Erst.\\nDann."'))
    made = element_tables(old, "de")
    assert merge_edits(old, edits_of(made)).findings == ()
    assert codes(merge_edits(old, edits_of(made, {(KURSE, "current_state"): "Neu."}))) == ["IK974"]
    plain = edits_of(element_tables(town(), "de"), {(KURSE, "current_state"): "Neu."})
    assert codes(merge_edits(old, plain)) == ["IK974"], "the concept has more by now"


def test_a_text_that_the_medium_cannot_hold_is_not_taken_back() -> None:
    old = town()
    made = element_tables(old, "de", lambda text: text[:5])
    assert [(address, column.key) for address, column in made.cut if address == "actor/amt"] == [("actor/amt", "title")]
    assert merge_edits(old, edits_of(made)).findings == ()
    assert codes(merge_edits(old, edits_of(made, {("actor/amt", "title"): "Amt"}))) == ["IK974"]


def test_a_day_in_a_cell_that_cannot_be_taken_back_is_compared_as_a_day() -> None:
    old = town()
    made = element_tables(old, "de")
    base = {**made.base, KURSE: {**made.base[KURSE], "schedule.planned.start": {"shown": "2025-04-01"}}}
    assert merge_edits(old, edits_of(evolve(made, base=base))).findings == ()


# -- per cent -----------------------------------------------------------------------------------------------


def test_a_share_typed_with_its_sign_is_taken_with_a_warning() -> None:
    result = merged({(ANTEIL, "observations@2026.value"): 0.125})
    assert codes(result) == ["IK978"]
    assert len(result.changes) == 1
    assert codes(merged({(ANTEIL, "observations@2026.value"): 13})) == []
    assert codes(merged({("indicator/plaetze", "observations@2026.value"): 0.125})) == [], "the unit is not per cent"
    no_value = town(TOWN.replace("value: 12}", "text: einige}"))
    assert codes(merged({(ANTEIL, "observations@2026.value"): 0.125}, no_value)) == [], "nothing to compare with"


# -- rows -----------------------------------------------------------------------------------------------------


def rows_of(noun: str = "measure") -> tuple[EditedRow, ...]:
    return next(table.rows for table in edits_of(element_tables(town(), "de")).tables if table.noun == noun)


def merged_rows(rows: tuple[EditedRow, ...], now: Any = None) -> Any:
    old = town()
    return merge_edits(now or old, with_rows(edits_of(element_tables(old, "de")), "measure", rows))


def test_the_order_of_rows_does_not_count() -> None:
    assert merged_rows(rows_of()[::-1]).findings == ()


def test_a_missing_row_is_a_warning_and_removes_nothing() -> None:
    result = merged_rows(rows_of()[1:])
    assert [(each.code, each.severity) for each in result.findings] == [("IK973", Severity.WARNING)]
    assert result.findings[0].place.file == "k.xlsx!Maßnahmen"
    assert result.concept == town()


def other_id(row: EditedRow, id: Any) -> EditedRow:
    return evolve(row, cells={**row.cells, ID: EditedCell(value=id, place="A9")})


def test_a_row_twice_without_an_id_or_with_another_is_a_finding() -> None:
    rows = rows_of()
    assert codes(merged_rows((*rows, rows[0]))) == ["IK970"]
    assert codes(merged_rows((*rows, other_id(rows[0], "neu")))) == ["IK970"]
    proposal = merged_rows((*rows, EditedRow(place="A9", cells={"title": EditedCell(value="Neues", place="C9")})))
    assert codes(proposal) == ["IK972"]
    assert "Neues" in proposal.findings[0].text("de")
    day = EditedRow(place="A9", cells={"title": EditedCell(value=datetime(2026, 6, 30), place="C9")})  # noqa: DTZ001
    assert "etwas Neues, 30.06.2026" in merged_rows((*rows, day)).findings[0].text("de")
    assert codes(merged_rows((*rows, other_id(EditedRow(place="A9", cells={}), " ")))) == []


def test_the_row_of_an_element_that_is_gone_is_not_read() -> None:
    now = remove(town(), "measure/feste")
    assert codes(merged_rows(rows_of(), now)) == ["IK972"]


def test_an_unknown_column_is_named_and_not_read() -> None:
    edits = edits_of(element_tables(town(), "de"))
    first = evolve(edits.tables[0], unknown={"H2": "Bemerkung der Kämmerei"})
    result = merge_edits(town(), evolve(edits, tables=(first, *edits.tables[1:])))
    (finding,) = result.findings
    assert (finding.code, finding.place.file) == ("IK971", "k.xlsx!Maßnahmen!H2")


@pytest.mark.parametrize(
    "key",
    [
        "nichts",
        "nichts@2026.value",
        "title@2026.x",
        "leads@2026.role",
        "status_reports@x.report",
        "indicators@2026.unit",
    ],
)
def test_the_key_of_no_attribute_is_a_column_that_informs(key: str) -> None:
    assert codes(merged({(KURSE, key): "x"})) == ["IK974"]
    assert codes(merged({(KURSE, key): None})) == []


# -- removal ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("mark", ["x", "ja", "bitte löschen"])
def test_a_mark_removes_an_element(mark: str) -> None:
    result = merged({(FESTE, DELETE): mark})
    assert result.concept.get(FESTE) is None
    assert [change.text("de") for change in result.changes] == ["measure/feste: entfernt"]


@pytest.mark.parametrize("entry", ["nein", "No ", False, 0, " "])
def test_a_no_in_the_column_for_removals_removes_nothing(entry: Any) -> None:
    result = merged({(FESTE, DELETE): entry, (FESTE, "title"): "Neu"})
    assert value_at(result.concept, FESTE, "title") == "Neu"
    assert codes(result) == []


def test_a_formula_in_the_column_for_removals_removes_nothing() -> None:
    cell = EditedCell(value="=1+1", place="Z9", problem=message("the cell holds a formula"))
    rows = [evolve(row, cells={**row.cells, DELETE: cell}) for row in rows_of()]
    assert merged_rows(tuple(rows)).concept == town()


def test_what_others_refer_to_is_not_removed() -> None:
    result = merged({("actor/amt", DELETE): "x"})
    assert codes(result) == ["IK979"]
    assert result.concept == town()


def test_what_was_edited_is_not_removed() -> None:
    assert codes(merged({(FESTE, DELETE): "x", (FESTE, "title"): "Neu"})) == ["IK977"]
    now = town(TOWN.replace("title: Feste", "title: Feiern"))
    assert codes(merged({(FESTE, DELETE): "x"}, now)) == ["IK977"]
