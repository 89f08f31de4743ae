"""Helpers for table columns."""

from collections.abc import Callable
from typing import Any

from integrationskonzept.i18n.languages import LANGUAGES
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.concept import Concept
from integrationskonzept.tabular.table import Column, ColumnType

Value = Callable[[Any], Any]
"""A function from a row to the value of one column."""


def text(name: str, description: Message, value: Value | None = None) -> Column:
    """Return a column of text."""
    return Column(name=name, type=ColumnType.STRING, description=description, value=value)


def integer(name: str, description: Message, value: Value | None = None) -> Column:
    """Return a column of whole numbers."""
    return Column(name=name, type=ColumnType.INTEGER, description=description, value=value)


def number(name: str, description: Message, value: Value | None = None) -> Column:
    """Return a column of numbers."""
    return Column(name=name, type=ColumnType.NUMBER, description=description, value=value)


def truth(name: str, description: Message, value: Value | None = None) -> Column:
    """Return a column of yes and no."""
    return Column(name=name, type=ColumnType.BOOLEAN, description=description, value=value)


def day(name: str, description: Message, value: Value | None = None) -> Column:
    """Return a column of calendar days."""
    return Column(name=name, type=ColumnType.DATE, description=description, value=value)


def pursued() -> Column:
    """Return the column that states whether the measure or goal of a row is still pursued."""
    return text("pursuit", _PURSUIT)


_PURSUIT = message(
    "Whether the measure or goal is pursued: active, done, permanent or unknown;"
    " given_up, rejected, merged, split or replaced where it is not"
)


def row_language(concept: Concept) -> str:
    """Return the language of the sentences in the rows of a concept: its own, or English if that is not known."""
    language = concept.language.partition("-")[0]
    return language if language in LANGUAGES else "en"
