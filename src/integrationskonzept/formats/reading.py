"""A file's plain data to a concept, with every problem found in one pass."""

from collections.abc import Iterator, Mapping
from typing import Any

import attrs
from cattrs.errors import ClassValidationError, IterableValidationError

from integrationskonzept.errors import InvalidConceptError, InvalidValueError
from integrationskonzept.findings import Finding, Origin, Path, Place, grouped, located
from integrationskonzept.formats import problems
from integrationskonzept.formats.converter import concept_converter
from integrationskonzept.formats.document import Document
from integrationskonzept.formats.format import Format
from integrationskonzept.formats.refusal import RefusedError, described
from integrationskonzept.formats.tree import unreadable
from integrationskonzept.formats.versions import identify, migrated
from integrationskonzept.language import message
from integrationskonzept.model.concept import Concept


def read_file(content: bytes, form: Format, file: str | None = None) -> Concept:
    """Read a concept from the content of a file in the given format; see `read_concept`."""
    assert form.read is not None
    try:
        document = form.read(content)
    except InvalidConceptError as error:
        raise _invalid(error.findings, file) from None
    return read_concept(document, file)


def read_concept(document: Document, file: str | None = None) -> Concept:
    """Build the concept that `document` describes; `file` is named in findings and in its origin.

    Raises `InvalidConceptError` with every problem of the document, those of its reading included.
    """
    concept, refusals = _structured(document.data)
    findings = list(document.findings)
    known = {(place.line, place.column) for finding in findings for place in finding.places}
    for path, error in refusals:
        finding = _finding(error, path, document)
        if finding.place.line is None or (finding.place.line, finding.place.column) not in known:
            findings.append(finding)
    if findings or concept is None:
        raise _invalid(findings, file)
    return attrs.evolve(concept, origin=Origin(file, document.marks))


def _invalid(findings: Any, file: str | None) -> InvalidConceptError:
    found = sorted(located(findings, file) if file else findings, key=lambda finding: finding.place.line or 0)
    return unreadable(grouped(found))


def _structured(data: Any) -> tuple[Concept | None, list[tuple[Path, Exception]]]:
    """Return the concept, or else the problems with their paths."""
    if not isinstance(data, Mapping):
        expected = message("a mapping (lines `key: value`)")
        return None, [((), RefusedError(problems.WRONG_KIND, expected=expected, got=described(data)))]
    refusals: list[tuple[Path, Exception]] = []
    version = 1
    try:
        version = identify(data)
    except RefusedError as refusal:
        refusals.append(((), refusal))
        if refusal.problem is problems.NEWER_SCHEMA:
            return None, refusals
    try:
        return concept_converter().structure(migrated(data, version), Concept), refusals
    except (ClassValidationError, RefusedError) as error:
        return None, [*refusals, *_flat(error, ())]


def _flat(error: Exception, path: Path) -> Iterator[tuple[Path, Exception]]:
    """Yield what a group of exceptions holds, each with the path that its notes tell."""
    if isinstance(error, ClassValidationError):
        named, others = error.group_exceptions()
        for inner, note in named:
            yield from _flat(inner, (*path, note.name))
        for inner in others:
            yield from _flat(inner, path)
    elif isinstance(error, IterableValidationError):
        for inner, item in error.group_exceptions()[0]:
            yield from _flat(inner, (*path, item.index))
    else:
        yield path, error


def _finding(error: Exception, path: Path, document: Document) -> Finding:
    if isinstance(error, KeyError):
        error = RefusedError(problems.MISSING_KEY, key=path[-1])
        key, value = document.marks(path[:-1])
        mark = key or value
    elif isinstance(error, RefusedError):
        path = (*path, error.step) if error.step else path
        key, value = document.marks(path)
        mark = key if error.step else value
    elif isinstance(error, InvalidValueError):
        path = (*path, error.attribute) if error.attribute else path
        error = RefusedError(problems.CONTRADICTION, reason=error.message)
        _, mark = document.marks(path)
    else:
        raise error  # no problem of the file
    place = Place(line=mark.line if mark else None, column=mark.column if mark else None, path=path)
    return error.problem.finding(place, hint=error.hint, **error.values)
