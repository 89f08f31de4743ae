"""Names in a workbook: hidden sheets, and names of sheets that Excel accepts."""

import re

LISTS = "_Listen"
"""The hidden sheet with what can be chosen."""
BASE = "_Basis"
"""The very hidden sheet with the values that the workbook was made from."""
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_LONGEST = 31


def sheet_name(title: str, taken: set[str]) -> str:
    """Return a title as the name of a sheet, different from those already taken, and take it."""
    clean = _FORBIDDEN.sub(" ", title).strip(" '")[:_LONGEST] or "-"
    name, number = clean, 2
    while name.casefold() in taken:
        suffix = f" {number}"
        name, number = f"{clean[: _LONGEST - len(suffix)]}{suffix}", number + 1
    taken.add(name.casefold())
    return name
