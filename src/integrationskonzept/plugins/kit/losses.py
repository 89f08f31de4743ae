"""Losses by declaration: what a concept states and an exporter does not write.

An exporter declares which attributes it writes. Everything else that is stated is a loss, which nobody lists by hand:
a new attribute of the model is a loss of every exporter until that declares it.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from typing import Any

from attrs import define, field, frozen

from integrationskonzept.i18n.messages import Message, label, message
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


def undeclared(concept: Concept, declaration: Declaration, where: Message = NOT_WRITTEN) -> Iterator[Loss]:
    """Yield a loss for each class of records with what is stated and not declared, and how often.

    Args:
        concept: The concept that is exported.
        declaration: What the exporter writes.
        where: The end of each sentence, such as "not on the pages".
    """
    count = _Count(declaration)
    count.visit(concept)
    for kind, number in count.records.items():
        said = message("{noun} ({number}): {where}", noun=label(_name(kind)), number=number, where=where)
        yield Loss(address=concept.address, message=said)
    for kind, stated in count.attributes.items():
        listed = tuple(
            message("{attribute} ({number})", attribute=label(name), number=number) for name, number in stated.items()
        )
        said = message(
            "{noun}, {attributes}: {where}", noun=label(_name(kind)), attributes=value_message(listed), where=where
        )
        yield Loss(address=concept.address, message=said)
    if count.origins:
        said = message(
            "sources of statements, doubts and remarks ({number}): {where}",
            number=count.origins,
            where=where,
        )
        yield Loss(address=concept.address, message=said)


@define
class _Count:
    """Numbers of the statements that are not declared."""

    declaration: Declaration
    records: Counter[type[Record]] = field(factory=Counter)
    attributes: dict[type[Record], Counter[str]] = field(factory=dict)
    origins: int = 0

    def visit(self, record: Record) -> None:
        """Count what is stated in a record and below it."""
        kind = type(record)
        is_declared = self.declaration.knows(kind)
        if not is_declared and isinstance(record, Addressed) and kind is not Concept:
            self.records[kind] += 1
        is_counted = is_declared or kind is Concept
        for each in MODEL[kind].attributes.values():
            value = getattr(record, each.name)
            if not _is_stated(each, value):
                continue
            if not is_element_list(each):
                self._attribute(record, each, is_counted=is_counted)
            if each.name not in ORIGIN and (is_element_list(each) or self.declaration.writes(kind, each.name)):
                for one in value if each.many else (value,):
                    if isinstance(one, Record):
                        self.visit(one)
        if is_counted and self._has_origin(record):
            self.origins += 1

    def _attribute(self, record: Record, each: AttributeDescription, *, is_counted: bool) -> None:
        kind = type(record)
        if is_counted and each.name not in ORIGIN and not self.declaration.writes(kind, each.name):
            self.attributes.setdefault(kind, Counter())[each.name] += 1

    def _has_origin(self, record: Record) -> bool:
        stated = (name for name in ORIGIN if getattr(record, name, None))
        return any(not self.declaration.writes(type(record), name) for name in stated)


def is_element_list(each: AttributeDescription) -> bool:
    """Return whether an attribute holds records with an address, which are counted by their own class."""
    return each.type is ValueType.RECORD and issubclass(each.kind, Addressed)


def _is_stated(each: AttributeDescription, value: Any) -> bool:
    if not each.in_files or each.type in {ValueType.ANY, ValueType.ID} or each.kind is CheckSettings:
        return False
    return each.name != "internal" and value not in (None, (), False) and bool(value != each.default)


def _name(kind: type[Record]) -> str:
    noun: str | None = getattr(kind, "noun", None)
    return noun or "".join(f"_{one.lower()}" if one.isupper() else one for one in kind.__name__).strip("_")
