"""Values of the model as text: dates, periods, numbers, shares, amounts of money, records.

Every output writes values with these functions, in the notation of the language's row in `i18n.languages`.
"""

from collections.abc import Iterable, Mapping
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from attrs import evolve, frozen

from integrationskonzept.i18n.formatting import Describable, format_number
from integrationskonzept.i18n.languages import language_of
from integrationskonzept.i18n.messages import Message, message, wording
from integrationskonzept.model.money import Amount, Per
from integrationskonzept.model.partial_date import PartialDate, Precision
from integrationskonzept.model.record import Record
from integrationskonzept.printable import visible

_CUT = 120


@frozen(kw_only=True)
class _FormattedValue(Message):
    """A value in the notation of a language: dates, numbers and truth values."""

    def text(self, language: str = "en") -> str:
        """Return the text in the notation of `language`."""
        return format_value(self.values["value"], language, self.values.get("titles", {}))


def value_message(value: Any, titles: Mapping[str, str] | None = None) -> Message:
    """Return a value of the model as a message for use inside other messages; `titles` replace its ids."""
    return _FormattedValue(template="{value}", values={"value": value, **({"titles": titles} if titles else {})})


def format_value(value: Any, language: str = "en", titles: Mapping[str, str] = MappingProxyType({})) -> str:
    """Return `value` as text in `language`; long texts are cut, and `titles` replace ids."""
    match value:
        case None:
            return message("not stated").text(language)
        case bool():
            return (message("yes") if value else message("no")).text(language)
        case Message() | Describable():
            return value.text(language)
        case StrEnum():
            return wording(value, language)
        case int() | float() | Decimal():
            return format_number(value, language)
        case PartialDate():
            return _date(value, language)
        case date():
            form = language_of(language).dates.get("day")
            return language_of(language).date(form, value) if form else value.isoformat()
        case tuple() | list():
            return ", ".join(format_value(item, language, titles) for item in value) or message("none").text(language)
        case Record():
            return _record(value, language, titles)
    said = f"{value:%H:%M}" if isinstance(value, time) else " ".join(str(value).split())
    return visible(cut(titles.get(value) or said))


def cut(text: str, length: int = _CUT) -> str:
    """Return a text of at most `length` characters: a longer one ends after a whole word, with ``…``."""
    if len(text) <= length:
        return text
    begun = text[: length - 1]
    whole = begun if text[length - 1].isspace() else begun.rpartition(" ")[0] or begun
    return f"{whole.rstrip()}…"


def _date(value: PartialDate, language: str) -> str:
    """Return a date in the form of its precision, or as stated where the language has none."""
    notation = language_of(language)
    if value.month_day and value.earliest is None and notation.code != "en":
        return notation.yearless(*value.month_day)
    is_season = value.precision is Precision.SEASON
    form = notation.dates.get(value.text.rpartition("-")[2] if is_season else value.precision)
    return notation.date(form, value.earliest, value.text[-1]) if form and value.earliest else value.text


def period_text(start: Any, end: Any) -> Message:
    """Return a period with its two ends as a message; an end that is None is open.

    Both ends are values that `format_value` knows; equal ones are written once.
    """
    if start is None and end is None:
        return message("not stated")
    if end is None:
        return message("from {start}", start=value_message(start))
    if start is None:
        return message("until {end}", end=value_message(end))
    if start == end:
        return value_message(start)
    return message("{start} to {end}", start=value_message(start), end=value_message(end))


def list_message(values: Iterable[Any], titles: Mapping[str, str] | None = None) -> Message:
    """Return a list inside a sentence, such as ``Deutsch, Türkisch und Arabisch``."""
    return _List(template="{values}", values={"values": tuple(value_message(value, titles) for value in values)})


@frozen(kw_only=True)
class _List(Message):
    """Texts as a list inside a sentence."""

    def text(self, language: str = "en") -> str:
        """Return the list in the notation of `language`."""
        return language_of(language).listed([value.text(language) for value in self.values["values"]])


_PER = {
    Per.TOTAL: message("{amount}"),
    Per.YEAR: message("{amount} a year"),
    Per.MONTH: message("{amount} a month"),
}


def _amount(amount: Amount, language: str) -> str:
    """Return an amount of money with its range and its period: ``rund 12.000 € im Jahr``."""
    value, *limits = (
        None if each is None else _Money(template="{number}", values={"number": each, "currency": amount.currency})
        for each in (amount.value, amount.minimum, amount.maximum)
    )
    said = value or (range_text(*limits) if any(limits) else message("not stated"))
    said = message("about {value}", value=said) if amount.approximate else said
    return evolve(_PER[amount.per], values={"amount": said}).text(language)


@frozen(kw_only=True)
class _Money(Message):
    """An amount of money with its currency."""

    def text(self, language: str = "en") -> str:
        """Return the amount in the notation of `language`."""
        return language_of(language).money(self.values["number"], self.values["currency"])


_DESCRIPTIVE = (
    *("title", "text", "name", "actor_refs", "horizon_ref", "level_ref", "value", "reached", "missing"),
    *("planned", "section_ref", "frequency", "printed", "code", "id"),
)


def _record(record: Record, language: str, titles: Mapping[str, str]) -> str:
    """Return an amount of money, or the dates and the most descriptive value of any other record."""
    if isinstance(record, Amount):
        return _amount(record, language)
    dates = [getattr(record, name, None) for name in ("as_of", "due")]
    ends = [getattr(record, name, None) for name in ("start", "end")]
    dates += [period_text(*ends)] if any(ends) else []
    candidates = (getattr(record, name, None) for name in _DESCRIPTIVE)
    limits = getattr(record, "minimum", None), getattr(record, "maximum", None)
    said: list[Any] = [date for date in dates if date is not None]
    said += (
        [range_text(*limits)] if limits != (None, None) else [one for one in candidates if one not in {None, ()}][:1]
    )
    return " · ".join(format_value(value, language, titles) for value in said) or type(record).__name__


def range_text(minimum: Any, maximum: Any) -> Message:
    """Return a range as a message; a limit that is None is open."""
    if maximum is None:
        return message("at least {limit}", limit=value_message(minimum))
    if minimum is None:
        return message("at most {limit}", limit=value_message(maximum))
    return message("{low} to {high}", low=value_message(minimum), high=value_message(maximum))
