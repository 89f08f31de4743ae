"""Notation of documents: list marks, footnote marks, spaces, and the items of a value."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from attrs import frozen

from integrationskonzept.drafts.tree import Line, joined

BULLETS = "▪•●○◦■□▫‣\u2043∙·◆◇►▸➢➤✓✔\uf0b7\uf0a7\uf0d8\uf0a8\uf076\uf0fc\uf02d"
"""Signs that begin an item, those of the fonts Symbol and Wingdings included."""
_MARK = re.compile(rf"\s*(?:[{BULLETS}]|[-–—*](?=\s)|o(?=\s+[A-ZÄÖÜ]))\s*")
_NUMBER = re.compile(r"\s*(?:\(?\d{1,2}\)(?=\s)|[a-z]\)(?=\s)|\d{1,2}\.(?=\s+\D))\s*")
_INNER = re.compile(rf"\s*[{BULLETS}]\s*")
_FOOTNOTES = "¹²³⁰⁴⁵⁶⁷⁸⁹"
_FOOTNOTE_MARK = re.compile(rf"\s?[{_FOOTNOTES}]+(?=\W|$)|(?<=\w)[{_FOOTNOTES}]+(?=\W|$)")
_FOOTNOTE = re.compile(rf"([{_FOOTNOTES}]+)\s*(\S.*)", re.DOTALL)
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
"""Digits and the raised ones, by which readers write the marks of footnotes."""
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u00ad": None, "\u200b": None, "\ufeff": None})


def clean(text: str) -> str:
    """Return text on one line, without no-break spaces, soft hyphens and doubled spaces."""
    return " ".join(text.translate(_SPACES).split())


def without_mark(text: str) -> str:
    """Return the text behind a label, without the colon or dash between them."""
    return re.sub(r"^[\s:]*(?:[–—-]\s+)?", "", text).strip()


def lines_of(text: str, *, apart: bool = False) -> list[Line]:
    """Return the lines of a text, with their marks taken off; an inner bullet begins a further line."""
    found: list[Line] = []
    lines = text.translate(_SPACES).splitlines()
    is_numbered = len([line for line in lines if _NUMBER.match(line)]) > 1  # one number alone may be that of a title
    for line in lines:
        pieces = _INNER.split(line)
        marks = [False, *[True] * (len(pieces) - 1)]
        for piece, marked in zip(pieces, marks, strict=True):
            mark = _MARK.match(piece) or (_NUMBER.match(piece) if is_numbered else None)
            rest = clean(piece[mark.end() :] if mark else piece)
            if rest:
                found.append(Line(rest, marked=marked or mark is not None, apart=apart or marked))
        if line.strip() and not any(clean(piece) for piece in pieces):
            found.append(Line("", marked=True))
    return _with_lonely_marks(found)


def _with_lonely_marks(lines: Iterable[Line]) -> list[Line]:
    """Return lines in which a bullet on a line of its own marks the next."""
    found: list[Line] = []
    marks_next = False
    for line in lines:
        if not line.text:
            marks_next = True
        else:
            found.append(Line(line.text, marked=True, apart=True) if marks_next else line)
            marks_next = False
    return found


def without_footnote_marks(text: str) -> tuple[str, tuple[int, ...]]:
    """Return text without raised numbers, and the numbers."""
    numbers = tuple(int(found.strip().translate(_DIGITS)) for found in _FOOTNOTE_MARK.findall(text))
    return (clean(_FOOTNOTE_MARK.sub("", text)), numbers) if numbers else (text, ())


def footnote(text: str) -> tuple[int, str] | None:
    """Return number and text of a footnote that begins with a raised number; None for any other text."""
    found = _FOOTNOTE.fullmatch(text.strip())
    return (int(found[1].translate(_DIGITS)), clean(found[2])) if found else None


@frozen
class Item:
    """One item of a value."""

    text: str
    footnotes: tuple[int, ...] = ()


def items_of(lines: Sequence[Line]) -> list[Item]:
    """Return the items of a value: each mark, and each paragraph of its own, begins one."""
    texts: list[str] = []
    for line in lines:
        if line.marked or line.apart or not texts:
            texts.append(line.text)
        else:
            texts[-1] = joined(texts[-1], line.text)
    return [Item(*without_footnote_marks(text)) for text in texts]


_WORDS = re.compile(r"\S+")
_OPENING = re.compile(r"[„\"(]?[A-ZÄÖÜ]")
_NAMES = re.compile(r"[„\"(].*|.*[A-ZÄÖÜ].*[A-ZÄÖÜ].*|.*-")
_ADJECTIVE = re.compile(r"\w{3,}(?<!ung)(?<!heit)(?<!keit)(?<!ion)(?<!schaft)e[nrsm]?")
_LONG = 45
_END = re.compile(
    r"(?!(?:ca|etc|bzw|ggfs?|inkl|evtl|usw|vgl|Nr|Tel|max|min|[a-zA-Z.]{1,4}\.[a-zA-Z])\.)\S*[a-zäöüß)“]{2}[.;]"
)
"""The last word of a sentence, and no abbreviation."""


def possible_parts(text: str) -> tuple[str, ...]:
    """Return the parts a text may consist of if list marks were lost; one part where none is likely.

    A capital word after another one, or a sentence after a full stop, may begin an item; the adjective
    before a noun belongs to it.
    """
    words = [(found.start(), found[0]) for found in _WORDS.finditer(text)]
    cuts = []
    for number, ((start, before), (at, word)) in enumerate(pairwise(words)):
        is_sentence = _END.fullmatch(before) is not None
        is_beside = _OPENING.match(before) and not _NAMES.fullmatch(before) and before[-1:].isalpha()
        if _OPENING.match(word) and (is_sentence or is_beside):
            is_adjective = is_beside and _ADJECTIVE.fullmatch(before) and words[number - 1][1][-1:].isalpha()
            cuts.append(start if is_adjective else at)
    cuts = [cut for cut in dict.fromkeys(cuts) if cut]
    ends = [*cuts, len(text)]
    return tuple(clean(text[first:last]) for first, last in zip([0, *cuts], ends, strict=True))


def may_hold_several(text: str) -> bool:
    """Return whether a text without list marks is so long, or so joined, that marks may be lost."""
    return len(text) > _LONG and len(possible_parts(text)) > 1
