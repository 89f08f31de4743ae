"""Lay out a table as text: columns as wide as their longest word, or each row below the other."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from integrationskonzept.blocks.width import display_width, wrapped

GAP = "  "
"""What stands between two columns."""
NARROW = 60
"""Width below which each row is written as lines of heads and values."""


@frozen
class ColumnLayout:
    """A column with its texts."""

    head: str
    cells: tuple[str, ...]
    numeric: bool
    priority: int

    @property
    def least(self) -> int:
        """Smallest width: that of the longest word."""
        return max(display_width(word) for text in (self.head, *self.cells) for word in text.split(" "))

    @property
    def most(self) -> int:
        """Width at which nothing is wrapped."""
        return max(display_width(text) for text in (self.head, *self.cells))


def table_lines(columns: Sequence[ColumnLayout], width: int | None) -> tuple[list[str], list[str]]:
    """Return the lines of a table, and the heads of the columns that were left out because `width` is too small."""
    if width is None:
        return list(_grid(columns, [column.most for column in columns])), []
    if width >= NARROW:
        kept = _fitting(columns, width)
        if kept:
            left_out = [column.head for column in columns if column not in kept]
            return list(_grid(kept, _widths(kept, width))), left_out
    return list(_records(columns, width)), []


def _fitting(columns: Sequence[ColumnLayout], width: int) -> list[ColumnLayout]:
    """Return the columns that fit, without those of the lowest importance; none if even the important ones do not."""
    kept = list(columns)
    while sum(column.least for column in kept) + len(GAP) * (len(kept) - 1) > width:
        least_important = max(reversed(kept), key=lambda column: column.priority)
        if not least_important.priority:
            return []
        kept.remove(least_important)
    return kept


def _widths(columns: Sequence[ColumnLayout], width: int) -> list[int]:
    """Return the widths of columns: what is left beyond the longest words is shared by need."""
    widths = [column.least for column in columns]
    rest = width - sum(widths) - len(GAP) * (len(columns) - 1)
    needs = [column.most - least for column, least in zip(columns, widths, strict=True)]
    total = sum(needs)
    if total <= rest:
        return [column.most for column in columns]
    return [least + rest * need // total for least, need in zip(widths, needs, strict=True)]


def _grid(columns: Sequence[ColumnLayout], widths: Sequence[int]) -> Iterator[str]:
    yield from _row(columns, widths, [column.head for column in columns])
    yield GAP.join("-" * width for width in widths)
    for cells in zip(*(column.cells for column in columns), strict=True):
        yield from _row(columns, widths, cells)


def _row(columns: Sequence[ColumnLayout], widths: Sequence[int], cells: Sequence[str]) -> Iterator[str]:
    lines = [wrapped(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for index in range(max(map(len, lines))):
        parts = (own[index] if index < len(own) else "" for own in lines)
        yield GAP.join(
            _padded(part, width, right=column.numeric)
            for part, width, column in zip(parts, widths, columns, strict=True)
        ).rstrip()


def _padded(text: str, width: int, *, right: bool) -> str:
    space = " " * (width - display_width(text))
    return f"{space}{text}" if right else f"{text}{space}"


def _records(columns: Sequence[ColumnLayout], width: int) -> Iterator[str]:
    """Yield each row as its first cell, with a line for each further one that is not empty."""
    first, *others = columns
    for index, heading in enumerate(first.cells):
        yield from _hanging(f"- {heading}", width, "  ")
        for column in others:
            if column.cells[index]:
                yield from _hanging(f"    {column.head}: {column.cells[index]}", width, " " * 6)


def _hanging(text: str, width: int, indent: str) -> Iterator[str]:
    """Yield the lines of a text, those after the first indented."""
    begin = text[: len(text) - len(text.lstrip(" "))]
    first, *rest = wrapped(text.lstrip(" "), max(width - len(indent), 1))
    yield f"{begin}{first}".rstrip()
    yield from (f"{indent}{line}" for line in rest)
