"""Numbers and dates inside sentences, as each language writes them."""

from decimal import Decimal

from integrationskonzept.language import Message


def number(value: float | Decimal) -> Message:
    """Say a number: ``19,641.5`` in English, ``19.641,5`` in German."""
    english = f"{Decimal(str(value)):,f}"
    return Message(template=english, translations={"de": english.translate(str.maketrans(",.", ".,"))})


def day_of_year(month: int, day: int) -> Message:
    """Say a day of any year: ``21 February`` in English, ``21.02.`` in German."""
    return Message(template=f"{day} {_MONTHS[month - 1]}", translations={"de": f"{day:02}.{month:02}."})


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
