"""Making a changed record from one that stays as it is; what does not change is shared."""

from collections.abc import Callable, Container, Iterable, Iterator
from operator import is_
from typing import Any, TypeVar

import attrs

from integrationskonzept.findings import Path
from integrationskonzept.model.record import Record
from integrationskonzept.model.walk import nested, references

R = TypeVar("R", bound=Record)


def with_value(record: R, path: Path, value: Any) -> R:
    """Return `record` with the value at `path` replaced; everything beside the path is shared."""
    changed: R = _with_value(record, path, value)
    return changed


def _with_value(around: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        return (*around[:step], _with_value(around[step], rest, value), *around[step + 1 :])
    return attrs.evolve(around, **{step: _with_value(getattr(around, step), rest, value)})


def revise(record: R, change: Callable[[Record], Record | None]) -> R:
    """Return `record` with every record below it put through `change`, which drops one by returning None.

    In place of a dropped record that stands in no list comes what the attribute is when not
    given. Whatever did not change is shared.
    """
    changes: dict[str, Any] = {}
    for name, many in nested(type(record)):
        value = getattr(record, name)
        if not value:
            continue
        old = value if many else (value,)
        new = tuple(_revised(old, change))
        if len(new) != len(old) or not all(map(is_, new, old)):
            changes[name] = new if many else new[0] if new else _when_not_given(record, name)
    return attrs.evolve(record, **changes) if changes else record


def _revised(records: Iterable[Record], change: Callable[[Record], Record | None]) -> Iterator[Record]:
    for record in records:
        changed = change(record)
        if changed is not None:
            yield revise(changed, change)


def _when_not_given(record: Record, name: str) -> Any:
    default: Any = getattr(attrs.fields(type(record)), name).default
    return default.factory() if isinstance(default, attrs.Factory) else default  # type: ignore[arg-type]  # factories of the model take no argument


def without_references(record: R, gone: Container[str]) -> R | None:
    """Return `record` without its references to the addresses in `gone`; None when it only stood for one.

    It only stood for a reference when its bare form is that reference, or when it cannot be
    without it.
    """
    changes: dict[str, Any] = {}
    for name, noun, many in references(type(record)):
        value = getattr(record, name)
        if not value:
            continue
        old = value if many else (value,)
        new = tuple(id for id in old if (id if noun == "*" else f"{noun}/{id}") not in gone)
        if len(new) != len(old):
            changes[name] = new if many else _when_not_given(record, name)
            if not new and (name == record.SHORT or changes[name] is attrs.NOTHING):
                return None
    return attrs.evolve(record, **changes) if changes else record
