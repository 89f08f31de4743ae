"""Numbers, dates and suggestions inside sentences, as each language writes them."""

from decimal import Decimal

from integrationskonzept.language import Message, message


def number(value: float | Decimal, unit: str | None = None) -> Message:
    """Say a number, with its unit if it has one: ``19,641.5`` in English, ``19.641,5`` in German."""
    english, after = f"{Decimal(str(value)):,f}".removesuffix(".0"), f" {unit}" if unit else ""
    german = english.translate(str.maketrans(",.", ".,"))
    return Message(template=english + after, translations={"de": german + after})


def suggestion(near: str | None) -> Message | str:
    """Say a near name before the next step; nothing where there is none."""
    return followed(message("did you mean {near!r}? Otherwise", near=near), " ") if near else ""


def followed(said: Message, by: str) -> Message:
    """Say a sentence with a space or mark after it, so that another one can follow."""
    pattern = f"{{said}}{by}"
    return Message(template=pattern, values={"said": said}, translations={"de": pattern})


def day_of_year(month: int, day: int) -> Message:
    """Say a day of any year: ``21 February`` in English, ``21.02.`` in German."""
    return Message(template=f"{day} {_MONTHS[month - 1]}", translations={"de": f"{day:02}.{month:02}."})


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
