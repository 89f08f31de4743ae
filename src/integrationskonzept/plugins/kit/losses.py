"""Losses by declaration: what a concept states and an exporter does not write.

An exporter declares which attributes it writes. Everything else that is stated is a loss, which nobody lists by hand:
a new attribute of the model is a loss of every exporter until that declares it.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from functools import cache, cached_property
from typing import Any

from attrs import define, field, frozen

from integrationskonzept.i18n.messages import Message, added_label, label, message
from integrationskonzept.model.check_settings import CheckSettings
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.description import MODEL, AttributeDescription, ValueType
from integrationskonzept.model.element import Addressed, Sourced
from integrationskonzept.model.format_value import value_message
from integrationskonzept.model.record import Record
from integrationskonzept.plugins.contracts import Loss

Attributes = Mapping[type[Record], Collection[str]]
"""Names of attributes by the class of records that has them."""

ORIGIN = frozenset(each.name for each in MODEL[Sourced].attributes.values() if each.last) - {"internal"}
"""Attributes about the source of a statement, and remarks on it: one loss for all records together."""


@frozen(kw_only=True)
class Declaration:
    """What an exporter writes of a concept.

    A class of records with an address that is not declared is not written at all. A class without an address, such
    as `Contact`, is written as a whole by the attributes that hold it, unless it is declared as well.
    """

    written: Attributes = field(hash=False)
    """The attributes that are written, wherever their record stands; an attribute that holds elements needs none."""
    decisive: Attributes = field(factory=dict, hash=False)
    """Attributes that only decide what is written, such as those that say that a measure was given up."""

    def __or__(self, other: "Declaration") -> "Declaration":
        """Return the declaration of an exporter that writes what either of two declares."""
        return Declaration(
            written=_joined(self.written, other.written), decisive=_joined(self.decisive, other.decisive)
        )

    @cached_property
    def _everywhere(self) -> Mapping[type, frozenset[str]]:
        return {kind: frozenset(names) for kind, names in self.written.items()}

    def writes(self, kind: type[Record], name: str) -> bool:
        """Return whether an attribute of a class is written."""
        return name in self._everywhere.get(kind, ())

    def knows(self, kind: type[Record]) -> bool:
        """Return whether a class is declared."""
        return kind in self.written


def _joined(one: Attributes, other: Attributes) -> Attributes:
    return {kind: {*one.get(kind, ()), *other.get(kind, ())} for kind in (*one, *other)}


NOT_WRITTEN = message("not in the export")


def undeclared(
    concept: Concept,
    declaration: Declaration,
    where: Message = NOT_WRITTEN,
    only: Collection[type[Record]] | None = None,
) -> Iterator[Loss]:
    """Yield what is stated and not declared, and how often.

    One loss names the classes of records that are not written at all; each class that is written in part has one.

    Args:
        concept: The concept that is exported.
        declaration: What the exporter writes.
        where: The end of each sentence, such as "not on the pages".
        only: The classes to speak of, for an export of a selection; nothing is said of sources then.
    """
    count = _Count(declaration)
    count.visit(concept)
    if count.records and only is None:
        nouns = tuple(_counted(label(_name(kind)), number) for kind, number in count.records.items())
        yield Loss(address=concept.address, message=_said(nouns, where))
    for kind, stated in count.attributes.items():
        if only is not None and kind not in only:
            continue
        attributes = tuple(_counted(label(name), number) for name, number in stated.items())
        said = message("{noun}, {attributes}", noun=label(_name(kind)), attributes=value_message(attributes))
        yield Loss(address=concept.address, message=_said((said,), where))
    if count.foreign and only is None:
        keys = tuple(_counted(added_label(key) or key, number) for key, number in sorted(count.foreign.items()))
        yield Loss(address=concept.address, message=_said(keys, where))
    if count.origins and only is None:
        said = message(
            "sources of statements, doubts and remarks ({number}): {where}",
            number=count.origins,
            where=where,
        )
        yield Loss(address=concept.address, message=said)


def _counted(name: Message | str, number: int) -> Message:
    return message("{name} ({number})", name=name, number=number)


def _said(things: tuple[Message, ...], where: Message) -> Message:
    return message("{things}: {where}", things=value_message(things), where=where)


@define
class _Count:
    """Numbers of the statements that are not declared."""

    declaration: Declaration
    records: Counter[type[Record]] = field(factory=Counter)
    attributes: dict[type[Record], Counter[str]] = field(factory=dict)
    foreign: Counter[str] = field(factory=Counter)
    origins: int = 0

    def visit(self, record: Record) -> None:
        """Count what is stated in a record and below it."""
        kind: Any = type(record)
        is_counted = self.declaration.knows(kind) or kind is Concept
        if not is_counted and isinstance(record, Addressed):
            self.records[kind] += 1
        else:
            self.foreign.update(key for key in record.extra if not self.declaration.writes(kind, key))
        for each in _content(kind):
            value = getattr(record, each.name)
            if value is None or value is False or value in ((), each.default):
                continue
            has_elements = holds_elements(each)
            if not has_elements and is_counted and not self.declaration.writes(kind, each.name):
                self.attributes.setdefault(kind, Counter())[each.name] += 1
            if each.type is ValueType.RECORD and (has_elements or self.declaration.writes(kind, each.name)):
                for one in value if each.many else (value,):
                    self.visit(one)
        if is_counted and self._has_origin(record):
            self.origins += 1

    def _has_origin(self, record: Record) -> bool:
        stated = (name for name in ORIGIN if getattr(record, name, None))
        return any(not self.declaration.writes(type(record), name) for name in stated)


def holds_elements(each: AttributeDescription) -> bool:
    """Return whether an attribute holds records with an address, which are counted by their own class."""
    return each.type is ValueType.RECORD and issubclass(each.kind, Addressed)


@cache
def _content(kind: Any) -> tuple[AttributeDescription, ...]:
    """Return the attributes of a class that say something by themselves: no ids, origins and settings."""
    aside = {"internal", *ORIGIN}
    described = (each for each in MODEL[kind].attributes.values() if each.in_files and each.name not in aside)
    return tuple(
        each for each in described if each.type not in {ValueType.ANY, ValueType.ID} and each.kind is not CheckSettings
    )


def _name(kind: type[Record]) -> str:
    noun: str | None = getattr(kind, "noun", None)
    return noun or "".join(f"_{one.lower()}" if one.isupper() else one for one in kind.__name__).strip("_")
