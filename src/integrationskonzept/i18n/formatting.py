"""Numbers, percentages and days inside sentences, in the notation of each language."""

from decimal import Decimal

from attrs import frozen

from integrationskonzept.i18n.languages import language_of
from integrationskonzept.i18n.messages import Message


@frozen(kw_only=True)
class Number(Message):
    """A number with its unit."""

    def text(self, language: str = "en") -> str:
        """Return the text in the notation of `language`."""
        return f"{format_number(self.values['number'], language)}{self.values['unit']}"


def number(value: float | Decimal, unit: str | None = None) -> Message:
    """Return a number with its unit, if any: ``19,641.5`` in English, ``19.641,5`` in German."""
    return Number(template="{number}", values={"number": Decimal(str(value)), "unit": f" {unit}" if unit else ""})


def followed(said: Message, by: str) -> Message:
    """Return a sentence with a space or mark after it, so that a second one can follow."""
    pattern = f"{{said}}{by}"
    return Message(template=pattern, values={"said": said}, translations={"de": pattern})


@frozen(kw_only=True)
class DayOfYear(Message):
    """A day without a year."""

    def text(self, language: str = "en") -> str:
        """Return the text in the notation of `language`."""
        return language_of(language).yearless(self.values["month"], self.values["day"])


def day_of_year(month: int, day: int) -> Message:
    """Return a day without a year: ``21 February`` in English, ``21.02.`` in German."""
    return DayOfYear(template="{month}-{day}", values={"month": month, "day": day})


class Describable:
    """A value with a text in German and English and a short repr."""

    __slots__ = ()

    def text(self, language: str = "en") -> str:
        """Return the text in `language`."""
        raise NotImplementedError

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.text()}>"


@frozen(kw_only=True)
class Percent(Message):
    """A share between 0 and 1, written as a percentage."""

    def text(self, language: str = "en") -> str:
        """Return the text in the notation of `language`."""
        return f"{format_number(round(self.values['share'] * 100, 1), language)} %"


def percent(share: float) -> Percent:
    """Return a share between 0 and 1 as a percentage."""
    return Percent(template="{share}", values={"share": share})


def format_number(value: float | Decimal, language: str) -> str:
    """Return a number in the notation of `language`; its digits are grouped from five on, since four may be a year."""
    return language_of(language).number(value, grouped=abs(float(value)) >= _GROUPED)


_GROUPED = 10_000
