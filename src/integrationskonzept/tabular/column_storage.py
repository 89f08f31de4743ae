"""The cells of a column, kept in less room, or copied less often, than a list of them."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # heavy, and not needed before it is asked for
    import pyarrow


class Cells(Sequence[Any]):
    """Cells that read like a list of values, and that Arrow asks for an array of them."""

    def __eq__(self, other: object) -> bool:
        return list(self) == list(other) if isinstance(other, (list, Cells)) else NotImplemented

    __hash__ = None  # type: ignore[assignment]  # a list has none either

    def __repr__(self) -> str:
        return repr(list(self))


class Coded(Cells):
    """Cells in which few values stand again and again: each is kept once, and for every cell its number."""

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


class Stacked(Cells):
    """Cells of several columns under each other."""

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
    """Number cells of which so many have the first value, so many the second, and so on."""
    numbers = array("i")
    for number, count in enumerate(counts):
        numbers += array("i", [number]) * count
    return numbers


def numbered(names: Iterable[Any], known: Iterable[Any]) -> "array[int]":
    """Number cells by their names: each has the place of its name among those that are known."""
    places = {name: place for place, name in enumerate(known)}
    return array("i", map(places.__getitem__, names))
