"""The parts of a report: fact sheets, tables by field, what changed, what is not known, sources and doubts."""

from collections.abc import Iterator, Sequence
from datetime import date

import attrs
import pytest

import integrationskonzept as ik
from integrationskonzept.blocks import Block, Chapter, Document, inline_text, to_text
from integrationskonzept.blocks.tree import (
    Definition,
    DefinitionList,
    Item,
    ItemList,
    ListStyle,
    Paragraph,
    SmallPicture,
    TextTable,
)
from integrationskonzept.documents import report
from integrationskonzept.documents.report.compact import compact
from integrationskonzept.evaluation import ConceptEvaluation, latest_day
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.edition import Decision, DecisionResult, Edition
from integrationskonzept.model.element import Statement
from integrationskonzept.model.evaluation import Evaluation
from integrationskonzept.model.field_of_action import FieldOfAction, Overarching
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.provenance import Discrepancy, DiscrepancyKind
from integrationskonzept.model.schedule import Step
from integrationskonzept.model.source_document import Reference
from integrationskonzept.model.status import StatusEntry
from tests.accounts.accounts import TOWNS
from tests.accounts.test_stated_texts import stated_texts, unmistakable
from tests.blocks.trees import folded
from tests.evaluation.town import TODAY, aim, day, indicator, measure, planned, reported, seen, town

MUSTERSTADT = ik.concept("musterstadt-2027").public()
DAY = date(2027, 9, 30)


def told(*blocks: Block, language: str = "de") -> str:
    """Return blocks as text, each paragraph on one line."""
    return to_text(Document(title="T", blocks=blocks, language=language), width=None)


def sheet(concept: Concept, id: str, today: date = TODAY) -> Chapter:
    """Return the fact sheet of a measure."""
    evaluation = ik.evaluate(concept, today)
    return report.FactSheets(evaluation, "de").chapter(evaluation.measure(id))


def tables(blocks: Sequence[Block]) -> Iterator[TextTable]:
    """Yield the tables among blocks, those of chapters included."""
    for block in blocks:
        if isinstance(block, TextTable):
            yield block
        elif isinstance(block, Chapter):
            yield from tables(block.blocks)


def rows(chapter: Chapter, table: int = 0) -> list[list[str]]:
    """Return the cells of a table of a chapter as text."""
    found = [*tables(chapter.blocks)][table]
    return [[inline_text(cell, "de") for cell in row] for row in found.rows]


# -- fact sheets ----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", TOWNS)
def test_a_fact_sheet_tells_every_text_of_its_measure(name: str) -> None:
    evaluation = ik.evaluate(unmistakable(ik.concept(name).public()), DAY)
    sheets = report.FactSheets(evaluation, "de")
    for one in evaluation.measures:
        said = folded(told(sheets.chapter(one)))
        alone = attrs.evolve(one.measure, sub_measures=())
        assert [text for text in stated_texts(alone) if text not in said] == [], one.address


def test_a_fact_sheet_begins_with_how_the_measure_stands() -> None:
    steps = (Step(id="a", title="Räume suchen", due=day("2028")),)
    late = measure(
        "kurse", schedule=planned("2025", "2026"), status_reports=reported(("2027-03", "started")), steps=steps
    )
    lines = told(*sheet(town(late), "kurse").blocks).splitlines()
    assert lines[2].split(maxsplit=2)[2].strip() == "◐ started (begonnen), Stand März 2027; ▲ überfällig"
    assert lines[3].split() == ["Geplant:", "2025", "bis", "2026"]
    assert lines[4].endswith("Räume suchen (bis 2028)")


def test_a_fact_sheet_tells_why_a_measure_is_behind_schedule_unless_it_is_overdue() -> None:
    behind = measure("kurse", schedule=planned("2026", "2029"), status_reports=reported(("2027-03", "delayed")))
    assert "Im Verzug:" in told(*sheet(town(behind), "kurse").blocks)


def test_a_fact_sheet_of_a_measure_that_was_given_up_tells_the_reason() -> None:
    ended = measure("kurse", status_reports=reported(("2027-03", "cancelled")))
    (status, *_) = told(*sheet(town(ended), "kurse").blocks).splitlines()[2:]
    assert "✕ aufgegeben: gemeldet: cancelled (aufgegeben), Stand März 2027" in status


def test_the_values_of_an_indicator_stand_in_a_table_with_a_small_picture() -> None:
    counted = indicator(baseline=seen("2025", 3), target=aim("2028", 9), observations=(seen("2026", 5),), unit="Kurse")
    chapter = sheet(town(measure(indicators=(counted,))), "kurse")
    ((title, baseline, latest, target, *_),) = rows(chapter)
    assert (title, baseline, latest, target) == ("Zahl", "2025: 3 Kurse", "2026: 5 Kurse", "bis 2028: 9 Kurse")
    (table,) = tables(chapter.blocks)
    (picture,) = (part for part in table.rows[0][2] if isinstance(part, SmallPicture))
    assert picture.svg.startswith("<svg")
    assert "5 Kurse" in inline_text((picture.alternative,), "de")


def test_what_the_table_of_indicators_does_not_tell_stands_below_it() -> None:
    noted = seen("2026", 5, note="geschätzt")
    counted = indicator(baseline=seen("2025", 3), observations=(noted,), unit="Kurse")
    said = told(*sheet(town(measure(indicators=(counted,))), "kurse").blocks)
    assert "Messwerte: 2026: 5 Kurse (Anmerkung: geschätzt)" in said
    assert "Ausgangswert: 2025" not in said


def test_an_indicator_of_which_nothing_else_is_stated_is_told_in_the_table_only() -> None:
    bare = indicator(kind=None, observations=(seen("2026", 5),))
    chapter = sheet(town(measure(indicators=(bare,))), "kurse")
    assert not any(isinstance(block, ItemList) for block in chapter.blocks)


# -- compact blocks --------------------------------------------------------------------------------


def test_a_list_with_one_item_becomes_what_is_said_of_its_term() -> None:
    (block,) = compact([DefinitionList([Definition("Ziel", (), ItemList([Item("Kurse")]))])])
    assert block == DefinitionList([Definition("Ziel", "Kurse")])


def test_short_items_become_a_row_and_long_ones_stay_a_list() -> None:
    short = DefinitionList([Definition("Ziel", (), ItemList(["a", "b"]))])
    assert told(*compact([short])).splitlines()[-1].split() == ["Ziel:", "a;", "b"]
    long = DefinitionList([Definition("Ziel", (), ItemList(["a" * 70, "b"]))])
    assert compact([long]) == (long,)


def test_definitions_below_an_item_stand_in_brackets_or_after_a_dash() -> None:
    def item(text: str) -> str:
        (block,) = compact([ItemList([Item("Schritt", DefinitionList([Definition("Frist", text)]))])])
        return told(block).splitlines()[-1]

    assert item("2027") == "- Schritt (Frist: 2027)"
    assert item("x" * 130) == f"- Schritt – Frist: {'x' * 130}"


def test_columns_in_which_nothing_stands_are_left_out_but_the_first() -> None:
    (kept,) = compact([TextTable(["a", "b", "c"], [[None, None, "1"], [None, None, "2"]])])
    assert kept == TextTable(["a", "c"], [[None, "1"], [None, "2"]])


def test_definitions_with_further_blocks_stay_as_they_are() -> None:
    deep = DefinitionList([Definition("Text", "a", Paragraph("b"))])
    kept = ItemList([Item("Schritt", deep)], ListStyle.NUMBERS)
    assert compact([kept, Paragraph("c")]) == (kept, Paragraph("c"))
    nested = DefinitionList([Definition("Ziel", (), ItemList([Item("a", Paragraph("b")), Item("c")]))])
    assert compact([nested]) == (nested,)
    assert compact([Chapter("Titel", nested)]) == (Chapter("Titel", nested),)


# -- fields of action --------------------------------------------------------------------------------


def test_a_field_tells_status_short_report_and_next_step_of_its_measures() -> None:
    entry = StatusEntry(as_of=day("2027-03"), level_ref="started", report="Es läuft.", outlook="Mehr davon.")
    concept = town(
        measure("a", number="1.1", status_reports=(entry,)),
        measure("b", status_reports=reported(("2027-03", "cancelled")), steps=(Step(id="s", title="Anfangen"),)),
        measure("c"),
    )
    (chapter,) = report.field_chapters(ik.evaluate(concept, TODAY))
    assert inline_text(chapter.title, "de") == "Feld"
    assert rows(chapter) == [
        ["1.1 A", "◐ started (begonnen), Stand März 2027", "Es läuft.", "Mehr davon."],
        ["B", "✕ aufgegeben: gemeldet: cancelled (aufgegeben), Stand März 2027", "", ""],
        ["C", "? nie gemeldet", "", ""],
    ]


def test_overarching_measures_come_first_and_a_field_without_measures_says_so() -> None:
    inner = FieldOfAction(id="innen", title="Innen", measures=(measure("a"),))
    fields = (FieldOfAction(id="aussen", title="Außen", sub_fields=(inner,)), FieldOfAction(id="leer", title="Leer"))
    concept = town(overarching=Overarching(measures=(measure("z"),)), fields_of_action=fields)
    chapters = report.field_chapters(ik.evaluate(concept, TODAY))
    assert [inline_text(one.title, "de") for one in chapters] == ["Übergreifende Maßnahmen", "Innen", "Leer"]
    assert "Es gibt keine Maßnahme." in told(chapters[-1])


# -- what is not known -----------------------------------------------------------------------------


def test_what_is_not_known_is_counted_with_the_first_that_lack_it() -> None:
    measures = [measure(f"m{number}") for number in range(6)]
    concept = town(*measures, measure("da", status_reports=reported(("2027-03", "started")), indicators=(indicator(),)))
    chapter = report.coverage_chapter(ik.evaluate(concept, TODAY))
    assert rows(chapter)[0] == ["gemeldeter Umsetzungsstand", "1 von 7", "M0, M1, M2, M3 und 2 weitere"]
    assert rows(chapter, 1)[0] == ["Ausgangswert", "0 von 1", "Zahl"]


def test_a_concept_without_measures_and_indicators_has_no_table_of_what_is_not_known() -> None:
    chapter = report.coverage_chapter(ik.evaluate(town(), TODAY))
    assert [*tables(chapter.blocks)] == []


# -- sources ------------------------------------------------------------------------------------------


def test_a_concept_without_references_and_doubts_has_neither_list() -> None:
    assert [type(block).__name__ for block in report.sources_chapter(town()).blocks] == ["DefinitionList"]


def test_sources_and_doubts_are_told_with_the_element_they_concern() -> None:
    doubt = Discrepancy(id="d", kind=DiscrepancyKind.TYPO, text="Die Zahl stimmt nicht.")
    whole = Discrepancy(id="e", kind=DiscrepancyKind.TYPO, text="Das Jahr fehlt.")
    concept = town(
        measure("a", discrepancies=(doubt,)),
        discrepancies=(whole,),
        edition=Edition(as_of=day("2027-05"), publisher="Stadt Dorf"),
        references=(Reference(id="r", text="Statistik 2026"),),
    )
    chapter = report.sources_chapter(concept)
    said = told(chapter)
    assert "Herausgeber:" in said
    assert "1. Statistik 2026" in said
    assert sorted(row[:2] for row in rows(chapter)) == [
        ["A", "Die Zahl stimmt nicht."],
        ["Konzept Dorf", "Das Jahr fehlt."],
    ]


# -- what changed -------------------------------------------------------------------------------------


def evaluated(*measures: Measure, today: date = TODAY, **attributes: object) -> ConceptEvaluation:
    return ik.evaluate(town(*measures, **attributes), today)


def test_what_changed_is_told_of_each_measure_as_it_was_and_as_it_is() -> None:
    before = evaluated(measure("a", schedule=planned("2025", "2026")), measure("weg"), measure("gleich"))
    after = measure("a", schedule=planned("2025", "2027"), status_reports=reported(("2027-03", "started")))
    chapter = report.changes_chapter(before, evaluated(after, measure("neu"), measure("gleich")))
    assert rows(chapter) == [
        ["A", "? nie gemeldet; 2025 bis 2026", "◐ started (begonnen), Stand März 2027; 2025 bis 2027"],
        ["Neu", "noch nicht im Konzept", "? nie gemeldet; nicht angegeben; –"],
        ["Weg", "? nie gemeldet; nicht angegeben; –", "nicht mehr im Konzept"],
    ]
    assert inline_text(chapter.title, "de") == "Was sich seit 30.06.2027 geändert hat"


def test_what_changed_is_told_of_each_indicator() -> None:
    def with_values(*values: float) -> ConceptEvaluation:
        observations = tuple(seen(f"202{5 + number}", value) for number, value in enumerate(values))
        counted = indicator(baseline=seen("2024", 1), observations=observations, target=aim("2026", 5))
        return evaluated(measure("a", indicators=(counted,)))

    assert rows(report.changes_chapter(with_values(), with_values(3, 6))) == [
        ["Zahl", "–; nicht feststellbar", "2026: 6; erreicht"]
    ]


def test_a_report_tells_changes_of_what_is_planned_and_a_comparison_all_of_them() -> None:
    before = evaluated(measure("a"))
    now = evaluated(measure("a", description="anders"), measure("b"))
    assert "Neu (1)" in told(report.changes_chapter(before, now, in_full=False))
    assert "Maßnahme „A“: Beschreibung" not in told(report.changes_chapter(before, now, in_full=False))
    assert "Maßnahme „A“: Beschreibung" in told(report.changes_chapter(before, now))


def test_where_nothing_changed_the_report_says_so() -> None:
    concept = evaluated(measure("a"))
    assert told(report.changes_chapter(concept, concept)).splitlines()[-1] == (
        "Bei keiner Maßnahme und keinem Indikator hat sich der Stand geändert."
    )


def test_changes_of_one_measure_are_told_alone() -> None:
    before = evaluated(measure("a"), measure("b"))
    new = reported(("2027-03", "started"))
    now = evaluated(measure("a", status_reports=new), measure("b", status_reports=new), measure("c"))
    assert [row[0] for row in rows(report.changes_chapter(before, now, "measure/a"))] == ["A"]
    assert [row[0] for row in rows(report.changes_chapter(before, now, "measure/c"))] == ["C"]


# -- one field or measure ------------------------------------------------------------------------------


def test_an_evaluation_is_limited_to_a_field_or_a_measure() -> None:
    whole = ik.evaluate(MUSTERSTADT, DAY)
    field = report.limited(whole, "field_of_action/sprache")
    assert {one.field_of_action for one in field.measures} == {
        "field_of_action/sprache",
        "field_of_action/fruehe-bildung",
    }
    one = report.limited(whole, "measure/sprachkurse-abends")
    assert [each.title for each in one.measures] == ["Sprachkurse am Abend"]
    assert len(one.indicators) == 2
    assert one.totals.overdue.no == 1


def test_an_element_that_is_not_there_cannot_limit_an_evaluation() -> None:
    with pytest.raises(ik.UnknownElementError):
        report.limited(ik.evaluate(MUSTERSTADT, DAY), "measure/nirgends")


def test_decisions_are_those_of_the_part_that_is_asked_for() -> None:
    pending = Decision(id="v", body="Rat", result=DecisionResult.PENDING)
    late = Evaluation(id="e", title="Bilanz", due=day("2026"))
    concept = town(
        measure("a", decisions=(pending,)),
        measure("b", rejected="nein"),
        evaluations=(late,),
        edition=Edition(as_of=day("2027-05")),
    )
    evaluation = ik.evaluate(concept, TODAY)
    assert [one.title for one in report.decisions_within(evaluation, None)] == ["Bilanz", "A"]
    assert [one.title for one in report.decisions_within(evaluation, "measure/a")] == ["A"]


# -- the day of a report ---------------------------------------------------------------------------


def test_the_day_of_a_concept_is_that_of_its_latest_record() -> None:
    assert latest_day(MUSTERSTADT) == DAY
    assert latest_day(town(measure(status_reports=reported(("2027-03", "started"))))) == date(2027, 3, 31)
    assert latest_day(town(measure(indicators=(indicator(observations=(seen("2026", 5),)),)))) == date(2026, 12, 31)
    assert latest_day(town()) == date(2025, 1, 1)
    assert latest_day(town(period=None)) is None


def test_statements_of_a_measure_are_bullets_where_they_are_long() -> None:
    states = (Statement(text="Es gibt nur am Vormittag Kurse, und niemand betreut in dieser Zeit die Kinder."),) * 2
    said = told(*sheet(town(measure(current_state=states)), "kurse").blocks)
    assert said.count("- Es gibt nur am Vormittag") == 2


def test_a_whole_concept_is_told_without_the_addresses_that_its_editors_need() -> None:
    document = report.whole_document(MUSTERSTADT, "de", with_addresses=False)
    assert "measure/sprachkurse-abends" in told(*report.whole_document(MUSTERSTADT, "de").blocks)
    assert "measure/sprachkurse-abends" not in told(*document.blocks)


def test_a_changed_measure_that_is_not_pursued_is_told_with_its_state() -> None:
    kept = evaluated(measure("a"))
    dropped = evaluated(measure("a", rejected="zu teuer", description="neu"))
    assert "Maßnahme „A“ (abgelehnt): " in told(report.changes_chapter(kept, dropped))
