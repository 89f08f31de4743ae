"""Helpers for table columns."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from attrs import frozen

from integrationskonzept.evaluation.current_status import pursuit
from integrationskonzept.findings import Path
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.actor import Involvement
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.element import Element
from integrationskonzept.model.goal import Goal
from integrationskonzept.model.measure import Measure
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


def actors(involvements: Iterable[Involvement]) -> list[str]:
    """Return the ids of the actors involved."""
    return [actor for involvement in involvements for actor in involvement.actor_refs]


def pursued() -> Column:
    """Return the column that states whether the measure or goal of a row is still pursued."""
    return text("pursuit", _PURSUIT)


_PURSUIT = message(
    "Whether the measure or goal is pursued: active, done, permanent or unknown;"
    " given_up, rejected, merged, split or replaced where it is not"
)


@frozen
class Placed:
    """An element as a row, with what is around it."""

    concept: Concept
    element: Any
    around: tuple[Element, ...]
    """The elements around it, the nearest first."""

    def id_of(self, noun: type[Element]) -> str | None:
        """Return the id of the nearest element of a noun around it; None where there is none."""
        return next((found.id for found in self.around if isinstance(found, noun)), None)

    def __getattr__(self, name: str) -> Any:
        """Return an attribute of the element."""
        return getattr(self.element, name)

    @property
    def pursuit(self) -> str | None:
        """Whether the nearest measure or goal around it is pursued; None where there is none."""
        nearest = next((one for one in self.around if isinstance(one, Measure | Goal)), None)
        return None if nearest is None else str(pursuit(nearest, self.concept).state)


def placed(concept: Concept, *nouns: type[Element]) -> Iterator[Placed]:
    """Yield every element of some nouns with what is around it."""
    for noun in nouns:
        for path, element in concept.records.get(noun):
            yield Placed(concept, element, tuple(around(concept, path)))


def around(concept: Concept, path: Path) -> Iterator[Element]:
    """Yield the elements around `path`, the nearest first, the concept itself last."""
    steps: list[Any] = [concept]
    for step in path[:-1]:
        steps.append(steps[-1][step] if isinstance(step, int) else getattr(steps[-1], step))
    yield from (record for record in reversed(steps) if isinstance(record, Element))
