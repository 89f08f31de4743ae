"""A file's plain data to a concept, with every problem found in one pass."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import attrs

from integrationskonzept.errors import InvalidConceptError, InvalidValueError
from integrationskonzept.findings import FileOrigin, Finding, Path, Place, Position, Severity, grouped, located
from integrationskonzept.formats import problems
from integrationskonzept.formats.converter import concept_converter
from integrationskonzept.formats.document_builder import invalid_concept_error
from integrationskonzept.formats.format import Format, ParsedData
from integrationskonzept.formats.key_correction import CorrectedData, correct_keys
from integrationskonzept.formats.limits import MAX_FINDINGS
from integrationskonzept.formats.problems import is_limit_reached, problem_limit
from integrationskonzept.formats.structure import structure_fast
from integrationskonzept.formats.value_errors import Refusal, RefusedError, address_of, as_typed, mapping_expected
from integrationskonzept.formats.versions import SCHEMA, identify, migrate
from integrationskonzept.gc_pause import collector_paused
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.concept import Concept


@attrs.frozen
class StructureResult:
    """What plain data came to."""

    concept: Concept | None
    """The concept; None where the data holds none."""
    refused: list[Refusal]
    """What was refused of it."""
    corrected: CorrectedData
    """The data as it was structured."""


def read_file(content: bytes, form: Format, file: str | None = None) -> Concept:
    """Read a concept from the content of a file in a format that is read; see `read_concept`."""
    if form.read is None:
        raise ValueError(f"the format {form.name!r} is only written, not read")
    with collector_paused():
        return _read(content, form.read, file)


def _read(content: bytes, read: Callable[[bytes], ParsedData], file: str | None) -> Concept:
    try:
        document = read(content)
    except InvalidConceptError as error:
        raise invalid_concept_error(_placed_in(error.findings, file)) from None
    return read_concept(document, file)


def read_concept(document: ParsedData, file: str | None = None) -> Concept:
    """Build the concept that `document` describes; `file` is named in findings and in its origin.

    Raises `InvalidConceptError` with every problem of the document, those of its reading included. Warnings and
    notes raise nothing: the concept's `origin` has them.
    """
    wrong = [finding for finding in document.findings if finding.severity is Severity.ERROR]
    concept = None if wrong else structure_fast(document.data)
    if concept is None:
        structured = structure(document.data)
        concept = structured.concept
        if wrong or structured.refused or concept is None:
            raise invalid_concept_error(
                _placed_in([*document.findings, *_unreported(document, wrong, structured)], file)
            )
    return attrs.evolve(concept, origin=FileOrigin(file, document.positions, _placed_in(document.findings, file)))


def _placed_in(findings: Iterable[Finding], file: str | None) -> tuple[Finding, ...]:
    """Return findings in the order of the file, errors first, with its name; those that say the same once."""
    told = explained(findings)
    placed = located(told, file) if file else told
    return grouped(sorted(placed, key=_order))


def _order(finding: Finding) -> tuple[bool, int, int, int]:
    is_last = finding.code == problems.TOO_MANY_PROBLEMS.code
    return is_last, finding.severity.rank, finding.place.line or 0, finding.place.column or 0


_OUR_CODES = frozenset(problem.code for problem in problems.PROBLEMS)


def explained(findings: Iterable[Finding]) -> list[Finding]:
    """Return the errors, with the hint of the remark that explains them, and the other remarks.

    A remark of this library about the place of an error is left out: the error says more.
    """
    errors: list[Finding] = []
    remarks: list[Finding] = []
    for finding in findings:
        (errors if finding.severity is Severity.ERROR else remarks).append(finding)
    wrong = {_line_and_column(error) for error in errors}
    left = [remark for remark in remarks if remark.code not in _OUR_CODES or _line_and_column(remark) not in wrong]
    told = [_explained(error, left) for error in errors]
    return [*told, *left]


def _line_and_column(finding: Finding) -> tuple[int | None, int | None]:
    return finding.place.line, finding.place.column


def _explained(error: Finding, remarks: list[Finding]) -> Finding:
    for remark in remarks:
        if _explains(remark, error):
            remarks.remove(remark)
            return attrs.evolve(error, hint=message("{reason}; {hint}", reason=remark.message, hint=remark.hint))
    return error


def _explains(remark: Finding, error: Finding) -> bool:
    there, here = remark.place, error.place
    if there.line is None or there.line != here.line or there.column is None or here.column is None:
        return False
    if remark.code == problems.COMMA_IN_BRACKETS.code:
        return here.column == there.column + 1
    is_text = error.code == problems.WRONG_KIND.code
    return remark.code == problems.HIDDEN_SIGN.code and is_text and here.column < there.column


def structure(data: Any) -> StructureResult:
    """Return the concept that plain data describes, or else everything that was refused of it."""
    from cattrs.errors import BaseValidationError

    if not isinstance(data, Mapping):
        return StructureResult(None, [Refusal((), None, mapping_expected(data, Concept))], CorrectedData(data))
    refused: list[Refusal] = []
    version = SCHEMA
    try:
        version = identify(data)
    except RefusedError as error:
        refused.append(Refusal((), None, error))
        if error.problem is problems.NEWER_SCHEMA:
            return StructureResult(None, refused, CorrectedData(data))
    meant = correct_keys(migrate(data, version), Concept)
    refused.extend(meant.refused)
    with problem_limit():
        try:
            return StructureResult(concept_converter().structure(meant.data, Concept), refused, meant)
        except BaseValidationError as error:
            refused.extend(_flat(error, Refusal((), None, error), meant.data))
            if is_limit_reached() or len(refused) >= MAX_FINDINGS:
                refused.append(Refusal((), None, RefusedError(problems.TOO_MANY_PROBLEMS, limit=MAX_FINDINGS)))
            return StructureResult(None, refused, meant)


def _flat(error: Exception, around: Refusal, data: Any) -> Iterator[Refusal]:
    """Yield what a group of exceptions holds, each with the path that the notes of the groups tell."""
    from cattrs.errors import ClassValidationError, IterableValidationError

    if isinstance(error, ClassValidationError):
        address = address_of(error.cl, data) or around.address
        records = (*around.records, (around.path, error.cl))
        here = attrs.evolve(around, address=address, records=records, is_bare=not isinstance(data, Mapping))
        named, others = error.group_exceptions()
        for inner, note in named:
            # the town's own keys stand beside the others
            inside = here if note.name == "extra" else attrs.evolve(here, path=(*here.path, note.name))
            yield from _flat(inner, inside, _below(data, note.name))
        for inner in others:
            yield from _flat(inner, here, data)
    elif isinstance(error, IterableValidationError):
        for inner, item in error.group_exceptions()[0]:
            yield from _flat(inner, attrs.evolve(around, path=(*around.path, item.index)), _below(data, item.index))
    else:
        yield attrs.evolve(around, error=error)


def _below(data: Any, step: str | int) -> Any:
    inside = (isinstance(data, Mapping) and step in data) or isinstance(data, list)
    return data[step] if inside else None  # a bare value stands for a mapping with one key


def _unreported(document: ParsedData, wrong: list[Finding], structured: StructureResult) -> Iterator[Finding]:
    """Yield the findings at places of which the reading did not report an error already."""
    reported = {(place.line, place.column) for finding in wrong for place in finding.places}
    for refusal in structured.refused:
        finding = _finding(refusal, document, structured.corrected)
        if finding.place.line is None or (finding.place.line, finding.place.column) not in reported:
            yield finding


def _finding(refused: Refusal, document: ParsedData, meant: CorrectedData) -> Finding:
    error, path, positions = refused.error, refused.path, meant.positions(document.positions)
    if isinstance(error, KeyError):  # this is how a required key that is missing comes out of cattrs
        missing = RefusedError(problems.MISSING_KEY, key=path[-1])
        key, value = positions(path[:-1])
        return _placed(missing, path, refused.address, key or value)
    if isinstance(error, InvalidValueError):
        path = path if error.attribute is None else (*path, error.attribute)
        impossible = RefusedError(problems.CONTRADICTION, reason=error.message)
        return _placed(impossible, path, refused.address, positions(path)[1])
    if isinstance(error, RefusedError):
        path = (*path, *error.below)
        key, value = positions(path)
        said = _as_typed(error, refused.hint, document.spelling(meant.as_typed(path)))
        return _placed(said, path, refused.address, key if error.about_key else value)
    raise error  # no problem of the file


def _as_typed(error: RefusedError, hint: Message | None, typed: str | None) -> RefusedError:
    """Return the refusal with its next step, and the number or truth value it is about as it was typed."""
    got = error.values.get("got")
    if typed is None or not isinstance(got, Message) or "typed" not in got.values:
        return RefusedError(error.problem, hint=hint, **error.values)
    values = {**error.values, "got": as_typed(got, typed)}
    return RefusedError(error.problem, hint=hint and as_typed(hint, typed), **values)


def _placed(error: RefusedError, path: Path, address: str | None, position: Position | None) -> Finding:
    line, column = (position.line, position.column) if position else (None, None)
    place = Place(line=line, column=column, path=path, address=address)
    return error.problem.finding(place, hint=error.hint, **error.values)
