"""What a walk over a concept has found."""

from collections.abc import Iterator, Sequence
from itertools import compress
from operator import attrgetter
from typing import Any, overload

from attrs import define, field

from integrationskonzept.findings import Path


@define
class Found(Sequence[tuple[Path, Any]]):
    """Records in document order, each with the path that leads to it.

    Paths and records lie side by side in two lists, and a pair is made for whoever goes through
    them: so many more objects, kept, would be in the collector's way.
    """

    paths: list[Path] = field(factory=list)
    """The paths."""
    records: list[Any] = field(factory=list)
    """The records, in the same order."""

    def __iter__(self) -> Iterator[tuple[Path, Any]]:
        return zip(self.paths, self.records, strict=True)

    def having(self, attribute: str) -> Iterator[tuple[Path, Any]]:
        """Go through those of which an attribute says yes, or holds anything."""
        answers = list(map(attrgetter(attribute), self.records))
        return zip(compress(self.paths, answers), compress(self.records, answers), strict=True)

    def __len__(self) -> int:
        return len(self.records)

    @overload
    def __getitem__(self, at: int) -> tuple[Path, Any]: ...

    @overload
    def __getitem__(self, at: slice) -> "Found": ...

    def __getitem__(self, at: int | slice) -> "tuple[Path, Any] | Found":
        if isinstance(at, slice):
            return Found(self.paths[at], self.records[at])
        return self.paths[at], self.records[at]
