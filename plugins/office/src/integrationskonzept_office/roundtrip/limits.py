"""Texts as a cell of a workbook can hold them."""

from collections.abc import Iterable

from integrationskonzept.plugins.kit import clean_text

MOST_UNITS = 32_767
"""UTF-16 units that a cell of Excel holds at most."""
_CUT = " …"


def fit(text: str) -> str:
    """Return a text without characters that XML forbids, cut where a cell ends."""
    if len(text) * 2 <= MOST_UNITS and text.isprintable():
        return text
    clean = clean_text(text)
    units = clean.encode("utf-16-le")
    if len(units) <= MOST_UNITS * 2:
        return clean
    kept = units[: (MOST_UNITS - len(_CUT)) * 2].decode("utf-16-le", "ignore")
    return f"{kept}{_CUT}"


_GUARD = "|"
"""Character around each part, so that no spreadsheet takes away spaces at its ends."""


def parts(text: str) -> list[str]:
    """Return an ASCII text in parts that fit into a cell each."""
    length = MOST_UNITS - 2 * len(_GUARD)
    return [f"{_GUARD}{text[begin : begin + length]}{_GUARD}" for begin in range(0, len(text), length)]


def joined(found: Iterable[str]) -> str:
    """Return the text that was divided into parts."""
    return "".join(part.removeprefix(_GUARD).removesuffix(_GUARD) for part in found)
