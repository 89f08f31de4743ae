"""The Altair charts show the data of the core's figures."""

from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

import integrationskonzept as ik
from integrationskonzept.documents.figures import timeline_data
from integrationskonzept.testing import town
from integrationskonzept_charts.i18n import drawable, lines
from integrationskonzept_charts.indicator_charts import courses
from integrationskonzept_charts.involvement import involvement
from integrationskonzept_charts.render import png, save, svg
from integrationskonzept_charts.theme import BLUE, GREEN, ORANGE, PALE_BLUE, PALE_ORANGE, PINK
from integrationskonzept_charts.timeline import timeline
from integrationskonzept_charts.timeline_rows import Piece, Rows, rows_of

DAY = date(2027, 6, 30)
HEAD = """
horizons:
  - {id: kurz, title: kurz, minimum_years: 0, maximum_years: 1, approximate: true}
status_scale:
  - {id: laeuft, title: läuft, neutral: started}
  - {id: immer, title: Daueraufgabe, neutral: permanent}
"""


def measures(*texts: str, **more: Any) -> ik.Concept:
    listed = ", ".join(f"{{id: m{number}, {text}}}" for number, text in enumerate(texts))
    return town(f"{HEAD}\nfields_of_action: [{{id: f, title: Sprache, measures: [{listed}]}}]", **more)


def rows(concept: ik.Concept, today: date = DAY) -> Rows:
    return rows_of(timeline_data(ik.evaluate(concept, today)), "de")


def pieces(text: str) -> list[tuple[Piece, str, str]]:
    found = rows(measures(f"title: A, {text}"))
    return [(bar.piece, bar.first.isoformat(), bar.last.isoformat()) for bar in found.bars]


def words(picture: Any) -> str:
    """Return all words of a picture, in order."""
    return " ".join(" ".join(ET.fromstring(svg(picture)).itertext()).split())  # noqa: S314 - our own


def test_pieces_tell_stated_from_derived_and_certain_from_possible() -> None:
    assert pieces("schedule: {planned: {start: 2026, end: 2027-06-30}}") == [
        (Piece.STATED_PERHAPS, "2026-01-01", "2027-06-30"),
        (Piece.STATED, "2026-12-31", "2027-06-30"),
    ]
    assert {piece for piece, _, _ in pieces("time_frames: [kurz]")} <= {Piece.DERIVED, Piece.DERIVED_PERHAPS}
    assert pieces("schedule: {actual: {start: 2025-04, end: 2026-03}}") == [
        (Piece.ACTUAL_PERHAPS, "2025-04-01", "2026-03-31"),
        (Piece.ACTUAL, "2025-04-30", "2026-03-01"),
    ]


def test_bars_end_where_the_axis_ends_and_a_certain_single_day_is_no_bar() -> None:
    assert pieces("schedule: {planned: {start: 1950, end: 2199}}") == [
        (Piece.STATED_PERHAPS, "2022-01-01", "2032-12-31"),
        (Piece.STATED, "2022-01-01", "2032-12-31"),
    ]
    assert pieces("schedule: {planned: {start: 2026-03-01, end: 2026-03-01}}") == [
        (Piece.STATED_PERHAPS, "2026-03-01", "2026-03-01")
    ]


def test_what_is_not_known_and_what_is_no_longer_pursued_is_said_in_words() -> None:
    concept = measures("title: A", "title: B, rejected: zu teuer", "title: C, schedule: {planned: {start: 2026}}")
    found = rows(concept)
    assert [remark.is_end for remark in found.remarks] == [False, True, False]
    said = words(timeline(concept, DAY))
    for text in ("nicht bekannt: ", "zu teuer", "Ende offen", "Nicht weiterverfolgt"):
        assert text in said


def test_reports_and_ends_are_marks_on_their_day() -> None:
    reports = "status_reports: [{as_of: 2025-06-30, level_ref: laeuft}, {as_of: 2001, level_ref: laeuft}]"
    concept = measures(f"title: A, {reports}", "title: B, schedule: {actual: {start: 2025-04-01}}")
    found = rows(concept)
    assert [(mark.state, str(mark.day)) for mark in found.marks] == [
        ("reported_running", "2025-06-30"),
        ("began", "2025-04-01"),
    ]
    said = words(timeline(concept, DAY))
    assert "gemeldet: in Umsetzung" in said
    assert "begonnen" in said


def test_rows_have_numbers_and_two_measures_of_one_title_have_rows_of_their_own() -> None:
    found = rows(measures("title: Kurs", "title: Kurs", "number: '1.1', title: Fest"))
    assert len(set(found.rows)) == len(found.rows) == 4
    assert "1.1 Fest" in found.rows


def test_a_title_too_long_for_its_row_gives_way_to_the_short_one() -> None:
    long = f"title: {'Wort ' * 40}, short_title: Kurz"
    found = rows(measures(f"{long}, number: '7'", long))
    assert found.rows[1:] == ("7 Kurz", "Kurz")


def test_the_timeline_names_every_measure_and_its_field() -> None:
    concept = ik.concept("musterstadt-2027")
    said = words(timeline(concept, date(2027, 9, 30)))
    for measure in concept.measures:
        assert measure.display_title in said
    for title in ("Sprache und Bildung", "Übergreifend", "festgelegt", "aus dem Zeitrahmen abgeleitet", "30.09.2027"):
        assert title in said
    assert "Evaluation durchgeführt" in said


INDICATORS = """
overarching:
  measures:
    - id: a
      title: A
      indicators:
        - id: kurse
          title: Zahl der Kurse
          unit: Kurse
          baseline: {as_of: 2025, value: 1250}
          target: {due: 2028, minimum: 1500, maximum: 1600}
          interim_targets: [{due: 2026, value: 1400}]
          observations:
            - {as_of: 2026, value: 1300.5, approximate: true}
            - {as_of: 2027-03, missing: keine Statistik}
            - {as_of: 2028, value: 9999}
        - {id: stimmung, title: Stimmung, kind: scale, scale: [schlecht, gut], observations: [{as_of: 2026, text: gut}]}
        - {id: klima, title: Klima, observations: [{as_of: 2026, text: gut}]}
"""


def test_courses_show_values_until_the_day_with_baseline_and_targets() -> None:
    said = words(courses(town(INDICATORS), DAY))
    for text in ("1250", "rund 1300,5", "1400", "1500 bis 1600", "Kurse", "gemessen", "Zwischenziel", "schlecht"):
        assert text in said
    assert "9999" not in said
    assert "Klima" not in said
    assert "9999" in words(courses(town(INDICATORS)))
    assert "observed" in words(courses(town(INDICATORS), language="en"))


def test_a_missing_value_is_marked_at_the_edge_and_is_no_zero() -> None:
    course, _ = courses(town(INDICATORS), DAY).to_dict()["concat"]
    marks = [layer for layer in course["layer"] if any(v.get("part") == "missing" for v in layer["data"]["values"])]
    assert {layer["mark"]["type"] for layer in marks} == {"rule", "point"}
    assert all("field" not in layer["encoding"].get("y", {}) for layer in marks)
    assert {value["tip"] for layer in marks for value in layer["data"]["values"]} == {"kein Wert: keine Statistik"}


def test_who_does_what_names_actors_and_says_where_nobody_is_named() -> None:
    concept = measures(
        "title: Kurs, leads: [{printed: Stadt}], partners: [{printed: Stadt}, {printed: Verein}]",
        "title: Fest",
        "title: Alt, rejected: zu teuer",
    )
    said = words(involvement(concept))
    for text in ("Kurs", "Fest", "Stadt", "Verein", "niemand genannt", "zu teuer", "F Federführung", "P Mitwirkung"):
        assert text in said
    assert "nobody is named" in words(involvement(concept, language="en"))


def test_several_parts_of_one_actor_stay_in_its_column() -> None:
    one = "[{printed: Stadt}]"
    picture = involvement(
        measures(f"title: A, leads: {one}, partners: {one}, carriers: {one}, contacts: {one}")
    ).to_dict()
    asides = {layer["mark"]["xOffset"] for layer in picture["layer"] if "xOffset" in layer["mark"]}
    assert max(asides) + 8 <= picture["width"] / 2


@pytest.mark.parametrize("draw", [timeline, courses, involvement])
def test_a_concept_that_says_nothing_gives_a_picture_that_says_so(draw: Any) -> None:
    assert "Es gibt nichts zu zeichnen." in words(draw(town()))


def test_pictures_are_saved_as_svg_and_as_png_fine_enough_for_print(tmp_path: Path) -> None:
    picture = timeline(ik.concept("sachsenheim"))
    assert save(picture, tmp_path / "plan.svg").read_text(encoding="utf-8").startswith("<svg")
    content = save(picture, tmp_path / "plan.png").read_bytes()
    assert content.startswith(b"\x89PNG")
    assert int.from_bytes(content[16:20], "big") > 2000
    assert len(png(picture, ppi=72)) < len(content)
    with pytest.raises(ValueError, match=r"as \.svg or \.png; got '\.gif'"):
        save(picture, tmp_path / "plan.gif")


def test_colours_differ_in_lightness_for_whoever_sees_no_colours() -> None:
    def lightness(colour: str) -> float:
        red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    bars = sorted(lightness(colour) for colour in (BLUE, ORANGE, PALE_BLUE, PALE_ORANGE))
    assert all(second - first > 15 for first, second in pairwise(bars))
    assert len({BLUE, ORANGE, GREEN, PINK}) == 4


def test_texts_are_put_on_lines_and_cleared_of_what_cannot_be_drawn() -> None:
    assert drawable("a\x00b\u202ec\nd") == "ab c d"
    assert lines("eins zwei drei vier fünf", 9, 2) == ["eins zwei", "drei …"]
    assert lines("", 9, 2) == ["–"]
