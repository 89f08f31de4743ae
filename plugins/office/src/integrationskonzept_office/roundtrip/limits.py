"""Texts as a cell of a workbook can hold them."""

from integrationskonzept.plugins.kit import clean_text

MOST_UNITS = 32_767
"""UTF-16 units that a cell of Excel holds at most."""
_CUT = " …"


def fit(text: str) -> str:
    """Return a text without characters that XML forbids, cut where a cell ends."""
    clean = clean_text(text)
    units = clean.encode("utf-16-le")
    if len(units) <= MOST_UNITS * 2:
        return clean
    kept = units[: (MOST_UNITS - len(_CUT)) * 2].decode("utf-16-le", "ignore")
    return f"{kept}{_CUT}"


def parts(text: str) -> list[str]:
    """Return an ASCII text in parts that fit into a cell each."""
    return [text[begin : begin + MOST_UNITS] for begin in range(0, len(text), MOST_UNITS)]
