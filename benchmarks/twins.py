"""Twins of the model in pydantic and msgspec, generated from the attrs classes.

The twins read the same bytes as strictly as they can: unknown keys are refused, no value is turned
into another kind, ids are spelled as ids and dates as dates. A record with a short form is read
from either form. pydantic reports every problem, as this library does; msgspec stops at the first.
The twins leave out what their schema cannot say: foreign keys, and that a day exists.
"""

import sys
from datetime import time
from decimal import Decimal
from enum import Enum
from functools import cache
from types import ModuleType, NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import attrs

from integrationskonzept.formats import patterns
from integrationskonzept.model import Concept, PartialDate, Record, values
from integrationskonzept.model.annotations import Bounded

DATE = r"^(?:[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?|-H[12]|-Q[1-4]|/[0-9]{2})?|--[0-9]{2}-[0-9]{2})$"

PYDANTIC = f"""\
import warnings
from enum import Enum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Id = Annotated[str, Field(pattern={f"^(?:{patterns.ID})$"!r})]
Date = Annotated[str, Field(pattern={DATE!r})] | Annotated[int, Field(ge=1000, le=9999)]
Time = Annotated[str, Field(pattern={f"^(?:{values.TIME})$"!r})]
Amount = int | float | Annotated[str, Field(pattern={f"^(?:{values.AMOUNT})$"!r})]
Count = Annotated[int, Field(ge=0)]
Quantity = Count | Annotated[float, Field(ge=0)]
Money = Quantity | Annotated[str, Field(pattern={f"^(?:{values.AMOUNT})$"!r})]


warnings.filterwarnings("ignore", message="Field name .schema.")  # shadows a deprecated method that is not used here


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)
"""

MSGSPEC = f"""\
from enum import Enum
from typing import Annotated

from msgspec import Meta, Struct

Id = Annotated[str, Meta(pattern={f"^(?:{patterns.ID})$"!r})]
Date = Annotated[str, Meta(pattern={DATE!r})] | Annotated[int, Meta(ge=1000, le=9999)]
Time = Annotated[str, Meta(pattern={f"^(?:{values.TIME})$"!r})]
Amount = int | float | Annotated[str, Meta(pattern={f"^(?:{values.AMOUNT})$"!r})]
Count = Annotated[int, Meta(ge=0)]
Quantity = Count | Annotated[float, Meta(ge=0)]
Money = Quantity | Annotated[str, Meta(pattern={f"^(?:{values.AMOUNT})$"!r})]


class Strict(Struct, forbid_unknown_fields=True, frozen=True, omit_defaults=True):
    pass
"""

_SCALARS = {PartialDate: "Date", time: "Time", Decimal: "Amount", NoneType: "None"}


def attributes(kind: type[Record]) -> list["attrs.Attribute[Any]"]:
    """Return the attributes of a record that stand in files under their own name."""
    attrs.resolve_types(kind)
    kept = (each for each in attrs.fields(kind) if each.metadata.get("file") is not False)
    return [each for each in kept if each.name != "extra"]


@cache
def kinds() -> tuple[type[Any], ...]:
    """Return every record and vocabulary of a concept, each after those it refers to."""
    found: dict[type[Any], bool] = {}

    def visit(annotation: Any) -> None:
        if isinstance(annotation, type) and issubclass(annotation, (Record, Enum)) and annotation not in found:
            found[annotation] = True
            for each in attributes(annotation) if issubclass(annotation, Record) else ():
                visit(each.type)
            found[annotation] = found.pop(annotation)  # after those it refers to
        for part in get_args(annotation):
            visit(part)

    visit(Concept)
    return tuple(found)


def source(head: str) -> str:
    """Return the source of a twin's module."""
    return "\n\n".join([head, *map(_class, kinds())])


@cache
def twin(head: str) -> ModuleType:
    """Return the module of a twin."""
    module = ModuleType(f"twin_{'pydantic' if head is PYDANTIC else 'msgspec'}")
    sys.modules[module.__name__] = module  # annotations are resolved there
    exec(source(head), module.__dict__)  # noqa: S102 - our own source
    return module


def _class(kind: type[Any]) -> str:
    if issubclass(kind, Enum):
        lines = [f"class {kind.__name__}(Enum):", *(f"    {each.name} = {each.value!r}" for each in kind)]
    else:
        schema = ["    schema: int"] if kind is Concept else []
        fields = [f"    {each.name}: {_quoted(each)}{_default(each)}" for each in attributes(kind)]
        required, optional = [line for line in fields if " = " not in line], [line for line in fields if " = " in line]
        lines = [f"class {kind.__name__}(Strict):", *schema, *required, *optional]
    return "\n".join(lines) + "\n"


def _quoted(attribute: "attrs.Attribute[Any]") -> str:
    written = _annotation(attribute.type)
    wider = " | None" if hasattr(attribute.default, "factory") else ""
    return repr(written + wider)  # some records contain records of their own class


def _default(attribute: "attrs.Attribute[Any]") -> str:
    stated: Any = attribute.default
    if stated is attrs.NOTHING:
        return ""
    if isinstance(stated, Enum):
        return f" = {type(stated).__name__}.{stated.name}"
    return " = None" if hasattr(stated, "factory") else f" = {stated!r}"


def _annotation(annotation: Any) -> str:
    origin = get_origin(annotation)
    if any(isinstance(mark, Bounded) for mark in getattr(annotation, "__metadata__", ())):
        return {int: "Count", Decimal: "Money"}.get(get_args(annotation)[0], "Quantity")
    if origin is Annotated:
        return "Id" if "id" in get_args(annotation)[1:] else "str"
    if origin in (Union, UnionType):
        return " | ".join(map(_annotation, get_args(annotation)))
    if origin is tuple:
        return f"tuple[{_annotation(get_args(annotation)[0])}, ...]"
    if isinstance(annotation, type) and issubclass(annotation, Record) and annotation.SHORT is not None:
        return f"{annotation.__name__} | {_short(annotation)}"
    return _SCALARS.get(annotation) or annotation.__name__


def _short(kind: type[Record]) -> str:
    """Return the type of the bare value that stands for a record."""
    stated: Any = next(each.type for each in attributes(kind) if each.name == kind.SHORT)
    if get_origin(stated) is tuple:
        stated = get_args(stated)[0]
    return _annotation(stated).removesuffix(" | None")
