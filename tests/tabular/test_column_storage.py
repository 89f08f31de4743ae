"""Cells of a column that are no list, and read like one."""

from array import array
from collections.abc import Sequence
from datetime import date
from typing import Any

import pyarrow as pa
import pytest

from integrationskonzept.tabular.column_storage import Coded, NumberedTexts, Stacked, numbered, repeated

WORDS = ["Kurse", "Kurse", None, "Kurse", "%"]
CELLS = [
    Coded(["Kurse", None, "%"], array("i", [0, 0, 1, 0, 2])),
    Stacked([["Kurse", "Kurse"], [], (None, "Kurse"), ["%"]]),
    Stacked([["Kurse"], Coded(["Kurse", None, "%"], array("i", [0, 1, 0, 2]))]),
]


@pytest.mark.parametrize("cells", CELLS)
def test_cells_read_like_a_list(cells: Sequence[Any]) -> None:
    other: object = "Kurse"
    assert cells != other
    assert cells == WORDS
    assert cells != WORDS[:-1]
    assert (len(cells), list(cells), repr(cells)) == (5, WORDS, repr(WORDS))
    assert [cells[position] for position in range(-5, 5)] == WORDS + WORDS
    assert (cells[1:4], cells[::-2], cells[9:]) == (WORDS[1:4], WORDS[::-2], [])
    assert (cells.index("%"), cells.count("Kurse"), None in cells) == (4, 3, True)
    for beyond in (-6, 5):
        with pytest.raises(IndexError):
            cells[beyond]


def test_texts_with_numbers_read_like_a_list_of_texts() -> None:
    cells = NumberedTexts(["a.b", "c"], array("i", [0, 0, 1, 0]), array("i", [0, 1, -1, 12]))
    wanted = ["a.b[0]", "a.b[1]", "c", "a.b[12]"]
    assert (list(cells), len(cells), cells[1], cells[-1], cells[1:3]) == (wanted, 4, "a.b[1]", "a.b[12]", wanted[1:3])
    assert pa.array(cells, type=pa.string()) == pa.array(wanted)
    assert len(pa.array(NumberedTexts([], array("i"), array("i")), type=pa.string())) == 0


@pytest.mark.parametrize("cells", CELLS)
def test_cells_become_the_array_that_a_list_would(cells: Sequence[Any]) -> None:
    assert pa.chunked_array([pa.array(cells, type=pa.string())]).combine_chunks() == pa.array(WORDS, type=pa.string())


def test_days_are_kept_once_and_stand_wherever_they_are_named() -> None:
    days = {"2025": date(2025, 1, 1), "2026": date(2026, 1, 1)}
    cells = Coded(list(days.values()), numbered(["2026", "2025", "2026"], days))
    assert cells == [date(2026, 1, 1), date(2025, 1, 1), date(2026, 1, 1)]


def test_a_value_is_repeated_as_often_as_is_said() -> None:
    assert Coded(["a", "b", "c"], repeated([2, 0, 1])) == ["a", "a", "c"]
