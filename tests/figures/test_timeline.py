"""The timeline shows what the evaluation says, and no more."""

from datetime import date
from typing import Any

import pytest

import integrationskonzept as ik
from integrationskonzept.blocks.tree import Picture, StatusMark
from integrationskonzept.documents.figures import A4_PORTRAIT, timeline, timeline_data
from integrationskonzept.documents.figures.timeline_data import DayKind, MeasureRow
from integrationskonzept.evaluation.derivation import Basis
from integrationskonzept.evaluation.evaluation import ConceptEvaluation, evaluate
from integrationskonzept.model.concept import Concept
from integrationskonzept.testing import town
from tests.figures.reading import alternative, group, group_text, outside, overlaps, page, root, said, shapes, words

DAY = date(2027, 6, 30)
HEAD = """
horizons:
  - {id: kurz, title: kurz, maximum_years: 1}
  - {id: mittel, title: mittel, minimum_years: 1, maximum_years: 3}
status_scale:
  - {id: offen, title: geplant, neutral: planned}
  - {id: laeuft, title: läuft, neutral: started}
  - {id: weg, title: eingestellt, neutral: cancelled}
  - {id: immer, title: Daueraufgabe, neutral: permanent}
  - {id: fertig, title: fertig, neutral: done}
"""


def concept(*measures: str, **more: Any) -> Concept:
    listed = ", ".join(f"{{id: m{number}, title: Maßnahme {number}, {one}}}" for number, one in enumerate(measures))
    fields = f"fields_of_action:\n  - {{id: f, number: '1', title: Sprache, measures: [{listed}]}}"
    return town(f"{HEAD}\n{fields}", **more)


def evaluated(*measures: str, today: date = DAY, **more: Any) -> ConceptEvaluation:
    return evaluate(concept(*measures, **more), today)


def row(measure: str, today: date = DAY, **more: Any) -> MeasureRow:
    (section,) = timeline_data(evaluated(measure, today=today, **more)).sections
    return section.rows[0]


def bars(found: MeasureRow) -> list[tuple[bool, str, str]]:
    return [(bar.certain, str(bar.first), str(bar.last)) for bar in found.planned]


def drawn(*measures: str, today: date = DAY, **more: Any) -> tuple[Picture, ...]:
    return timeline(evaluated(*measures, today=today, **more), "de")


PLAN = "schedule: {{planned: {{{}}}}}"


def planned(dates: str) -> str:
    return PLAN.format(dates)


def test_what_is_stated_to_the_day_is_certain() -> None:
    found = row(planned("start: 2026-01-01, end: 2026-06-30"))
    assert bars(found) == [(False, "2026-01-01", "2026-06-30"), (True, "2026-01-01", "2026-06-30")]
    assert found.basis is Basis.STATED


def test_a_start_stated_as_a_year_is_only_possible_at_its_beginning() -> None:
    found = row(planned("start: 2026, end: 2027-06-30"))
    assert bars(found) == [(False, "2026-01-01", "2027-06-30"), (True, "2026-12-31", "2027-06-30")]


def test_a_stated_plan_is_filled_and_a_derived_one_is_white_with_a_dashed_outline() -> None:
    pictures = drawn(planned("start: 2026-01-01, end: 2026-06-30"), "time_frames: [mittel]")
    stated, derived = (shapes(group(pictures, f"measure/m{number}"), "rect") for number in (0, 1))
    assert {rect["fill"] for rect in stated} == {"#1f5f8b", "#a9c7de"}
    assert [(rect["fill"], rect["stroke-dasharray"]) for rect in derived] == [("#ffffff", "2.4 1.6")]


def test_a_deadline_is_written_and_a_derived_one_is_said_to_be_derived() -> None:
    pictures = drawn(planned("start: 2026-01-01, end: 2028-06-30"), planned("end: 2028"), "time_frames: [mittel]")
    assert "bis 30.06.2028" in group_text(group(pictures, "measure/m0"))
    assert "abgeleitet" not in group_text(group(pictures, "measure/m0"))
    assert "bis 31.12.2028 (abgeleitet)" in group_text(group(pictures, "measure/m1"))
    assert "(abgeleitet)" in group_text(group(pictures, "measure/m2"))


def test_what_is_not_known_is_said_in_words_and_not_drawn() -> None:
    pictures = drawn("commitment: adopted")
    element = group(pictures, "measure/m0")
    assert "nicht bekannt: " in group_text(element)
    assert [rect["fill"] for rect in shapes(element, "rect")] == ["#ffffff"]
    assert row("commitment: adopted").basis is Basis.UNKNOWN


def test_a_plan_that_is_not_known_gives_way_to_what_was_reported() -> None:
    assert "Plan nicht bekannt" in said(*drawn("status_reports: [{as_of: 2026, level_ref: laeuft}]"))


@pytest.mark.parametrize(
    ("measure", "words_for_it"),
    [
        (planned("start: 2026"), "Ende offen"),
        (f"{planned('start: 2026')}, kind: permanent", "dauerhaft"),
        (planned("end: 2026"), "Beginn offen"),
    ],
)
def test_an_open_end_is_said_and_goes_on_where_the_years_end(measure: str, words_for_it: str) -> None:
    text = said(*drawn(measure))
    assert words_for_it in text
    assert "weiteres vor oder nach den gezeigten Jahren; Maßnahmen: 1" in text


REPORTS = (
    "status_reports: [{as_of: 2025-06-30, level_ref: laeuft}, {as_of: 2027-06, level_ref: immer},"
    " {as_of: 2027-07, level_ref: laeuft}, {as_of: '--03-01', level_ref: laeuft}]"
)


def test_a_report_is_a_mark_on_its_day_and_no_bar_begins_or_ends_there() -> None:
    found = row(f"{planned('start: 2025, end: 2028')}, {REPORTS}")
    assert [(str(mark.day), mark.symbol.value) for mark in found.marks] == [
        ("2025-06-30", "running"),
        ("2027-06-30", "permanent"),
    ]
    assert found.actual == ()
    assert found.marks[0].text.text("de") == "30.06.2025: läuft"
    text = said(*drawn(REPORTS))
    assert "gemeldet: in Umsetzung" in text
    assert "gemeldet: Daueraufgabe" in text


def test_a_report_of_a_status_outside_the_scale_is_a_mark_that_says_so() -> None:
    found = row("status_reports: [{as_of: 2026, level_ref: fremd}]")
    assert [mark.symbol.value for mark in found.marks] == ["unknown"]


def ran(dates: str, *more: str) -> str:
    return ", ".join((f"schedule: {{actual: {{{dates}}}}}", *more))


def test_what_is_stated_of_when_a_measure_ran_is_a_thin_bar_until_the_day() -> None:
    assert [
        (one.certain, str(one.first), str(one.last)) for one in row(ran("start: 2025-04, end: 2026-03")).actual
    ] == [
        (False, "2025-04-01", "2026-03-31"),
        (True, "2025-04-30", "2026-03-01"),
    ]
    report = "status_reports: [{as_of: 2026, level_ref: laeuft}]"
    assert [str(one.last) for one in row(ran("start: 2025-04-01", report)).actual] == ["2027-06-30"] * 2
    assert [str(one.last) for one in row(ran("start: 2025-04-01, end: 2028-01-31")).actual] == ["2027-06-30"] * 2
    assert len(row(ran("start: 2027-06-30, end: 2028-01-31")).actual) == 1
    for ahead in ("start: 2027-07-01, end: 2028", "end: 2028"):
        assert row(ran(ahead)).actual == ()
        assert row(ran(ahead)).marks == ()
    assert "tatsächlich, wie angegeben" in said(*drawn(ran("start: 2025-04, end: 2026-03")))


def test_of_what_states_its_start_or_its_end_only_that_day_is_marked() -> None:
    began, ended = row(ran("start: 2025-04-01")), row(ran("end: 2026-03"))
    assert [(mark.kind, str(mark.day)) for mark in began.marks] == [(DayKind.BEGAN, "2025-04-01")]
    assert [(mark.kind, str(mark.day)) for mark in ended.marks] == [(DayKind.ENDED, "2026-03-31")]
    text = said(*drawn(ran("start: 2025-04-01"), ran("end: 2026-03")))
    assert "begonnen" in text
    assert "beendet" in text


GONE = [
    ("rejected: zu teuer", "zu teuer"),
    ("merged_into: m1", "Maßnahme 1"),
    ("split_into: [m1]", "Maßnahme 1"),
    ("replaced_by: m1", "Maßnahme 1"),
    ("status_reports: [{as_of: 2026, level_ref: weg}]", "eingestellt"),
]


@pytest.mark.parametrize(("fate", "reason"), GONE)
def test_what_is_no_longer_pursued_stands_apart_with_its_reason_and_without_a_plan(fate: str, reason: str) -> None:
    evaluation = evaluated(f"{fate}, {planned('start: 2025, end: 2028')}", "commitment: adopted")
    *standing, ended = timeline_data(evaluation).sections
    assert [one.address for section in standing for one in section.rows] == ["measure/m1"]
    assert ended.ended
    assert (ended.rows[0].planned, ended.rows[0].marks, ended.rows[0].due) == ((), (), None)
    pictures = timeline(evaluation, "de")
    assert reason in group_text(group(pictures, "measure/m0"))
    assert "Nicht weiterverfolgt" in said(*pictures)
    assert "bis 31.12.2028" not in said(*pictures)


LATE = f"{planned('start: 2025-01-01, end: 2026-06-30')}, status_reports: [{{as_of: 2027-05, level_ref: laeuft}}]"


def test_what_is_overdue_is_marked_at_the_end_of_its_plan_and_in_words() -> None:
    pictures = drawn(LATE)
    element = group(pictures, "measure/m0")
    assert "überfällig" in group_text(element).split()
    marks = [path for path in shapes(element, "path") if path.get("fill") == "#a61c00"]
    assert len(marks) == 2  # at the end of the bar, and beside the word
    assert "Überfällig: Maßnahme 0." in alternative(pictures[0])
    many = drawn(*[LATE] * 7)
    assert "und 2 weitere." in alternative(many[0])


def test_a_status_is_a_symbol_and_a_word() -> None:
    element = group(drawn("status_reports: [{as_of: 2026, level_ref: fertig}]"), "measure/m0")
    assert "fertig (abgeschlossen)" in group_text(element)
    assert [circle["fill"] for circle in shapes(element, "circle")] == ["#1a1a1a"] * 2


def test_every_measure_stands_in_its_field_with_its_number() -> None:
    evaluation = evaluate(ik.concept("musterstadt-2027"), date(2027, 9, 30))
    pictures = timeline(evaluation, "de")
    text = said(*pictures)
    for measure in evaluation.concept.measures:
        element = group(pictures, measure.address)
        assert (measure.number or "") in group_text(element).split()
        assert measure.display_title.split()[0] in group_text(element)
    for title in ("1 Sprache und Bildung", "Übergreifend", "Evaluation durchgeführt", "30.09.2027", "Blatt 1 von 2"):
        assert title in text


def test_an_evaluation_outside_the_years_is_not_drawn() -> None:
    far = "[{id: e, due: 2060-06-30}, {id: f, due: 2028-06-30}]"
    (picture,) = drawn("commitment: adopted", evaluations=far)
    assert len([path for path in shapes(root(picture), "path") if path.get("fill") == "#ffffff"]) == 2  # and the legend


def test_the_table_beside_a_figure_says_the_same() -> None:
    evaluation = evaluate(ik.concept("musterstadt-2027"), date(2027, 9, 30))
    rows = [line for picture in timeline(evaluation, "de") for line in (picture.data.rows if picture.data else ())]
    assert len(rows) == len(evaluation.measures)
    assert all(isinstance(line[5][0], StatusMark) for line in rows)


def test_the_years_are_those_of_the_period_and_little_more() -> None:
    wide = timeline_data(evaluated(planned("start: 1950, end: 2199")))
    assert (wide.first, wide.last) == (date(2022, 1, 1), date(2032, 12, 31))
    assert timeline_data(evaluated("commitment: adopted", period=None)).first == date(2027, 1, 1)


def test_years_outside_the_period_are_grey_and_said_to_be() -> None:
    plan = planned("start: 2024-03-01, end: 2030-03-01")
    assert "außerhalb der Laufzeit des Konzepts" in said(*drawn(plan))
    assert "außerhalb der Laufzeit des Konzepts" in said(*drawn(plan, period="{end: 2029}"))
    assert "außerhalb der Laufzeit des Konzepts" not in said(*drawn(plan, period=None))
    (picture,) = drawn(plan)
    assert len([rect for rect in shapes(root(picture), "rect") if rect["fill"] == "#eeeeee"]) == 4


def test_many_years_are_labelled_with_gaps() -> None:
    text = said(*drawn(planned("start: 2025, end: 2060"), period="{start: 2025, end: 2060}"))
    assert "2025" in text
    assert "2026" not in text.replace("30.06.2027", "").split()


def test_a_day_outside_the_years_is_not_drawn() -> None:
    assert [word.text for word in words(drawn("commitment: adopted", today=date(2050, 6, 30))[0])].count(
        "Stand 30.06.2050"
    ) == 1


def test_a_report_before_the_years_shown_is_an_arrow() -> None:
    text = said(*drawn("status_reports: [{as_of: 2010, level_ref: laeuft}]"))
    assert "weiteres vor oder nach den gezeigten Jahren" in text


@pytest.mark.parametrize("count", [60, 300])
def test_many_measures_fill_pages_by_the_heights_of_their_rows(count: int) -> None:
    pictures = drawn(*[planned("start: 2026, end: 2027")] * count)
    assert len(pictures) <= count / 15
    groups = [one for picture in pictures for one in root(picture).iter() if "data-address" in one.attrib]
    assert [one.attrib["data-address"] for one in groups] == [f"measure/m{number}" for number in range(count)]
    for picture in pictures[:-1]:
        assert A4_PORTRAIT.height - page(picture).bottom < 45
    assert all("1 Sprache (Fortsetzung)" in said(picture) for picture in pictures[1:])


def test_a_title_of_200_letters_without_a_space_is_broken_into_lines() -> None:
    long = concept("commitment: adopted")
    long = long.replace("measure/m0", title="x" * 200, number="Nr. 1234567890123456789012345678901234567890")
    (picture,) = timeline(evaluate(long, DAY), "de")
    assert list(overlaps(picture)) == []
    assert list(outside(picture)) == []
    assert said(picture).count("x") == 200


def test_a_title_of_many_lines_gives_way_to_the_short_one() -> None:
    long = concept("commitment: adopted").replace("measure/m0", title="Wort " * 60, short_title="Kurz gesagt")
    assert "Kurz gesagt" in said(*timeline(evaluate(long, DAY), "de"))


def test_markup_in_a_title_stays_text() -> None:
    hostile = "</text><script>alert(1)</script>&amp; \x00 \u202e"
    concept_of_it = concept("commitment: adopted").replace("measure/m0", title=hostile)
    (picture,) = timeline(evaluate(concept_of_it, DAY), "de")
    assert not [one for one in root(picture).iter() if "script" in one.tag]
    assert "alert(1)" in said(picture)
    assert "\\u0000" in said(picture).replace(" ", "")


def test_what_is_internal_is_shown_only_of_a_concept_that_has_it() -> None:
    held = concept("internal: true", "commitment: adopted")
    assert "Maßnahme 0" in said(*timeline(evaluate(held, DAY), "de"))
    assert "Maßnahme 0" not in said(*timeline(evaluate(held.public(), DAY), "de"))


def test_a_concept_without_measures_has_no_timeline() -> None:
    assert timeline(evaluate(town(), DAY), "de") == ()
