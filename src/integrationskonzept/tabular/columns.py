"""Helpers for table columns."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from integrationskonzept.evaluation.current_status import pursuit
from integrationskonzept.findings import Path
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.actor import Involvement
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.element import Element
from integrationskonzept.model.goal import Goal
from integrationskonzept.model.measure import Measure
from integrationskonzept.tabular.table import Column, ColumnType

SEPARATOR = "; "
"""Separator of list items in one cell."""


def text(name: str, description: Message) -> Column:
    """Return a column of text."""
    return Column(name=name, type=ColumnType.STRING, description=description)


def integer(name: str, description: Message, unit: str | None = None) -> Column:
    """Return a column of whole numbers."""
    return Column(name=name, type=ColumnType.INTEGER, description=description, unit=unit)


def number(name: str, description: Message, unit: str | None = None) -> Column:
    """Return a column of numbers."""
    return Column(name=name, type=ColumnType.NUMBER, description=description, unit=unit)


def truth(name: str, description: Message) -> Column:
    """Return a column of yes and no."""
    return Column(name=name, type=ColumnType.BOOLEAN, description=description)


def day(name: str, description: Message) -> Column:
    """Return a column of calendar days."""
    return Column(name=name, type=ColumnType.DATE, description=description)


def columns_of(
    columns: Sequence[Column], concept: Concept, rows: Iterable[tuple[Any, ...]]
) -> Mapping[str, Sequence[Any]]:
    """Build columns from rows that lack the first cell, the concept's id."""
    turned = list(zip(*rows, strict=True)) or [() for _ in columns[1:]]
    data: dict[str, Sequence[Any]] = {columns[0].name: [concept.id] * len(turned[0])}
    data.update((column.name, values) for column, values in zip(columns[1:], turned, strict=True))
    return data


def joined(values: Iterable[object]) -> str | None:
    """Return a list as the text of one cell; None for an empty list."""
    return SEPARATOR.join(str(value) for value in values) or None


def actors(involvements: Iterable[Involvement]) -> str | None:
    """Return the ids of the actors involved as the text of one cell; None when there are none."""
    return joined(actor for involvement in involvements for actor in involvement.actor_refs)


def pursued(column: str = "pursuit") -> Column:
    """Return the column that states whether the measure or goal of a row is still pursued."""
    return text(column, _PURSUIT)


_PURSUIT = message(
    "Whether the measure or goal is pursued: active, done, permanent or unknown;"
    " given_up, rejected, merged, split or replaced where it is not"
)


def said(value: object | None) -> str | None:
    """Return a value as text; None stays None."""
    return None if value is None else str(value)


def ids_around(concept: Concept, path: Path, *nouns: type[Element]) -> tuple[str | None, ...]:
    """Return the id of the nearest element of each noun around `path`; None where there is none."""
    elements = list(around(concept, path))
    return tuple(next((found.id for found in elements if isinstance(found, noun)), None) for noun in nouns)


def state_around(concept: Concept, path: Path) -> str | None:
    """Return whether the nearest measure or goal around `path` is pursued; None where there is none."""
    nearest = next((one for one in around(concept, path) if isinstance(one, Measure | Goal)), None)
    return None if nearest is None else str(pursuit(nearest, concept).state)


def around(concept: Concept, path: Path) -> Iterator[Element]:
    """Yield the elements around `path`, the nearest first, the concept itself last."""
    steps: list[Any] = [concept]
    for step in path[:-1]:
        steps.append(steps[-1][step] if isinstance(step, int) else getattr(steps[-1], step))
    yield from (record for record in reversed(steps) if isinstance(record, Element))
