"""The model once more in pydantic and in msgspec, made from the attrs classes, so that it stays equal.

The twins read the same bytes as strictly as they can: unknown keys are refused, no value is turned
into another kind, ids are spelled as ids and dates as dates. A record with a short form is read
from either form. pydantic reports every problem, as this library does; msgspec stops at the first.
"""

from datetime import time
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import attrs
import msgspec
import pydantic

from integrationskonzept.formats import patterns
from integrationskonzept.model import Concept, PartialDate, Record

DATE = r"^(?:[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?|-H[12]|-Q[1-4]|/[0-9]{2})?|--[0-9]{2}-[0-9]{2})$"
"""How dates are spelled; that a day exists is more than a pattern can say, and is left out here."""


def fields(kind: type[Record]) -> list["attrs.Attribute[Any]"]:
    """Return the attributes of a record that stand in files under their own name."""
    attrs.resolve_types(kind)
    kept = (each for each in attrs.fields(kind) if each.metadata.get("file") is not False)
    return [each for each in kept if each.name != "extra"]


@cache
def records() -> tuple[type[Record], ...]:
    """Return every class a concept is made of."""
    found: list[type[Record]] = []

    def visit(annotation: Any) -> None:
        if isinstance(annotation, type) and issubclass(annotation, Record) and annotation not in found:
            found.append(annotation)
            for each in fields(annotation):
                visit(each.type)
        for part in get_args(annotation):
            visit(part)

    visit(Concept)
    return tuple(found)


def default(attribute: "attrs.Attribute[Any]") -> Any:
    """Return what a twin's field is when its key is missing; `...` where it must not be."""
    stated: Any = attribute.default
    if stated is attrs.NOTHING:
        return ...
    return None if hasattr(stated, "factory") else stated


class Strict(pydantic.BaseModel):
    """What every pydantic twin shares."""

    model_config = pydantic.ConfigDict(extra="forbid", strict=True, frozen=True)


PYDANTIC = {
    "id": Annotated[str, pydantic.Field(pattern=f"^(?:{patterns.ID})$")],
    PartialDate: Annotated[str, pydantic.Field(pattern=DATE)] | Annotated[int, pydantic.Field(ge=1000, le=9999)],
    time: Annotated[str, pydantic.Field(pattern=f"^(?:{patterns.TIME})$")],
    Decimal: int | float | Annotated[str, pydantic.Field(pattern=f"^(?:{patterns.AMOUNT})$")],
}
MSGSPEC = {
    "id": Annotated[str, msgspec.Meta(pattern=f"^(?:{patterns.ID})$")],
    PartialDate: Annotated[str, msgspec.Meta(pattern=DATE)] | int,
    time: Annotated[str, msgspec.Meta(pattern=f"^(?:{patterns.TIME})$")],
    Decimal: int | float | str,
}


def translated(annotation: Any, scalars: dict[Any, Any], twins: dict[type, Any]) -> Any:
    """Turn the type of an attribute into what a twin declares in its place."""
    if get_origin(annotation) is Annotated:
        return scalars["id"] if "id" in get_args(annotation)[1:] else str
    if get_origin(annotation) in (Union, UnionType):
        return Union[tuple(translated(part, scalars, twins) for part in get_args(annotation))]  # noqa: UP007 - made at run time
    if get_origin(annotation) is tuple:
        return tuple[translated(get_args(annotation)[0], scalars, twins), ...]
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return twins[annotation] if annotation.SHORT is None else Union[twins[annotation], _short(annotation, scalars)]  # noqa: UP007
    return scalars.get(annotation, annotation)


def _short(kind: type[Record], scalars: dict[Any, Any]) -> Any:
    """Return the type of the bare value that stands for a record."""
    annotation: Any = next(each.type for each in fields(kind) if each.name == kind.SHORT)
    parts = [part for part in get_args(annotation) if part not in (NoneType, Ellipsis)] or [annotation]
    return scalars.get(parts[0], str if get_origin(annotation) in (Annotated, tuple) else parts[0])


@cache
def pydantic_twin() -> type[Strict]:
    """Build the pydantic twin of `Concept`."""
    names = {kind: f"'{kind.__name__}'" for kind in records()}
    del names
    forward: dict[type, Any] = {kind: pydantic.types.ForwardRef(kind.__name__) for kind in records()} if hasattr(pydantic.types, "ForwardRef") else {}
    from typing import ForwardRef

    forward = {kind: ForwardRef(kind.__name__) for kind in records()}
    made: dict[str, Any] = {}
    for kind in records():
        given = {each.name: (translated(each.type, PYDANTIC, forward), default(each)) for each in fields(kind)}
        if kind is Concept:
            given = {"schema": (int, ...), **given}
        made[kind.__name__] = pydantic.create_model(kind.__name__, __base__=Strict, **given)
    for twin in made.values():
        twin.model_rebuild(force=True, _types_namespace=made)
    return made["Concept"]  # type: ignore[no-any-return]
