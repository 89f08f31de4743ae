"""The overview has a box for each measure, by field of action and sorted by status."""

from datetime import date
from xml.etree import ElementTree as ET

import pytest

import integrationskonzept as ik
from integrationskonzept.blocks import Symbol
from integrationskonzept.documents.figures import Paper, overview, status_icon
from integrationskonzept.evaluation.evaluation import evaluate
from integrationskonzept.testing import town
from tests.figures.reading import alternative, group, group_text, outside, overlaps, root, said, shapes
from tests.figures.test_timeline import DAY, LATE, concept

MUSTERSTADT = evaluate(ik.concept("musterstadt-2027"), date(2027, 9, 30))


def addresses(name: str = "data-address") -> list[str]:
    (picture,) = overview(MUSTERSTADT, "de")
    return [one.attrib[name] for one in root(picture).iter() if name in one.attrib]


def test_every_measure_has_a_box_with_its_number() -> None:
    pictures = overview(MUSTERSTADT, "de")
    for measure in MUSTERSTADT.concept.measures:
        assert group_text(group(pictures, measure.address)) == measure.number
    assert len(addresses()) == len(set(addresses())) == len(MUSTERSTADT.measures)


def test_boxes_are_sorted_by_status_within_their_field() -> None:
    numbers = [MUSTERSTADT.concept.measure(one.partition("/")[2]).number for one in addresses()]
    assert numbers[6:12] == ["2.2", "2.4", "2.5", "2.6", "2.1", "2.3"]


def test_the_legend_counts_each_status() -> None:
    text = said(*overview(MUSTERSTADT, "de"))
    for entry in ("abgeschlossen: 2", "nicht weiterverfolgt: 3", "überfällig: 1", "Farbe der Statusskala des Konzepts"):
        assert entry in text
    assert "Maßnahmen: 6" in text


def test_the_colour_of_the_concepts_own_scale_is_a_stripe() -> None:
    pictures = overview(MUSTERSTADT, "de")
    late = shapes(group(pictures, MUSTERSTADT.measure("wohnraumlotsen").address), "rect")
    assert "#90c060" in {rect["fill"] for rect in late}
    assert {rect["stroke"] for rect in late if "stroke" in rect} == {"#a61c00"}


@pytest.mark.parametrize("colour", ["red", "#12345", "#12345g", None])
def test_a_colour_in_any_other_notation_is_not_drawn(colour: str | None) -> None:
    changed = MUSTERSTADT.concept.replace("status_level/begonnen", colour=colour)
    found = overview(evaluate(changed, date(2027, 9, 30)), "de")
    assert len(shapes(group(found, "measure/wohnraumlotsen"), "rect")) == 1


def test_a_measure_without_a_number_bears_its_place() -> None:
    (picture,) = overview(evaluate(concept(LATE, "commitment: adopted"), DAY), "de")
    assert group_text(group((picture,), "measure/m1")) == "#2"
    assert "ihre Stelle in der Reihenfolge des Konzepts" in said(picture)
    assert alternative(picture).endswith("Überfällig: Maßnahme 0.")


def test_hundreds_of_measures_fill_several_lines_and_pages() -> None:
    evaluation = evaluate(concept(*["commitment: adopted"] * 300), DAY)
    pictures = overview(evaluation, "de", Paper(width=200, height=300))
    assert len(pictures) > 1
    for picture in pictures:
        assert list(overlaps(picture)) == []
        assert list(outside(picture)) == []


def test_a_concept_without_measures_has_no_overview() -> None:
    assert overview(evaluate(town(), DAY), "de") == ()


def test_the_sign_of_every_status_is_a_small_picture_of_its_own() -> None:
    icons = {sign: status_icon(sign) for sign in Symbol}
    assert len(set(icons.values())) == len(Symbol)
    assert all(ET.fromstring(icon).attrib["viewBox"] == "0 0 9 9" for icon in icons.values())  # noqa: S314 - our own
