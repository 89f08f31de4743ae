"""Properties that hold for the figures of every concept."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

import integrationskonzept as ik
from integrationskonzept.blocks.tree import Picture
from integrationskonzept.documents.figures import (
    A4_LANDSCAPE,
    A4_PORTRAIT,
    Paper,
    courses,
    involvement,
    overview,
    sparkline,
    timeline,
)
from integrationskonzept.documents.figures.style import (
    ALERT,
    INK,
    PALE_PLAN,
    PAPER,
    PLAN,
    QUIET,
    SHADE,
    STATUS_FILLS,
    TEXT,
    contrast,
)
from integrationskonzept.evaluation.evaluation import ConceptEvaluation, evaluate
from integrationskonzept.model.concept import Concept
from integrationskonzept.testing import concepts
from tests.comparison.editions import patiently
from tests.figures.reading import alternative, outside, overlaps, page, root, words

DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))
_TEXT_CONTRAST, _MARK_CONTRAST = 4.5, 3.0


def every_figure(evaluation: ConceptEvaluation, paper: Paper, language: str = "de") -> Iterator[Picture]:
    for draw in (timeline, overview, courses, involvement):
        yield from draw(evaluation, language, paper)
    small = (sparkline(one, evaluation, language) for one in evaluation.indicators)
    yield from (one for one in small if one)


@patiently
@given(
    concepts(hostile=True), st.dates(date(1990, 1, 1), date(2060, 12, 31)), st.sampled_from([A4_PORTRAIT, A4_LANDSCAPE])
)
def test_no_text_leaves_the_page_or_lies_on_another_one(concept: Concept, today: date, paper: Paper) -> None:
    for picture in every_figure(evaluate(concept, today), paper):
        assert list(overlaps(picture)) == []
        assert list(outside(picture)) == []
        assert page(picture).bottom <= paper.height
        assert all(word.size >= TEXT for word in words(picture))


BUNDLED = ("sachsenheim", "musterstadt-2025", "musterstadt-2027")


@pytest.mark.parametrize("name", BUNDLED)
@pytest.mark.parametrize("paper", [A4_PORTRAIT, A4_LANDSCAPE])
def test_the_bundled_concepts_are_drawn_on_their_paper(name: str, paper: Paper) -> None:
    pictures = list(every_figure(evaluate(ik.concept(name), date(2027, 9, 30)), paper))
    assert pictures
    for picture in pictures:
        assert list(overlaps(picture)) == []
        assert list(outside(picture)) == []
        assert picture.data is not None


def test_equal_concepts_give_equal_bytes_and_no_id_comes_twice() -> None:
    def drawn() -> list[str]:
        return [
            one.svg for one in every_figure(evaluate(ik.concept("musterstadt-2027"), date(2027, 9, 30)), A4_PORTRAIT)
        ]

    first = drawn()
    assert first == drawn()
    ids = list(chain.from_iterable(re.findall(r' id="([^"]+)"', svg) for svg in first))
    assert len(ids) == len(set(ids)) == 2 * len(first)


def test_a_figure_says_in_its_language_what_it_shows() -> None:
    evaluation = evaluate(ik.concept("musterstadt-2027"), date(2027, 9, 30))
    for language, word in (("de", "Zeitplan"), ("en", "Timeline")):
        picture = timeline(evaluation, language)[0]
        svg = root(picture)
        title, description = list(svg)[:2]
        assert svg.attrib["role"] == "img"
        assert svg.attrib["lang"] == language
        assert svg.attrib["aria-labelledby"] == title.attrib["id"]
        assert svg.attrib["aria-describedby"] == description.attrib["id"]
        assert word in (title.text or "")
        assert description.text == alternative(picture, language)


def test_sizes_follow_from_the_paper() -> None:
    assert (A4_PORTRAIT.width, A4_LANDSCAPE.width) == (481, 728)
    for paper in (A4_PORTRAIT, A4_LANDSCAPE):
        for picture in every_figure(evaluate(ik.concept("musterstadt-2027"), date(2027, 9, 30)), paper):
            assert page(picture).right in {paper.width, 84}
            size = root(picture).attrib
            assert float(size["width"]) * 72 / 96 == pytest.approx(page(picture).right, abs=0.01)
            assert float(size["height"]) * 72 / 96 == pytest.approx(page(picture).bottom, abs=0.01)


@pytest.mark.parametrize("colour", [INK, QUIET, ALERT])
@pytest.mark.parametrize("ground", [PAPER, SHADE])
def test_text_has_enough_contrast(colour: str, ground: str) -> None:
    assert contrast(colour, ground) >= _TEXT_CONTRAST


def test_marks_and_numbers_in_boxes_have_enough_contrast() -> None:
    assert all(contrast(INK, fill) >= _TEXT_CONTRAST for fill in STATUS_FILLS.values())
    assert contrast(PLAN, PAPER) >= _MARK_CONTRAST
    assert contrast(PLAN, PALE_PLAN) >= _MARK_CONTRAST
    assert contrast(INK, PAPER) > contrast(PAPER, PAPER) == 1
