"""Evaluations: due under the rule, held, overdue, or unknown."""

from datetime import date
from typing import Any

import pytest

import integrationskonzept as ik
from integrationskonzept.evaluation.derivation import Basis
from integrationskonzept.evaluation.evaluation_dates import MOST, Review, ReviewState, next_review, reviews
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.dates import Span
from integrationskonzept.model.edition import Edition
from integrationskonzept.model.evaluation import Evaluation, EvaluationRule
from tests.evaluation.town import TODAY, day, indicator, measure, reported, seen, span, town

EVERY_TWO = EvaluationRule(interval_years=2)


def evaluation(id: str, due: str | None = None, held_on: str | None = None) -> Evaluation:
    """Make an entry."""
    return Evaluation(id=id, due=day(due) if due else None, held_on=day(held_on) if held_on else None)


def evaluated(*entries: Evaluation, rule: EvaluationRule | None = EVERY_TWO, **attributes: Any) -> Concept:
    """Make a town that evaluates."""
    return town(evaluation=rule, evaluations=entries, **attributes)


def states(concept: Concept, today: date = TODAY) -> list[tuple[str, ReviewState]]:
    """Return the due dates and states."""
    return [(str(one.due.value), one.state) for one in reviews(concept, today)]


def test_without_a_stated_start_the_rule_counts_from_the_period_and_says_so() -> None:
    found = reviews(evaluated(), date(2025, 6, 1))
    assert [str(one.due.value) for one in found] == ["2027-01-01", "2029-01-01"]
    assert [one.ordinal for one in found] == [1, 2]
    assert found[0].due.basis is Basis.DERIVED
    assert "since the rule of evaluation states no start" in str(found[0].due.rule)
    assert found[0].due.inputs[1].attribute == "period.start"


def test_a_stated_start_of_the_rule_is_taken() -> None:
    found = reviews(evaluated(rule=EvaluationRule(interval_years=2, start=day("2025-07"))), date(2025, 6, 1))
    assert [str(one.due.value) for one in found] == ["2027-07", "2029-07"]
    assert found[0].due.inputs[1].attribute == "evaluation.start"


def test_a_period_without_an_end_gives_the_evaluations_up_to_the_next_one() -> None:
    found = reviews(evaluated(period=span("2025-01-01")), TODAY)
    assert [str(one.due.value) for one in found] == ["2027-01-01", "2029-01-01"]


@pytest.mark.parametrize(
    "concept",
    [
        evaluated(rule=None),
        evaluated(rule=EvaluationRule()),
        evaluated(rule=EvaluationRule(interval_years=0.01)),
        evaluated(rule=EvaluationRule(interval_years=0)),
        evaluated(period=Span()),
    ],
)
def test_without_a_rule_that_can_be_counted_none_is_due(concept: Concept) -> None:
    assert reviews(concept, TODAY) == ()
    assert next_review(()) is None


def test_the_calendar_ends_before_an_endless_series() -> None:
    concept = evaluated(period=span("9990-01-01"), rule=EvaluationRule(interval_years=4))
    assert len(reviews(concept, date(9998, 1, 1))) == 2


def test_a_rule_makes_a_bounded_number_of_evaluations_due() -> None:
    endless = evaluated(period=span("0001-01-01", "9999-12-31"), rule=EvaluationRule(interval_years=0.1))
    found = reviews(endless, TODAY)
    assert [one.ordinal for one in found] == [*range(1, MOST + 1)]
    open_end = evaluated(period=span("0001-01-01"), rule=EvaluationRule(interval_years=1))
    assert len(reviews(open_end, TODAY)) == MOST


def test_an_evaluation_is_open_until_the_last_day_it_can_be_due() -> None:
    concept = evaluated(period=span("2025", "2029"))
    assert states(concept, date(2027, 12, 31))[0] == ("2027", ReviewState.OPEN)
    assert states(concept, date(2028, 1, 1))[0][1] is ReviewState.UNKNOWN


def test_an_evaluation_held_is_held_from_that_day_on() -> None:
    concept = evaluated(evaluation("erste", held_on="2027-02-15"))
    assert states(concept)[0][1] is ReviewState.HELD
    assert states(concept, date(2027, 1, 31))[0][1] is ReviewState.UNKNOWN


def test_a_past_one_is_overdue_only_if_the_concept_was_kept_up_after_it() -> None:
    entry = evaluation("erste", due="2027-03")
    assert states(evaluated(entry))[0][1] is ReviewState.UNKNOWN
    by_edition = evaluated(entry, edition=Edition(as_of=day("2027-05-01")))
    assert states(by_edition)[0] == ("2027-03", ReviewState.OVERDUE)
    by_report = town(
        measure(status_reports=reported(("2027-05", "started"))), evaluation=EVERY_TWO, evaluations=(entry,)
    )
    assert states(by_report)[0][1] is ReviewState.OVERDUE
    by_value = town(
        measure(indicators=(indicator(observations=(seen("2027-05", 3),)),)), evaluation=EVERY_TWO, evaluations=(entry,)
    )
    assert states(by_value)[0][1] is ReviewState.OVERDUE
    later = evaluated(entry, edition=Edition(as_of=day("2028-05-01")))
    assert states(later)[0][1] is ReviewState.UNKNOWN, "what is dated later is not known yet"


def test_a_skipped_one_is_overdue_where_a_later_one_was_held() -> None:
    concept = evaluated(evaluation("zweite", held_on="2029-02-01"))
    assert [state for _, state in states(concept, date(2029, 6, 1))] == [ReviewState.OVERDUE, ReviewState.HELD]


def test_a_concept_that_lists_no_evaluations_does_not_tell() -> None:
    concept = evaluated(edition=Edition(as_of=day("2027-05-01")))
    found = reviews(concept, TODAY)[0]
    assert found.state is ReviewState.UNKNOWN
    assert "lists no evaluations" in str(found.why)


def test_entries_are_matched_with_the_nearest_promise_each_once() -> None:
    concept = evaluated(
        evaluation("bald", held_on="2026-06"),
        evaluation("dazu", held_on="2027-08"),
        evaluation("spaet", due="2029-06"),
        evaluation("irgendwann"),
    )
    found = {one.evaluation.id: one for one in reviews(concept, TODAY) if one.evaluation}
    assert found["bald"].ordinal == 1
    assert found["dazu"].ordinal is None, "the first promise was taken, the second is too far off"
    assert found["spaet"].ordinal == 2
    assert found["irgendwann"].ordinal is None
    assert found["irgendwann"].state is ReviewState.UNKNOWN
    assert not found["irgendwann"].due.known


def test_an_entrys_own_date_is_the_due_date_and_the_promise_stands_beside_it() -> None:
    found = reviews(evaluated(evaluation("erste", due="2027-Q2")), TODAY)[0]
    assert (found.due.basis, str(found.due.value)) == (Basis.STATED, "2027-Q2")
    assert found.promised is not None
    assert str(found.promised.value) == "2027-01-01"


def test_entries_without_a_rule_stand_for_themselves() -> None:
    concept = evaluated(evaluation("erste", due="2028"), rule=None)
    (found,) = reviews(concept, TODAY)
    assert (found.ordinal, found.promised, found.state) == (None, None, ReviewState.OPEN)
    assert next_review((found,)) is found


def test_an_evaluation_far_from_every_promise_stands_for_itself() -> None:
    found = reviews(evaluated(evaluation("alt", held_on="2020")), TODAY)
    assert [one.ordinal for one in found if one.evaluation] == [None]


def test_a_review_says_when_it_is_due_and_how_it_stands() -> None:
    found: Review = reviews(evaluated(evaluation("erste", held_on="2027-02-15")), TODAY)[0]
    assert str(found) == "due 2027-01-01: held; held on 2027-02-15"


def test_sachsenheims_rule_has_no_start_so_that_only_years_can_be_told() -> None:
    found = reviews(ik.concept("sachsenheim"), date(2025, 1, 1))
    assert [str(one.due.value) for one in found] == ["2027", "2029"]
