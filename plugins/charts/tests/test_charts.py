"""The pictures say what the evaluation says, and no more."""

import subprocess
import sys
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

import integrationskonzept as ik
from integrationskonzept.model import (
    FieldOfAction,
    Horizon,
    HorizonStatement,
    Indicator,
    IndicatorKind,
    Involvement,
    Measure,
    MeasureKind,
    Municipality,
    NeutralStatus,
    Observation,
    Schedule,
    Span,
    StatusEntry,
    StatusLevel,
    Target,
)
from integrationskonzept_charts.look import BLUE, GREEN, ORANGE, PALE_BLUE, PALE_ORANGE, PINK
from integrationskonzept_charts.pictures import courses, involvement, png, save, svg, timeline
from integrationskonzept_charts.spans import Piece, Spans, day_of, spans
from integrationskonzept_charts.words import drawable, lines

DAY = date(2027, 6, 30)


def on(text: str) -> ik.PartialDate:
    return ik.PartialDate(text)


def scheduled(id: str, start: str | None, end: str | None, **more: Any) -> Measure:
    span = Span(start=on(start) if start else None, end=on(end) if end else None)
    return Measure(id=id, title=f"Maßnahme {id}", schedule=Schedule(planned=span), **more)


def town(*measures: Measure, **more: Any) -> ik.Concept:
    given: dict[str, Any] = {
        "period": Span(start=on("2025"), end=on("2029")),
        "horizons": (Horizon(id="kurz", title="kurz", minimum_years=0, maximum_years=1, approximate=True),),
        "status_scale": (
            StatusLevel(id="laeuft", title="läuft", neutral=NeutralStatus.STARTED),
            StatusLevel(id="weg", title="eingestellt", neutral=NeutralStatus.CANCELLED),
            StatusLevel(id="immer", title="Daueraufgabe", neutral=NeutralStatus.PERMANENT),
        ),
        "fields_of_action": (FieldOfAction(id="f", title="Sprache", measures=measures),),
    }
    return ik.Concept(id="ort", title="Ort", municipality=Municipality(name="Ort"), **(given | more))


def laid(concept: ik.Concept, today: date = DAY) -> Spans:
    evaluation = ik.evaluate(concept, today)
    return spans(concept, evaluation.measures, evaluation.reviews, today, "de")


def pieces(concept: ik.Concept) -> list[tuple[Piece, str, str]]:
    return [(bar.piece, bar.first.isoformat(), bar.last.isoformat()) for bar in laid(concept).bars]


def words(picture: Any) -> str:
    """Return all words of a picture, in order."""
    return " ".join(" ".join(ET.fromstring(svg(picture)).itertext()).split())  # noqa: S314 - our own


# -- the timeline ---------------------------------------------------------------------------------


def test_what_is_stated_to_the_day_is_certain() -> None:
    assert pieces(town(scheduled("a", "2026-01-01", "2026-06-30"))) == [
        (Piece.STATED_PERHAPS, "2026-01-01", "2026-06-30"),
        (Piece.STATED, "2026-01-01", "2026-06-30"),
    ]


def test_a_start_stated_as_a_year_is_only_perhaps_at_its_beginning() -> None:
    assert pieces(town(scheduled("a", "2026", "2027-06-30"))) == [
        (Piece.STATED_PERHAPS, "2026-01-01", "2027-06-30"),
        (Piece.STATED, "2026-12-31", "2027-06-30"),
    ]


def test_what_follows_from_a_time_frame_is_derived() -> None:
    concept = town(Measure(id="a", title="A", horizons=(HorizonStatement(horizon="kurz"),)))
    assert {piece for piece, _, _ in pieces(concept)} <= {Piece.DERIVED, Piece.DERIVED_PERHAPS}


def test_what_is_not_known_is_said_in_words_and_not_drawn() -> None:
    found = laid(town(Measure(id="a", title="A")))
    assert found.bars == ()
    assert found.remarks[0].text.startswith("nicht bekannt: ")
    assert "nicht bekannt: " in words(timeline(town(Measure(id="a", title="A")), DAY))


@pytest.mark.parametrize(
    ("start", "end", "kind", "said"),
    [
        ("2026", None, None, "Ende offen"),
        ("2026", None, MeasureKind.PERMANENT, "dauerhaft"),
        (None, "2026", None, "Beginn offen"),
    ],
)
def test_an_open_end_is_said(start: str | None, end: str | None, kind: MeasureKind | None, said: str) -> None:
    found = laid(town(scheduled("a", start, end, kind=kind)))
    assert [remark.text for remark in found.remarks] == [said]
    assert found.bars


def test_what_came_of_a_plan_ends_today_or_with_the_report_that_it_is_over() -> None:
    begun = StatusEntry(as_of=on("2025-06-30"), status="laeuft")
    over = StatusEntry(as_of=on("2026-03-31"), status="weg")
    running, ended = (
        scheduled("a", "2025", "2028", status=(begun,)),
        scheduled("b", "2025", "2028", status=(begun, over)),
    )
    actual = [bar for bar in laid(town(running, ended)).bars if bar.piece is Piece.ACTUAL]
    assert [bar.last for bar in actual] == [DAY, date(2026, 3, 31)]


def test_what_became_a_permanent_task_runs_on() -> None:
    reports = (StatusEntry(as_of=on("2025-06-30"), status="laeuft"), StatusEntry(as_of=on("2026-03"), status="immer"))
    (bar,) = [
        bar for bar in laid(town(scheduled("a", "2025", "2025", status=reports))).bars if bar.piece is Piece.ACTUAL
    ]
    assert bar.last == DAY


def test_a_plan_that_is_not_known_gives_way_to_what_was_in_fact() -> None:
    concept = town(Measure(id="a", title="A", status=(StatusEntry(as_of=on("2026"), status="laeuft"),)))
    assert [remark.text for remark in laid(concept).remarks] == ["Plan nicht bekannt"]


def test_two_measures_of_one_title_have_rows_of_their_own() -> None:
    found = laid(town(Measure(id="a", title="Kurs"), Measure(id="b", title="Kurs")))
    assert len(set(found.rows)) == len(found.rows) == 3


def test_the_years_drawn_are_those_of_the_period_and_little_more() -> None:
    found = laid(town(scheduled("a", "1950", "2199")))
    assert (found.first, found.last) == (date(2022, 1, 1), date(2032, 12, 31))
    assert laid(town(period=Span())).first == date(2027, 1, 1)


def test_evaluations_are_in_a_row_of_their_own() -> None:
    concept = ik.concept("musterstadt-2027")
    terms = laid(concept, date(2027, 9, 30)).terms
    assert {term.state for term in terms} >= {"held", "open"}
    assert "Evaluation durchgeführt" in words(timeline(concept, date(2027, 9, 30)))


def test_the_timeline_names_every_measure_and_its_field() -> None:
    concept = ik.concept("musterstadt-2027")
    said = words(timeline(concept, DAY))
    for measure in concept.measures:
        assert measure.title in said
    for title in ("Sprache und Bildung", "Übergreifend", "festgelegt", "aus dem Zeitrahmen abgeleitet", "30.06.2027"):
        assert title in said


def test_a_title_too_long_for_its_row_gives_way_to_the_short_one() -> None:
    concept = ik.concept("sachsenheim")
    (short,) = [one.short_title for one in concept.measures if len(one.title) > 124 and one.short_title]
    assert short in words(timeline(concept))


# -- the courses ----------------------------------------------------------------------------------

COURSES = Indicator(
    id="kurse",
    title="Zahl der Kurse",
    kind=IndicatorKind.COUNT,
    unit="Kurse",
    baseline=Observation(as_of=on("2025"), value=1250),
    target=Target(due=on("2028"), minimum=1500, maximum=1600),
    interim_targets=(Target(due=on("2026"), value=1400),),
    observations=(
        Observation(as_of=on("2026"), value=1300.5, approximate=True),
        Observation(as_of=on("2027-03"), missing="keine Statistik"),
        Observation(as_of=on("2028"), value=9999),
        Observation(value=7777),
    ),
)


def with_indicators(*indicators: Indicator) -> ik.Concept:
    return town(Measure(id="a", title="A", indicators=indicators))


def test_a_course_shows_values_baseline_and_targets_as_germans_write_numbers() -> None:
    said = words(courses(with_indicators(COURSES), DAY))
    for number in ("1.250", "rund 1.300,5", "1.400", "1.500–1.600", "Kurse", "gemessen", "Zwischenziel"):
        assert number in said


def test_a_course_shows_nothing_from_after_the_day_and_nothing_without_a_date() -> None:
    said = words(courses(with_indicators(COURSES), DAY))
    assert "9.999" not in said
    assert "7.777" not in said
    assert "9.999" in words(courses(with_indicators(COURSES)))


def test_a_missing_value_is_marked_at_the_edge_and_is_no_zero() -> None:
    (course,) = courses(with_indicators(COURSES), DAY).to_dict()["concat"]
    marks = [layer for layer in course["layer"] if any(v.get("part") == "missing" for v in layer["data"]["values"])]
    assert {layer["mark"]["type"] for layer in marks} == {"rule", "point"}
    assert all("field" not in layer["encoding"].get("y", {}) for layer in marks)
    assert {value["tip"] for layer in marks for value in layer["data"]["values"]} == {"keine Statistik"}


def test_an_indicator_without_numbers_is_a_loss_and_not_drawn() -> None:
    words_only = Indicator(id="klima", title="Klima", observations=(Observation(as_of=on("2026"), text="gut"),))
    concept = with_indicators(COURSES, words_only)
    assert "Klima" not in words(courses(concept))
    export = ik.export(concept, "charts", kinds="courses")
    assert [loss.address for loss in export.losses] == ["indicator/klima"]


# -- who does what --------------------------------------------------------------------------------


def test_who_does_what_names_actors_and_says_where_nobody_is_named() -> None:
    lead = (Involvement(printed="Stadt"),)
    concept = town(
        Measure(id="a", title="Kurs", lead=lead, partners=(*lead, Involvement(printed="Verein"))),
        Measure(id="b", title="Fest"),
    )
    said = words(involvement(concept))
    for text in ("Kurs", "Fest", "Stadt", "Verein", "niemand genannt", "F Federführung", "P Mitwirkung"):
        assert text in said
    assert "nobody is named" in words(involvement(concept, language="en"))


# -- all of them ----------------------------------------------------------------------------------


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


def test_what_does_not_fit_on_twelve_pages_is_a_loss() -> None:
    concept = town(*(Measure(id=f"m{number}", title=f"M {number}") for number in range(24 * 12 + 3)))
    export = ik.export(concept, "charts", kinds="involvement")
    assert [file.name for file in export.files][::11] == ["involvement-1.svg", "involvement-12.svg"]
    assert [loss.address for loss in export.losses] == ["measure/m288", "measure/m289", "measure/m290"]


def test_of_very_many_actors_those_with_most_parts_are_drawn() -> None:
    names = tuple(Involvement(printed=f"Verein {number}") for number in range(20))
    concept = town(Measure(id="a", title="A", partners=names))
    (loss,) = ik.export(concept, "charts", kinds="involvement").losses
    assert loss.message.text("de").startswith("2 Akteure")


def test_the_day_shown_is_that_of_the_youngest_record() -> None:
    assert day_of(with_indicators(COURSES)) == date(2028, 12, 31)
    assert day_of(town()) == date(2025, 1, 1)
    assert day_of(town(period=Span())) == date(2000, 1, 1)


def test_colours_differ_in_lightness_for_whoever_sees_no_colours() -> None:
    def lightness(colour: str) -> float:
        red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    bars = sorted(lightness(colour) for colour in (BLUE, ORANGE, PALE_BLUE, PALE_ORANGE))
    assert all(second - first > 15 for first, second in pairwise(bars))
    assert len({BLUE, ORANGE, GREEN, PINK}) == 4


def test_texts_are_put_on_lines_and_cleared_of_what_cannot_be_drawn() -> None:
    assert drawable("a\x00b\u202ec\nd") == "a b c d"
    assert lines("eins zwei drei vier fünf", 9, 2) == ["eins zwei", "drei …"]
    assert lines("", 9, 2) == ["–"]


def test_listing_plugins_does_not_load_altair() -> None:
    code = "import sys, integrationskonzept_charts; print('altair' in sys.modules, 'vl_convert' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
