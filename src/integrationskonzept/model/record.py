"""Base class of the model's records, with foreign attributes, ids and references."""

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, TypeAlias, TypeVar, dataclass_transform, get_args

import attrs
from attrs import Attribute, field, frozen

from integrationskonzept.errors import InvalidValueError
from integrationskonzept.i18n.messages import message

ID_PATTERN = r"[a-z0-9]+(?:[-._][a-z0-9]+)*"
"""Spelling of an id: lower-case ASCII letters and digits in groups joined by ``-``, ``.`` or ``_``."""

_ID = re.compile(ID_PATTERN)

FOREIGN = "x-"
"""Prefix of a foreign attribute's name."""

WIDTH = 60
"""Maximum length of a text in a repr."""


@frozen
class RefersTo:
    """Annotation of an attribute that holds the id of an element of the same concept."""

    noun: str
    """The noun of the element, such as ``measure``; ``*`` for a full ``kind/id`` address."""


Id: TypeAlias = Annotated[str, "id"]
Address: TypeAlias = Annotated[str, RefersTo("*")]
ActorRef: TypeAlias = Annotated[str, RefersTo("actor")]
ChallengeRef: TypeAlias = Annotated[str, RefersTo("challenge")]
FieldRef: TypeAlias = Annotated[str, RefersTo("field_of_action")]
FigureRef: TypeAlias = Annotated[str, RefersTo("figure")]
FootnoteRef: TypeAlias = Annotated[str, RefersTo("footnote")]
GoalRef: TypeAlias = Annotated[str, RefersTo("goal")]
GroupRef: TypeAlias = Annotated[str, RefersTo("group")]
HorizonRef: TypeAlias = Annotated[str, RefersTo("horizon")]
MeasureRef: TypeAlias = Annotated[str, RefersTo("measure")]
NeedRef: TypeAlias = Annotated[str, RefersTo("need")]
OfferRef: TypeAlias = Annotated[str, RefersTo("offer")]
ReferenceRef: TypeAlias = Annotated[str, RefersTo("reference")]
RoleRef: TypeAlias = Annotated[str, RefersTo("role")]
SectionRef: TypeAlias = Annotated[str, RefersTo("section")]
StatusRef: TypeAlias = Annotated[str, RefersTo("status_level")]
TargetGroupRef: TypeAlias = Annotated[str, RefersTo("target_group")]
ThemeRef: TypeAlias = Annotated[str, RefersTo("theme")]

Number: TypeAlias = int | float
"""A finite number, not a truth value."""


@frozen
class Bounded:
    """Annotation of a number with a minimum, for readers, the JSON Schema and the model itself."""

    minimum: int


Count: TypeAlias = Annotated[int, Bounded(0)]
Quantity: TypeAlias = Annotated[int | float, Bounded(0)]
Money: TypeAlias = Annotated[Decimal, Bounded(0)]


def bound(annotation: Any) -> Bounded | None:
    """Return the bound of an attribute's type, or None where it has none."""
    if isinstance(annotation, Bounded):
        return annotation
    parts = (*get_args(annotation), *getattr(annotation, "__metadata__", ()))
    return next((found for part in parts if (found := bound(part))), None)


_bound: Callable[[Any], Bounded | None] = cache(bound)


def _is_below(value: Any, minimum: int) -> bool:
    is_number = isinstance(value, (int, float)) or (isinstance(value, Decimal) and not value.is_nan())
    return is_number and value < minimum


def within_bound(_: Any, attribute: "Attribute[Any]", value: Any) -> None:
    """Raise `InvalidValueError` for a number below the bound of its attribute's type."""
    limit = _bound(attribute.type)
    if limit is not None and _is_below(value, limit.minimum):
        reason = message(
            "{attribute} must be {minimum} or more; got {value}",
            attribute=attribute.name,
            minimum=limit.minimum,
            value=value,
        )
        raise InvalidValueError(reason, attribute.name)


def is_id(text: str) -> bool:
    """Return whether `text` is spelled like an id (see `ID_PATTERN`)."""
    return _ID.fullmatch(text) is not None


def valid_id(_: Any, attribute: "Attribute[str]", value: str) -> None:
    """Raise `InvalidValueError` for a misspelt id: an address built from it could not be read back."""
    if not is_id(value):
        raise InvalidValueError(
            message(
                "{attribute} must be lower-case letters and digits joined by '-', '.' or '_',"
                " such as 'sprachkurse-2'; got {value}",
                attribute=attribute.name,
                value=shorten(value),
            ),
            attribute.name,
        )


class Extra(Mapping[str, Any]):
    """Foreign attributes (keys beginning with ``x-``), frozen all the way down.

    Lists inside become tuples and mappings become `Extra`, so that a record that carries
    them stays hashable, comparable and picklable.
    """

    __slots__ = ("_items",)
    _items: dict[str, Any]

    def __init__(self, items: Mapping[str, Any] = {}) -> None:
        object.__setattr__(self, "_items", {str(key): _freeze(value) for key, value in items.items()})

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"foreign attributes are frozen; cannot set {name!r}")

    def __getitem__(self, key: str) -> Any:
        return self._items[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __hash__(self) -> int:
        return hash(frozenset(self._items.items()))

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Mapping) and self._items == dict(other))

    def __repr__(self) -> str:
        return f"Extra({self._items!r})"

    def __reduce__(self) -> tuple[type["Extra"], tuple[dict[str, Any]]]:
        return Extra, (self._items,)


def _freeze(value: Any) -> Any:
    if isinstance(value, Mapping):
        return value if isinstance(value, Extra) else Extra(value)
    if isinstance(value, (list, tuple)):
        return tuple(_freeze(item) for item in value)
    return value


def _foreign(value: Mapping[str, Any]) -> Extra:
    """Return foreign attributes, frozen; without ``x-`` their names could collide with those of the record."""
    for name in value:
        if not name.startswith(FOREIGN):
            reason = message(
                "a foreign attribute begins with 'x-', such as '{name}'; got '{got}'", name=FOREIGN + name, got=name
            )
            raise InvalidValueError(reason, "extra")
    return value if isinstance(value, Extra) else Extra(value)


_NOTHING = Extra()

K = TypeVar("K")


@dataclass_transform(kw_only_default=True, frozen_default=True, eq_default=False, field_specifiers=(field,))
def record(kind: type[K]) -> type[K]:
    """Return `kind` as a class of the model: frozen, with keyword-only attributes.

    `Record` compares, hashes and shows all of them: attrs would write and compile methods for each
    class, in a fifth of the time the model loads in.
    """
    return frozen(kind, kw_only=True, repr=False, eq=False)


if TYPE_CHECKING:

    @frozen(eq=False)
    class _AttrsClass:  # `dataclass_transform` does not tell checkers that `attrs.evolve` and `attrs.fields` take it
        pass

else:
    _AttrsClass = object


_compared_by: dict[type, Callable[[Any], tuple[Any, ...]]] = {}


def _compared(record: "Record") -> tuple[Any, ...]:
    """Return the values by which a record is compared."""
    kind = record.__class__
    if kind not in _compared_by:
        names = [attribute.name for attribute in attrs.fields(kind) if attribute.eq]
        _compared_by[kind] = attrgetter(*names, names[-1])  # of one name alone it would make no tuple
    return _compared_by[kind](record)


@record
class Record(_AttrsClass):
    """A mapping in the file of a concept."""

    SHORT: ClassVar[str | None] = None
    """The attribute set by a bare value in place of this record, or None."""

    extra: Mapping[str, Any] = field(default=_NOTHING, converter=_foreign)
    """Foreign attributes: the ``x-`` keys of this mapping, kept as they came."""

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return _compared(self) == _compared(other)

    def __hash__(self) -> int:
        return hash(_compared(self))

    def __repr__(self) -> str:
        """Return the class with id and title, or else with the first stated attributes, shortened."""
        fields = attrs.fields(type(self))
        stated = [(a.name, getattr(self, a.name)) for a in fields if getattr(self, a.name) != a.default]
        words = [shorten(value) for name, value in stated if name in _WORDS and isinstance(value, str)]
        others = [f"{name}={brief(value)}" for name, value in stated if name in _FACTS or not words]
        return f"{type(self).__name__}({', '.join([*words, *others][:3])})"


_WORDS = ("id", "title", "text", "name", "category")
_FACTS = ("as_of", "level_ref", "value", "reached", "missing")


def brief(value: Any) -> str:
    """Return a value as shortened text; a text in quotes."""
    if isinstance(value, str):
        return shorten(value)
    text = str(value)
    return text if len(text) <= WIDTH else f"{text[: WIDTH - 1]}…"


def shorten(text: str, width: int = WIDTH) -> str:
    """Return `text` in quotes, cut to `width` characters."""
    return repr(str(text) if len(text) <= width else text[: width - 1].rstrip() + "…")
