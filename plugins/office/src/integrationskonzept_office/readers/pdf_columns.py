"""Pages of a PDF with two columns of running text: their parts in reading order."""

from collections.abc import Iterator, Sequence
from typing import Any

from integrationskonzept_office.readers.pdf_lines import NEAR, Box, Span, TextLine, inside, lines_of_words, outside

_MIDDLE = (0.35, 0.65)
"""Part of the page in which the gap between two columns of text is, from its left end."""
_GAP = 6
"""Least gap between two columns of text, in points."""
_FEWEST = 8
"""Least number of lines in a column of text."""
_LONG = 20
"""Characters of a line of running text, on average, at least."""
_MOST = 0.2
"""Part of the lines that may cross the gap, as headings do, or have gaps of their own, as tables do."""


def parts_of(page: Any) -> list[Any]:
    """Return the page, or its parts in reading order if its text stands in two columns."""
    tables = [table.bbox for table in page.find_tables()]
    words = outside(page, tables).extract_words()
    middle = _gap_in_the_middle(words, page)
    if middle is None:
        return [page]
    across = [(line.top, line.bottom) for line in lines_of_words(words) if _is_across(line, middle)]
    across += [(box[1], box[3]) for box in tables if box[0] < middle < box[2]]
    parts = [inside(page, box).crop(box) for box in _boxes(page, middle, _merged(across))]
    return [part for part in parts if part.chars]


def _gap_in_the_middle(words: Sequence[Any], page: Any) -> float | None:
    """Return the place between two columns of running text, or None if there are none."""
    ends = sorted({word["x0"] for word in words} | {word["x1"] for word in words})
    low, high = (part * page.width for part in _MIDDLE)
    places = [end + _GAP / 2 + 1 for end in ends if low < end < high]
    for middle in sorted(places, key=lambda place: sum(_crosses(word, place) for word in words)):
        left = lines_of_words([word for word in words if word["x1"] <= middle])
        right = lines_of_words([word for word in words if word["x0"] >= middle])
        over = lines_of_words([word for word in words if _crosses(word, middle)])
        is_split = len(over) <= _MOST * (len(left) + len(right))
        return middle if is_split and _is_running_text(left) and _is_running_text(right) else None
    return None


def _crosses(word: Any, place: float) -> bool:
    return bool(word["x0"] < place + _GAP / 2 and word["x1"] > place - _GAP / 2)


def _is_across(line: TextLine, middle: float) -> bool:
    """Return whether a line goes on beyond the middle."""
    is_on_both_sides = line.words[0]["x0"] < middle < line.words[-1]["x1"]
    return is_on_both_sides and not any(left <= middle <= right for left, right in line.gaps)


def _is_running_text(lines: Sequence[TextLine]) -> bool:
    letters = sum(len(line.text) for line in lines)
    gapped = sum(bool(line.gaps) for line in lines)
    return len(lines) >= _FEWEST and letters >= _LONG * len(lines) and gapped <= _MOST * len(lines)


def _merged(spans: Sequence[Span]) -> list[Span]:
    """Return spans from the top, those that touch as one."""
    merged: list[Span] = []
    for top, bottom in sorted(spans):
        if merged and top <= merged[-1][1] + NEAR:
            merged[-1] = (merged[-1][0], max(bottom, merged[-1][1]))
        else:
            merged.append((top, bottom))
    return merged


def _boxes(page: Any, middle: float, across: Sequence[Span]) -> Iterator[Box]:
    """Yield the parts of a page: what goes across it, and between that the left column and then the right one."""
    left, top, right, bottom = page.bbox
    for begin, end in [*across, (bottom, bottom)]:
        if begin - top > NEAR:
            yield left, top, middle, begin
            yield middle, top, right, begin
        if end > begin:
            yield left, max(begin, top), right, end
        top = end
