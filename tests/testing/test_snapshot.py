"""The state of a target system can be compared, however it is built."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from attrs import define, field

from integrationskonzept.testing.snapshot import snapshot


@define
class Board:
    notes: dict[str, Any] = field(factory=dict)


@define(slots=False)
class Site:
    pages: list[str] = field(factory=list)


@pytest.mark.parametrize(
    ("target", "change"),
    [
        (Board(), lambda target: target.notes.update(a=1)),
        (Board({"a": {1, 2}}), lambda target: target.notes["a"].add(3)),
        (Board({"a": frozenset({1})}), lambda target: target.notes.update(a=frozenset({2}))),
        (Site(), lambda target: target.pages.append("x")),
        (SimpleNamespace(board=Board()), lambda target: target.board.notes.update(a=1)),
        (SimpleNamespace(), lambda target: setattr(target, "new", 1)),
        ((1, [2]), lambda target: target[1].append(3)),
    ],
)
def test_a_change_is_seen(target: Any, change: Callable[[Any], object]) -> None:
    before = snapshot(target)
    assert snapshot(target) == before
    change(target)
    assert snapshot(target) != before


def test_a_path_stands_for_the_files_at_and_below_it(tmp_path: Path) -> None:
    before = snapshot([tmp_path, tmp_path / "file"])
    (tmp_path / "file").write_bytes(b"a")
    written = snapshot([tmp_path, tmp_path / "file"])
    (tmp_path / "file").write_bytes(b"b")
    assert len({str(before), str(written), str(snapshot([tmp_path, tmp_path / "file"]))}) == 3


def test_what_holds_itself_and_functions_are_not_followed() -> None:
    target = SimpleNamespace(send=print)
    target.itself = target
    assert snapshot(target) == snapshot(target)
