"""The courses of indicators show what is stated and say what they leave out."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrationskonzept.documents.figures import A4_LANDSCAPE, A4_PORTRAIT, course_data, courses, sparkline
from integrationskonzept.documents.figures.course_panel import round_numbers
from integrationskonzept.evaluation.evaluation import ConceptEvaluation, evaluate
from integrationskonzept.model.field_of_action import Overarching
from integrationskonzept.model.indicator import Indicator, IndicatorKind, Target
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.observation import BreakdownPart, Observation
from integrationskonzept.model.partial_date import PartialDate
from integrationskonzept.testing import texts, town
from tests.comparison.editions import patiently
from tests.figures.reading import alternative, group, group_text, outside, overlaps, page, said, shapes, words

TODAY = date(2027, 6, 30)
STEPS = ("gering", "mäßig", "gut", "sehr gut")


def on(text: str) -> PartialDate:
    return PartialDate(text)


def observed(day: str | None, value: float | None = None, **more: Any) -> Observation:
    return Observation(as_of=on(day) if day else None, value=value, **more)


def with_indicators(*indicators: Indicator, today: date = TODAY, **measure: Any) -> ConceptEvaluation:
    overarching = Overarching(measures=(Measure(id="a", title="A", indicators=indicators, **measure),))
    return evaluate(town(overarching=overarching), today)


COURSE = Indicator(
    id="kurse",
    title="Zahl der Kurse",
    kind=IndicatorKind.COUNT,
    unit="Kurse",
    baseline=observed("2025", 1250),
    target=Target(due=on("2028"), minimum=1500, maximum=1600),
    interim_targets=(Target(due=on("2026"), value=1400),),
    observations=(
        observed("2026", 1300.5, approximate=True),
        observed("2027-03", missing="keine Statistik"),
        observed("2028", 9999),
        observed(None, 7777),
    ),
    benchmarks=(observed("2026", 1100, population="Landkreis"), observed(None, 3)),
)
"""An indicator with everything that can be said over time."""

PARTS = (
    BreakdownPart(category="Arabisch", dimension="Sprache", value=4),
    BreakdownPart(category="Türkisch", dimension="Sprache", value=3),
)


def test_values_baseline_and_targets_are_written_as_germans_write_numbers() -> None:
    text = said(*courses(with_indicators(COURSE), "de"))
    for part in ("1250", "rund 1300,5", "1500 bis 1600", "Kurse", "Zwischenziel", "gemessen", "Landkreis: 1100 Kurse"):
        assert part in text


def test_nothing_from_after_the_day_and_nothing_without_a_year_is_drawn() -> None:
    evaluation = with_indicators(COURSE)
    (course,) = course_data(evaluation).courses
    assert {point.value for point in course.points} == {1250, 1300.5, None, 1400, 1550, 1100}
    reasons = [one.reason.text() for one in course_data(evaluation).left_out]
    assert reasons == [
        "a value without a year has no place on the axis of time",
        "a benchmark without a year is written, not drawn",
    ]


def test_a_value_of_a_year_stands_in_the_middle_of_it_and_never_after_the_day() -> None:
    (course,) = course_data(with_indicators(COURSE, today=date(2026, 6, 30))).courses
    days = {point.value: (point.first, point.day, point.last) for point in course.points}
    assert days[1250] == (date(2025, 1, 1), date(2025, 7, 2), date(2025, 12, 31))
    assert days[1300.5][1] < days[1300.5][2] == date(2026, 6, 30)


def test_a_missing_value_is_a_cross_at_the_upper_edge_and_no_zero() -> None:
    evaluation = with_indicators(COURSE)
    (course,) = course_data(evaluation).courses
    (missing,) = [point for point in course.points if point.value is None]
    assert missing.text.text("de") == "kein Wert: keine Statistik"
    assert "kein Wert" in said(*courses(evaluation, "de"))


def test_the_steps_of_a_scale_are_the_labels_of_the_axis() -> None:
    scale = Indicator(
        id="stimmung",
        title="Stimmung",
        kind=IndicatorKind.SCALE,
        scale=STEPS,
        baseline=observed("2025", text="mäßig"),
        target=Target(due=on("2029"), text="gut"),
        observations=(observed("2026", text="Gut"), observed("2027-01", text="prima")),
    )
    evaluation = with_indicators(scale)
    text = said(*courses(evaluation, "de"))
    assert all(step in text for step in STEPS)
    (course,) = course_data(evaluation).courses
    assert [point.value for point in course.points] == [2, 3, 3]


def test_of_a_scale_of_many_steps_those_are_labelled_that_have_room() -> None:
    steps = tuple(f"Stufe {number}" for number in range(30))
    scale = Indicator(
        id="a", title="A", kind=IndicatorKind.SCALE, scale=steps, observations=(observed("2026", text="Stufe 7"),)
    )
    (picture,) = courses(with_indicators(scale), "de")
    assert list(overlaps(picture)) == []
    assert "Stufe 0" in said(picture)


def test_a_distribution_is_drawn_by_its_parts() -> None:
    pool = Indicator(
        id="sprachen",
        title="Sprachen",
        kind=IndicatorKind.DISTRIBUTION,
        baseline=observed("2025", breakdown=PARTS[:1]),
        observations=(
            observed("2026", breakdown=PARTS[:1]),
            observed("2027-01", breakdown=(*PARTS, BreakdownPart(category="Dari"))),
        ),
    )
    evaluation = with_indicators(pool)
    pictures = courses(evaluation, "de")
    element = group(pictures, "indicator/sprachen")
    assert len(shapes(element, "rect")) == 3
    assert group_text(element).split()[-6:] == ["Arabisch", "4", "Türkisch", "3", "Dari", "–"]
    assert [one.reason.text() for one in course_data(evaluation).left_out] == [
        "of a distribution, only the baseline and the latest observation are drawn"
    ]
    assert pictures[0].data is not None
    assert len(pictures[0].data.rows) == 3
    assert sparkline(evaluation.indicators[0], evaluation, "de") is None


def test_of_many_parts_the_last_ones_are_counted() -> None:
    parts = tuple(BreakdownPart(category=f"Sprache {number}", value=number) for number in range(20))
    pool = Indicator(
        id="s", title="S", kind=IndicatorKind.DISTRIBUTION, observations=(observed("2026", breakdown=parts),)
    )
    assert "8 weitere" in said(*courses(with_indicators(pool), "de"))


def test_the_breakdown_of_a_number_is_left_out_and_said_to_be() -> None:
    count = Indicator(id="a", title="A", kind=IndicatorKind.COUNT, observations=(observed("2026", 7, breakdown=PARTS),))
    (left_out,) = course_data(with_indicators(count)).left_out
    assert (left_out.address, left_out.reason.text()) == ("indicator/a", "the breakdown of a value is not drawn")


def test_an_indicator_in_words_is_left_out() -> None:
    words_only = Indicator(id="klima", title="Klima", observations=(observed("2026", text="gut"),))
    evaluation = with_indicators(COURSE, words_only)
    assert "Klima" not in said(*courses(evaluation, "de"))
    assert "indicator/klima" in {one.address for one in course_data(evaluation).left_out}
    assert courses(with_indicators(words_only), "de") == ()


def test_an_indicator_of_a_measure_that_is_not_pursued_is_left_out() -> None:
    evaluation = with_indicators(COURSE, rejected="zu teuer")
    assert courses(evaluation, "de") == ()
    (left_out,) = course_data(evaluation).left_out
    assert left_out.reason.text("de").startswith("nicht weiterverfolgt: ")


def test_an_indicator_without_a_value_so_far_is_a_line_of_a_list() -> None:
    planned = Indicator(id="a", title="Tandems", unit="Paare", baseline=observed("2025", 4), target=Target(value=9))
    bare = Indicator(id="b", title="Feste", target=Target(minimum=3))
    text = said(*courses(with_indicators(planned, bare), "de"))
    for part in ("Noch ohne Messwert", "Tandems", "4 Paare (2025)", "9 Paare", "nicht angegeben", "mindestens 3"):
        assert part in text


def test_a_range_that_is_open_reaches_the_edge_of_the_plot() -> None:
    least = Indicator(
        id="a",
        title="A",
        observations=(observed("2026-03-01", None, minimum=4), observed("2027-03-01", None, maximum=2)),
    )
    element = group(courses(with_indicators(least), "de"), "indicator/a")
    bars = [line for line in shapes(element, "line") if line["stroke-width"] == "3"]
    heights = sorted((float(line["y1"]), float(line["y2"])) for line in bars)
    assert len(heights) == 2
    assert heights[0][0] < heights[1][0]


def test_the_facts_of_an_indicator_stand_beside_its_course() -> None:
    milestone = Indicator(
        id="m", title="M", unit="Tage", target=Target(due=on("2028"), value=3), observations=(observed(None, 5),)
    )
    text = said(*courses(with_indicators(milestone), "de"))
    assert "3 Tage bis 2028" in text
    count = Indicator(id="m", title="M", unit="Tage", observations=(observed("2026", 5),), target=Target(value=3))
    text = said(*courses(with_indicators(count), "de"))
    assert "zuletzt: 5 Tage (2026)" in text
    assert "Ziel: 3 Tage; erreicht: " in text


def test_a_sparkline_shows_the_values_against_the_target() -> None:
    evaluation = with_indicators(COURSE)
    picture = sparkline(evaluation.indicators[0], evaluation, "de")
    assert picture is not None
    assert words(picture) == []
    assert (page(picture).right, page(picture).bottom) == (84, 20)
    assert "Ziel: 1500 bis 1600 Kurse bis 2028" in alternative(picture)
    assert picture.data is not None
    assert len(picture.data.rows) == 6
    level = Indicator(id="a", title="A", observations=(observed("2026", 4),))
    evaluation = with_indicators(level)
    assert sparkline(evaluation.indicators[0], evaluation, "de") is not None
    evaluation = with_indicators(Indicator(id="a", title="A", target=Target(value=9)))
    assert sparkline(evaluation.indicators[0], evaluation, "de") is None


@pytest.mark.parametrize(
    ("low", "high", "wanted"),
    [
        (0, 10, [0, 5, 10]),
        (0, 0, [0, 0.5, 1]),
        (-3, 4, [-5, -2.5, 0, 2.5, 5]),
        (0, 1234567, [0, 500000, 1000000, 1500000]),
        (0, 0.003, [0, 0.001, 0.002, 0.003]),
    ],
)
def test_an_axis_has_round_numbers(low: float, high: float, wanted: list[float]) -> None:
    assert round_numbers(low, high) == wanted


_NUMBERS = st.sampled_from([0, 1, -5, 12.5, 98765.25, 1e-9, 1e12, 2**53 - 1]) | st.floats(-1e6, 1e6)
_DATES = st.sampled_from([None, "2024", "2025-Q3", "2026-H1", "2026-03", "2026-11-30", "2023/24", "--02-21", "1990"])


@st.composite
def _records(draw: st.DrawFn, made: type[Observation] | type[Target]) -> Any:
    dated: dict[str, Any] = {"as_of" if made is Observation else "due": (day := draw(_DATES)) and on(day)}
    match draw(st.sampled_from(["value", "range", "least", "words", "missing"])):
        case "value":
            return made(**dated, value=draw(_NUMBERS))
        case "range":
            low, high = sorted((draw(_NUMBERS), draw(_NUMBERS)))
            return made(**dated, minimum=low, maximum=high)
        case "least":
            return made(**dated, minimum=draw(_NUMBERS))
        case "words":
            return made(**dated, text=draw(st.sampled_from(STEPS) | texts()))
        case _:
            return observed(draw(_DATES), missing="keine Statistik") if made is Observation else made(**dated, value=1)


@st.composite
def _indicators(draw: st.DrawFn, number: int) -> Indicator:
    parts = st.builds(BreakdownPart, category=texts(), dimension=st.none() | texts(), value=st.none() | _NUMBERS)
    observation = _records(Observation)
    return Indicator(
        id=f"i-{number}",
        title=draw(texts(hostile=True)),
        kind=draw(st.sampled_from([None, *IndicatorKind])),
        unit=draw(st.none() | texts()),
        scale=draw(st.just(STEPS) | st.lists(texts(), max_size=30).map(tuple)),
        baseline=draw(st.none() | observation),
        target=draw(st.none() | _records(Target)),
        interim_targets=draw(st.lists(_records(Target), max_size=3).map(tuple)),
        observations=draw(st.lists(observation, max_size=9).map(tuple))
        + ((observed("2026", breakdown=tuple(draw(st.lists(parts, max_size=15)))),) if draw(st.booleans()) else ()),
        benchmarks=draw(st.lists(observation, max_size=2).map(tuple)),
    )


@patiently
@given(st.data())
def test_no_label_leaves_the_page_or_lies_on_another_one(data: st.DataObject) -> None:
    count = data.draw(st.integers(1, 6))
    evaluation = with_indicators(*(data.draw(_indicators(number)) for number in range(count)))
    for paper in (A4_PORTRAIT, A4_LANDSCAPE):
        for picture in courses(evaluation, "de", paper):
            assert list(overlaps(picture)) == []
            assert list(outside(picture)) == []
            assert page(picture).bottom <= paper.height
