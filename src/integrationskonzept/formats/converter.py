"""Structure plain data with cattrs, strictly, and collect every error.

It follows these rules:

- a record is a mapping with the attributes' names as keys; a bare value is the short form
  that gives the attribute `SHORT` of the class;
- keys beginning with ``x-`` are kept in `extra`; any other unknown key is refused;
- no value is converted into a different kind: a truth value is no number, and a number is no text; only ``3.0``
  counts as a whole number, as it does in JSON Schema;
- a date is text or a year as a number, a time is text ``HH:MM``, an amount is a number or the
  decimal number as text.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import time
from decimal import Decimal
from functools import cache
from itertools import islice
from types import NoneType
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin

import attrs

from integrationskonzept.formats import problems, values
from integrationskonzept.formats.entry_hints import entry_hint, sentence_hint
from integrationskonzept.formats.field_order import keys, union_members
from integrationskonzept.formats.key_meaning import key_meaning
from integrationskonzept.formats.limits import MAX_FINDINGS
from integrationskonzept.formats.problems import count_problems
from integrationskonzept.formats.value_errors import A_MAPPING, RefusedError, mapping_expected, wrong_kind
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.dates import PartialDate
from integrationskonzept.model.record import FOREIGN, Record, bound, shorten

if TYPE_CHECKING:  # importing it takes longer than reading most files, and only files with problems need it
    from cattrs import Converter


@cache
def concept_converter() -> "Converter":
    """Return the converter for the model, built once because that is slow."""
    from cattrs import Converter

    return configured(Converter(detailed_validation=True))


def configured(converter: "Converter") -> "Converter":
    """Return `converter` with the hooks of the model registered."""
    # cattrs looks up hooks by class first: the hook of `str` is found for every text enumeration and
    # that of `int` for `bool`, before any hook registered with a condition
    converter.register_structure_hook(
        str, lambda value, kind: values.read_text(value, kind) if kind is str else values.read_choice(value, kind)
    )
    converter.register_structure_hook(
        int, lambda value, kind: values.read_int(value, kind) if kind is int else values.read_bool(value, kind)
    )
    hook = converter.register_structure_hook_func
    hook(lambda kind: union_members(kind) == {int, float}, values.read_number)
    hook(lambda kind: union_members(kind) == {int, float, NoneType}, values.read_optional_number)
    hook(lambda kind: kind is Decimal, values.read_amount)
    hook(lambda kind: kind is time, values.read_time)
    hook(lambda kind: kind is PartialDate, values.read_date)
    hook(_is_reference, values.read_text)
    hook(_is_bounded, values.read_bounded)
    hook(_is_id, values.read_id)
    hook(lambda kind: kind == Mapping[str, Any], values.read_foreign)
    converter.register_structure_hook_factory(_is_list, lambda kind: _list_hook(kind, converter))
    converter.register_structure_hook_factory(_is_record, lambda kind: _record_hook(kind, converter))
    return converter


def _is_list(kind: Any) -> bool:
    origin: Any = get_origin(kind)
    return origin is tuple


def _is_record(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Record)


def _is_reference(kind: Any) -> bool:
    return get_origin(kind) is Annotated and get_args(kind)[0] is str and not _is_id(kind)


def _is_bounded(kind: Any) -> bool:
    return get_origin(kind) is Annotated and bound(kind) is not None


def _is_id(kind: Any) -> bool:
    return get_origin(kind) is Annotated and "id" in get_args(kind)[1:]


def _list_hook(kind: Any, converter: "Converter") -> Callable[[Any, Any], Any]:
    from cattrs.errors import BaseValidationError, IterableValidationError, IterableValidationNote

    inner = get_args(kind)[0]

    def structure(value: Any, _: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise wrong_kind(message("a list"), value, entry_hint(inner, value))
        hook = converter.get_structure_hook(inner)
        items, errors = [], []
        for position, item in enumerate(value):
            try:
                items.append(hook(item, inner))
            except (RefusedError, BaseValidationError) as error:
                if isinstance(error, RefusedError) and error.values.get("expected") is A_MAPPING:
                    error.hint = entry_hint(inner, item)
                error.__notes__ = [IterableValidationNote("list item", position, inner)]
                errors.append(error.with_traceback(None))  # a traceback keeps every frame alive
                if not count_problems(_count(error)):
                    break
        if errors:
            raise IterableValidationError("items", errors, kind)
        return tuple(items)

    return structure


def _count(error: Exception) -> int:
    """Count the problems directly in `error`; those of lists inside are counted already."""
    from cattrs.errors import BaseValidationError, IterableValidationError

    if isinstance(error, BaseValidationError):
        return sum(_count(inner) for inner in error.exceptions if not isinstance(inner, IterableValidationError))
    return 1


def _record_hook(kind: type[Record], converter: "Converter") -> Callable[[Any, Any], Any]:
    from cattrs.errors import ClassValidationError
    from cattrs.gen import make_dict_structure_fn, override

    attrs.resolve_types(kind)
    left_out: dict[str, Any] = {name: override(omit=True) for name in _not_in_files(kind)}
    inner = make_dict_structure_fn(kind, converter, _cattrs_forbid_extra_keys=False, **left_out)
    known = frozenset(keys(kind))

    def structure(value: Any, _: Any) -> Any:
        if not isinstance(value, dict):
            value = _from_bare_value(kind, value)
        unknown = value.keys() - known
        if not unknown:
            return inner(value, kind)
        extra = {key: item for key, item in value.items() if key in unknown and key.startswith(FOREIGN)}
        refused_keys = (key for key in value if key in unknown and key not in extra)
        errors: list[Exception] = [_unknown_key(kind, key) for key in islice(refused_keys, MAX_FINDINGS)]
        known_items = {key: item for key, item in value.items() if key in known}
        try:
            record = inner({**known_items, "extra": extra}, kind)
        except ClassValidationError as error:
            raise ClassValidationError(error.message, [*errors, *error.exceptions], kind) from None
        if errors:
            raise ClassValidationError(f"structuring {kind.__name__}", errors, kind)
        return record

    return structure


def _from_bare_value(kind: type[Record], value: Any) -> dict[str, Any]:
    """Return the mapping whose short form is a bare value."""
    if kind.SHORT is None or isinstance(value, list) or value is None:
        raise mapping_expected(value, kind)
    many = get_origin(attrs.fields_dict(kind)[kind.SHORT].type) is tuple
    return {kind.SHORT: [value] if many else value}


def _unknown_key(kind: type[Record], key: str) -> RefusedError:
    hint = key_meaning(kind, key).hint or sentence_hint(kind, key)
    return RefusedError(problems.UNKNOWN_KEY, step=key, hint=hint, key=shorten(key))


def _not_in_files(kind: type[Record]) -> Iterator[str]:
    return (attribute.name for attribute in attrs.fields(kind) if attribute.metadata.get("file") is False)
