"""Text on the page of a PDF: its lines, the gaps in them, and words that the end of a line has broken."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, TypeAlias

from attrs import field, frozen
from pdfplumber.utils.clustering import cluster_objects

Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, right and bottom, in points from the upper left corner."""
Span: TypeAlias = tuple[float, float]
"""Left and right end, in points."""

NEAR = 3
"""Points by which two places differ that are meant to be one."""
NARROW = 5
"""Least gap between two columns, in points; it is wider than the space between two words."""
_WIDE = 10
"""Least gap between two columns where a single line shows it, in points."""
_MARKS = ".,;:"
_WHOLE = frozenset(
    (
        *("als", "am", "an", "auch", "auf", "aus", "bei", "bis", "das", "dem", "den", "der", "des", "die", "durch"),
        *("ein", "eine", "einem", "einen", "einer", "eines", "für", "im", "in", "ist", "mit", "nach", "oder", "sind"),
        *("sowie", "über", "um", "und", "unter", "von", "vor", "werden", "wie", "wird", "zu", "zum", "zur"),
    )
)
"""Words that are whole where a line begins with them."""


@frozen
class TextLine:
    """A line of text, or the part of one that stands in a column."""

    words: tuple[Any, ...] = field(converter=tuple)
    """Words as pdfplumber describes them, from left to right."""

    @property
    def text(self) -> str:
        """The words, with a space between them."""
        return " ".join(word["text"] for word in self.words)

    @property
    def top(self) -> float:
        """Distance from the upper end of the page, in points."""
        return float(min(word["top"] for word in self.words))

    @property
    def bottom(self) -> float:
        """Distance of its lower end from the upper end of the page, in points."""
        return float(max(word["bottom"] for word in self.words))

    @property
    def height(self) -> float:
        """Height of its largest word, in points."""
        return float(max(word["bottom"] - word["top"] for word in self.words))

    @property
    def gaps(self) -> tuple[Span, ...]:
        """The gaps between words that may be gaps between columns."""
        between = ((left["x1"], right["x0"]) for left, right in pairwise(self.words))
        return tuple((left, right) for left, right in between if right - left >= _WIDE)

    def free(self, gap: Span) -> Span | None:
        """Return the widest part of a gap that this line leaves free, or None if it is too narrow."""
        left, parts = gap[0], []
        for word in self.words:
            if word["x1"] > gap[0] and word["x0"] < gap[1]:
                parts.append((left, word["x0"]))
                left = max(left, word["x1"])
        widest = max([*parts, (left, gap[1])], key=lambda part: part[1] - part[0])
        return widest if widest[1] - widest[0] >= NARROW else None

    def columns(self, borders: Sequence[float]) -> list["TextLine"]:
        """Return the words of each column; `borders` are the left ends of all columns but the first."""
        columns: list[list[Any]] = [[] for _ in range(len(borders) + 1)]
        for word in self.words:
            columns[sum(word["x0"] >= border for border in borders)].append(word)
        return [TextLine(column) for column in columns]


def lines_of_words(words: Sequence[Any]) -> list[TextLine]:
    """Return the lines in which words stand, from the top."""
    rows = cluster_objects([*words], _height_on_page, NEAR)
    return [TextLine(sorted(row, key=_left_end)) for row in rows]


def _height_on_page(word: Any) -> float:
    return float(word["top"] + word["bottom"]) / 2


def _left_end(word: Any) -> float:
    return float(word["x0"])


def known_words(page: Any) -> frozenset[str]:
    """Return the words that stand on a page between others, so that they are certainly whole."""
    known = set()
    for line in lines_of_words(page.extract_words()):
        for before, word, after in zip(line.words, line.words[1:], line.words[2:], strict=False):
            if word["x0"] - before["x1"] < NARROW and after["x0"] - word["x1"] < NARROW:
                known.add(word["text"].strip(_MARKS))
    return frozenset(known)


def joined(lines: Sequence[TextLine], end: float, known: frozenset[str]) -> str:
    """Return the lines of a cell as text, with words made whole that are broken without a hyphen.

    Args:
        lines: The lines of the cell that have words.
        end: Right end of the cell's text, in points.
        known: Words that are certainly whole.
    """
    text = lines[0].text if lines else ""
    for before, line in pairwise(lines):
        text += ("" if _is_broken(before, line, end, known) else "\n") + line.text
    return text


def _is_broken(before: TextLine, line: TextLine, end: float, known: frozenset[str]) -> bool:
    """Return whether a word goes on in the next line: programs break one only where it fills a line alone."""
    last, first = before.words[-1], line.words[0]
    letter = (first["x1"] - first["x0"]) / len(first["text"])
    is_alone = len(before.words) == 1 or not any(char.isalpha() for char in before.words[-2]["text"])
    is_full = end - last["x1"] < letter + 1
    is_cut = last["text"][-1].isalpha() and first["text"][0].islower() and len(last["text"]) > 1
    are_whole = last["text"] in known or first["text"].strip(_MARKS) in known | _WHOLE
    return is_alone and is_full and is_cut and not are_whole


def outside(page: Any, boxes: Sequence[Box]) -> Any:
    """Return a page without the text inside boxes."""
    return page.filter(lambda thing: thing["object_type"] != "char" or not any(is_inside(thing, box) for box in boxes))


def inside(page: Any, box: Box) -> Any:
    """Return a page with only the text inside a box."""
    return page.filter(lambda thing: thing["object_type"] != "char" or is_inside(thing, box))


def is_inside(char: Any, box: Box) -> bool:
    """Return whether the middle of a character is inside a box."""
    middle, height = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
    return bool(box[0] <= middle <= box[2] and box[1] <= height <= box[3])
