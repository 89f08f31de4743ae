"""Regular expressions for ids, dates, times and amounts, shared by the readers and the JSON Schema.

They match exactly the texts that are accepted. `PartialDate` implements the same rules in code, and a test compares
the two.
"""

from integrationskonzept.model.annotations import ID_PATTERN

_YEAR = "(?!0000)[0-9]{4}"
_LEAP_YEAR = "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)"
_YEARS = "|".join(
    f"([0-9]{{{same}}})(?:"
    + "|".join(f"{d}[0-9]{{{3 - same}}}/\\{4 - same}[{d + 1}-9][0-9]{{{3 - same}}}" for d in range(9))
    + ")"
    for same in (3, 2, 1, 0)
)
"""Two years, the second after the first: digits in common, then a lower and a higher one."""
_MONTH = "(?:0[1-9]|1[0-2])"
_SCHOOL_YEARS = "|".join(f"{year:02}/{(year + 1) % 100:02}" for year in range(100))
_LONG_MONTH = "(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
_SHORT_MONTH = "(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
_FEBRUARY = "02-(?:0[1-9]|1[0-9]|2[0-8])"
_LEAP_DAY = "02-29"

ID = ID_PATTERN
DATE = "|".join(
    (
        f"{_YEAR}(?:-{_MONTH}|-H[12]|-Q[1-4]|-{_LONG_MONTH}|-{_SHORT_MONTH}|-{_FEBRUARY})?",
        f"{_LEAP_YEAR}-{_LEAP_DAY}",
        f"(?!0000|9999)[0-9]{{2}}(?:{_SCHOOL_YEARS})",
        f"{_YEAR}-(?:spring|summer|autumn)|(?!9999){_YEAR}-winter",
        f"(?!0000)(?:{_YEARS})",
        f"--(?:{_LONG_MONTH}|{_SHORT_MONTH}|{_FEBRUARY}|{_LEAP_DAY})",
    )
)


def anchored(pattern: str) -> str:
    """Return `pattern` anchored for JSON Schema, which searches for a match anywhere in the text.

    Python's ``$`` also matches before a final line break and that of JSON Schema does not; the lookahead makes them
    equivalent.
    """
    return rf"^(?:{pattern})$(?!\n)"
