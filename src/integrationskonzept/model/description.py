"""Description of the model: what each attribute of each record is, read once from the attrs classes.

Reading, writing, walking, references, comparison, the JSON Schema and the pages about the model derive from it.
A description is a value: `MODEL` describes the model as it ships, and a copy with more attributes can be passed
wherever a description is taken.
"""

from collections.abc import Container, Iterable, Mapping
from datetime import time
from decimal import Decimal
from enum import Enum
from functools import cached_property
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import attrs
from attrs import field, frozen

from integrationskonzept.class_docs import meanings
from integrationskonzept.i18n.messages import label_text
from integrationskonzept.model.annotations import Bounded, RefersTo
from integrationskonzept.model.foreign import FOREIGN
from integrationskonzept.model.partial_date import PartialDate
from integrationskonzept.suggest import did_you_mean


class ValueType(Enum):
    """Type of a single value of an attribute."""

    TEXT = "text"
    ID = "id"
    REFERENCE = "reference"
    TRUTH = "truth value"
    WHOLE_NUMBER = "whole number"
    NUMBER = "number"
    AMOUNT = "amount"
    DATE = "date"
    TIME = "time"
    CHOICE = "choice"
    RECORD = "record"
    ANY = "any value"


_TYPES: Mapping[Any, ValueType] = {
    str: ValueType.TEXT,
    bool: ValueType.TRUTH,
    int: ValueType.WHOLE_NUMBER,
    float: ValueType.NUMBER,
    Decimal: ValueType.AMOUNT,
    PartialDate: ValueType.DATE,
    time: ValueType.TIME,
}


@frozen(kw_only=True)
class AttributeDescription:
    """One attribute of a class of records."""

    name: str
    """Its name in Python, and its key in files."""
    type: ValueType
    """Type of its values."""
    kind: Any
    """The Python class of its values: a class of records, an enumeration, or such as `str`."""
    many: bool = False
    """Whether it holds a list of values."""
    optional: bool = False
    """Whether it can be None."""
    default: Any = attrs.NOTHING
    """The value when it is not stated; `attrs.NOTHING` where it must be."""
    noun: str | None = None
    """The noun that its ids refer to; ``*`` for addresses, None where it holds no reference."""
    minimum: int | None = None
    """The smallest number it takes, if there is one."""
    in_files: bool = True
    """Whether files contain it."""
    compared: bool = True
    """Whether it counts where two records are compared."""
    last: bool = False
    """Whether its key comes after those that say what the record is about."""
    owner: str = ""
    """Name of the class that declares it."""

    @property
    def required(self) -> bool:
        """Whether it must be stated."""
        return self.default is attrs.NOTHING

    @property
    def term(self) -> str:
        """The German term for it."""
        return label_text(self.name, "de")

    @property
    def meaning(self) -> str:
        """What it means: its docstring, which begins with the German term."""
        return meanings().get(self.owner, {}).get(self.name, "")


@frozen(kw_only=True)
class RecordDescription:
    """One class of records."""

    kind: type
    """The class."""
    attributes: Mapping[str, AttributeDescription]
    """Every attribute by name, in the order of the class."""

    @cached_property
    def in_files(self) -> Mapping[str, AttributeDescription]:
        """The attributes that files contain, in the order of the keys: ``id`` first, provenance last."""
        stated = [each for each in self.attributes.values() if each.in_files and each.type is not ValueType.ANY]
        return {each.name: each for each in sorted(stated, key=self._place)}

    def _place(self, each: AttributeDescription) -> tuple[bool, bool, int]:
        """Return the sort key of an attribute in files: the id first, provenance last."""
        order: tuple[str, ...] = getattr(self.kind, "KEY_ORDER", ())
        return each.name != "id", each.last, order.index(each.name) if each.name in order else len(order)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The keys of a record in files."""
        return tuple(self.in_files)

    @cached_property
    def required(self) -> tuple[str, ...]:
        """The keys that must be given."""
        return tuple(name for name, each in self.in_files.items() if each.required)

    @cached_property
    def named_by(self) -> tuple[str, ...]:
        """The keys of which one at least must be given, the usual one first; empty where there is no such choice."""
        return getattr(self.kind, "NAMED_BY", ())

    @cached_property
    def expected(self) -> tuple[str, ...]:
        """The keys that an entry usually has: those that must be given, and the usual one of a choice."""
        return (*self.required, *self.named_by[:1])

    def missing(self, keys: Container[str]) -> tuple[str, ...]:
        """Return the keys that must be given and are not among `keys`."""
        lacking = tuple(name for name in self.required if name not in keys)
        return lacking if any(name in keys for name in self.named_by) else (*lacking, *self.named_by[:1])

    @cached_property
    def compared(self) -> tuple[AttributeDescription, ...]:
        """The attributes that count where two records are compared."""
        return tuple(each for each in self.attributes.values() if each.compared)

    @cached_property
    def bare(self) -> AttributeDescription | None:
        """The attribute that a bare value in place of the record stands for, if there is one."""
        short = getattr(self.kind, "SHORT", None)
        return self.attributes[short] if short else None

    @cached_property
    def records(self) -> tuple[AttributeDescription, ...]:
        """The attributes that hold records."""
        return tuple(each for each in self.attributes.values() if each.type is ValueType.RECORD)

    @cached_property
    def references(self) -> tuple[AttributeDescription, ...]:
        """The attributes that hold references."""
        return tuple(each for each in self.attributes.values() if each.noun is not None)


@frozen
class Description:
    """Descriptions of record classes, each made when it is first asked for."""

    _known: dict[type, RecordDescription] = field(factory=dict)
    _below: dict[type, tuple[type, ...]] = field(factory=dict)

    def __getitem__(self, kind: type) -> RecordDescription:
        """Return the description of a class of records."""
        if kind not in self._known:
            self._known[kind] = _described(kind)
        return self._known[kind]

    def below(self, kind: type) -> tuple[type, ...]:
        """Return the classes of all records that `kind` can contain, directly or indirectly."""
        if kind not in self._below:
            found: dict[type, None] = {}
            ahead = [kind]
            while ahead:
                new = [each.kind for each in self[ahead.pop()].records if each.kind not in found]
                found.update(dict.fromkeys(new))
                ahead += new
            self._below[kind] = tuple(found)
        return self._below[kind]

    def at(self, kind: type, path: str) -> AttributeDescription:
        """Return the attribute at a path of names, such as ``target.value``; a foreign one has no class of values."""
        *around, name = path.split(".")
        for step in around:
            kind = self[kind].attributes[step].kind
        if name.startswith(FOREIGN):
            return AttributeDescription(name=name, type=ValueType.ANY, kind=None, optional=True, default=None)
        return self[kind].attributes[name]


def _described(kind: type) -> RecordDescription:
    if any(_has_forward_reference(each.type) for each in attrs.fields(kind)):
        attrs.resolve_types(kind)  # slow, and needed for few classes
    return RecordDescription(kind=kind, attributes={each.name: _attribute(kind, each) for each in attrs.fields(kind)})


def _has_forward_reference(annotation: Any) -> bool:
    arguments = () if get_origin(annotation) is Annotated else get_args(annotation)
    return isinstance(annotation, str) or any(map(_has_forward_reference, arguments))


def _attribute(kind: type, attribute: "attrs.Attribute[Any]") -> AttributeDescription:
    annotation: Any = attribute.type
    optional = many = False
    if get_origin(annotation) in (Union, UnionType):
        parts = [part for part in get_args(annotation) if part is not NoneType]
        optional = len(parts) < len(get_args(annotation))
        annotation = float if set(parts) == {int, float} else parts[0]
    if get_origin(annotation) is tuple:
        many, annotation = True, get_args(annotation)[0]
    marks: tuple[Any, ...] = ()
    if get_origin(annotation) is Annotated:
        annotation, *rest = get_args(annotation)
        marks = tuple(rest)
        annotation = float if get_origin(annotation) in (Union, UnionType) else annotation
    noun = next((mark.noun for mark in marks if isinstance(mark, RefersTo)), None)
    declared = next(each for each in kind.__mro__ if attribute.name in vars(each).get("__annotations__", ()))
    return AttributeDescription(
        name=attribute.name,
        type=ValueType.REFERENCE if noun else ValueType.ID if "id" in marks else type_of(annotation),
        kind=annotation,
        many=many,
        optional=optional,
        default=_default(attribute),
        noun=noun,
        minimum=next((mark.minimum for mark in marks if isinstance(mark, Bounded)), None),
        in_files=attribute.metadata.get("file") is not False,
        compared=bool(attribute.eq),
        last="KEYS_LAST" in vars(declared) or attribute.metadata.get("last") is True,
        owner=declared.__name__,
    )


def type_of(annotation: Any) -> ValueType:
    """Return the type of a single value with this annotation."""
    if annotation in _TYPES:
        return _TYPES[annotation]
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return ValueType.CHOICE
    return ValueType.RECORD if hasattr(annotation, "SHORT") else ValueType.ANY


def _default(attribute: "attrs.Attribute[Any]") -> Any:
    default: Any = attribute.default
    return default.factory() if isinstance(default, attrs.Factory) else default  # type: ignore[arg-type]  # factories of the model take no argument


MODEL = Description()
"""The model as it ships."""


def check_names(names: Iterable[str], kind: type, owner: str) -> None:
    """Raise `TypeError` with similar names for an attribute that does not exist; `owner` is named in the message."""
    known = MODEL[kind].attributes
    for name in names:
        if name not in known:
            raise TypeError(f"{owner} has no attribute {name!r}{did_you_mean(name, known)}")
