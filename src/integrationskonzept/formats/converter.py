"""How plain data becomes the model's records: one converter, set up strictly.

What it decides:

- a record is a mapping with the attributes' names as keys; a bare value stands for the attribute
  that the class names as `SHORT`;
- keys beginning with ``x-`` are kept in `extra`; any other unknown key is refused;
- text is text, a truth value is no number, a list is a list: no value is turned into another kind,
  but a whole number written as ``3.0`` is one, as it is for JSON Schema;
- a date is text or a year as a number, a time is text ``HH:MM``, an amount is a number or the
  decimal number as text.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import time
from decimal import Decimal
from enum import StrEnum
from functools import cache
from itertools import islice
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import attrs
from cattrs import Converter
from cattrs.errors import BaseValidationError, ClassValidationError, IterableValidationError, IterableValidationNote
from cattrs.gen import make_dict_structure_fn, override

from integrationskonzept.errors import InvalidValueError
from integrationskonzept.formats import patterns, problems
from integrationskonzept.formats.budget import spend
from integrationskonzept.formats.keys import keys
from integrationskonzept.formats.limits import AMOUNT_DIGITS, MAX_FINDINGS, MAX_NUMBER
from integrationskonzept.formats.refusal import RefusedError, described, mapping_expected, wrong_kind
from integrationskonzept.language import Message, label, message, wording
from integrationskonzept.model.dates import PartialDate
from integrationskonzept.model.nearby import nearest
from integrationskonzept.model.record import FOREIGN, Record, is_id, shorten

MIN_YEAR, MAX_YEAR = 1000, 9999
"""Years that may stand as numbers."""

_TIME = re.compile(patterns.TIME)
_AMOUNT = re.compile(patterns.AMOUNT)
_DECIMAL_COMMA = re.compile(r"-?[0-9]+,[0-9]+")


@cache
def concept_converter() -> Converter:
    """Return the converter for the model; it is built once, as that takes a while."""
    return configured(Converter(detailed_validation=True))


def configured(converter: Converter) -> Converter:
    """Teach `converter` the layout of the model, and return it."""
    # cattrs asks for hooks of classes first, and takes that of `str` for every list of words and
    # that of `int` for `bool`; hooks found by a condition never see those
    converter.register_structure_hook(
        str, lambda value, kind: _text(value, kind) if kind is str else _word(value, kind)
    )
    converter.register_structure_hook(
        int, lambda value, kind: _whole(value, kind) if kind is int else _truth(value, kind)
    )
    hook = converter.register_structure_hook_func
    hook(lambda kind: members(kind) == {int, float}, _number)
    hook(lambda kind: members(kind) == {int, float, NoneType}, _optional_number)
    hook(lambda kind: kind is Decimal, amount)
    hook(lambda kind: kind is time, clock_time)
    hook(lambda kind: kind is PartialDate, date)
    hook(_is_reference, _text)
    hook(_is_id, _id)
    hook(lambda kind: kind == Mapping[str, Any], _foreign)
    converter.register_structure_hook_factory(_is_list, lambda kind: _list_hook(kind, converter))
    converter.register_structure_hook_factory(_is_record, lambda kind: _record_hook(kind, converter))
    return converter


def _is_list(kind: Any) -> bool:
    origin: Any = get_origin(kind)
    return origin is tuple


def _is_record(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Record)


def members(kind: Any) -> set[Any]:
    """Return the types that a union offers; nothing where `kind` is none."""
    return set(get_args(kind)) if get_origin(kind) in (Union, UnionType) else set()


def _is_reference(kind: Any) -> bool:
    return get_origin(kind) is Annotated and get_args(kind)[0] is str and not _is_id(kind)


def _is_id(kind: Any) -> bool:
    return get_origin(kind) is Annotated and "id" in get_args(kind)[1:]


def near_name(name: str, known: Iterable[str], german: Mapping[str, str]) -> str | None:
    """Return the name of the layout that is near, be it by its German name."""
    return nearest(name.lower().replace(" ", "_"), known) or german.get(nearest(name.lower(), german) or "")


# -- values ------------------------------------------------------------------------------------


def _text(value: Any, _: Any) -> str:
    if isinstance(value, str):
        return value
    hint = None
    if isinstance(value, (int, float)):
        shown = str(value).lower() if isinstance(value, bool) else value
        hint = message("put it in quotes: '{value}'", value=shown)
    raise wrong_kind(message("text"), value, hint)


def _id(value: Any, _: Any) -> str:
    text = _text(value, str)
    if not is_id(text):
        raise RefusedError(problems.MISSPELT_ID, got=described(text))
    return text


def _truth(value: Any, _: Any) -> bool:
    if isinstance(value, bool):
        return value
    raise wrong_kind(message("true or false"), value)


def _whole(value: Any, _: Any) -> int:
    if type(value) in (int, float) and value == value // 1 and -MAX_NUMBER <= value <= MAX_NUMBER:
        return int(value)
    raise wrong_kind(message("a whole number"), value, _number_hint(value))


def _number(value: Any, _: Any) -> int | float:
    if type(value) in (int, float) and -MAX_NUMBER <= value <= MAX_NUMBER:
        return value  # type: ignore[no-any-return]  # its type was just looked at
    raise wrong_kind(message("a number"), value, _number_hint(value))


def _optional_number(value: Any, _: Any) -> int | float | None:
    return None if value is None else _number(value, float)


def _foreign(value: Any, _: Any) -> Any:
    """Return the town's own attributes as they are, if they are plain data."""
    for item in _parts(value):
        if isinstance(item, (int, float)) and not isinstance(item, bool):
            _number(item, float)
        elif item is not None and not isinstance(item, (str, bool, list, dict)):
            raise wrong_kind(message("text, numbers, truth values, lists or mappings"), item)
    return value


def _parts(value: Any) -> Iterator[Any]:
    open_values = [value]
    while open_values:
        item = open_values.pop()
        yield item
        if isinstance(item, (list, dict)):
            open_values.extend(item.values() if isinstance(item, dict) else item)


def _number_hint(value: Any) -> Message | None:
    if isinstance(value, str) and _DECIMAL_COMMA.fullmatch(value):
        return message("write a point instead of the comma: {value}", value=value.replace(",", "."))
    return None


def amount(value: Any, _: Any = None) -> Decimal:
    """Read an amount: a number, or a decimal number as text."""
    if type(value) in (int, float) and -(10**AMOUNT_DIGITS) < value < 10**AMOUNT_DIGITS:
        return Decimal(repr(value))
    if isinstance(value, str) and _AMOUNT.fullmatch(value):
        return Decimal(value)
    raise wrong_kind(message("an amount such as 1500 or 1500.5"), value, _number_hint(value))


def clock_time(value: Any, _: Any = None) -> time:
    """Read a time of day, ``HH:MM``."""
    if isinstance(value, str) and _TIME.fullmatch(value):
        return time.fromisoformat(value)
    raise RefusedError(problems.NO_TIME, got=described(value))


def date(value: Any, _: Any = None) -> PartialDate:
    """Read a date: text, or a year as a number."""
    if type(value) in (int, float) and MIN_YEAR <= value <= MAX_YEAR:
        value = str(_whole(value, int))
    if not isinstance(value, str):
        raise wrong_kind(message("a date, as text or as a year of four digits"), value)
    try:
        return PartialDate(value)
    except InvalidValueError as error:
        raise RefusedError(problems.NO_DATE, reason=error.message) from None


def _word(value: Any, kind: type[StrEnum]) -> StrEnum:
    words = [member.value for member in kind]
    if isinstance(value, str) and value in words:
        return kind(value)
    german = {wording(member, "de").lower(): member.value for member in kind}
    near = near_name(value, words, german) if isinstance(value, str) else None
    hint = message("did you mean '{name}'?", name=near) if near else None
    raise RefusedError(problems.NOT_ONE_OF, hint=hint, choices=", ".join(words), got=described(value))


# -- lists and records -------------------------------------------------------------------------


def _list_hook(kind: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    inner = get_args(kind)[0]

    def structure(value: Any, _: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise wrong_kind(message("a list"), value, message("begin each item with '- ' on a line of its own"))
        hook = converter.get_structure_hook(inner)
        items, errors = [], []
        for position, item in enumerate(value):
            try:
                items.append(hook(item, inner))
            except (RefusedError, BaseValidationError) as error:
                error.__notes__ = [IterableValidationNote("list item", position, inner)]
                errors.append(error.with_traceback(None))  # a traceback would keep every frame alive
                if not spend(_count(error)):
                    break
        if errors:
            raise IterableValidationError("items", errors, kind)
        return tuple(items)

    return structure


def _count(error: Exception) -> int:
    """Count the problems that `error` holds itself; those of lists inside are counted already."""
    if isinstance(error, BaseValidationError):
        return sum(_count(inner) for inner in error.exceptions if not isinstance(inner, IterableValidationError))
    return 1


def _record_hook(kind: type[Record], converter: Converter) -> Callable[[Any, Any], Any]:
    attrs.resolve_types(kind)
    left_out: dict[str, Any] = {name: override(omit=True) for name in _not_in_files(kind)}
    inner = make_dict_structure_fn(kind, converter, _cattrs_forbid_extra_keys=False, **left_out)
    known = frozenset(keys(kind))

    def structure(value: Any, _: Any) -> Any:
        if not isinstance(value, dict):
            value = _spelt_out(kind, value)
        unknown = value.keys() - known
        if not unknown:
            return inner(value, kind)
        foreign = {key: item for key, item in value.items() if key in unknown and key.startswith(FOREIGN)}
        strange = (key for key in value if key in unknown and key not in foreign)
        errors: list[Exception] = [_unknown_key(kind, key) for key in islice(strange, MAX_FINDINGS)]
        own = {key: item for key, item in value.items() if key in known}
        try:
            record = inner({**own, "extra": foreign}, kind)
        except ClassValidationError as error:
            raise ClassValidationError(error.message, [*errors, *error.exceptions], kind) from None
        if errors:
            raise ClassValidationError(f"structuring {kind.__name__}", errors, kind)
        return record

    return structure


def _spelt_out(kind: type[Record], value: Any) -> dict[str, Any]:
    """Return the mapping that a bare value stands for."""
    if kind.SHORT is None or isinstance(value, list) or value is None:
        raise mapping_expected(value)
    many = get_origin(attrs.fields_dict(kind)[kind.SHORT].type) is tuple
    return {kind.SHORT: [value] if many else value}


def _unknown_key(kind: type[Record], key: str) -> RefusedError:
    german = {label(name, "de").lower(): name for name in keys(kind)}
    near = near_name(key, keys(kind), german)
    hint = message("did you mean '{name}'?", name=near) if near else None
    return RefusedError(problems.UNKNOWN_KEY, step=key, hint=hint, key=shorten(key))


def _not_in_files(kind: type[Record]) -> Iterator[str]:
    return (attribute.name for attribute in attrs.fields(kind) if attribute.metadata.get("file") is False)
