"""Suggestions for unknown names."""

import re
import unicodedata
from bisect import bisect
from collections.abc import Collection, Iterable, Mapping
from difflib import SequenceMatcher, get_close_matches
from functools import cached_property

from integrationskonzept.i18n.formatting import followed
from integrationskonzept.i18n.messages import N_, Message, message

LONGEST = 100
"""Length beyond which a name has no suggestion: comparing takes time, and no name is so long."""

MANY = 400
"""Number of names beyond which only those with a similar beginning or end are compared."""


_BESIDE = 20
"""Number of names compared before, and after, the unknown one in alphabetical order."""


_CUTOFF = 0.6
"""Minimum similarity of a suggestion by `SequenceMatcher`, from 0 to 1."""


class Names:
    """Known names, sorted once for many look-ups."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = tuple(known)

    def similar_to(self, name: str) -> Collection[str]:
        """Return all names, or of many names those with the most similar beginning or end."""
        if len(name) > LONGEST:
            return ()
        if len(self._known) <= MANY:
            return self._known
        backwards = _around(name[::-1], self._backwards)
        return {*_around(name, self._forwards), *(each[::-1] for each in backwards)}

    @cached_property
    def _forwards(self) -> list[str]:
        return sorted(self._known)

    @cached_property
    def _backwards(self) -> list[str]:
        return sorted(each[::-1] for each in self._known)


def _around(name: str, ordered: list[str]) -> list[str]:
    at = bisect(ordered, name)
    return ordered[max(0, at - _BESIDE) : at + _BESIDE]


def nearest(name: str, known: Iterable[str] | Names, cutoff: float = _CUTOFF) -> str | None:
    """Return the known name most similar to `name`, or None below the similarity `cutoff`, from 0 to 1."""
    names = known if isinstance(known, Names) else Names(known)
    matcher = SequenceMatcher(b=name)
    best = cutoff, ""
    for each in names.similar_to(name):
        matcher.set_seq1(each)
        if matcher.real_quick_ratio() >= best[0] and matcher.quick_ratio() >= best[0]:  # else it cannot be nearer
            best = max(best, (matcher.ratio(), each))
    return best[1] or None


_TRANSCRIBED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def named_by_title(name: str, titles: Mapping[str, Iterable[str]]) -> str:
    """Return the name of the one thing with this title: capitals, umlauts, spaces and what is in brackets do not count.

    A name that is known, and one that is the title of no thing or of several, is returned as it is.
    """
    if name in titles:
        return name
    wanted = _spellings(name)
    found = [known for known, its in titles.items() if any(wanted & _spellings(title) for title in (known, *its))]
    return found[0] if len(found) == 1 else name


def _spellings(title: str) -> set[str]:
    """Return the spellings of a title without capitals, spaces and brackets: ``ä`` as ``ae`` and as ``a``."""
    bare = re.sub(r"\(.*?\)|[\s_-]", "", title.lower())
    plain = unicodedata.normalize("NFD", bare.replace("ß", "ss"))
    return {bare.translate(_TRANSCRIBED), "".join(sign for sign in plain if not unicodedata.combining(sign))} - {""}


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return ``; did you mean 'x'?`` for the most similar known names, or nothing: for developers."""
    near = _nearest_ones(name, known)
    return f"; did you mean {near}?" if near else ""


def suggestion_for(said: Message, name: str, known: Iterable[str]) -> Message:
    """Return a sentence about an unknown name followed by the most similar known names, if any."""
    near = _nearest_ones(name, known)
    return message("{first}; did you mean {near}?", first=said, near=near) if near else said


def suggestion_or_choices(said: Message, name: str, known: Iterable[str]) -> Message:
    """Return a sentence about an unknown name followed by the most similar known names, or else by all of them."""
    known = sorted(known)
    meant = suggestion_for(said, name, known)
    return message("{first}; known: {known}", first=said, known=", ".join(known)) if known and meant is said else meant


def _nearest_ones(name: str, known: Iterable[str]) -> Message | None:
    """Return up to three similar names as a message, the most similar first."""
    said: Message | None = None
    for near in get_close_matches(name, Names(known).similar_to(name), n=3, cutoff=_CUTOFF):
        said = message("{first} or '{second}'", first=said, second=near) if said else message("'{name}'", name=near)
    return said


_QUESTION = N_("did you mean '{name}'?")


def suggestion(near: str | None) -> Message | None:
    """Return the hint that suggests a name; None where there is none."""
    return message(_QUESTION, name=near) if near else None


def suggestion_before(near: str | None) -> Message | str:
    """Return the suggestion of a name as an introduction to the next step; nothing where there is none."""
    return followed(message("{question} Otherwise", question=suggestion(near)), " ") if near else ""


def suggested_name(hint: Message) -> str | None:
    """Return the one name that a hint suggests, alone or as an introduction; None where it suggests none."""
    if hint.template == _QUESTION:
        return str(hint.values["name"])
    inner = (suggested_name(value) for value in hint.values.values() if isinstance(value, Message))
    return next(filter(None, inner), None)


SIMILARITY = 0.75
"""Similarity, from 0 to 1, from which one name is suggested for the other: misspelt words reach it, others do not."""


def similar_name(name: str, known: Iterable[str], labels: Mapping[str, str]) -> str | None:
    """Return the layout's name for an exact label of people's languages, or else for a similar label or name."""
    word = name.lower()
    meant = labels.get(word) or labels.get(nearest(word, labels, SIMILARITY) or "")
    return meant or nearest(word.replace(" ", "_"), known, SIMILARITY)
