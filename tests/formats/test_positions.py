"""Wherever the bundled file is damaged, a finding has the line and column of the damage."""

from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest
import yaml

from integrationskonzept.errors import InvalidConceptError
from integrationskonzept.findings import Path, Position
from integrationskonzept.formats.json import JSON
from integrationskonzept.formats.load import read_file
from integrationskonzept.formats.yaml import YAML

TEXT = files("integrationskonzept").joinpath("concepts", "sachsenheim.yaml").read_text("utf-8")


def nodes(node: yaml.Node, path: Path = ()) -> Iterator[tuple[Path, yaml.Node | None, yaml.Node]]:
    """Yield path, key (None for a list item) and value of everything below `node`, as a different reader finds them."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield (*path, key.value), key, value
            yield from nodes(value, (*path, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for position, item in enumerate(node.value):
            yield (*path, position), None, item
            yield from nodes(item, (*path, position))


NODES = list(nodes(yaml.compose(TEXT, yaml.CSafeLoader) or pytest.fail("no document")))
KEYS = [(path, key) for path, key, _ in NODES if key is not None]
SCALARS = [value for _, _, value in NODES if isinstance(value, yaml.ScalarNode)]
DEPTHS = sorted({len(path) for path, _ in KEYS})
OPENING: dict[type[yaml.Node], str] = {yaml.MappingNode: "{", yaml.SequenceNode: "["}
AT_ONCE = 400
"""How many are damaged at once: fewer than the problems that are reported of one file."""
STRIDE = len(SCALARS) // AT_ONCE + 1


def position_of(node: yaml.Node) -> Position:
    return Position(node.start_mark.line + 1, node.start_mark.column + 1)


def damaged(pieces: list[Any], put_in: str) -> str:
    """Return the file with `put_in` and a number in place of each piece, without a change of line numbers."""
    parts, at = [], 0
    for number, piece in enumerate(pieces):
        start, end = piece.start_mark.index, piece.end_mark.index
        parts += [TEXT[at:start], put_in.format(number), "\n" * TEXT.count("\n", start, end)]
        at = end
    return "".join([*parts, TEXT[at:]])


def positions_in(text: str) -> set[Position]:
    """Return the positions of all findings in `text`."""
    with pytest.raises(InvalidConceptError) as error:
        read_file(text.encode("utf-8"), YAML)
    places = [place for finding in error.value.findings for place in finding.places]
    return {Position(place.line or 0, place.column or 0) for place in places}


def test_the_bundled_file_has_keys_and_values_to_damage() -> None:
    assert len(KEYS) > 3000
    assert len(SCALARS) > 3000


@pytest.mark.parametrize("first", range(STRIDE))
def test_every_damaged_value_is_found_where_it_stands(first: int) -> None:
    pieces = SCALARS[first::STRIDE]
    assert {position_of(piece) for piece in pieces} <= positions_in(damaged(pieces, "[[{}]]"))


@pytest.mark.parametrize("depth", DEPTHS)  # what stands below a damaged key is not looked at
def test_every_damaged_key_is_found_where_it_stands(depth: int) -> None:
    keys = [key for path, key in KEYS if len(path) == depth]
    for first in range(0, len(keys), AT_ONCE):
        pieces = keys[first : first + AT_ONCE]
        assert {position_of(piece) for piece in pieces} <= positions_in(damaged(pieces, "kaputt{}"))


def test_keys_and_values_stand_where_another_reader_finds_them() -> None:
    positions = YAML.read(TEXT.encode("utf-8")).positions  # type: ignore[misc]  # YAML is read
    for path, key, value in NODES:
        assert positions(path) == (position_of(key) if key else None, position_of(value)), path


def test_json_has_positions_as_well() -> None:
    data = YAML.read(TEXT.encode("utf-8")).data  # type: ignore[misc]  # YAML is read
    content = JSON.write(data)  # type: ignore[misc]  # JSON is written
    lines = content.decode("utf-8").split("\n")
    positions = JSON.read(content).positions  # type: ignore[misc]  # JSON is read
    for path, _, node in NODES:
        key, value = positions(path)
        assert value is not None
        rest = lines[value.line - 1][value.column - 1 :]
        assert rest[0] == OPENING.get(type(node), rest[0])
        if key is not None:
            assert lines[key.line - 1][key.column - 1 :].startswith(f'"{path[-1]}": {rest}')


def test_a_path_beyond_the_file_leads_to_what_is_nearest() -> None:
    positions = YAML.read(b"a:\n  b: [1, 2]\n").positions  # type: ignore[misc]  # YAML is read
    assert positions(("a", "b", 7, "c")) == (Position(2, 3), Position(2, 6))
    assert positions(("z",)) == (None, Position(1, 1))
