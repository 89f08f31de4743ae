"""Format values of the model in German and English."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from attrs import frozen

from integrationskonzept.i18n.formatting import Describable, format_number
from integrationskonzept.i18n.languages import language_of
from integrationskonzept.i18n.messages import Message, message, wording
from integrationskonzept.model.partial_date import PartialDate
from integrationskonzept.model.record import Record
from integrationskonzept.printable import visible

_CUT = 120


@frozen(kw_only=True)
class _FormattedValue(Message):
    """A value in the notation of a language: dates, numbers and truth values."""

    def text(self, language: str = "en") -> str:
        """Return the text in the notation of `language`."""
        return format_value(self.values["value"], language, self.values.get("titles", {}))


def value_message(value: Any, titles: Mapping[str, str] | None = None) -> _FormattedValue:
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
    text = visible(titles.get(value) or " ".join(str(value).split()))
    return text if len(text) <= _CUT else text[: _CUT - 1].rstrip() + "…"


def cells(rows: Iterable[Iterable[Any]], *, blank: tuple[Any, ...] = (None,)) -> tuple[tuple[Message | None, ...], ...]:
    """Return the cells of a table as messages, None for blank ones."""
    return tuple(tuple(None if value in blank else value_message(value) for value in row) for row in rows)


def _date(value: PartialDate, language: str) -> str:
    """Return a date in the form of its precision, or as stated where the language has none."""
    notation = language_of(language)
    if value.month_day and value.earliest is None and notation.code != "en":
        return notation.yearless(*value.month_day)
    form = notation.dates.get(value.precision)
    return notation.date(form, value.earliest, value.text[-1]) if form and value.earliest else value.text


_DESCRIPTIVE = (
    *("title", "text", "name", "actor_refs", "horizon_ref", "level_ref", "value", "reached", "missing"),
    *("planned", "section_ref", "frequency", "printed", "code", "id"),
)


def _record(record: Record, language: str, titles: Mapping[str, str]) -> str:
    """Return the dates and the most descriptive value of a record."""
    dates = [getattr(record, name, None) for name in ("as_of", "due", "start", "end")]
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
