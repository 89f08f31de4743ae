"""Decision about an edited cell by three values: the one it was made from, the one now, and the edited one."""

from enum import Enum
from typing import Any

from integrationskonzept.merging.cell_values import equal


class Verdict(Enum):
    """What becomes of an edited cell."""

    KEEP = "keep"
    """The cell was not edited, or says what the concept says now: nothing changes."""
    TAKE = "take"
    """Only the cell was edited."""
    EMPTIED = "emptied"
    """The cell was emptied without a mark: merging cells or a slip of the hand does that too."""
    CONFLICT = "conflict"
    """Cell and concept were edited, in different ways."""


def verdict(base: Any, now: Any, edited: Any, *, marked: bool = False) -> Verdict:
    """Return what becomes of a cell; None is a value like others.

    `marked` says that the cell has the mark for removal, so that `edited` is None on purpose.
    """
    if equal(edited, base) or equal(edited, now):
        return Verdict.KEEP
    if edited is None and not marked:
        return Verdict.EMPTIED
    return Verdict.TAKE if equal(now, base) else Verdict.CONFLICT
