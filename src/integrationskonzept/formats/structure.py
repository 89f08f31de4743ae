"""Structure plain data as a concept, and find every value that is refused.

Valid data takes one pass (see `model.structure`). Only if that fails, a second pass with the same readers of values
collects the errors of all records and lists in the error groups of cattrs, whose notes give the paths.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import islice
from typing import Any

import attrs
from attrs import frozen

from integrationskonzept.errors import IntegrationskonzeptError
from integrationskonzept.findings import Path
from integrationskonzept.formats import problems
from integrationskonzept.formats.entry_hints import entry_hint, sentence_hint
from integrationskonzept.formats.key_correction import CorrectedData, correct_keys
from integrationskonzept.formats.key_names import name_in_file, names_of_file
from integrationskonzept.formats.key_suggestions import key_meaning
from integrationskonzept.formats.limits import MAX_FINDINGS
from integrationskonzept.formats.problems import count_problems, is_limit_reached, problem_limit
from integrationskonzept.formats.refusals import Refusal, address_of
from integrationskonzept.formats.versions import SCHEMA, identify, likely_version
from integrationskonzept.i18n.messages import message
from integrationskonzept.model import value_problems
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.description import MODEL, AttributeDescription, RecordDescription
from integrationskonzept.model.foreign import FOREIGN
from integrationskonzept.model.plain import MAX_DEPTH
from integrationskonzept.model.refusal import A_MAPPING, RefusedError, wrong_kind
from integrationskonzept.model.structure import (
    Hook,
    Structurer,
    assembled,
    foreign_values,
    mapping_expected,
    structured,
)
from integrationskonzept.printable import shorten


@frozen
class StructureResult:
    """Result of structuring plain data."""

    concept: Concept | None
    """The concept; None where the data describes none."""
    refusals: list[Refusal]
    """The values that were refused."""
    corrected: CorrectedData
    """The data that was structured, under corrected keys."""


def structure_valid(data: Any) -> Concept | None:
    """Return the concept that valid data of the current version describes, or None for any other data."""
    if not isinstance(data, dict) or data.get("schema") != SCHEMA or type(data["schema"]) is not int:
        return None
    try:
        concept: Concept = structured({key: value for key, value in data.items() if key != "schema"}, Concept)
    except (RefusedError, IntegrationskonzeptError, RecursionError):
        return None
    return concept


def structure(data: Any) -> StructureResult:
    """Return the concept that plain data describes, or every value that was refused."""
    if not isinstance(data, Mapping):
        return StructureResult(None, [Refusal((), None, mapping_expected(data, MODEL[Concept]))], CorrectedData(data))
    refusals: list[Refusal] = []
    try:
        version = identify(data)
    except RefusedError as error:
        refusals.append(Refusal((), None, error))
        if error.problem is problems.NEWER_SCHEMA:
            return StructureResult(None, refusals, CorrectedData(data))
        version = SCHEMA if _too_deep(data) else likely_version(data)
        if version < SCHEMA:
            error.hint = message("its keys have the names of version 1: write `schema: 1` on the first line")
    if deep := _too_deep(data):
        refusals.append(Refusal(deep, None, RefusedError(value_problems.TOO_DEEP, limit=MAX_DEPTH)))
        return StructureResult(None, refusals, CorrectedData(data))
    with names_of_file(is_former=version < SCHEMA), problem_limit():
        corrected = correct_keys({key: value for key, value in data.items() if key != "schema"}, Concept)
        refusals.extend(corrected.refusals)
        cattrs = _cattrs()
        try:
            return StructureResult(collector().record(Concept)(corrected.data), refusals, corrected)
        except cattrs.BaseValidationError as error:
            refusals.extend(_flatten(error, Refusal((), None, error), corrected.data))
            if is_limit_reached() or len(refusals) >= MAX_FINDINGS:
                refusals.append(Refusal((), None, RefusedError(problems.TOO_MANY_PROBLEMS, limit=MAX_FINDINGS)))
            return StructureResult(None, refusals, corrected)


def _too_deep(data: Any) -> Path:
    """Return the path of the first value below too many levels; the empty path where there is none."""
    ahead: list[tuple[Path, Any]] = [((), data)]
    while ahead:
        path, value = ahead.pop()
        if len(path) >= MAX_DEPTH and isinstance(value, (dict, list)):
            return path
        inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        ahead.extend(((*path, step), item) for step, item in inside if isinstance(item, (dict, list)))
    return ()


class Collector(Structurer):
    """Readers that collect the errors of a record or list, and raise them as a group."""

    def items(self, described: AttributeDescription, read: Hook) -> Hook:
        """Return the function that reads a list and collects the errors of its items."""
        cattrs, kind = _cattrs(), described.kind

        def read_items(value: Any) -> tuple[Any, ...]:
            if not isinstance(value, list):
                raise wrong_kind(message("a list"), value, entry_hint(kind, value))
            items, errors = [], []
            for position, item in enumerate(value):
                try:
                    items.append(read(item))
                except (RefusedError, IntegrationskonzeptError, cattrs.BaseValidationError) as error:
                    if isinstance(error, RefusedError) and error.values.get("expected") is A_MAPPING:
                        error.hint = entry_hint(kind, item)
                    errors.append(_noted(error, cattrs.IterableValidationNote("list item", position, kind)))
                    if not count_problems(_count(error)):
                        break
            if errors:
                raise cattrs.IterableValidationError("items", errors, tuple)
            return tuple(items)

        return read_items

    def optional(self, read: Hook) -> Hook:
        """Return the function that reads a value that can be missing: a key without a value says nothing."""
        return lambda value: None if value is None else read(value)

    def mapping_expected(self, value: Any, described: RecordDescription) -> RefusedError:
        """Return the error for a value that should be a mapping, with the keys of the file's version."""
        return mapping_expected(value, described, lambda name: name_in_file(described.kind, name))

    def nested(self, make: Hook) -> Hook:
        """Return the function unchanged: how deep the data is has been looked at."""
        return make

    def mapping(self, described: RecordDescription) -> Hook:
        """Return the function that reads a mapping and collects the errors of its values."""
        cattrs = _cattrs()
        kind: Any = described.kind
        readers = _LazyReaders(self, described)

        def collect(name: str, read: Hook, value: Any, values: dict[str, Any], errors: list[Exception]) -> None:
            try:
                values[name] = read(value)
            except (RefusedError, IntegrationskonzeptError, cattrs.BaseValidationError) as error:
                errors.append(_noted(error, cattrs.AttributeValidationNote("attribute", name, kind)))

        def read_mapping(data: Any) -> Any:
            if not isinstance(data, dict):
                raise self.mapping_expected(data, described)
            values: dict[str, Any] = {}
            errors: list[Exception] = [*_wrong_keys(described, data)]
            for name in described.in_files:
                if name in data:
                    collect(name, readers[name], data[name], values, errors)
            collect("extra", foreign_values, data, values, errors)
            if not errors:
                try:
                    return assembled(described, values)
                except IntegrationskonzeptError as error:  # values that contradict each other
                    errors.append(error.with_traceback(None))
            raise cattrs.ClassValidationError(f"structuring {kind.__name__}", errors, kind)

        return read_mapping


class _LazyReaders(dict[str, Hook]):
    """Readers of the attributes of a class, made when the key first occurs: a class may contain itself."""

    def __init__(self, structurer: Structurer, described: RecordDescription) -> None:
        self._structurer = structurer
        self._described = described

    def __missing__(self, name: str) -> Hook:
        self[name] = read = self._structurer.value(self._described.in_files[name])
        return read


@cache
def _cattrs() -> Any:
    from cattrs import errors  # importing it takes longer than reading most files, and only wrong ones need it

    return errors


collector = cache(Collector)
"""The collecting readers, made when the first wrong file is read."""


def _wrong_keys(described: RecordDescription, data: Mapping[Any, Any]) -> Iterator[RefusedError]:
    """Yield the errors for unknown keys and for required keys that are missing."""
    unknown = (key for key in data if key not in described.in_files and not str(key).startswith(FOREIGN))
    for key in islice(unknown, MAX_FINDINGS):
        hint = key_meaning(described.kind, str(key)).hint or sentence_hint(described.kind, str(key))
        yield RefusedError(value_problems.UNKNOWN_KEY, step=key, hint=hint, key=shorten(str(key)))
    for key in described.missing(data):
        yield RefusedError(value_problems.MISSING_KEY, step=key, key=key)


def _noted(error: Any, note: Any) -> Any:
    """Return an error with the note that gives its place in the record or list around it."""
    error.__notes__ = [note]
    return error.with_traceback(None)  # a traceback keeps every frame alive


def _count(error: Exception) -> int:
    """Count the problems directly in `error`; those of lists inside are counted already."""
    cattrs = _cattrs()
    if isinstance(error, cattrs.BaseValidationError):
        return sum(_count(inner) for inner in error.exceptions if not isinstance(inner, cattrs.IterableValidationError))
    return 1


def _flatten(error: Exception, around: Refusal, data: Any) -> Iterator[Refusal]:
    """Yield a refusal for each exception in nested groups, with the path that the notes of the groups give."""
    cattrs = _cattrs()
    if isinstance(error, cattrs.ClassValidationError):
        address = address_of(error.cl, data) or around.address
        records = (*around.records, (around.path, error.cl))
        here = attrs.evolve(around, address=address, records=records, is_bare=not isinstance(data, Mapping))
        named, others = error.group_exceptions()
        for inner, note in named:
            # keys that begin with 'x-' stand beside the others
            inside = here if note.name == "extra" else attrs.evolve(here, path=(*here.path, note.name))
            yield from _flatten(inner, inside, _below(data, note.name))
        for inner in others:
            yield from _flatten(inner, here, data)
    elif isinstance(error, cattrs.IterableValidationError):
        for inner, item in error.group_exceptions()[0]:
            yield from _flatten(inner, attrs.evolve(around, path=(*around.path, item.index)), _below(data, item.index))
    else:
        yield attrs.evolve(around, error=error)


def _below(data: Any, step: str | int) -> Any:
    inside = (isinstance(data, Mapping) and step in data) or isinstance(data, list)
    return data[step] if inside else None  # a bare value is the short form of a mapping with one key
