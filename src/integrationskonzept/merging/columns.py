"""Columns of a table of elements, from the description of the model."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from attrs import frozen

from integrationskonzept.i18n.messages import Message, label, message
from integrationskonzept.model.description import MODEL, AttributeDescription, ValueType
from integrationskonzept.model.format_value import value_message
from integrationskonzept.model.partial_date import PartialDate

_OF_PROVENANCE = frozenset({"note"})
"""Attributes of provenance that a table has; all others speak of the document."""
_MARK = "@"


@frozen(kw_only=True)
class SheetColumn:
    """A column of a table of elements: an attribute of theirs, or of a record inside."""

    steps: tuple[str, ...]
    """Names of the attributes from the element to the value."""
    attribute: AttributeDescription
    """The last of these attributes."""
    leaf: AttributeDescription
    """The attribute of a single value: that of a record which a bare value stands for, or else `attribute`."""
    day: PartialDate | None = None
    """The date of the entry that it belongs to, in a list of dated entries such as status reports."""

    @property
    def record(self) -> Any:
        """The class of the records that the lines of a cell stand for; None for plain values."""
        return self.attribute.kind if self.attribute.type is ValueType.RECORD else None

    @property
    def key(self) -> str:
        """The name of the column for programs, such as ``target.value`` or ``status_reports@2026-12.report``."""
        first, *rest = self.steps
        return ".".join((first if self.day is None else f"{first}{_MARK}{self.day}", *rest))

    @property
    def title(self) -> Message:
        """The name of the column for people."""
        said: Message = label(self.steps[-1])
        if self.day is not None:
            return message("{column} ({day})", column=said, day=value_message(self.day))
        for step in reversed(self.steps[:-1]):
            said = message("{around}: {part}", around=label(step), part=said)
        return said


@cache
def columns_of(kind: Any) -> Mapping[str, SheetColumn]:
    """Return the columns of a class of elements by their key, in the order of files; the id is none of them."""
    return {column.key: column for column in _columns(kind, ()) if column.steps != ("id",)}


def _columns(kind: Any, around: tuple[str, ...]) -> Iterator[SheetColumn]:
    for name, each in MODEL[kind].in_files.items():
        if each.last and (around or name not in _OF_PROVENANCE):
            continue
        steps = (*around, name)
        if each.type is not ValueType.RECORD:
            yield SheetColumn(steps=steps, attribute=each, leaf=each)
        elif each.many:
            bare = MODEL[each.kind].bare
            if bare is not None and bare.type is not ValueType.RECORD:
                yield SheetColumn(steps=steps, attribute=each, leaf=bare)
        else:
            yield from _columns(each.kind, steps)


def dated_columns(kind: Any, list_name: str, day: PartialDate, names: tuple[str, ...]) -> tuple[SheetColumn, ...]:
    """Return columns for the entry of one day in a list of dated entries, such as the status report of a round."""
    entry = MODEL[kind].attributes[list_name].kind
    columns = (column_at(kind, f"{list_name}{_MARK}{day}.{name}") for name in names if name in MODEL[entry].attributes)
    return tuple(column for column in columns if column is not None)


def column_at(kind: Any, key: str) -> SheetColumn | None:
    """Return the column of a class of elements with this key; None if there is none."""
    first, _, name = key.partition(".")
    list_name, mark, day = first.partition(_MARK)
    if not mark:
        return columns_of(kind).get(key)
    around = MODEL[kind].attributes.get(list_name)
    if around is None or not around.many or around.type is not ValueType.RECORD:
        return None
    inside = columns_of(around.kind).get(name)
    if inside is None or "as_of" not in MODEL[around.kind].attributes:
        return None
    try:
        date = PartialDate(day)
    except ValueError:
        return None
    return SheetColumn(steps=(list_name, *inside.steps), attribute=inside.attribute, leaf=inside.leaf, day=date)
