"""Suggestions that an element was given a new id, for people to judge."""

import re
from collections.abc import Iterable, Sequence

from attrs import frozen

from integrationskonzept.comparison.changes import Added, Dropped
from integrationskonzept.i18n.formatting import Describable, percent
from integrationskonzept.i18n.messages import label, message
from integrationskonzept.model.format_value import value_message

_LEAST_LIKENESS = 0.6
"""Least likeness of two titles."""
_MOST_TITLES = 8
"""Maximum number of titles that share a word for it to connect them."""
_STEM_LETTERS = 6
"""Number of letters of a word that count: "Sprachkurs" is connected with "Sprachkurse"."""
_WORD = re.compile(r"\w{3,}")


@frozen(kw_only=True, repr=False)
class Suggestion(Describable):
    """A removed and an added element that may be the same under a new id."""

    old: str
    """Address in the old edition."""
    new: str
    """Address in the new edition."""
    old_title: str
    new_title: str
    likeness: float
    """Similarity of their titles, from 0 to 1."""

    def text(self, language: str = "en") -> str:
        """Return both elements and their likeness."""
        said = message(
            "{noun} '{old_title}' ({old}) may be '{new_title}' ({new}) under a new id: {likeness} alike",
            noun=label(self.old.partition("/")[0]),
            old=self.old,
            new=self.new,
            old_title=value_message(self.old_title),
            new_title=value_message(self.new_title),
            likeness=percent(self.likeness),
        )
        return said.text(language)


def suggestions(dropped: Sequence[Dropped], added: Sequence[Added]) -> tuple[Suggestion, ...]:
    """Return for each added element the most similar dropped one of its kind, each at most once.

    Titles are compared by the groups of three letters they share, and only those that share a
    word that is not in all of them, so that the cost grows with the number of elements alone.
    """
    leads = _by_word(dropped)
    letters = [letter_groups(one.title) for one in dropped]
    pairs = []
    for number, one in enumerate(added):
        mine = letter_groups(one.title)
        near = {other for word in _words(one) for other in leads.get(word, ())}
        pairs += [(likeness(mine, letters[other]), -other, -number) for other in near]
    return tuple(_best(pairs, dropped, added))


def _by_word(dropped: Sequence[Dropped]) -> dict[tuple[str, str], list[int]]:
    leads: dict[tuple[str, str], list[int]] = {}
    for number, one in enumerate(dropped):
        for word in _words(one):
            leads.setdefault(word, []).append(number)
    return {word: numbers for word, numbers in leads.items() if len(numbers) <= _MOST_TITLES}


def _words(change: Added | Dropped) -> set[tuple[str, str]]:
    """Return the beginnings of the words of a title, and the title as a whole, each with the noun."""
    return {(change.noun, word) for word in word_stems(change.title)} | {(change.noun, " " + change.title.casefold())}


def word_stems(title: str) -> set[str]:
    """Return the beginnings of the words of a title."""
    return {word[:_STEM_LETTERS] for word in _WORD.findall(title.casefold())}


def letter_groups(title: str) -> frozenset[str]:
    """Return the groups of three letters in a text."""
    text = f" {' '.join(_WORD.findall(title.casefold()))} "
    return frozenset(text[start : start + 3] for start in range(len(text) - 2))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return Dice's coefficient: twice what both share, by what both have."""
    return 2 * len(one & other) / (len(one) + len(other) or 1)


def _best(
    pairs: list[tuple[float, int, int]], dropped: Sequence[Dropped], added: Sequence[Added]
) -> Iterable[Suggestion]:
    taken: set[tuple[str, int]] = set()
    for alike, old, new in sorted(pairs, reverse=True):
        if alike >= _LEAST_LIKENESS and ("old", old) not in taken and ("new", new) not in taken:
            taken |= {("old", old), ("new", new)}
            gone, come = dropped[-old], added[-new]
            yield Suggestion(
                old=gone.address, new=come.address, old_title=gone.title, new_title=come.title, likeness=alike
            )
