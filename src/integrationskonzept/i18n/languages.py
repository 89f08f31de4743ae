"""Languages of messages and documents: one table row for each.

A further language is a row (`add_language`) and a gettext catalogue.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

_CATALOGUES = Path(__file__).parent.parent / "locale"


class Language(NamedTuple):
    """How dates and numbers are written in a language, and where its catalogue is."""

    code: str
    """Its code in BCP 47, such as ``de``."""
    day_of_year: str
    """Form of a day without a year."""
    decimal: str = "."
    """Mark between whole and decimal digits."""
    group: str = ","
    """Mark between groups of three digits."""
    dates: Mapping[str, str] = MappingProxyType({})
    """Forms of dates by their precision, such as ``month``; a date of any other precision is shown as stated."""
    months: tuple[str, ...] = ()
    """Names of the months, where a day of the year is written with one."""
    catalogues: Path = _CATALOGUES
    """Folder of the gettext catalogues: ``<code>/LC_MESSAGES/integrationskonzept.mo``."""

    def number(self, value: float | Decimal, *, grouped: bool) -> str:
        """Return a number; ``.0`` is left out."""
        text = (format(value, ",f" if isinstance(value, Decimal) else ",") if grouped else str(value)).removesuffix(
            ".0"
        )
        return text.translate({ord(","): self.group, ord("."): self.decimal})

    def date(self, form: str, day: date, part: str = "") -> str:
        """Return a date in one of the forms of `dates`; `part` is the number of a quarter or half."""
        return form.format(day=day.day, month=day.month, year=f"{day.year:04}", part=part)

    def yearless(self, month: int, day: int) -> str:
        """Return a day without a year."""
        return self.day_of_year.format(day=day, month=month, name=self.months[month - 1] if self.months else "")


LANGUAGES: dict[str, Language] = {}
"""The languages by their codes; the first one is the default for German towns."""


def add_language(language: Language) -> None:
    """Add a language, or replace the one with the same code."""
    LANGUAGES[language.code] = language


add_language(
    Language(
        code="de",
        decimal=",",
        group=".",
        dates={
            "day": "{day:02}.{month:02}.{year}",
            "month": "{month:02}/{year}",
            "quarter": "{part}. Quartal {year}",
            "half_year": "{part}. Halbjahr {year}",
        },
        day_of_year="{day:02}.{month:02}.",
    )
)
add_language(
    Language(
        code="en",
        months=(
            *("January", "February", "March", "April", "May", "June"),
            *("July", "August", "September", "October", "November", "December"),
        ),
        day_of_year="{day} {name}",
    )
)


def language_of(code: str) -> Language:
    """Return the language with this code, or English."""
    return LANGUAGES.get(code) or LANGUAGES["en"]
