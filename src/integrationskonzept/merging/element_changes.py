"""Change elements by the cells of their rows."""

from collections.abc import Mapping
from difflib import SequenceMatcher
from typing import Any

import attrs

from integrationskonzept.evaluation.latest import in_order
from integrationskonzept.i18n.messages import label, message
from integrationskonzept.merging.cells import Value, entry_of, line_of
from integrationskonzept.merging.columns import SheetColumn
from integrationskonzept.model.description import MODEL, ValueType
from integrationskonzept.model.partial_date import PartialDate
from integrationskonzept.observations.cell_parsing import UnreadableError


def changed(element: Any, values: Mapping[SheetColumn, Value]) -> Any:
    """Return an element with new values in some columns.

    Raise `UnreadableError` or `InvalidValueError` if it cannot take them together.
    """
    dated: dict[tuple[str, PartialDate], dict[SheetColumn, Value]] = {}
    plain: dict[tuple[str, ...], tuple[SheetColumn, Value]] = {}
    for column, value in values.items():
        if column.day is None:
            plain[column.steps] = column, value
        else:
            dated.setdefault((column.steps[0], column.day), {})[column] = value
    result = _changed(element, plain)
    for (name, day), parts in dated.items():
        result = attrs.evolve(result, **{name: _with_entry(result, name, day, parts)})
    return result


def _with_entry(element: Any, name: str, day: PartialDate, parts: Mapping[SheetColumn, Value]) -> tuple[Any, ...]:
    entries = getattr(element, name)
    there = entry_of(entries, day)
    inside = {column.steps[1:]: (column, value) for column, value in parts.items()}
    kind: Any = MODEL[type(element)].attributes[name].kind
    entry = _new(kind, inside, as_of=day) if there is None else _changed(there, inside)
    others = [each for each in entries if each is not there]
    return tuple(in_order([*others, entry]))


def _new(kind: Any, values: Mapping[tuple[str, ...], tuple[SheetColumn, Value]], **given: Any) -> Any:
    """Return a new record with values at some paths."""
    plain = {steps[0]: _converted((), each) for steps, each in values.items() if len(steps) == 1}
    plain = {name: value for name, value in plain.items() if value is not None} | given
    missing = MODEL[kind].missing(plain)
    if missing:
        raise UnreadableError(message("'{attribute}' must be stated too", attribute=label(missing[0])))
    return _changed(kind(**plain), {steps: each for steps, each in values.items() if len(steps) > 1})


def _changed(record: Any, values: Mapping[tuple[str, ...], tuple[SheetColumn, Value]]) -> Any:
    """Return a record with new values at some paths below it."""
    changes: dict[str, Any] = {}
    below: dict[str, dict[tuple[str, ...], tuple[SheetColumn, Value]]] = {}
    for (name, *rest), each in values.items():
        if rest:
            below.setdefault(name, {})[tuple(rest)] = each
            continue
        described = MODEL[type(record)].attributes[name]
        new = _converted(getattr(record, name), each)
        if new is None and described.required:
            raise UnreadableError(message("'{attribute}' must be stated", attribute=label(name)))
        changes[name] = described.default if new is None else new
    for name, inside in below.items():
        described = MODEL[type(record)].attributes[name]
        there = getattr(record, name)
        new = _new(described.kind, inside) if there is None else _changed(there, inside)
        changes[name] = None if described.optional and _says_nothing(new) else new
    return attrs.evolve(record, **changes) if changes else record


def _says_nothing(record: Any) -> bool:
    described = MODEL[type(record)].in_files.values()
    return not record.extra and all(getattr(record, each.name) == each.default for each in described)


def _converted(old: Any, each: tuple[SheetColumn, Value]) -> Any:
    """Return the value of an attribute for the plain data of a cell; None for an empty one."""
    column, value = each
    if not isinstance(value, list):
        return value
    if column.record is None:
        return tuple(value)
    return tuple(_records(tuple(old or ()), column, value))


def _records(old: tuple[Any, ...], column: SheetColumn, lines: list[Any]) -> list[Any]:
    """Return records for the lines of a cell: those of unchanged lines stay, and what is known beside a text too."""
    before = [line_of(item, column) for item in old]
    keeps_rest = column.leaf.type is not ValueType.REFERENCE
    result: list[Any] = []
    matcher = SequenceMatcher(None, [str(line) for line in before], [str(line) for line in lines], autojunk=False)
    for _, start, end, first, last in matcher.get_opcodes():
        for position in range(first, last):
            there = old[start + position - first] if start + position - first < end else None
            if there is not None and before[start + position - first] == lines[position]:
                result.append(there)
                continue
            value = lines[position].split("; ") if column.leaf.many else lines[position]
            new = {column.leaf.name: value}
            result.append(column.record(**new) if there is None or not keeps_rest else attrs.evolve(there, **new))
    return result
