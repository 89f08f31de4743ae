"""Answers that are yes, no, or cannot be said."""

import pytest

from integrationskonzept.evaluation.answer import Answer, Tally, Verdict, cannot_be_said, no, yes
from integrationskonzept.i18n.messages import message

WHY = message("no")
ANSWERS = (yes(WHY), no(WHY), cannot_be_said(WHY))


@pytest.mark.parametrize("answer", ANSWERS)
def test_an_answer_cannot_be_taken_for_a_truth_value(answer: Answer) -> None:
    with pytest.raises(TypeError, match=r"ask \.is_yes, \.is_no or \.is_unknown"):
        bool(answer)
    with pytest.raises(TypeError, match=rf"Verdict\.{answer.verdict.name}"):
        bool(answer.verdict)


def test_an_answer_is_exactly_one_of_three() -> None:
    assert [(one.is_yes, one.is_no, one.is_unknown) for one in ANSWERS] == [
        (True, False, False),
        (False, True, False),
        (False, False, True),
    ]


def test_an_answer_says_itself_with_its_reason() -> None:
    assert str(ANSWERS[2]) == "cannot be said: no"
    assert repr(ANSWERS[0]) == "<Answer yes: no>"


def test_a_tally_keeps_what_cannot_be_said_apart_from_no() -> None:
    tally = Tally.of([*ANSWERS, yes(WHY)])
    assert (tally.yes, tally.no, tally.unknown) == (2, 1, 1)
    assert (tally.known, tally.total) == (3, 4)
    assert str(tally) == "2 yes, 1 no; 3 of 4 known"


def test_the_verdicts_are_words_that_a_file_can_hold() -> None:
    assert [str(verdict) for verdict in Verdict] == ["yes", "no", "unknown"]
