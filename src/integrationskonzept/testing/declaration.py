"""Proof of an exporter's declaration: canaries in every attribute of a concept."""

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import time
from decimal import Decimal
from enum import Enum
from typing import Any
from zlib import crc32

import attrs
from attrs import frozen

from integrationskonzept.errors import InvalidValueError
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.description import MODEL, AttributeDescription, ValueType
from integrationskonzept.model.element import Addressed
from integrationskonzept.model.partial_date import PartialDate
from integrationskonzept.model.record import Record
from integrationskonzept.model.tree import revise
from integrationskonzept.plugins.kit.losses import ORIGIN, Declaration, holds_elements

_DEEPEST = 3

Written = Callable[[Concept], str]
"""What a reader sees of the export of a concept."""


def breaches(concept: Concept, declaration: Declaration, written: Written) -> Iterator[str]:
    """Yield what a declaration says and the export of a concept does not keep.

    Every declared attribute is given one value and then a different one, which the export must show; then everything
    that is not declared is changed at once, which it must not show. `concept` must have
    a record of every declared class.
    """
    trial = _Trial(concept, declaration, written)
    yield from trial.missing_classes()
    yield from trial.not_written()
    yield from trial.not_declared()


_Attributes = Iterable[tuple[type[Record], AttributeDescription]]
"""Attributes, each with the class of records that has it."""


@frozen
class _Trial:
    """Exports of one concept with changed attributes."""

    concept: Concept
    declaration: Declaration
    written: Written

    def missing_classes(self) -> Iterator[str]:
        """Yield the declared classes of which the concept has no record."""
        for kind, _ in self._written():
            if not self._has(kind):
                yield f"the concept has no {kind.__name__}, so that nothing is proven of it"

    def _written(self) -> Iterable[tuple[type[Record], Collection[str]]]:
        return self.declaration.written.items()

    def _has(self, kind: type[Record]) -> bool:
        return kind is Concept or any(each is kind for each in self.concept.records)

    def not_written(self) -> Iterator[str]:
        """Yield the attributes that are declared and not written."""
        around = (self._filled(), self.concept)
        for kind, names in self._written():
            for each in (MODEL[kind].attributes[name] for name in names if self._has(kind)):
                if not any(self._is_written(concept, kind, each) for concept in around):
                    yield f"{kind.__name__}.{each.name} is declared, and the export does not show it"

    def _is_written(self, concept: Concept, kind: type[Record], each: AttributeDescription) -> bool:
        """Return whether an attribute shows in the export of a concept, a text in its own words.

        One attribute can stand for another, as a printed name does for an actor: it is tried with and without others.
        """
        shown = [self.written(one) for one in self._variants(concept, kind, each)]
        is_text = each.type is ValueType.TEXT and not each.many
        return _joined(_canary(each, kind, 0)) in _joined(shown[0]) if is_text else len(set(shown)) > 1

    def not_declared(self) -> Iterator[str]:
        """Yield the attributes that are written and not declared."""
        full = self._filled()
        open_ones = [(kind, each) for kind in self.concept.records for each in self._undeclared(kind)]
        if self._is_silent(full, open_ones):
            return
        alone = [one for one in open_ones if not self._is_silent(full, [one])]
        for kind, each in alone:
            yield f"{kind.__name__}.{each.name} is not declared, and the export depends on it"
        if not alone:
            yield "the export depends on attributes that are not declared, on several of them together"

    def _is_silent(self, full: Concept, changed: _Attributes) -> bool:
        """Return whether the export is the same with either value of the attributes, and with what is stated."""
        shown = {self.written(one) for one in (full, self._with(full, changed, 0), self._with(full, changed, 1))}
        return len(shown) == 1

    def _undeclared(self, kind: type[Record]) -> Iterator[AttributeDescription]:
        """Yield the attributes that the export must not show; those of a class that is written as a whole may."""
        if not issubclass(kind, Addressed) and not self.declaration.knows(kind):
            return
        for name, each in MODEL[kind].attributes.items():
            decisive = name in self.declaration.decisive.get(kind, ())
            counted = _is_content(each) and name not in ORIGIN and not holds_elements(each)
            if counted and not decisive and not self.declaration.writes(kind, name):
                yield each

    def _filled(self) -> Concept:
        """Return the concept with a value for every declared attribute that is not stated."""
        attributes = ((kind, MODEL[kind].attributes[name]) for kind, names in self._written() for name in names)
        wanted = [
            (kind, each)
            for kind, each in attributes
            if each.type is not ValueType.RECORD or self.declaration.knows(each.kind)
        ]
        return self._with(self.concept, wanted, 0, only_empty=True)

    def _variants(self, concept: Concept, kind: type[Record], each: AttributeDescription) -> list[Concept]:
        numbers = range(len(each.kind)) if each.type is ValueType.CHOICE else range(2)
        return [self._with(concept, [(kind, each)], number) for number in numbers]

    def _with(self, concept: Concept, attributes: _Attributes, number: int, *, only_empty: bool = False) -> Concept:
        """Return a concept in which attributes have values of their own in every record of their class."""
        wanted: dict[type[Record], list[AttributeDescription]] = {}
        for kind, each in attributes:
            wanted.setdefault(kind, []).append(each)

        def changed(record: Record) -> Record:
            for each in wanted.get(type(record), ()):
                if not only_empty or getattr(record, each.name) in (None, ()):
                    record = self._changed(record, each, number)
            return record

        found: Concept = changed(revise(concept, changed))  # type: ignore[assignment]  # what is changed is of the same class
        return attrs.evolve(found, id=self.concept.id, origin=None)

    def _changed(self, record: Record, each: AttributeDescription, number: int) -> Record:
        value = self._value(each, type(record), number)
        change: dict[str, Any] = {each.name: (value,) if each.many else value}
        try:
            return attrs.evolve(record, **change)
        except InvalidValueError:  # an end before its start, which the concept's own value is not
            return record

    def _value(self, each: AttributeDescription, owner: type[Record], number: int, depth: int = 0) -> Any:
        match each.type:
            case ValueType.TEXT:
                return _canary(each, owner, number)
            case ValueType.REFERENCE:
                return self._reference(str(each.noun), number)
            case ValueType.CHOICE:
                members: list[Enum] = list(each.kind)
                return members[number % len(members)]
            case ValueType.RECORD:
                return self._record(each.kind, number, depth + 1)
        return _VALUES[each.type][number % 2]

    def _reference(self, noun: str, number: int) -> str:
        known = [address for address in self.concept.index if noun in ("*", address.partition("/")[0])]
        address = known[number] if number < len(known) else f"measure/gibt-es-nicht-{number}"
        return address if noun == "*" else address.partition("/")[2]

    def _record(self, kind: type[Record], number: int, depth: int) -> Any:
        """Return a record with all declared attributes, or with all of a class that is not declared."""
        described = MODEL[kind]
        wanted = {
            each.name: self._value(each, kind, number, depth)
            for each in described.attributes.values()
            if each.name in described.expected or (depth < _DEEPEST and self._belongs(kind, each))
        }
        values: dict[str, Any] = {
            name: (one,) if described.attributes[name].many else one for name, one in wanted.items()
        }
        return kind(**values)

    def _belongs(self, kind: type[Record], each: AttributeDescription) -> bool:
        if self.declaration.knows(kind):
            return self.declaration.writes(kind, each.name)
        return _is_content(each) and each.name not in ORIGIN


def _is_content(each: AttributeDescription) -> bool:
    return each.in_files and each.type not in {ValueType.ANY, ValueType.ID} and each.name != "internal"


def _joined(text: str) -> str:
    """Return a text without spaces and line ends, which a figure or a letter sets anew."""
    return "".join(text.split())


def _canary(each: AttributeDescription, owner: type[Record], number: int) -> str:
    """Return a short text that no other attribute has, of the form that is expected of this one."""
    mark = f"{crc32(f'{owner.__name__}.{each.name}'.encode()):08x}"[3:]
    forms = {"url": f"https://{mark}.example/{number}", "website": f"https://{mark}.example/{number}"}
    return {**forms, "colour": f"#{mark}{number}"}.get(each.name, f"V{mark}{number}")


_VALUES: dict[ValueType, tuple[Any, Any]] = {
    ValueType.TRUTH: (True, False),
    ValueType.WHOLE_NUMBER: (1, 2),
    ValueType.NUMBER: (1, 2),
    ValueType.AMOUNT: (Decimal(1), Decimal(2)),
    ValueType.DATE: (PartialDate("2027-03-08"), PartialDate("2028-05-10")),
    ValueType.TIME: (time(10, 15), time(11, 45)),
    ValueType.ID: ("kanarie-1", "kanarie-2"),
}
"""Two values of each type."""
