"""Compact storage for the cells of a column."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # heavy, and not needed before it is asked for
    import pyarrow


class Cells(Sequence[Any]):
    """A sequence of cells that converts itself to an Arrow array."""

    def __eq__(self, other: object) -> bool:
        return list(self) == list(other) if isinstance(other, (list, Cells)) else NotImplemented

    __hash__ = None  # type: ignore[assignment]  # a list has none either

    def __repr__(self) -> str:
        return repr(list(self))


class Coded(Cells):
    """Dictionary-encoded cells: each distinct value is stored once, each cell is an index."""

    def __init__(self, values: Sequence[Any], numbers: "array[int]") -> None:
        self._values, self._numbers = values, numbers

    def __len__(self) -> int:
        return len(self._numbers)

    def __iter__(self) -> Iterator[Any]:
        return map(self._values.__getitem__, self._numbers)

    def __getitem__(self, position: Any) -> Any:
        if isinstance(position, slice):
            return [self._values[number] for number in self._numbers[position]]
        return self._values[self._numbers[position]]

    def __arrow_array__(self, type: "pyarrow.DataType | None" = None) -> "pyarrow.Array":
        """Return an array of the cells: what Arrow asks for when it meets them."""
        import pyarrow as pa

        numbers = pa.Array.from_buffers(pa.int32(), len(self), [None, pa.py_buffer(self._numbers)])
        return pa.array(self._values, type=type).take(numbers)


class NumberedTexts(Cells):
    """Texts with a number in brackets after them: each distinct text is stored once; -1 stands for no number."""

    def __init__(self, texts: Sequence[str], by_text: "array[int]", numbers: "array[int]") -> None:
        self._texts, self._by_text, self._numbers = texts, by_text, numbers

    def __len__(self) -> int:
        return len(self._numbers)

    def __iter__(self) -> Iterator[str]:
        return map(self._text, self._by_text, self._numbers)

    def __getitem__(self, position: Any) -> Any:
        if isinstance(position, slice):
            return list(self)[position]
        return self._text(self._by_text[position], self._numbers[position])

    def _text(self, text: int, number: int) -> str:
        return self._texts[text] if number < 0 else f"{self._texts[text]}[{number}]"

    def __arrow_array__(self, type: "pyarrow.DataType | None" = None) -> "pyarrow.Array":
        """Return an array of the texts: what Arrow asks for when it meets them."""
        import pyarrow as pa
        import pyarrow.compute as pc

        numbers = pa.Array.from_buffers(pa.int32(), len(self), [None, pa.py_buffer(self._numbers)])
        by_text = pa.Array.from_buffers(pa.int32(), len(self), [None, pa.py_buffer(self._by_text)])
        texts = pa.array(self._texts, type=pa.string()).take(by_text)
        numbered = pc.binary_join_element_wise(texts, "[", numbers.cast(pa.string()), "]", "")
        return pc.if_else(pc.less(numbers, 0), texts, numbered).cast(type or pa.string())


class Stacked(Cells):
    """Concatenated cells of several columns."""

    def __init__(self, parts: Sequence[Sequence[Any]]) -> None:
        self._parts = parts
        self._ends = list(accumulate(map(len, parts)))

    def __len__(self) -> int:
        return self._ends[-1]

    def __iter__(self) -> Iterator[Any]:
        return chain.from_iterable(self._parts)

    def __getitem__(self, position: Any) -> Any:
        if isinstance(position, slice):
            return list(self)[position]
        position = range(len(self))[position]
        part = bisect_right(self._ends, position)
        return self._parts[part][position - self._ends[part]]

    def __arrow_array__(self, type: "pyarrow.DataType | None" = None) -> "pyarrow.ChunkedArray":
        """Return an array of the cells, in as many pieces: what Arrow asks for when it meets them."""
        import pyarrow as pa

        return pa.chunked_array([pa.array(part, type=type) for part in self._parts], type=type)


def repeated(counts: Iterable[int]) -> "array[int]":
    """Return the indexes of cells that repeat each value `counts` times."""
    numbers = array("i")
    for number, count in enumerate(counts):
        numbers += array("i", [number]) * count
    return numbers


def numbered(names: Iterable[Any], known: Iterable[Any]) -> "array[int]":
    """Return the index of each name among the known ones."""
    places = {name: place for place, name in enumerate(known)}
    return array("i", map(places.__getitem__, names))
