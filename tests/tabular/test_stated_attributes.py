"""Whatever a concept states stands in exactly one table: every attribute of every record, keys apart."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import count
from pathlib import Path
from typing import Any

import attrs
import pytest

import integrationskonzept as ik
from integrationskonzept.errors import InvalidValueError
from integrationskonzept.model import PartialDate, Record
from integrationskonzept.model.description import MODEL, AttributeDescription, ValueType
from integrationskonzept.model.tree import revise, walk
from integrationskonzept.tabular.frame import Frame
from integrationskonzept.testing import example_concept, seeded
from tests.model.conftest import NAMES, town

EXCEPTED = {"extra": "the town's own keys", "checks": "settings of the checks"}
"""Attributes that are in no table, as the documentation says."""
PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "tables.md"
MARKED = {ValueType.TEXT, ValueType.REFERENCE, ValueType.DATE, ValueType.AMOUNT}
FIRST = date(1950, 1, 1)


class Marker:
    """Replaces each stated value by one that occurs nowhere else."""

    def __init__(self) -> None:
        self._numbers = count(1000)
        self.seen: dict[str, tuple[type, str]] = {}
        """The class and the attribute of each value, by its text."""

    def marked(self, record: Record) -> Any:
        """Return a record with such values."""
        changes: dict[str, Any] = {}
        for each in stated(record):
            if each.type in MARKED and each.name != "language":
                value = getattr(record, each.name)
                changes[each.name] = (
                    tuple(self._value(record, each) for _ in value) if each.many else self._value(record, each)
                )
        try:
            return attrs.evolve(record, **changes)
        except InvalidValueError:  # an end before its start: only texts are replaced
            texts: dict[str, Any] = {name: one for name, one in changes.items() if isinstance(one, str | tuple)}
            return attrs.evolve(record, **texts)

    def _value(self, record: Record, each: AttributeDescription) -> Any:
        number = next(self._numbers)
        value: Any = f"w{number}w"
        if each.type is ValueType.DATE:
            value = PartialDate((FIRST + timedelta(number)).isoformat())
        elif each.type is ValueType.AMOUNT:
            value = Decimal(number * 1_000_000_007)
        self.seen[str(value)] = type(record), each.name
        return value


def stated(record: Record) -> Iterator[AttributeDescription]:
    """Yield the attributes of a record that it states, keys and lists of records apart."""
    for each in MODEL[type(record)].in_files.values():
        if getattr(record, each.name) != each.default and each.type not in {ValueType.ID, ValueType.RECORD}:
            yield each


def values(frame: Frame) -> Iterator[tuple[int, str]]:
    """Yield the single values in the columns of a table that are not computed, each with the number of its row."""
    for column in frame.columns:
        for row, cell in enumerate(frame[column.name]) if column.holds else ():
            yield from ((row, one) for one in str(cell).split("; "))


def town_records(concept: ik.Concept) -> Iterator[Record]:
    settings = walk(concept.checks).records if concept.checks else []
    yield from (record for _, record in walk(concept) if not any(record is one for one in settings))


def marked(concept: ik.Concept) -> tuple[ik.Concept, dict[str, tuple[type, str]]]:
    marker = Marker()
    inside: Any = revise(concept, marker.marked)
    return marker.marked(inside), marker.seen


CONCEPTS = [example_concept(), ik.concept("sachsenheim"), ik.concept("musterstadt-2027"), *map(town, NAMES)]


@pytest.mark.parametrize("concept", [*CONCEPTS, *map(seeded, range(40))], ids=lambda concept: str(concept.id))
def test_every_stated_attribute_stands_in_exactly_one_table(concept: ik.Concept) -> None:
    concept, _ = marked(concept)
    places: dict[str, set[str]] = defaultdict(set)
    rows: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for name, frame in ik.tables(concept).items():
        if frame.table.kind is not None:
            for row, value in values(frame):
                places[value].add(name)
                rows[name][value].add(row)
    for record in town_records(concept):
        told = {}
        for each in stated(record):
            value = getattr(record, each.name)
            for one in value if each.many else (value,):
                told[each.name] = written(one)
                if each.type in MARKED and each.name != "language":
                    assert len(places[written(one)]) == 1, (
                        f"{type(record).__name__}.{each.name}: {places[written(one)]}"
                    )
        unique = [told[each.name] for each in stated(record) if each.type in MARKED and each.name != "language"]
        if unique:  # whatever else the record states stands beside it
            (table,) = places[unique[0]]
            together = set.intersection(*(rows[table][value] for value in told.values()))
            assert together, f"{type(record).__name__}: {told} do not stand in one row of {table}"


def written(value: Any) -> str:
    return value.strftime("%H:%M") if hasattr(value, "strftime") else str(value)


def test_what_is_in_no_table_is_little_and_the_documentation_says_why() -> None:
    held = {attribute for frame in ik.tables().values() for column in frame.columns for attribute in column.holds}
    kinds = {frame.table.kind for frame in ik.tables().values()}
    left_out = {
        each.name
        for kind in (ik.Concept, *MODEL.below(ik.Concept))
        for each in MODEL[kind].attributes.values()
        if each.name not in held and each.kind not in kinds and each.name != "origin"
    }
    settings = {
        name for kind in (*MODEL.below(MODEL.at(ik.Concept, "checks").kind),) for name in MODEL[kind].attributes
    }
    settings |= set(MODEL[MODEL.at(ik.Concept, "checks").kind].attributes)
    assert left_out - (settings - {"extra"}) == set(EXCEPTED)
    assert len(EXCEPTED) <= 12
    page = PAGE.read_text("utf-8")
    assert all(f"| `{name}` |" in page for name in ("x-…", "checks"))
