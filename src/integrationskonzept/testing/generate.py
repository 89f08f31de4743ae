"""Generate random concepts from the types of the model.

New nouns and attributes of the model are generated without a change here.
"""

from collections import Counter, deque
from collections.abc import Mapping, Sequence
from datetime import time
from decimal import Decimal
from random import Random
from typing import Any
from zlib import crc32

import attrs
from attrs import Factory, define, field

from integrationskonzept.errors import InvalidValueError
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.description import MODEL, AttributeDescription, ValueType
from integrationskonzept.model.field_of_action import FieldOfAction
from integrationskonzept.model.foreign import FOREIGN
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.partial_date import PartialDate
from integrationskonzept.model.record import Record

_DEEPEST = 7
_LISTED = 0.7
"""Share of the texts that are taken from the given ones."""
_KNOWN = 0.9
"""Share of the references that lead to an element."""
_NOWHERE = "gibt-es-nicht"
_SHALLOW = 2
_MANY = 100
_LETTERS = "abcdefghijklmnopqrstuvwxyzäöüßÄÖÜ ABCDEFGHIJ0123456789.,;:!?-–()/&'\"„“éşığñ中文العユ😀"
_DATES = (
    "2025",
    "2026-H1",
    "2025-Q3",
    "2027-02",
    "2028-02-29",
    "2029-12-31",
    "2024/25",
    "2025/2026",
    "2026-spring",
    "--02-21",
    "0999",
    "9999-12-31",
)
_TIMES = (time(0, 0), time(9, 30), time(18, 0), time(23, 59))
_WHOLE = (0, 1, 2, 3, 7, 12, 2025, 2029, 2**53 - 1)
_NUMBERS = (0, -1, 1, 27, 3630, 18.48, -0.5, 20.6, 1e-9, 2**53 - 1)
_AMOUNTS = (Decimal(0), Decimal("0.01"), Decimal("1500.00"), Decimal(250000), Decimal(999999999999999))
_REPERTOIRES: Mapping[ValueType, Sequence[Any]] = {
    ValueType.TRUTH: (True, False),
    ValueType.WHOLE_NUMBER: _WHOLE,
    ValueType.NUMBER: _NUMBERS,
    ValueType.AMOUNT: _AMOUNTS,
    ValueType.DATE: _DATES,
    ValueType.TIME: _TIMES,
}


@define
class _Draft:
    """Draft of a record; references are resolved when all ids are known."""

    kind: type[Record]
    depth: int
    values: dict[str, Any] = Factory(dict)


@define
class _Reference:
    noun: str
    chance: float


class _Words:
    """A fast random generator for the content of attributes (linear congruential)."""

    def begin(self, text: str) -> None:
        """Restart with `text` as the seed."""
        self._state = crc32(text.encode()) << 32

    def randint(self, least: int, most: int) -> int:
        """Return a random whole number."""
        self._state = (self._state * 6364136223846793005 + 1442695040888963407) % 2**64
        return least + (self._state >> 33) % (most - least + 1)

    def choice(self, items: Sequence[Any]) -> Any:
        """Return a random item."""
        return items[self.randint(0, len(items) - 1)]

    def share(self) -> float:
        """Return a random number from 0 to 1."""
        return self.randint(0, 9999) / 10000


@define(kw_only=True)
class Maker:
    """Generator of one concept: `random` decides its structure, and `seed` its content.

    The content of an attribute does not depend on those before it, so that leaving one
    out changes nothing else.
    """

    random: Random
    seed: int
    texts: tuple[str, ...] = ()
    """Texts used besides random letters."""
    records: int = 150
    """Maximum number of records, besides those that are required."""
    _ids: dict[str, list[str]] = field(factory=dict, init=False)
    _open: deque[_Draft] = field(factory=deque, init=False)
    _written: Counter[type[Record]] = field(factory=Counter, init=False)
    _say: _Words = field(factory=_Words, init=False)

    def concept(self, measures: int | None = None) -> Concept:
        """Return a concept, with this number of measures in its fields of action if given."""
        draft = _Draft(Concept, 0)
        self._write(draft)
        if measures is not None:
            draft.values["fields_of_action"] = self._fields(measures)
        deep = self.random.choice((False, True))
        while self._open:  # a little of everything, or one corner in depth
            self._write(self._open.pop() if deep else self._open.popleft())
        made: Concept = self._finished(draft)
        town = attrs.evolve(made.municipality, internal=False)  # or else there is no public view
        return attrs.evolve(made, internal=False, municipality=town)

    def _fields(self, measures: int) -> tuple[_Draft, ...]:
        """Return four fields that share the measures; of many, only every tenth has many attributes."""
        self.records += 5 * measures
        fields = [_Draft(FieldOfAction, _DEEPEST) for _ in range(4)]
        for one in fields:
            self._write(one)
            one.values["measures"] = ()
        for number in range(measures):
            rich = measures < _MANY or number % 10 == 0
            fields[number % 4].values["measures"] += (self._record(Measure, _SHALLOW if rich else _DEEPEST),)
        return tuple(fields)

    # -- drafts -----------------------------------------------------------------------------------

    def _record(self, kind: type[Record], depth: int) -> _Draft:
        self.records -= 1
        draft = _Draft(kind, depth)
        self._open.append(draft)
        return draft

    def _write(self, draft: _Draft) -> None:
        self._written[draft.kind] += 1
        attributes = [each for each in MODEL[draft.kind].attributes.values() if each.in_files]
        chosen = self._chosen(len(attributes), draft.depth)
        lengths = self.random.getrandbits(2 * len(attributes)) if chosen else 0
        for number, one in enumerate(attributes):
            wanted = chosen >> number & 1 and (self.records > 0 or one.name not in _holding(draft.kind))
            if one.required or wanted or one.name in MODEL[draft.kind].expected:
                self._say.begin(f"{self.seed} {draft.kind.__name__} {self._written[draft.kind]} {one.name}")
                draft.values[one.name] = self._value(one, draft, lengths >> 2 * number & 3)

    def _chosen(self, count: int, depth: int) -> int:
        """Return chosen attributes as bits: half of an element's, fewer at greater depth."""
        if depth >= _DEEPEST:
            return 0
        bits = self.random.getrandbits(count)
        if depth == 0 and self.random.choice((False, True)):
            return bits | self.random.getrandbits(count)
        return bits if 0 < depth <= _SHALLOW else bits & self.random.getrandbits(count)

    def _value(self, each: AttributeDescription, owner: _Draft, length: int) -> Any:
        if each.type is ValueType.ANY:
            return {FOREIGN + "eigenes": self._foreign(2)}
        return tuple(self._single(each, owner) for _ in range(length)) if each.many else self._single(each, owner)

    def _single(self, each: AttributeDescription, owner: _Draft) -> Any:
        match each.type:
            case ValueType.RECORD:
                return self._record(each.kind, owner.depth + 1)
            case ValueType.REFERENCE:
                return _Reference(str(each.noun), self._say.share())
            case ValueType.ID:
                return self._id(owner.kind)
            case ValueType.TEXT:
                return self.text()
            case ValueType.CHOICE:
                return self._say.choice(list(each.kind))
        repertoire = _REPERTOIRES[each.type]
        if each.minimum is not None:
            repertoire = [number for number in repertoire if not str(number).startswith("-")]
        chosen = self._say.choice(repertoire)
        return PartialDate(chosen) if each.type is ValueType.DATE else chosen

    def _id(self, owner: type[Record]) -> str:
        noun: str = owner.noun  # type: ignore[attr-defined]  # what has an id has a noun
        taken = self._ids.setdefault(noun, [])
        taken.append(f"{noun.replace('_', self._say.choice('-._'))}-{len(taken) + 1}")
        return taken[-1]

    def text(self) -> str:
        """Return one of the given texts, or random letters."""
        if len(self.texts) == 1 or (self.texts and self._say.share() < _LISTED):
            listed: str = self._say.choice(self.texts)
            return listed
        return "".join(self._say.choice(_LETTERS) for _ in range(self._say.randint(1, 12)))

    def _foreign(self, depth: int) -> Any:
        shape = self._say.randint(0, 5 if depth else 3)
        if shape == 4:  # noqa: PLR2004 - the shapes are counted
            return tuple(self._foreign(depth - 1) for _ in range(self._say.randint(0, 2)))
        if shape == 5:  # noqa: PLR2004 - the same
            return {self.text() or "leer": self._foreign(depth - 1)}
        return (None, self._say.choice((True, False)), self._say.choice(_NUMBERS), self.text())[shape]

    # -- records ------------------------------------------------------------------------------------

    def _finished(self, draft: Any) -> Any:
        if isinstance(draft, tuple):
            return tuple(item for item in map(self._finished, draft) if item is not None)
        if isinstance(draft, _Reference):
            return self._resolved(draft)
        if not isinstance(draft, _Draft):
            return draft
        needed = MODEL[draft.kind].expected
        finished = {name: self._finished(value) for name, value in draft.values.items()}
        least: dict[str, Any] = {name: _NOWHERE if finished[name] is None else finished[name] for name in needed}
        try:
            return draft.kind(**{name: value for name, value in finished.items() if value is not None} | least)
        except InvalidValueError:  # an end before its start, a minimum above its maximum
            return draft.kind(**least)

    def _resolved(self, reference: _Reference) -> str | None:
        """Return the id of an existing element; in one of ten cases an unknown id; None if there is no element."""
        if reference.noun == "*":
            known = [f"{noun}/{id}" for noun, ids in self._ids.items() for id in ids]
        else:
            known = self._ids.get(reference.noun, [])
        if reference.chance > _KNOWN:
            return f"measure/{_NOWHERE}" if reference.noun == "*" else _NOWHERE
        return known[int(reference.chance / _KNOWN * len(known)) - 1] if known else None


def _holding(kind: type[Record]) -> frozenset[str]:
    return frozenset(each.name for each in MODEL[kind].records)


def seeded(seed: int, *, measures: int | None = None, texts: tuple[str, ...] = ()) -> Concept:
    """Return the concept with this seed: always the same for one version of the model."""
    random = Random(seed)  # noqa: S311 - nothing here is secret
    return Maker(random=random, seed=seed, texts=texts, records=random.choice((10, 100, 1000))).concept(measures)
