"""A file's plain data to a concept, with every problem found in one pass."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import attrs

from integrationskonzept.errors import InvalidConceptError, InvalidValueError
from integrationskonzept.findings import Finding, Mark, Origin, Path, Place, grouped, located
from integrationskonzept.formats import problems
from integrationskonzept.formats.budget import fresh_budget, is_spent
from integrationskonzept.formats.converter import concept_converter
from integrationskonzept.formats.document import Document, Marks
from integrationskonzept.formats.format import Format
from integrationskonzept.formats.key_correction import Corrected, corrected
from integrationskonzept.formats.limits import MAX_FINDINGS
from integrationskonzept.formats.quick import quickly
from integrationskonzept.formats.refusal import Refused, RefusedError, address_of, mapping_expected
from integrationskonzept.formats.tree import unreadable
from integrationskonzept.formats.versions import SCHEMA, identify, migrated
from integrationskonzept.language import Message
from integrationskonzept.model.concept import Concept
from integrationskonzept.pausing import collector_paused


@attrs.frozen
class Structured:
    """What plain data came to."""

    concept: Concept | None
    """The concept; None where the data holds none."""
    refused: list[Refused]
    """What was refused of it."""
    corrected: Corrected
    """The data as it was structured."""


def read_file(content: bytes, form: Format, file: str | None = None) -> Concept:
    """Read a concept from the content of a file in a format that is read; see `read_concept`."""
    if form.read is None:
        raise ValueError(f"the format {form.name!r} is only written, not read")
    with collector_paused():
        return _read(content, form.read, file)


def _read(content: bytes, read: Callable[[bytes], Document], file: str | None) -> Concept:
    try:
        document = read(content)
    except InvalidConceptError as error:
        raise _invalid(error.findings, file) from None
    return read_concept(document, file)


def read_concept(document: Document, file: str | None = None) -> Concept:
    """Build the concept that `document` describes; `file` is named in findings and in its origin.

    Raises `InvalidConceptError` with every problem of the document, those of its reading included.
    """
    concept = None if document.findings else quickly(document.data)
    if concept is None:
        structured = structure(document.data)
        findings = [*document.findings, *_unreported(document, structured)]
        if findings or structured.concept is None:
            raise _invalid(findings, file)
        concept = structured.concept
    return attrs.evolve(concept, origin=Origin(file, document.marks))


def _invalid(findings: Iterable[Finding], file: str | None) -> InvalidConceptError:
    placed = located(findings, file) if file else findings
    return unreadable(grouped(sorted(placed, key=_order)))


def _order(finding: Finding) -> tuple[bool, int, int]:
    is_last = finding.code == problems.TOO_MANY_PROBLEMS.code
    return is_last, finding.place.line or 0, finding.place.column or 0


def structure(data: Any) -> Structured:
    """Return the concept that plain data describes, or else everything that was refused of it."""
    from cattrs.errors import BaseValidationError

    if not isinstance(data, Mapping):
        return Structured(None, [Refused((), None, mapping_expected(data, Concept))], Corrected(data))
    refused: list[Refused] = []
    version = SCHEMA
    try:
        version = identify(data)
    except RefusedError as error:
        refused.append(Refused((), None, error))
        if error.problem is problems.NEWER_SCHEMA:
            return Structured(None, refused, Corrected(data))
    meant = corrected(migrated(data, version), Concept)
    refused.extend(meant.refused)
    with fresh_budget():
        try:
            return Structured(concept_converter().structure(meant.data, Concept), refused, meant)
        except BaseValidationError as error:
            refused.extend(_flat(error, Refused((), None, error), meant.data))
            if is_spent() or len(refused) >= MAX_FINDINGS:
                refused.append(Refused((), None, RefusedError(problems.TOO_MANY_PROBLEMS, limit=MAX_FINDINGS)))
            return Structured(None, refused, meant)


def _flat(error: Exception, around: Refused, data: Any) -> Iterator[Refused]:
    """Yield what a group of exceptions holds, each with the path that the notes of the groups tell."""
    from cattrs.errors import ClassValidationError, IterableValidationError

    if isinstance(error, ClassValidationError):
        address = address_of(error.cl, data) or around.address
        records = (*around.records, (around.path, error.cl))
        here = attrs.evolve(around, address=address, records=records, is_bare=not isinstance(data, Mapping))
        named, others = error.group_exceptions()
        for inner, note in named:
            yield from _flat(inner, attrs.evolve(here, path=(*here.path, note.name)), _below(data, note.name))
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


def _unreported(document: Document, structured: Structured) -> Iterator[Finding]:
    """Yield the findings at places of which the reading did not report something already."""
    reported = {(place.line, place.column) for finding in document.findings for place in finding.places}
    marks = structured.corrected.marks(document.marks)
    for refusal in structured.refused:
        finding = _finding(refusal, marks)
        if finding.place.line is None or (finding.place.line, finding.place.column) not in reported:
            yield finding


def _finding(refused: Refused, marks: Marks) -> Finding:
    error, path = refused.error, refused.path
    if isinstance(error, KeyError):  # this is how a required key that is missing comes out of cattrs
        missing = RefusedError(problems.MISSING_KEY, key=path[-1])
        key, value = marks(path[:-1])
        return _placed(missing, path, refused.address, key or value)
    if isinstance(error, InvalidValueError):
        path = path if error.attribute is None else (*path, error.attribute)
        impossible = RefusedError(problems.CONTRADICTION, reason=error.message)
        return _placed(impossible, path, refused.address, marks(path)[1])
    if isinstance(error, RefusedError):
        path = path if error.step is None else (*path, error.step)
        key, value = marks(path)
        return _placed(error, path, refused.address, key if error.about_key else value, refused.hint)
    raise error  # no problem of the file


def _placed(
    error: RefusedError, path: Path, address: str | None, mark: Mark | None, hint: Message | None = None
) -> Finding:
    line, column = (mark.line, mark.column) if mark else (None, None)
    place = Place(line=line, column=column, path=path, address=address)
    return error.problem.finding(place, hint=hint, **error.values)
