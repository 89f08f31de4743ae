"""Compare two versions of plain data and carry changes over."""

import json
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Any


def is_same(one: Any, other: Any) -> bool:
    """Return whether two values are equal and of the same type: 1, 1.0 and true all differ."""
    if type(one) is not type(other) or one != other:
        return False
    if isinstance(one, dict):
        return all(is_same(value, other[key]) for key, value in one.items())
    return not isinstance(one, list) or all(map(is_same, one, other))


def match_items(old: Sequence[Any], new: Sequence[Any]) -> list[int | None]:
    """Return for each item of `new` its position in `old`; None for an added item.

    Items are matched by ``id`` if all have one, otherwise by content: items between equal items count as changed in
    place.
    """
    before, after = _ids(old), _ids(new)
    if before is not None and after is not None:
        positions = {id: position for position, id in enumerate(before)}
        return [positions.get(id) for id in after]
    found: list[int | None] = [None] * len(new)
    matcher = SequenceMatcher(None, [_key(item) for item in old], [_key(item) for item in new], autojunk=False)
    for kind, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        if kind in ("equal", "replace"):
            for position in range(min(old_end - old_start, new_end - new_start)):
                found[new_start + position] = old_start + position
    return found


def _ids(items: Sequence[Any]) -> list[str] | None:
    ids = [item.get("id") if isinstance(item, dict) else None for item in items]
    is_unique = all(isinstance(id, str) for id in ids) and len(set(ids)) == len(ids)
    return ids if is_unique else None  # type: ignore[return-value]  # all of them are text


def _key(item: Any) -> str:
    return json.dumps(item, sort_keys=True)


def carry_changes(stated: Any, old: Any, new: Any) -> Any:
    """Return `stated`, an equivalent form of `old`, with the differences between `old` and `new`.

    A file may differ from the canonical form: a list of one item as the bare item, or a default given explicitly.
    Only changed values take the form of `new`.
    """
    if is_same(old, new):
        return stated
    if isinstance(stated, dict) and isinstance(old, dict) and isinstance(new, dict):
        return _carry_into_mapping(stated, old, new)
    if isinstance(stated, list) and isinstance(old, list) and isinstance(new, list) and len(stated) == len(old):
        return [
            item if position is None else carry_changes(stated[position], old[position], item)
            for position, item in zip(match_items(old, new), new, strict=True)
        ]
    return new


def _carry_into_mapping(stated: dict[str, Any], old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    kept = {}
    for key, value in stated.items():
        if key in new:
            kept[key] = carry_changes(value, old[key], new[key]) if key in old else new[key]
        elif key not in old:
            kept[key] = value
    added = [key for key, value in new.items() if key not in stated and not (key in old and is_same(old[key], value))]
    order = list(kept)
    for key in added:
        earlier = [other for other in _before(key, new) if other in order]
        order.insert(order.index(earlier[-1]) + 1 if earlier else 0, key)
    return {key: kept[key] if key in kept else new[key] for key in order}


def _before(key: str, data: dict[str, Any]) -> list[str]:
    keys = list(data)
    return keys[: keys.index(key)]
