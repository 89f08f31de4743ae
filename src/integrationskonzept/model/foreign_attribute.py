"""Described foreign attributes: what a plugin says about an ``x-`` key, and typed access to its values."""

from collections.abc import Iterator, Mapping
from datetime import time
from decimal import Decimal
from typing import Any, Generic, TypeVar

from attrs import field, frozen

from integrationskonzept.errors import InvalidValueError
from integrationskonzept.findings import Path
from integrationskonzept.i18n.messages import Message, is_message
from integrationskonzept.model.annotations import ID_PATTERN, is_id
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.description import MODEL, AttributeDescription, type_of
from integrationskonzept.model.foreign import FOREIGN
from integrationskonzept.model.municipality import is_in, municipality_codes
from integrationskonzept.model.partial_date import PartialDate
from integrationskonzept.model.record import Record
from integrationskonzept.model.refusal import RefusedError, wrong_kind
from integrationskonzept.model.values import reader
from integrationskonzept.suggest import did_you_mean

T = TypeVar("T", str, bool, int, float, Decimal, PartialDate, time)

FOREIGN_TYPES = (str, bool, int, float, Decimal, PartialDate, time)
"""The types that a described foreign attribute can have."""


_TEXT: Any = str


def record_kinds() -> Mapping[str, type[Record]]:
    """Return the classes of records with a noun, by it."""
    kinds: tuple[Any, ...] = (Concept, *MODEL.below(Concept))
    return {kind.noun: kind for kind in kinds if "noun" in vars(kind)}


def _known_noun(_: Any, __: Any, noun: Any) -> None:
    known = record_kinds()
    if noun not in known:
        raise ValueError(
            f"noun must be one of the model, such as 'measure'; got {noun!r}{did_you_mean(str(noun), known)}"
        )


def _foreign_key(_: Any, __: Any, key: Any) -> None:
    if not isinstance(key, str) or not key.startswith(FOREIGN) or not is_id(key):
        raise ValueError(f"key must begin with 'x-' and match {ID_PATTERN}, such as 'x-budget-item'; got {key!r}")


def _foreign_type(_: Any, __: Any, kind: Any) -> None:
    if kind not in FOREIGN_TYPES:
        known = ", ".join(each.__name__ for each in FOREIGN_TYPES)
        raise ValueError(f"value_type must be one of {known}; got {kind!r}")


@frozen(kw_only=True)
class ForeignAttribute(Generic[T]):
    """Description of a foreign attribute: a key of a town's own, which begins with ``x-``."""

    noun: str = field(validator=_known_noun)
    """The noun whose records have it, such as ``measure``."""
    key: str = field(validator=_foreign_key)
    """Its key in files, such as ``x-budget-item``."""
    value_type: type[T] = field(default=_TEXT, validator=_foreign_type)
    """Type of a value: `str`, `bool`, `int`, `float`, `Decimal`, `PartialDate` or `datetime.time`."""
    many: bool = False
    """Whether it holds a list of values."""
    title: Message = field(validator=is_message)
    """Its label, such as "Haushaltsstelle"."""
    meaning: Message = field(validator=is_message)
    """What it means, in a sentence."""
    municipalities: tuple[str, ...] = field(default=(), validator=municipality_codes)
    """Official keys (AGS) of the municipalities that use it, or the beginnings of them; empty for all."""

    @property
    def place(self) -> str:
        """Noun and key, such as ``measure.x-budget-item``."""
        return f"{self.noun}.{self.key}"

    @property
    def kind(self) -> type[Record]:
        """The class of the records that have it."""
        return record_kinds()[self.noun]

    @property
    def described(self) -> AttributeDescription:
        """Its description in the manner of the model's own attributes."""
        return AttributeDescription(
            name=self.key,
            type=type_of(self.value_type),
            kind=self.value_type,
            many=self.many,
            optional=True,
            default=None,
        )

    def holds_for(self, concept: Concept) -> bool:
        """Return whether the municipality of a concept uses it."""
        return not self.municipalities or is_in(concept.municipality, self.municipalities)

    def value(self, record: Record) -> T | None:
        """Return its only value in a record; None if the record does not have it.

        Raises:
            InvalidValueError: The record has a value of another type, or several.
        """
        found = self.values(record)
        if len(found) > 1:
            raise InvalidValueError(wrong_kind(self.title, record.extra[self.key]).sentence, self.key)
        return found[0] if found else None

    def values(self, record: Record) -> tuple[T, ...]:
        """Return its values in a record; empty if the record does not have it.

        Raises:
            InvalidValueError: The record has a value of another type.
        """
        for _, problem in self.problems(record):
            raise InvalidValueError(problem, self.key)
        read = reader(self.described)
        return tuple(read(each) for _, each in self._stated(record))

    def problems(self, record: Record) -> Iterator[tuple[Path, Message]]:
        """Yield the path below the record of each value of another type, and what is wrong with it."""
        read = reader(self.described)
        for path, each in self._stated(record):
            try:
                read(each)
            except RefusedError as refused:
                yield path, refused.sentence

    def _stated(self, record: Record) -> Iterator[tuple[Path, Any]]:
        stated = record.extra.get(self.key)
        if isinstance(stated, tuple) and self.many:
            yield from (((self.key, position), each) for position, each in enumerate(stated))
        elif stated is not None:
            yield (self.key,), stated

    def change(self, record: Record, value: T | tuple[T, ...] | None) -> Mapping[str, Any]:
        """Return the attribute ``extra`` of a record with another value for this key, for `replace`; None removes it.

        ``ik.replace(concept, measure, extra=BUDGET_ITEM.change(measure, "5.4400"))``
        """
        others = {key: each for key, each in record.extra.items() if key != self.key}
        plain = [_plain(each) for each in value] if isinstance(value, tuple) else _plain(value)
        return others if value is None else {**others, self.key: plain}


def _plain(value: Any) -> Any:
    """Return a value as it stands in a file."""
    if isinstance(value, time):
        return value.isoformat("minutes")
    return str(value) if isinstance(value, (Decimal, PartialDate)) else value


def has_foreign(concept: Concept) -> bool:
    """Return whether any record of a concept has a foreign attribute."""
    return any(record.extra for found in concept.records.values() for record in found.records)
