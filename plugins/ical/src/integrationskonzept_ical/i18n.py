"""Bilingual messages, and the format of dates and numbers in them."""

from datetime import date
from typing import Any

from integrationskonzept import Message, PartialDate
from integrationskonzept.model import Precision


def say(english: str, german: str, **values: Any) -> Message:
    """Return a message in English and German; both templates have the same placeholders for `values`."""
    return Message(template=english, values=values, translations={"de": german})


def on(day: date) -> Message:
    """Return a day in the usual notation of both languages."""
    return say(day.isoformat(), f"{day.day:02}.{day.month:02}.{day.year}")


def as_stated(stated: PartialDate) -> Message:
    """Return a date in the usual notation of both languages, in its stated precision."""
    if stated.day is not None:
        return on(stated.day)
    if stated.month_day is not None:
        month, day = stated.month_day
        return say(stated.text, f"{day:02}.{month:02}.")
    if stated.precision is Precision.MONTH:
        return say(stated.text, f"{stated.text[5:]}/{stated.text[:4]}")
    return say(stated.text, stated.text)


def years(number: float) -> Message:
    """Return a number of years."""
    return say("1 year", "1 Jahr") if number == 1 else say(f"{number:g} years", f"{number:g} Jahren".replace(".", ","))
