"""Progress of indicators, by kind."""

from datetime import date
from typing import Any

import pytest

from integrationskonzept.evaluation.derivation import Basis
from integrationskonzept.evaluation.latest import Age
from integrationskonzept.evaluation.progress import IndicatorProgress, progress
from integrationskonzept.evaluation.targets import TargetResult
from integrationskonzept.evaluation.totals import Overview, Shares
from integrationskonzept.evaluation.trend import TrendDirection
from integrationskonzept.model.indicator import Direction, IndicatorKind
from integrationskonzept.model.observation import BreakdownPart
from integrationskonzept.model.values import MAX_NUMBER
from tests.evaluation.town import TODAY, aim, indicator, seen


def stand(today: date = TODAY, **attributes: Any) -> IndicatorProgress:
    """Return the progress of an indicator."""
    return progress(indicator(**attributes), today)


def part(category: str, value: float) -> BreakdownPart:
    """Make a part of a distribution."""
    return BreakdownPart(category=category, dimension="Sprache", value=value)


# -- the progress as a share -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("baseline", "latest", "target", "share"),
    [
        (0, 30, 120, 0.25),
        (100, 100, 120, 0.0),
        (100, 120, 120, 1.0),
        (100, 90, 120, -0.5),
        (100, 130, 120, 1.5),
        (14.5, 12.6, 10, 1.9 / 4.5),
        (-5, -4, -3, 0.5),
        (8, 4, 3, 0.8),
    ],
)
def test_the_share_of_the_way_is_not_cut(baseline: float, latest: float, target: float, share: float) -> None:
    found = stand(baseline=seen("2024", baseline), observations=(seen("2027", latest),), target=aim("2029", target))
    assert found.share.value == pytest.approx(share)
    assert found.share.basis is Basis.DERIVED
    assert str(found.share.rule) == "(latest - baseline) / (target - baseline)"
    assert [one.value for one in found.share.inputs] == [baseline, latest, target]


@pytest.mark.parametrize(
    ("attributes", "why"),
    [
        ({"observations": (seen("2027", 3),), "target": aim(value=5)}, "no number is stated as baseline"),
        ({"baseline": seen("2024", 0), "target": aim(value=5)}, "no number was observed"),
        ({"baseline": seen("2024", 0), "observations": (seen("2027", 3),)}, "no number is stated as target"),
        (
            {"baseline": seen("2024", minimum=1), "observations": (seen("2027", 3),), "target": aim(value=5)},
            "no number is stated as baseline",
        ),
        (
            {"baseline": seen("2024", 5), "observations": (seen("2027", 3),), "target": aim(value=5)},
            "the baseline meets the target already",
        ),
    ],
)
def test_an_unknown_share_is_not_zero_and_says_what_is_missing(attributes: dict[str, Any], why: str) -> None:
    found = stand(**attributes)
    assert found.share.value is None
    assert why in str(found.share.rule)


def test_of_a_range_the_end_nearer_to_the_baseline_counts() -> None:
    target = aim("2029", minimum=60, maximum=75)
    below = stand(baseline=seen("2024", 50), observations=(seen("2027", 55),), target=target)
    above = stand(baseline=seen("2024", 95), observations=(seen("2027", 90),), target=target)
    within = stand(baseline=seen("2024", 70), observations=(seen("2027", 55),), target=target)
    assert (below.share.value, above.share.value, within.share.value) == (0.5, 0.25, None)
    assert (below.reached.verdict, above.reached.verdict) == ("no", "no")


def test_numbers_too_large_to_divide_do_not_stop_the_computation() -> None:
    found = stand(
        baseline=seen("2024", 0), observations=(seen("2026", 0), seen("2027", -MAX_NUMBER)), target=aim(value=1e-300)
    )
    assert found.share.value == float("-inf")
    up = stand(baseline=seen("2024", 0), observations=(seen("2027", MAX_NUMBER),), target=aim(value=1e-300))
    assert up.share.value == float("inf")


# -- whether a target is met --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("direction", "value", "verdict"),
    [
        (Direction.INCREASE, 31, "yes"),
        (Direction.INCREASE, 30, "yes"),
        (Direction.INCREASE, 29, "no"),
        (Direction.DECREASE, 29, "yes"),
        (Direction.DECREASE, 31, "no"),
        (Direction.MAINTAIN, 30, "yes"),
        (Direction.MAINTAIN, 31, "no"),
        (None, 30, "yes"),
        (None, 31, "unknown"),
    ],
)
def test_a_target_is_met_from_the_side_that_is_wanted(direction: Direction | None, value: int, verdict: str) -> None:
    found = stand(direction=direction, observations=(seen("2027", value),), target=aim(value=30))
    assert found.reached.verdict == verdict


def test_without_a_direction_the_target_shows_one_by_how_it_lies_from_the_baseline() -> None:
    up = stand(baseline=seen("2024", 10), observations=(seen("2027", 31),), target=aim(value=30))
    down = stand(baseline=seen("2024", 50), observations=(seen("2027", 31),), target=aim(value=30))
    assert (up.direction.value, up.direction.basis, up.reached.verdict) == (Direction.INCREASE, Basis.DERIVED, "yes")
    assert (down.direction.value, down.reached.verdict) == (Direction.DECREASE, "no")
    assert not stand(baseline=seen("2024", 30), target=aim(value=30)).direction.known
    assert stand(direction=Direction.MAINTAIN).direction.basis is Basis.STATED


@pytest.mark.parametrize(
    ("observed", "verdict"),
    [
        ((3, 4), "unknown"),
        ((1, 2), "yes"),
        ((4, 5), "no"),
        ((None, 2), "yes"),
        ((None, 9), "unknown"),
        ((4, None), "no"),
    ],
)
def test_a_range_meets_a_target_only_as_a_whole(observed: tuple[int | None, int | None], verdict: str) -> None:
    low, high = observed
    found = stand(observations=(seen("2027", minimum=low, maximum=high),), target=aim(maximum=3))
    assert found.reached.verdict == verdict


def test_without_target_or_observation_it_cannot_be_said() -> None:
    assert "no target is stated" in str(stand(observations=(seen("2027", 3),)).reached)
    assert "no observation answers it" in str(stand(target=aim(value=3)).reached)
    words = stand(kind=IndicatorKind.QUALITATIVE, observations=(seen("2027", text="gut"),), target=aim(text="besser"))
    assert "people have to compare them" in str(words.reached)
    unclear = stand(observations=(seen("2027", 3),), target=aim(text="mehr"))
    assert unclear.reached.is_unknown


# -- kinds in their own right -------------------------------------------------------------------------


def test_a_milestone_is_reached_or_not_and_has_no_way() -> None:
    reached = stand(
        kind=IndicatorKind.MILESTONE,
        observations=(seen("2026", reached=False), seen("2027", reached=True)),
        target=aim("2026", reached=True),
    )
    assert reached.reached.is_yes
    assert not reached.share.known
    assert stand(kind=IndicatorKind.MILESTONE, observations=(seen("2027", reached=False),), target=aim()).reached.is_no
    assert "only numbers have distances" in str(reached)


def test_a_document_shows_its_evidence_and_words_alone_do_not_prove_it() -> None:
    found = stand(
        kind=IndicatorKind.DOCUMENT,
        observations=(seen("2026", text="Amtsblatt Nr. 8"), seen("2025", missing="noch nicht")),
        target=aim(reached=True),
    )
    assert [one.text for one in found.evidence] == ["Amtsblatt Nr. 8"]
    assert found.reached.is_unknown


@pytest.mark.parametrize(
    ("direction", "text", "verdict"),
    [
        (None, "Gut ", "yes"),
        (None, "sehr gut", "yes"),
        (Direction.INCREASE, "mäßig", "no"),
        (Direction.DECREASE, "mäßig", "yes"),
        (Direction.MAINTAIN, "sehr gut", "no"),
        (None, "prima", "unknown"),
    ],
)
def test_a_scale_compares_by_the_order_of_its_steps(direction: Direction | None, text: str, verdict: str) -> None:
    found = stand(
        kind=IndicatorKind.SCALE,
        scale=("mäßig", "gut", "sehr gut"),
        direction=direction,
        baseline=seen("2024", text="mäßig"),
        observations=(seen("2027", text=text),),
        target=aim(text="gut"),
    )
    assert found.reached.verdict == verdict
    assert (found.steps[0], found.steps[2]) == (1, 2)
    assert not found.share.known


def test_a_distribution_sets_its_parts_side_by_side() -> None:
    found = stand(
        kind=IndicatorKind.DISTRIBUTION,
        baseline=seen("2024", 9, breakdown=(part("Arabisch", 4), part("Türkisch", 5))),
        observations=(seen("2027", 8, breakdown=(part("Arabisch", 6), part("Dari", 2))),),
    )
    assert [(one.category, one.baseline, one.latest) for one in found.parts] == [
        ("Arabisch", 4, 6),
        ("Türkisch", 5, None),
        ("Dari", None, 2),
    ]


def test_an_indicator_without_a_kind_is_answered_by_anything() -> None:
    for observation in (seen("2027", 1), seen("2027", text="ja"), seen("2027", reached=True)):
        assert stand(kind=None, observations=(observation,)).latest == observation
    assert stand(kind=None, observations=(seen("2027", note="nur eine Anmerkung"),)).latest is None


# -- the latest observation, and why there is none ------------------------------------------------------


def test_the_latest_observation_is_the_one_of_the_latest_date() -> None:
    found = stand(observations=(seen("2026", 5), seen("2025-06", 3), seen(None, 9)))
    assert found.latest is not None
    assert (found.latest.value, found.missing) == (5, None)


def test_what_is_dated_later_than_today_is_not_known_yet() -> None:
    observations = (seen("2026", 5), seen("2028", 9))
    assert stand(observations=observations).share == stand(observations=observations[:1]).share
    later = stand(date(2029, 1, 1), observations=observations).latest
    assert later is not None
    assert later.value == 9


def test_a_younger_gap_is_told_with_its_reason_beside_the_older_value() -> None:
    found = stand(observations=(seen("2026", 5), seen("2027", missing="keine Statistik")))
    assert found.latest is not None
    assert found.latest.value == 5
    assert str(found.missing) == "2027: no value: keine Statistik"


def test_an_observation_that_does_not_answer_is_told() -> None:
    found = stand(observations=(seen("2027", text="viele"),))
    assert found.latest is None
    assert "does not answer this kind" in str(found.missing)
    assert str(stand().missing) == "no observation was ever recorded"
    assert "no observation was ever recorded" in str(stand())


def test_the_age_of_a_value_is_as_exact_as_its_date() -> None:
    assert stand(observations=(seen("2027-06-20", 1),)).age.value == Age(10, 10)
    assert str(stand(observations=(seen("2027-05", 1),)).age.value) == "30 to 60 days"
    assert str(Age(3, 3)) == "3 days"
    assert "no date" in str(stand(observations=(seen(None, 1),)).age.rule)
    assert not stand().age.known


def test_cautions_say_what_makes_a_comparison_doubtful() -> None:
    found = stand(
        population="alle",
        baseline=seen("2026-08", 1, population="nur Kinder", approximate=True),
        observations=(seen("2026-01", 2),),
    )
    assert [str(one) for one in found.cautions] == [
        "baseline and latest observation speak of different people: nur Kinder; alle",
        "baseline or latest observation is approximate",
        "the baseline is younger than the latest observation",
    ]
    assert [str(one) for one in stand(observations=(seen(None, 2),)).cautions] == ["the latest observation has no date"]
    assert found.share.known is False
    rough = stand(baseline=seen("2024", 0), observations=(seen("2026", 2, approximate=True),), target=aim(value=4))
    assert rough.share.approximate


# -- targets by their terms ---------------------------------------------------------------------------


def by_term(*observations: Any, due: str = "2026-12", today: date = TODAY) -> str:
    """Ask whether a target of 30 was met by its term."""
    found = stand(
        today, direction=Direction.INCREASE, observations=tuple(observations), interim_targets=(aim(due, 30),)
    )
    return found.interim[0].reached.verdict


def test_while_a_term_runs_the_latest_observation_answers() -> None:
    assert by_term(seen("2026-03", 20), seen("2026-06", 31), today=date(2026, 7, 1)) == "yes"
    assert by_term(seen("2026-03", 20), today=date(2026, 7, 1)) == "no"
    assert by_term(today=date(2026, 7, 1)) == "unknown"


def test_a_target_met_by_its_term_stays_met() -> None:
    assert by_term(seen("2026-11", 31), seen("2027-03", 20)) == "yes"


def test_a_target_not_met_before_and_not_after_its_term_was_missed() -> None:
    assert by_term(seen("2026-11", 20), seen("2027-03", 25)) == "no"
    assert by_term(seen("2027-03", 25)) == "no"


def test_what_was_only_seen_before_or_is_met_only_later_cannot_be_said() -> None:
    assert by_term(seen("2026-06", 20)) == "unknown"
    assert by_term(seen("2026-06", 20), seen("2027-03", 35)) == "unknown"
    assert by_term() == "unknown"


def test_a_target_without_a_term_is_held_against_the_latest_observation() -> None:
    found = stand(direction=Direction.INCREASE, observations=(seen("2027-03", 31),), target=aim(value=30))
    assert found.final is not None
    assert found.final.due is None
    assert str(found.final) == "30: reached: yes: observed is 31, wanted at least 30"
    assert stand().final is None


# -- the trend ----------------------------------------------------------------------------------------


def test_a_trend_goes_from_the_first_value_to_the_last() -> None:
    found = stand(
        direction=Direction.INCREASE,
        baseline=seen("2024-12-31", 10),
        observations=(seen("2025-12-31", 16), seen("2026-12-31", 14)),
    ).trend
    assert found.value is not None
    assert (found.value.course, found.value.change, found.value.latest_change, found.value.count) == (
        TrendDirection.RISING,
        4,
        -2,
        3,
    )
    assert found.value.per_year == pytest.approx(2, abs=0.01)
    assert found.value.wanted.is_yes
    assert str(found.value) == "rising, 4 over 3 values"


@pytest.mark.parametrize(
    ("direction", "values", "verdict"),
    [
        (Direction.DECREASE, (10, 8), "yes"),
        (Direction.DECREASE, (8, 8), "no"),
        (Direction.MAINTAIN, (8, 8), "yes"),
        (None, (8, 9), "unknown"),
    ],
)
def test_a_trend_goes_the_way_that_is_wanted_or_not(
    direction: Direction | None, values: tuple[int, int], verdict: str
) -> None:
    found = stand(direction=direction, observations=(seen("2025", values[0]), seen("2026", values[1]))).trend.value
    assert found is not None
    assert found.wanted.verdict == verdict


def test_it_takes_two_dated_values_of_one_population_to_tell_a_trend() -> None:
    assert "1 known" in str(stand(observations=(seen("2026", 1), seen("2025", minimum=1))).trend.rule)
    assert "1 known" in str(stand(observations=(seen("2026", 1), seen(None, 5))).trend.rule)
    assert "1 known" in str(stand(observations=(seen("2025", 1, population="Kinder"), seen("2026", 5))).trend.rule)
    assert "0 known" in str(stand().trend.rule)


def test_values_of_one_day_have_no_change_in_a_year() -> None:
    found = stand(observations=(seen("2026-07-02", 1), seen("2026", 2))).trend.value
    assert found is not None
    assert found.per_year is None


def test_decimal_values_are_computed_as_they_are_written() -> None:
    found = stand(observations=(seen("2025", 14.5), seen("2026", 12.6))).trend.value
    assert found is not None
    assert found.change == -1.9


# -- many together ------------------------------------------------------------------------------------


def test_sums_say_of_how_many_they_speak_and_take_no_unknown_for_zero() -> None:
    found = [
        stand(baseline=seen("2024", 0), observations=(seen("2026", 5),), target=aim("2029", 10)),
        stand(baseline=seen("2024", 0), observations=(seen("2026", 30),), target=aim("2029", 10)),
        stand(target=aim("2029", 10)),
        stand(),
    ]
    overview = Overview.of(found)
    assert str(overview.baselines) == "2 of 4 known"
    assert str(overview.values) == "2 of 4 known"
    assert str(overview.targets) == "3 of 4 known"
    assert (overview.reached.yes, overview.reached.no, overview.reached.unknown) == (1, 1, 2)
    assert overview.shares.median == 1.75
    assert str(overview.shares) == "175 % in the median (50 % to 300 %); 2 of 4 known"
    assert str(Shares.of([None])) == "0 of 1 known"
    assert "targets: 3 of 4 known" in str(overview)


def test_an_indicator_is_shown_in_a_notebook() -> None:
    page = stand(baseline=seen("2024", 0), observations=(seen("2026", 5),), target=aim("2029", 10))._repr_html_()
    assert page.count("<tr>") == 2
    assert "50 %" in page
    assert "noch nicht erreicht, Frist 2029" in page


def test_a_target_is_missed_only_after_its_deadline() -> None:
    def result(due: str | None, value: float) -> TargetResult:
        found = stand(baseline=seen("2024", 0), observations=(seen("2026", value),), target=aim(due, 10))
        assert found.final is not None
        return found.final.result

    assert result("2029", 5) is TargetResult.NOT_YET
    assert result(None, 5) is TargetResult.NOT_YET
    assert result("2029", 10) is TargetResult.MET
    late = stand(baseline=seen("2024", 0), observations=(seen("2025", 5), seen("2027", 6)), target=aim("2026", 10))
    assert late.final is not None
    assert late.final.result is TargetResult.MISSED
