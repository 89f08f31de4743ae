"""Load a concept from a file, and report every problem of the file in one pass."""

from collections.abc import Callable, Iterable, Iterator

import attrs

from integrationskonzept.errors import InvalidConceptError, InvalidValueError
from integrationskonzept.findings import FileOrigin, Finding, Path, Place, Position, Severity, grouped, located
from integrationskonzept.formats import problems
from integrationskonzept.formats.document_builder import invalid_concept_error
from integrationskonzept.formats.format import Format, ParsedData
from integrationskonzept.formats.key_correction import CorrectedData
from integrationskonzept.formats.refusals import Refusal
from integrationskonzept.formats.structure import StructureResult, structure, structure_valid
from integrationskonzept.gc_pause import collector_paused
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model import value_problems
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.refusal import RefusedError, with_typed_value
from integrationskonzept.model.structure import set_origin


def read_file(content: bytes, form: Format, file: str | None = None) -> Concept:
    """Return the concept in the content of a file; see `read_concept`."""
    if form.read is None:
        raise ValueError(f"the format {form.name!r} is only written, not read")
    with collector_paused():
        return _read(content, form.read, file)


def _read(content: bytes, read: Callable[[bytes], ParsedData], file: str | None) -> Concept:
    try:
        parsed = read(content)
    except InvalidConceptError as error:
        raise invalid_concept_error(_sorted_findings(error.findings, file)) from None
    return read_concept(parsed, file)


def read_concept(parsed: ParsedData, file: str | None = None) -> Concept:
    """Build the concept that `parsed` describes; `file` is named in its findings and its origin.

    Raise `InvalidConceptError` with every problem of the file, those found while parsing included. Warnings and
    notes do not raise: the `origin` of the concept holds them.
    """
    errors = [finding for finding in parsed.findings if finding.severity is Severity.ERROR]
    concept = None if errors else structure_valid(parsed.data)
    if concept is None:
        structured = structure(parsed.data)
        concept = structured.concept
        if errors or structured.refusals or concept is None:
            raise invalid_concept_error(
                _sorted_findings([*parsed.findings, *_unreported(parsed, errors, structured)], file)
            )
    set_origin(concept, FileOrigin(file, parsed.positions, _sorted_findings(parsed.findings, file)))
    return concept


def _sorted_findings(findings: Iterable[Finding], file: str | None) -> tuple[Finding, ...]:
    """Return findings with the name of the file, grouped and sorted: errors first, then by line."""
    findings = merge_explanations(findings)
    placed = located(findings, file) if file else findings
    return grouped(sorted(placed, key=_sort_key))


def _sort_key(finding: Finding) -> tuple[bool, int, int, int]:
    is_last = finding.code == problems.TOO_MANY_PROBLEMS.code
    return is_last, finding.severity.rank, finding.place.line or 0, finding.place.column or 0


_OUR_CODES = frozenset(problem.code for problem in problems.PROBLEMS)


def merge_explanations(findings: Iterable[Finding]) -> list[Finding]:
    """Return the errors, each with the hint of the remark that explains it, and the other remarks.

    A remark of this library at the place of an error is dropped, because the error is more specific.
    """
    errors: list[Finding] = []
    remarks: list[Finding] = []
    for finding in findings:
        (errors if finding.severity is Severity.ERROR else remarks).append(finding)
    wrong = {_line_and_column(error) for error in errors}
    left = [remark for remark in remarks if remark.code not in _OUR_CODES or _line_and_column(remark) not in wrong]
    return [*(_with_explanation(error, left) for error in errors), *left]


def _line_and_column(finding: Finding) -> tuple[int | None, int | None]:
    return finding.place.line, finding.place.column


def _with_explanation(error: Finding, remarks: list[Finding]) -> Finding:
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
    is_text = error.code == value_problems.WRONG_KIND.code
    return remark.code == problems.HIDDEN_SIGN.code and is_text and here.column < there.column


def _unreported(parsed: ParsedData, errors: list[Finding], structured: StructureResult) -> Iterator[Finding]:
    """Yield the findings at places for which the parser has not reported an error."""
    reported = {(place.line, place.column) for finding in errors for place in finding.places}
    for refusal in structured.refusals:
        finding = _finding(refusal, parsed, structured.corrected)
        if finding.place.line is None or (finding.place.line, finding.place.column) not in reported:
            yield finding


def _finding(refusal: Refusal, parsed: ParsedData, corrected: CorrectedData) -> Finding:
    error, path, positions = refusal.error, refusal.path, corrected.positions_as_typed(parsed.positions)
    if isinstance(error, InvalidValueError):
        path = path if error.attribute is None else (*path, error.attribute)
        impossible = RefusedError(value_problems.CONTRADICTION, reason=error.message)
        return _placed(impossible, path, refusal.address, positions(path)[1])
    if isinstance(error, RefusedError):
        key, value = positions(path)
        path = (*path, *error.below)
        if error.problem is value_problems.MISSING_KEY:
            return _placed(error, path, refusal.address, key or value)
        key, value = positions(path)
        worded = _with_typed_value(error, refusal.hint, parsed.spelling(corrected.typed_path(path)))
        return _placed(worded, path, refusal.address, key if error.about_key else value)
    raise error  # a mistake of this library, not of the file


def _with_typed_value(error: RefusedError, hint: Message | None, typed: str | None) -> RefusedError:
    """Return the refusal with its hint, in which a number or truth value is spelled as it was typed."""
    got = error.values.get("got")
    if typed is None or not isinstance(got, Message) or "typed" not in got.values:
        return RefusedError(error.problem, hint=hint, **error.values)
    values = {**error.values, "got": with_typed_value(got, typed)}
    return RefusedError(error.problem, hint=hint and with_typed_value(hint, typed), **values)


def _placed(error: RefusedError, path: Path, address: str | None, position: Position | None) -> Finding:
    line, column = (position.line, position.column) if position else (None, None)
    place = Place(line=line, column=column, path=path, address=address)
    return error.problem.finding(place, hint=error.hint, **error.values)
