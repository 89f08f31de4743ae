"""Numbers, percentages and days inside sentences, in English and German notation."""

from decimal import Decimal

from attrs import frozen

from integrationskonzept.i18n.messages import Message


def number(value: float | Decimal, unit: str | None = None) -> Message:
    """Return a number with its unit, if any: ``19,641.5`` in English, ``19.641,5`` in German."""
    english, after = f"{Decimal(str(value)):,f}".removesuffix(".0"), f" {unit}" if unit else ""
    german = english.translate(str.maketrans(",.", ".,"))
    return Message(template=english + after, translations={"de": german + after})


def followed(said: Message, by: str) -> Message:
    """Return a sentence with a space or mark after it, so that a second one can follow."""
    pattern = f"{{said}}{by}"
    return Message(template=pattern, values={"said": said}, translations={"de": pattern})


def day_of_year(month: int, day: int) -> Message:
    """Return a day without a year: ``21 February`` in English, ``21.02.`` in German."""
    return Message(template=f"{day} {_MONTHS[month - 1]}", translations={"de": f"{day:02}.{month:02}."})


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_GROUPED = 10_000  # digits are grouped from five on


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
    """Return a number in the notation of `language`: digits grouped from five on."""
    grouped = abs(float(value)) >= _GROUPED
    text = format(value, ",") if grouped else str(value)
    text = text.removesuffix(".0")
    return text.translate(str.maketrans(",.", ".,")) if language == "de" else text
