"""Languages of messages and documents: one table row for each.

A further language is a row (`add_language`) and a gettext catalogue.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any, Self

from attrs import Attribute, field, frozen

_CATALOGUES = Path(__file__).parent.parent / "locale"
_CODE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_NONE: Mapping[str, str] = MappingProxyType({})


def _spelled_like_a_code(_: Any, __: "Attribute[str]", code: object) -> None:
    if not isinstance(code, str) or not _CODE.fullmatch(code):
        raise ValueError(f"code must be that of a language in BCP 47, such as 'tr'; got {code!r}")


@frozen(kw_only=True)
class Language:
    """How dates, numbers, amounts and lists are written in a language, and where its catalogue is."""

    code: str = field(validator=_spelled_like_a_code)
    """Its code in BCP 47, such as ``de``."""
    day_of_year: str
    """Form of a day without a year, with ``{day}``, ``{month}`` and ``{name}`` of the month."""
    direction: str = "ltr"
    """Direction of writing: ``ltr`` or ``rtl``."""
    decimal: str = "."
    """Mark between whole and decimal digits."""
    group: str = ","
    """Mark between groups of three digits."""
    dates: Mapping[str, str] = _NONE
    """Forms of dates by their precision, such as ``month``, and by season, such as ``spring``; a date of any
    other precision is shown as stated."""
    months: tuple[str, ...] = ()
    """Names of the months, where a date is written with one."""
    last_item: str = ", "
    """What stands before the last item of a list of several."""
    amount: str = "{currency} {number}"
    """Form of an amount of money."""
    currencies: Mapping[str, str] = _NONE
    """Signs of currencies by their ISO 4217 code; any other is written as its code."""
    truth_words: Mapping[str, bool] = MappingProxyType({})
    """Words for yes and no, in lower case, that are understood where a truth value is expected."""
    catalogues: Path = _CATALOGUES
    """Folder of the gettext catalogues: ``<code>/LC_MESSAGES/integrationskonzept.mo``."""

    def number(self, value: float | Decimal, *, grouped: bool) -> str:
        """Return a number, its digits in groups of three or not; ``.0`` is left out."""
        text = format(Decimal(str(value)), ",f" if grouped else "f").removesuffix(".0")
        return text.translate({ord(","): self.group, ord("."): self.decimal})

    def money(self, number: float | Decimal, currency: str) -> str:
        """Return an amount of money, its digits grouped; cents are written with two digits, or not at all."""
        exact = Decimal(str(number))
        if exact == exact.to_integral_value():
            exact = exact.quantize(Decimal(1))
        elif exact == round(exact, 2):
            exact = exact.quantize(Decimal("0.01"))
        return self.amount.format(
            number=self.number(exact, grouped=True), currency=self.currencies.get(currency, currency)
        )

    def date(self, form: str, day: date, part: str = "") -> str:
        """Return a date in one of the forms of `dates`; `part` is the number of a quarter or half."""
        return form.format(
            day=day.day,
            month=day.month,
            year=f"{day.year:04}",
            next_year=(day.year + 1) % 100,
            part=part,
            name=self._month(day.month),
        )

    def yearless(self, month: int, day: int) -> str:
        """Return a day without a year."""
        return self.day_of_year.format(day=day, month=month, name=self._month(month))

    def _month(self, number: int) -> str:
        return self.months[number - 1] if self.months else ""

    def listed(self, items: Sequence[str]) -> str:
        """Return texts as a list inside a sentence: ``Deutsch, Türkisch und Arabisch``."""
        return self.last_item.join(filter(None, (", ".join(items[:-1]), *items[-1:])))


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
            "month": "{name} {year}",
            "quarter": "{part}. Quartal {year}",
            "half_year": "{part}. Halbjahr {year}",
            "spring": "Frühjahr {year}",
            "summer": "Sommer {year}",
            "autumn": "Herbst {year}",
            "winter": "Winter {year}/{next_year:02}",
        },
        months=(
            *("Januar", "Februar", "März", "April", "Mai", "Juni"),
            *("Juli", "August", "September", "Oktober", "November", "Dezember"),
        ),
        day_of_year="{day:02}.{month:02}.",
        last_item=" und ",
        amount="{number} {currency}",
        currencies={"EUR": "€"},
        truth_words={
            **dict.fromkeys(("ja", "j", "wahr", "x", "stimmt"), True),
            **dict.fromkeys(("nein", "n", "falsch"), False),
        },
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
        last_item=" and ",
        truth_words={
            **dict.fromkeys(("yes", "y", "true", "on"), True),
            **dict.fromkeys(("no", "false", "off"), False),
        },
    )
)


def truth_word(word: str) -> bool | None:
    """Return what a word means in any of the languages, such as ``ja``; None where it is no word for yes or no."""
    return next((known for row in LANGUAGES.values() if (known := row.truth_words.get(word)) is not None), None)


class LanguageCode(str):
    """Code of one of the `LANGUAGES`; an option of this type takes those that there are, added ones too.

    Raises:
        ValueError: There is no such language.
    """

    __slots__ = ()

    def __new__(cls, code: str) -> Self:
        """Return the code."""
        if code not in LANGUAGES:
            raise ValueError(f"there is no language {code!r}; known are {', '.join(LANGUAGES)}")
        return super().__new__(cls, code)


DEFAULT_LANGUAGE = next(iter(LANGUAGES))
"""The language of a document about no particular concept: German."""


def language_of(code: str) -> Language:
    """Return the language with this code, or English."""
    return LANGUAGES.get(code) or LANGUAGES["en"]
