"""The pictures say what the evaluation says, and no more."""

import subprocess
import sys
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import attrs
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
from integrationskonzept_charts.i18n import drawable, lines
from integrationskonzept_charts.indicator_charts import courses
from integrationskonzept_charts.involvement import involvement
from integrationskonzept_charts.render import png, save, svg
from integrationskonzept_charts.theme import BLUE, GREEN, ORANGE, PALE_BLUE, PALE_ORANGE, PINK
from integrationskonzept_charts.timeline import timeline
from integrationskonzept_charts.timeline_data import Piece, Spans, day_of, spans

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
    concept = town(Measure(id="a", title="A", time_frames=(HorizonStatement(horizon_ref="kurz"),)))
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


REPORTS = (
    StatusEntry(as_of=on("2025-06-30"), level_ref="laeuft"),
    StatusEntry(as_of=on("2027-06"), level_ref="immer"),
    StatusEntry(as_of=on("2027-07"), level_ref="laeuft"),
)


def ran(id: str, start: str | None, end: str | None, *reports: StatusEntry) -> Measure:
    """Make a measure that ran in fact."""
    span = Span(start=on(start) if start else None, end=on(end) if end else None)
    return Measure(id=id, title=f"Maßnahme {id}", schedule=Schedule(actual=span), status_reports=reports)


def actual(concept: ik.Concept, **choices: bool) -> list[tuple[Piece, str, str]]:
    evaluation = ik.evaluate(concept, DAY)
    found = spans(concept, evaluation.measures, evaluation.reviews, DAY, "de", **choices)
    return [(bar.piece, str(bar.first), str(bar.last)) for bar in found.bars if bar.piece.startswith("actual")]


def marks(concept: ik.Concept) -> list[tuple[str, str]]:
    return [(mark.state, str(mark.day)) for mark in laid(concept).marks]


@pytest.mark.parametrize("planned", [None, "2025"])
def test_a_report_is_a_mark_on_its_day_and_no_bar_begins_or_ends_there(planned: str | None) -> None:
    concept = town(scheduled("a", planned, planned and "2028", status_reports=REPORTS))
    assert actual(concept) == []
    assert marks(concept) == [("started", "2025-06-30"), ("permanent", "2027-06-30")]
    reported = {date(2025, 6, 30), date(2027, 6, 30)}
    assert not [bar for bar in laid(concept).bars if {bar.first, bar.last} & reported]
    said = words(timeline(concept, DAY))
    assert "gemeldet: in Umsetzung" in said
    assert "gemeldet: abgeschlossen" in said


def test_what_is_stated_of_when_a_measure_ran_is_a_bar() -> None:
    assert actual(town(ran("a", "2025-04-01", "2026-03-31"))) == [
        (Piece.ACTUAL_PERHAPS, "2025-04-01", "2026-03-31"),
        (Piece.ACTUAL, "2025-04-01", "2026-03-31"),
    ]
    assert actual(town(ran("a", "2025-04", "2026-03"))) == [
        (Piece.ACTUAL_PERHAPS, "2025-04-01", "2026-03-31"),
        (Piece.ACTUAL, "2025-04-30", "2026-03-01"),
    ]


def test_what_is_under_way_is_drawn_until_the_day_asked_about_and_nothing_after_it() -> None:
    concept = town(ran("a", "2025-04-01", None, *REPORTS[:1]))
    assert [last for _, _, last in actual(concept)] == [str(DAY)] * 2
    assert actual(concept, until_today=False) == []
    ahead = town(ran("a", "2025-04-01", "2028-01-31"), ran("b", "2027-07-01", "2028-01-31"), ran("c", None, "2028"))
    assert {last for _, _, last in actual(ahead)} == {str(DAY)}
    assert [first for _, first, _ in actual(ahead)] == ["2025-04-01"] * 2
    assert marks(ahead) == []


def test_of_what_states_its_start_or_its_end_only_that_day_is_marked() -> None:
    assert marks(town(ran("a", "2025-04-01", None))) == [("began", "2025-04-01")]
    assert marks(town(ran("a", None, "2026-03"))) == [("ended", "2026-03-31")]
    assert "begonnen" in words(timeline(town(ran("a", "2025-04-01", None)), DAY))


FATES = [
    ({"rejected": "zu teuer"}, "zu teuer"),
    ({"merged_into": "neu"}, "Neues"),
    ({"split_into": ("neu",)}, "Neues"),
    ({"replaced_by": "neu"}, "Neues"),
    ({"status_reports": (StatusEntry(as_of=on("2026"), level_ref="weg"),)}, "eingestellt"),
]


@pytest.mark.parametrize(("fate", "said"), FATES)
def test_what_is_not_pursued_is_told_and_not_drawn(fate: dict[str, Any], said: str) -> None:
    lead = (Involvement(printed="Stadt"),)
    gone = scheduled("a", "2025", "2028", leads=lead, indicators=(COURSES,), **fate)
    concept = town(gone, Measure(id="neu", title="Neues"))
    found = laid(concept)
    assert [bar for bar in found.bars if "a" in bar.row.split()] == []
    assert found.marks == ()
    assert [remark for remark in found.remarks if said in remark.text]
    assert said in words(timeline(concept, DAY))
    parts = words(involvement(concept))
    assert said in parts
    assert "Stadt" not in parts
    assert "Zahl der Kurse" not in words(courses(concept, DAY))
    (loss,) = ik.export(concept, "charts", kinds="courses").losses
    assert loss.address == "indicator/kurse"
    assert loss.message.text("de").startswith("nicht weiterverfolgt: ")


def test_a_plan_that_is_not_known_gives_way_to_what_was_in_fact() -> None:
    concept = town(Measure(id="a", title="A", status_reports=(StatusEntry(as_of=on("2026"), level_ref="laeuft"),)))
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
        assert measure.display_title in said
    for title in ("Sprache und Bildung", "Übergreifend", "festgelegt", "aus dem Zeitrahmen abgeleitet", "30.06.2027"):
        assert title in said


def test_a_title_too_long_for_its_row_gives_way_to_the_short_one() -> None:
    concept = ik.concept("sachsenheim")
    (short,) = [one.short_title for one in concept.measures if len(one.display_title) > 124 and one.short_title]
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


def test_a_value_of_a_year_stands_in_the_middle_of_it_and_never_after_the_day() -> None:
    (course,) = courses(with_indicators(COURSES), date(2026, 6, 30)).to_dict()["concat"]
    values = {v["text"]: v for layer in course["layer"] for v in layer["data"]["values"] if v.get("part") in KNOWN}
    assert (values["1.250"]["first"], values["1.250"]["day"], values["1.250"]["last"]) == (
        "2025-01-01",
        "2025-07-02",
        "2025-12-31",
    )
    assert values["rund 1.300,5"]["last"] == "2026-06-30"
    assert values["rund 1.300,5"]["day"] < "2026-06-30"


KNOWN = ("baseline", "observed")


def test_a_long_title_does_not_come_twice() -> None:
    long = " ".join(["Zahl"] * 40)
    concept = with_indicators(attrs.evolve(COURSES, title=long))
    (course,) = courses(concept, DAY).to_dict()["concat"]
    assert not " ".join(course["title"]["subtitle"]).startswith("Zahl")


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
        Measure(id="a", title="Kurs", leads=lead, partners=(*lead, Involvement(printed="Verein"))),
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


def crowd(count: int) -> tuple[Involvement, ...]:
    return tuple(Involvement(printed=f"Verein {number}") for number in range(count))


def test_no_measure_looks_as_if_nobody_had_it_because_an_actor_has_no_column() -> None:
    last = Measure(id="b", title="Fest", leads=crowd(20)[19:])
    (file,) = ik.export(town(Measure(id="a", title="A", partners=crowd(20)), last), "charts", kinds="involvement").files
    said = " ".join(ET.fromstring(file.content).itertext())  # noqa: S314 - our own
    assert "niemand genannt" not in said
    assert "weitere" in said
    (loss,) = ik.export(town(Measure(id="a", title="A", partners=crowd(20))), "charts", kinds="involvement").losses
    assert loss.message.text("de").startswith("2 Akteure")
    assert "Verein 18, Verein 19" in loss.message.text("de")


def test_a_page_has_columns_for_those_on_it() -> None:
    partners = crowd(20)
    many = [Measure(id=f"m{number}", title=f"M {number}", partners=partners[number // 3 :][:1]) for number in range(60)]
    export = ik.export(town(*many), "charts", kinds="involvement")
    assert export.losses == ()
    assert len(export.files) == 3
    assert b"Verein 19" in export.files[2].content
    assert b"Verein 0<" not in export.files[2].content


def test_several_parts_of_one_actor_stay_in_its_column() -> None:
    one = (Involvement(printed="Stadt"),)
    concept = town(Measure(id="a", title="A", leads=one, partners=one, carriers=one, contacts=one))
    picture = involvement(concept).to_dict()
    asides = {layer["mark"]["xOffset"] for layer in picture["layer"] if "xOffset" in layer["mark"]}
    assert max(asides) + 8 <= picture["width"] / 2


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
