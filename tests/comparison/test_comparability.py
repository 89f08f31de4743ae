"""Comparability of indicators of several towns."""

from typing import Any

import attrs
import pytest

from integrationskonzept.comparison.comparability import (
    Comparability,
    comparability,
    similar_indicators,
    without_code,
)
from integrationskonzept.comparison.indicator_catalogue import GROUPS, is_known_code
from integrationskonzept.model import (
    Concept,
    Direction,
    FieldOfAction,
    Indicator,
    IndicatorKind,
    Municipality,
    Observation,
)

QUOTA = Indicator(
    id="quote",
    title="Erwerbstätigenquote",
    kind=IndicatorKind.SHARE,
    unit="%",
    population="Menschen mit Einwanderungsgeschichte, 15 bis 64 Jahre",
    definition="Erwerbstätige je 100 Personen gleichen Alters",
    direction=Direction.INCREASE,
    catalogue_code="IntMK:E1a",
)


def town(id: str, **changes: Any) -> Concept:
    indicator = attrs.evolve(QUOTA, **changes)
    field = FieldOfAction(id="arbeit", title="Arbeit", indicators=(indicator,))
    return Concept(id=id, title=id.title(), municipality=Municipality(name=id.title()), fields_of_action=(field,))


def only(*towns: Concept) -> Comparability:
    (found,) = comparability(towns)
    return found


def test_towns_that_state_the_same_can_be_compared() -> None:
    found = only(town("altdorf"), town("neustadt"))
    assert found.comparable.is_yes
    assert [member.concept for member in found.members] == ["altdorf", "neustadt"]
    assert str(found) == (
        "IntMK:E1a, 2 indicators: comparable: yes: kind, unit, population, definition and direction agree"
    )


@pytest.mark.parametrize(
    ("aspect", "value"),
    [
        ("population", "Ausländerinnen und Ausländer"),
        ("unit", "Personen"),
        ("definition", "sozialversicherungspflichtig Beschäftigte"),
        ("kind", IndicatorKind.GAP),
        ("direction", Direction.DECREASE),
    ],
)
def test_what_differs_is_why_they_cannot_be_compared(aspect: str, value: object) -> None:
    found = only(town("altdorf"), town("neustadt", **{aspect: value}))
    assert found.comparable.is_no
    obstacle = next(one for one in found.obstacles if one.aspect == aspect)
    assert obstacle.differs
    assert [variant.concepts for variant in obstacle.variants] == [("altdorf",), ("neustadt",)]
    assert f"{aspect} differs" in str(found.comparable.why)


@pytest.mark.parametrize("aspect", ["population", "unit", "definition", "kind", "direction"])
def test_what_one_town_does_not_state_leaves_it_open(aspect: str) -> None:
    found = only(town("altdorf"), town("neustadt", **{aspect: None}))
    assert found.comparable.is_unknown
    (obstacle,) = found.obstacles
    assert str(obstacle).startswith(f"{aspect} is not stated everywhere: ")
    assert str(obstacle).endswith("not stated (neustadt)")


def test_a_gap_between_other_groups_is_another_gap() -> None:
    gap: dict[str, Any] = {"kind": IndicatorKind.GAP}
    one, other = town("a", **gap, compares=("mit", "ohne")), town("b", **gap, compares=("ohne", "mit"))
    assert [obstacle.aspect for obstacle in only(one, other).obstacles] == ["compares"]
    assert only(one, town("c", **gap)).comparable.is_unknown


def test_a_scale_of_other_steps_is_another_scale() -> None:
    scale: dict[str, Any] = {"kind": IndicatorKind.SCALE, "unit": None}
    one, other = town("a", **scale, scale=("schlecht", "gut")), town("b", **scale, scale=("schlecht", "mittel", "gut"))
    assert [obstacle.aspect for obstacle in only(one, other).obstacles] == ["scale"]


def test_a_milestone_needs_no_unit() -> None:
    milestone: dict[str, Any] = {"kind": IndicatorKind.MILESTONE, "unit": None}
    assert only(town("a", **milestone), town("b", **milestone)).comparable.is_yes


def test_values_of_another_population_count_too() -> None:
    others = (Observation(value=60, population="ohne Bewohner der Landeserstaufnahme"),)
    found = only(town("altdorf"), town("neustadt", observations=others))
    (obstacle,) = found.obstacles
    assert obstacle.aspect == "population"
    assert obstacle.variants[1].value == (QUOTA.population, "ohne Bewohner der Landeserstaufnahme")


def test_a_baseline_of_the_same_population_changes_nothing() -> None:
    baseline = Observation(value=60, population=QUOTA.population)
    assert only(town("altdorf"), town("neustadt", baseline=baseline)).comparable.is_yes


def test_letter_case_space_and_a_dot_at_the_end_make_no_difference() -> None:
    respelt = "  erwerbstätige je 100  Personen gleichen Alters. "
    found = only(town("a"), town("b", definition=respelt, catalogue_code="intmk: e1a"))
    assert found.comparable.is_yes
    assert found.catalogue_code == "IntMK:E1a"


def test_a_code_that_one_town_alone_uses_is_left_out() -> None:
    assert comparability([town("a"), town("b", catalogue_code=None), town("c", catalogue_code="IntMK:E1b")]) == ()


def test_among_many_the_groups_that_agree_are_named() -> None:
    others = [town(f"o{number}", population="Ausländer") for number in range(2)]
    found = only(town("a"), town("b"), *others, town("c"), town("z", population=None))
    assert found.comparable.is_no
    assert [[member.concept for member in group] for group in found.alike] == [["a", "b", "c"], ["o0", "o1"]]


def test_of_many_towns_a_sentence_names_a_few_and_counts_the_rest() -> None:
    found = only(town("z", unit="Personen"), *(town(f"t{number}") for number in range(5)))
    assert str(found.obstacles[0]) == "unit differs: “%” (t0, t1, t2 and 2 more), “Personen” (z)"


def test_the_answer_is_the_same_whichever_town_comes_first() -> None:
    towns = [town("a"), town("b", unit=None), town("c", population="Ausländer")]
    one, other = only(*towns), only(*reversed(towns))
    assert (one.comparable.verdict, {o.aspect for o in one.obstacles}) == (
        other.comparable.verdict,
        {o.aspect for o in other.obstacles},
    )


def test_a_notebook_shows_what_each_town_states() -> None:
    shown = only(town("altdorf"), town("neustadt", population=None))._repr_html_()
    assert ">Neustadt</td>" in shown
    assert "Einwanderungsgeschichte" in shown


def test_what_lacks_a_code_is_named() -> None:
    found = without_code([town("altdorf"), town("neustadt", catalogue_code=None)])
    assert list(map(str, found)) == ["Neustadt: 'Erwerbstätigenquote' (indicator/quote) states no catalogue code"]


def test_indicators_that_may_measure_the_same_are_suggested_and_nothing_is_assumed() -> None:
    near = town("neustadt", catalogue_code=None, title="Quote der Erwerbstätigen", definition=None)
    other = town("weit", catalogue_code=None, title="Zahl der Sprachkurse")
    same = town("oberdorf", catalogue_code=None)
    found = similar_indicators([town("altdorf"), near, other, same])
    pairs = [(one.first.concept, one.second.concept) for one in found]
    assert pairs[0] == ("altdorf", "oberdorf")
    assert found[0].likeness == 1
    assert "may measure the same: 100 % alike" in str(found[0])
    assert all("weit" not in pair for pair in pairs)
    assert comparability([town("altdorf"), same]) == ()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (town("altdorf"), town("neustadt", catalogue_code="IntMK:E1b")),
        (town("altdorf"), town("neustadt", catalogue_code=None, kind=IndicatorKind.GAP)),
        (town("altdorf"), town("altdorf", catalogue_code=None)),
    ],
)
def test_codes_that_differ_other_kinds_and_one_town_make_no_pair(first: Concept, second: Concept) -> None:
    assert similar_indicators([first, second]) == ()


@pytest.mark.parametrize(
    ("code", "verdict", "why"),
    [
        ("IntMK:E1a", "yes", "E1a: Erwerbstätigenquote"),
        ("intmk: e1A", "yes", "E1a"),
        ("IntMK:E99", "no", "the group E has no code E99"),
        ("IntMK:F7", "unknown", "not all codes of the group F are known here"),
        ("IntMK:Z1", "unknown", "the group Z is not known here"),
        ("IntMK:Quote", "no", "is written as in IntMK:E1a"),
        ("KGSt:12", "unknown", "only codes of the integration monitoring are known here"),
    ],
)
def test_a_code_of_the_integration_monitoring_is_known_or_not_or_that_cannot_be_said(
    code: str, verdict: str, why: str
) -> None:
    found = is_known_code(code)
    assert found.verdict == verdict
    assert why in str(found.why)


def test_every_code_belongs_to_its_group() -> None:
    assert all(code.startswith(group.letter) for group in GROUPS for code in group.codes)
