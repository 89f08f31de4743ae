"""A table of a plugin that is not what it announces is that table's fault, and the others are laid out."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import numpy as np
import pytest
from attrs import evolve

import integrationskonzept as ik
from integrationskonzept import Message
from integrationskonzept.errors import PluginError
from integrationskonzept.plugins import Column, ColumnType, PluginHost, Table, hookimpl

TITLE = Message(template="budget", translations={"de": "Haushalt"})
COLUMNS = (
    Column(name="concept", type=ColumnType.STRING, description=TITLE),
    Column(name="text", type=ColumnType.STRING, description=TITLE),
    Column(name="places", type=ColumnType.INTEGER, description=TITLE),
    Column(name="amount", type=ColumnType.NUMBER, description=TITLE),
    Column(name="spent", type=ColumnType.BOOLEAN, description=TITLE),
    Column(name="day", type=ColumnType.DATE, description=TITLE),
)
TOWN = ik.loads("schema: 2\nid: ulm\ntitle: Ulm\nmunicipality: {name: Ulm}\n")
DAY = date(2026, 1, 1)
RIGHT: dict[str, Any] = {
    "day": [DAY, None],
    "concept": ["ulm", "ulm"],
    "text": ["a", None],
    "places": [1, None],
    "amount": [Decimal("1.5"), 2],
    "spent": [True, None],
}


class Tables:
    """A plugin that brings tables."""

    def __init__(self, *tables: Table) -> None:
        self.tables = tables

    @hookimpl
    def integrationskonzept_tables(self) -> Sequence[Table]:
        return self.tables


def table(data: Any, name: str = "budget") -> Table:
    return Table(name=name, title=TITLE, columns=COLUMNS, fill=lambda _: data)


def host_with(*tables: Table) -> PluginHost:
    host = PluginHost(discover=False)
    host.register(Tables(*tables), "ulm")
    return host


def test_what_is_right_is_laid_out_in_the_order_of_its_columns() -> None:
    frame = ik.tables(TOWN, host=host_with(table(RIGHT)))["budget"]
    assert frame.to_csv() == (
        "concept,edition,text,places,amount,spent,day\r\nulm,,a,1,1.5,true,2026-01-01\r\nulm,,,,2,,\r\n"
    )
    assert len(ik.tables(TOWN, host=host_with(table({name: [] for name in RIGHT})))["budget"]) == 0
    numbers = {**RIGHT, "places": np.array([1, 2]), "amount": np.array([1.5, 2.5])}
    assert len(ik.tables(TOWN, host=host_with(table(numbers)))["budget"]) == 2


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ([1], r"budget: expected a list of values for each column, got \[1\]"),
        ({}, "expected the columns concept, text, places, amount, spent, day; got none"),
        ({**RIGHT, "z": [1]}, "expected the columns concept, .*; got 'day', .*, 'z'"),
        ({**RIGHT, "text": ["a"]}, "expected as many values in every column; got concept 2, text 1, places 2"),
        ({**RIGHT, "text": "ab"}, "expected a list of values in text, got 'ab'"),
        ({**RIGHT, "text": {"a", "b"}}, "expected a list of values in text, got {"),
        ({**RIGHT, "text": ["a", 2]}, "expected string or None in text, row 2; got 2"),
        ({**RIGHT, "places": [1, "viele"]}, "expected integer or None in places, row 2; got 'viele'"),
        ({**RIGHT, "places": [1.5, 2]}, "expected integer or None in places, row 1; got 1.5"),
        ({**RIGHT, "places": [True, 2]}, "expected integer or None in places, row 1; got True"),
        ({**RIGHT, "amount": ["1", 2]}, "expected number or None in amount, row 1; got '1'"),
        ({**RIGHT, "spent": [1, 0]}, "expected boolean or None in spent, row 1; got 1"),
        ({**RIGHT, "day": ["2026-01-01", DAY]}, "expected date or None in day, row 1; got '2026-01-01'"),
        ({**RIGHT, "day": [DAY, datetime(2026, 1, 1)]}, "expected date or None in day, row 2"),  # noqa: DTZ001 - no zone
        ({**RIGHT, "concept": ["ulm", "ulm2"]}, "expected the concept's id 'ulm' in every row of concept; got 'ulm2'"),
        ({**RIGHT, "concept": ["ulm", None]}, "expected the concept's id 'ulm' in every row of concept; got None"),
    ],
)
def test_a_table_that_is_not_what_it_announces_names_its_plugin(data: Any, reason: str) -> None:
    tables = ik.tables(TOWN, host=host_with(table(data)))
    with pytest.raises(PluginError, match=rf"plugin ulm failed while filling the table budget: ValueError: .*{reason}"):
        tables["budget"]
    assert len(tables["measures"]) == 0


def test_a_table_that_depends_on_a_day_is_checked_for_the_day_given() -> None:
    def fill_on(_: ik.Concept, today: date) -> Any:
        return {**RIGHT, "day": [today, None]} if today == DAY else {}

    on_a_day = evolve(table({name: [] for name in RIGHT}), fill_on=fill_on)
    host = host_with(on_a_day)
    assert "budget" not in ik.tables(TOWN, host=host)
    assert ik.tables(TOWN, today=DAY, host=host)["budget"]["day"] == [DAY, None]
    with pytest.raises(PluginError, match="plugin ulm failed while filling the table budget: ValueError: "):
        ik.tables(TOWN, today=date(2027, 1, 1), host=host)["budget"]


def test_a_table_that_has_an_edition_of_its_own_keeps_it() -> None:
    own = Column(name="edition", type=ColumnType.STRING, description=TITLE)
    several = evolve(table({**RIGHT, "edition": ["a", "b"]}), columns=(*COLUMNS, own))
    assert ik.tables(TOWN, host=host_with(several))["budget"]["edition"] == ["a", "b"]


def test_a_table_that_cannot_stand_beside_others_is_not_taken_in() -> None:
    evil = evolve(table(RIGHT))
    object.__setattr__(evil, "name", "../../evil")  # whatever a table checks itself
    wrong = (
        evil,
        evolve(table(RIGHT, "first"), columns=(COLUMNS[1], COLUMNS[4])),
        evolve(table(RIGHT, "empty"), columns=()),
        evolve(table(RIGHT, "twice"), columns=(*COLUMNS, COLUMNS[1])),
        table(RIGHT, "findings"),
    )
    host = host_with(*wrong, table(RIGHT, "right"))
    assert [str(fault) for fault in host.plugins()[1].faults] == [
        "a table cannot be called ''../../evil'': use lower-case letters and digits joined by '-', '.' or '_'",
        "the first column of the table 'first' must be 'concept', the concept's id; got text, spent",
        "the first column of the table 'empty' must be 'concept', the concept's id; got nothing",
        "the table 'twice' has several columns 'text'",
        "the table 'findings' is not used: the table of findings is this library's own",
    ]
    assert host.plugins()[1].brings == ("table right",)


def test_a_data_package_holds_the_tables_of_plugins_and_names_those_that_fail() -> None:
    export = ik.export(TOWN, "datapackage", host=host_with(table(RIGHT), table({}, "broken")))
    files = {file.name: file.content for file in export.files}
    assert files["data/budget.csv"].startswith(b"concept,edition,text,places,amount,spent,day\r\nulm,,a,1,1.5,true,")
    assert b'"name": "budget"' in files["datapackage.json"]
    assert "data/broken.csv" not in files
    assert any(
        "the table 'broken' is left out: plugin ulm failed while filling the table broken" in loss.message.text()
        for loss in export.warnings
    )
