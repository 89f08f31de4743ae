"""Answers that are yes, no, or cannot be said."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NoReturn

from attrs import frozen

from integrationskonzept.i18n.formatting import Describable
from integrationskonzept.i18n.messages import Message, message

_HINT = "ask .is_yes, .is_no or .is_unknown, so that what cannot be said is not mistaken for a no"


class Verdict(StrEnum):
    """Yes, no or unknown. A verdict has no truth value, since unknown would count as one of the others."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"

    def __bool__(self) -> NoReturn:
        raise TypeError(f"a verdict is yes, no or unknown and has no truth value; compare it with Verdict.{self.name}")


@frozen(repr=False)
class Answer(Describable):
    """An answer with its reason: yes, no, or cannot be said.

    It has no truth value: ``if answer:`` raises `TypeError`. Ask `is_yes`, `is_no` or `is_unknown`.
    """

    verdict: Verdict
    why: Message
    """The evidence for the answer, or what is missing."""

    @property
    def is_yes(self) -> bool:
        """The answer is yes, beyond doubt."""
        return self.verdict is Verdict.YES

    @property
    def is_no(self) -> bool:
        """The answer is no, beyond doubt."""
        return self.verdict is Verdict.NO

    @property
    def is_unknown(self) -> bool:
        """The answer is not known."""
        return self.verdict is Verdict.UNKNOWN

    def __bool__(self) -> NoReturn:
        raise TypeError(f"an answer is yes, no or cannot be said and has no truth value; {_HINT}")

    def text(self, language: str = "en") -> str:
        """Return the answer and its reason."""
        return f"{verdict_word(self.verdict).text(language)}: {self.why.text(language)}"


def yes(why: Message) -> Answer:
    """Return the answer yes with its reason."""
    return Answer(Verdict.YES, why)


def no(why: Message) -> Answer:
    """Return the answer no with its reason."""
    return Answer(Verdict.NO, why)


def cannot_be_said(why: Message) -> Answer:
    """Return the answer "cannot be said" with its reason."""
    return Answer(Verdict.UNKNOWN, why)


def verdict_word(verdict: Verdict) -> Message:
    """Return the word for a verdict."""
    return _WORDS[verdict]


_WORDS = {Verdict.YES: message("yes"), Verdict.NO: message("no"), Verdict.UNKNOWN: message("cannot be said")}


@frozen(repr=False)
class Tally(Describable):
    """Counts of the answers yes, no and cannot be said."""

    yes: int = 0
    no: int = 0
    unknown: int = 0

    @classmethod
    def of(cls, answers: Iterable[Answer]) -> "Tally":
        """Return the counts of answers."""
        verdicts = [answer.verdict for answer in answers]
        return cls(*(verdicts.count(verdict) for verdict in Verdict))

    @property
    def known(self) -> int:
        """Number of answers that are yes or no."""
        return self.yes + self.no

    @property
    def total(self) -> int:
        """Number of all answers."""
        return self.known + self.unknown

    def text(self, language: str = "en") -> str:
        """Return the counts as a sentence."""
        template = message("{yes} yes, {no} no; {known} of {total} known", **self._values())
        return template.text(language)

    def _values(self) -> dict[str, int]:
        return {"yes": self.yes, "no": self.no, "known": self.known, "total": self.total}
