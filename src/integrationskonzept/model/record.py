"""Base class of the model's records."""

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, dataclass_transform

import attrs
from attrs import field, frozen

from integrationskonzept.class_docs import document_class
from integrationskonzept.model.foreign import NO_EXTRA
from integrationskonzept.model.structure import check_arguments
from integrationskonzept.printable import brief, shorten

K = TypeVar("K")


@dataclass_transform(kw_only_default=True, frozen_default=True, eq_default=False, field_specifiers=(field,))
def record(kind: type[K]) -> type[K]:
    """Return `kind` as a class of the model: frozen, with keyword-only attributes.

    `Record` compares, hashes and shows all of them: attrs would write and compile methods for each
    class, in a fifth of the time the model loads in.
    """
    made = frozen(kind, kw_only=True, repr=False, eq=False)
    document_class(made)
    return made


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

    extra: Mapping[str, Any] = NO_EXTRA
    """Foreign attributes: the ``x-`` keys of this mapping, kept as they came."""

    def __attrs_post_init__(self) -> None:
        """Convert the arguments to the types of the attributes, or raise `InvalidValueError`."""
        check_arguments(self)

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
