"""The hidden sheets of a workbook: what can be chosen, and the values that the workbook was made from."""

from collections.abc import Iterable

LISTS = "_Listen"
"""The hidden sheet with what can be chosen."""
BASE = "_Basis"
"""The very hidden sheet with the values that the workbook was made from, in parts of one text."""
LONGEST_PART = 32_000
"""Characters of a part; a cell of Excel holds some more."""
_GUARD = "|"
"""Character around each part, so that no spreadsheet takes away spaces at its ends."""


def parts(text: str) -> list[str]:
    """Return an ASCII text in parts that fit into a cell each."""
    length = LONGEST_PART - 2 * len(_GUARD)
    return [f"{_GUARD}{text[begin : begin + length]}{_GUARD}" for begin in range(0, len(text), length)]


def joined(found: Iterable[str]) -> str:
    """Return the text that was divided into parts."""
    return "".join(part.removeprefix(_GUARD).removesuffix(_GUARD) for part in found)
