"""Tables on the pages of a PDF: by the lines around their cells, or by the gaps between their columns.

Many documents draw no lines between columns, or none at all: rows are shaded, or set apart by space. There a table is
a run of lines of text that leave the same gaps free.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Any

from attrs import frozen
from pdfplumber.utils.text import extract_words

from integrationskonzept_office.readers.pdf_lines import (
    NARROW,
    NEAR,
    Box,
    Span,
    TextLine,
    is_inside,
    joined,
    known_words,
    lines_of_words,
    outside,
)

SIGN = 7
"""Greatest size of a drawn bullet, in points."""
_LONG = 100
"""Least length of a line that is drawn between rows, in points."""
_MARGIN = 12
"""Greatest distance of a table's text from the line above or below it, in points."""
_FAR = 3
"""Distance after which a table without drawn lines has ended, in heights of a line."""
_LARGER = 1.12
"""Size of a heading, in sizes of the line before."""
_APART = 1.3
"""Distance of lines from which on a row begins, in usual distances."""
_LOW = 0.75
"""Part of the page above the end of a table that may go on on the next page."""
_FIRST_LINES = 3
"""Lines of a page, a header among them, with which a table of the page before may go on."""
_FEWEST_ROWS = 3
"""Rows of a table that nothing but its columns shows."""
_SHORT = 25
"""Characters of a label, on average, at most."""
_SPARSE = 0.7
"""Part of the lines of a table with text in its first column, at most."""


@frozen
class FoundTable:
    """A table on a page."""

    box: Box
    rows: tuple[tuple[str | None, ...], ...]
    """Text of each cell; None for the rest of a merged one."""
    gaps: tuple[Span, ...] = ()
    """Gaps between its columns, where no lines enclose them."""


@frozen
class _Run:
    """Lines of text that leave the same gaps free."""

    lines: tuple[TextLine, ...]
    gaps: tuple[Span, ...]

    @property
    def box(self) -> Box:
        words = [word for line in self.lines for word in line.words]
        left, right = min(word["x0"] for word in words), max(word["x1"] for word in words)
        return left - 1, self.lines[0].top - 1, right + 1, self.lines[-1].bottom + 1

    def columns(self) -> list[list[TextLine]]:
        """Return the words of each line and column."""
        return [line.columns([gap[1] - 1 for gap in self.gaps]) for line in self.lines]


class TableFinder:
    """Finds the tables of pages that follow on each other, so that a table goes on where a page ends."""

    def __init__(self) -> None:
        self._known: list[tuple[Span, ...]] = []
        """Gaps of the tables that were found by them so far."""
        self._open: tuple[Span, ...] = ()
        """Gaps of the table at the end of the page before."""
        self._words: frozenset[str] = frozenset()
        """Words that are certainly whole."""

    def tables_of(self, page: Any) -> list[FoundTable]:
        """Return the tables of the next page, from its top."""
        self._words |= known_words(page)
        drawn = [part for table in page.find_tables(_settings(page)) for part in _lined(table, page, self._words)]
        lined = [table for table in drawn if len(table.rows) > 1 and len(table.rows[0]) > 1]
        gapped = [*self._gapped(outside(page, [table.box for table in lined]))]
        lined += [each for each in drawn if each not in lined and not any(_is_part(each, other) for other in gapped)]
        gapped = [each for each in gapped if not any(_overlap(each, other) for other in lined)]
        found = sorted([*lined, *gapped], key=lambda table: table.box[1])
        self._open = found[-1].gaps if found and found[-1].box[3] > page.height * _LOW else ()
        return found

    def _gapped(self, page: Any) -> Iterator[FoundTable]:
        """Yield the tables that the gaps between their columns show."""
        lines = lines_of_words(page.extract_words())
        drawn = sorted({edge["top"] for edge in page.edges if edge["orientation"] == "h" and edge["width"] > _LONG})
        at = 0
        while at < len(lines):
            gaps = self._open if at < _FIRST_LINES and self._goes_on(lines[at]) else lines[at].gaps
            run = _run(lines[at:], gaps, drawn)
            table = _table(run, drawn, self._words, is_known=self._is_known(run)) if gaps else None
            if table is not None:
                self._known.append(run.gaps)
                yield table
            at += len(run.lines) if table is not None else 1

    def _goes_on(self, line: TextLine) -> bool:
        """Return whether a line stands in a further column of the table at the end of the page before."""
        return bool(self._open) and bool(line.words[0]["x0"] >= self._open[0][1] - 1)

    def _is_known(self, run: _Run) -> bool:
        """Return whether an earlier table has the same columns."""
        ends = [gap[1] for gap in run.gaps]
        return any(
            len(gaps) == len(ends) and all(abs(gap[1] - end) < NEAR for gap, end in zip(gaps, ends, strict=True))
            for gaps in self._known
        )


def _is_part(one: FoundTable, other: FoundTable) -> bool:
    """Return whether the other table overlaps one, and goes on above or below it."""
    return _overlap(one, other) and (other.box[1] < one.box[1] - NEAR or other.box[3] > one.box[3] + NEAR)


def _overlap(one: FoundTable, other: FoundTable) -> bool:
    return one.box[1] < other.box[3] and other.box[1] < one.box[3]


# -- tables with lines around their cells ------------------------------------------------------


def _settings(page: Any) -> dict[str, Any]:
    """Return how tables are found: rows that a page break leaves open are closed where their vertical lines end."""
    edges = page.edges
    level = [edge["top"] for edge in edges if edge["orientation"] == "h" and edge["x1"] - edge["x0"] > SIGN]
    upright = [edge for edge in edges if edge["orientation"] == "v" and edge["bottom"] - edge["top"] > SIGN]
    ends = Counter(round(edge[end]) for edge in upright for end in ("top", "bottom"))
    closing = [y for y, count in ends.items() if count > 1 and not any(abs(y - each) < NEAR for each in level)]
    return {"explicit_horizontal_lines": closing, "edge_min_length": SIGN}


def _lined(table: Any, page: Any, known: frozenset[str]) -> Iterator[FoundTable]:
    """Yield a table that lines show; shading alone leaves rows out, so that it is several."""
    if len(table.cells) < 2:  # noqa: PLR2004 - one cell is a frame around text
        return
    chars = [char for char in page.chars if is_inside(char, table.bbox)]
    borders = sorted({cell[0] for cell in table.cells})
    rows: list[tuple[str | None, ...]] = []
    first = table.rows[0]
    for row, following in zip(table.rows, [*table.rows[1:], None], strict=True):
        texts: dict[float, str] = {}
        for box in _boxes(row, table, borders):
            texts |= {part[0]: _cell_text(chars, part, known) for part in _parts(chars, box, borders)}
        rows.append(tuple(texts.get(border) for border in borders))
        if following is None or following.bbox[1] - row.bbox[3] >= NEAR:
            yield FoundTable((table.bbox[0], first.bbox[1], table.bbox[2], row.bbox[3]), tuple(rows))
            first, rows = following, []


def _boxes(row: Any, table: Any, borders: Sequence[float]) -> Iterator[Box]:
    """Yield the cells of a row, and the places between them that no lines enclose."""
    _, top, _, bottom = row.bbox
    for cell, (left, right) in zip(row.cells, pairwise([*borders, table.bbox[2]]), strict=True):
        middle = {"x0": left, "x1": right, "top": top, "bottom": bottom}
        if cell is not None:
            yield cell
        elif not any(is_inside(middle, each) for each in table.cells):
            yield left, top, right, bottom


def _parts(chars: Sequence[Any], box: Box, borders: Sequence[float]) -> Iterator[Box]:
    """Yield the parts of a merged cell whose text leaves the gaps between the columns free, or the cell."""
    left, top, right, bottom = box
    inside = [border for border in borders if left < border < right]
    lines = _lines_in(chars, box) if inside else []
    for border in inside:
        gap = (border - NARROW, border + NARROW / 2)
        starts = [word["x0"] for line in lines for word in line.words if word["x0"] > left]
        begins_here = any(border <= start <= border + _MARGIN for start in starts)
        if begins_here and all(line.free(gap) == gap for line in lines):
            yield left, top, border, bottom
            left = border
    yield left, top, right, bottom


def _cell_text(chars: Sequence[Any], box: Box, known: frozenset[str]) -> str:
    lines = _lines_in(chars, box)
    margin = min((line.words[0]["x0"] for line in lines), default=box[0]) - box[0]
    return joined(lines, box[2] - margin, known)


def _lines_in(chars: Sequence[Any], box: Box) -> list[TextLine]:
    return lines_of_words(extract_words([char for char in chars if is_inside(char, box)]))


# -- tables with gaps between their columns ----------------------------------------------------


def _run(lines: Sequence[TextLine], gaps: tuple[Span, ...], drawn: Sequence[float]) -> _Run:
    """Return the lines from the first one on that leave the gaps free; plain text across a gap ends them."""
    taken = [lines[0]]
    for before, line in pairwise(lines):
        free = tuple(part for gap in gaps if (part := line.free(gap)))
        is_text = not free or (len(free) < len(gaps) and not line.gaps)
        is_far = line.top - before.bottom > _FAR * line.height and not _is_between(drawn, before, line)
        if is_text or is_far or line.height > _LARGER * before.height:
            break
        gaps = free
        taken.append(line)
    return _Run(tuple(taken), gaps)


def _is_between(drawn: Sequence[float], before: TextLine, line: TextLine) -> bool:
    """Return whether a line is drawn between two lines of text."""
    return any(before.bottom - NEAR <= y <= line.top + NEAR for y in drawn)


def _table(run: _Run, drawn: Sequence[float], known: frozenset[str], *, is_known: bool) -> FoundTable | None:
    """Return the table that a run of lines is, or None if it is none."""
    lines = run.columns()
    groups = [lines[one:other] for one, other in pairwise([0, *_starts(run, lines, drawn), len(lines)])]
    _, top, _, bottom = run.box
    is_drawn = sum(top - _MARGIN <= y <= bottom + _MARGIN for y in drawn) > 1
    fewest = 1 if is_known else 2 if is_drawn else _FEWEST_ROWS
    if not (_has_columns(groups, fewest) and (is_drawn or _has_labels(lines))):
        return None
    ends = [
        max((word["x1"] for line in column for word in line.words), default=0.0) for column in zip(*lines, strict=True)
    ]
    rows = (
        tuple(
            joined([line for line in column if line.words], end, known)
            for column, end in zip(zip(*group, strict=True), ends, strict=True)
        )
        for group in groups
    )
    return FoundTable(run.box, tuple(rows), run.gaps)


def _starts(run: _Run, lines: Sequence[Sequence[TextLine]], drawn: Sequence[float]) -> list[int]:
    """Return the lines with which further rows begin: by drawn lines if there are enough, or else by the text too."""
    by_line = {at for at, (one, other) in enumerate(pairwise(run.lines), start=1) if _is_between(drawn, one, other)}
    by_text = set(_starts_in_text(run, lines))
    return sorted(by_line if 2 * len(by_line) >= len(by_text) else by_line | by_text)


def _starts_in_text(run: _Run, lines: Sequence[Sequence[TextLine]]) -> Iterator[int]:
    """Yield the lines with which a row begins, as far as the text in the first column and the distances show it."""
    distances = [other.top - one.top for one, other in pairwise(run.lines)]
    for at, ((before, *_), (first, *further)) in enumerate(pairwise(lines), start=1):
        if first.words:
            is_apart = distances[at - 1] > _APART * median(distances)
            is_label = len(further) == 1 and not first.text[0].islower() and not before.text.endswith("-")
            if not before.words or is_apart or is_label or first.text[0].isdigit():
                yield at


def _has_columns(groups: Sequence[Sequence[Sequence[TextLine]]], fewest: int) -> bool:
    """Return whether enough rows have words in several columns, and not only numbers to the right."""
    filled = [[any(line.words for line in column) for column in zip(*group, strict=True)] for group in groups]
    said = [line.text for group in groups for _, *further in group for line in further if line.words]
    with_words = [text for text in said if any(char.isalpha() for char in text)]
    return sum(sum(row) > 1 for row in filled) >= fewest and 2 * len(with_words) >= len(said)


def _has_labels(lines: Sequence[Sequence[TextLine]]) -> bool:
    """Return whether the first column holds labels or numbers: neither running text nor the marks of a list."""
    first = [line[0].text for line in lines if line[0].words]
    if len(lines[0]) == 2 and not any(char.isalpha() for text in first for char in text):  # noqa: PLR2004 - a list
        return False
    return len(first) <= _SPARSE * len(lines) or sum(map(len, first)) <= _SHORT * len(first)
