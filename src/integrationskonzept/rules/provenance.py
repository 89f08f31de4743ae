"""Rules about where statements come from, and about what does not agree with the document or the world."""

from collections.abc import Iterator
from functools import cache

from integrationskonzept.findings import Path, Severity
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.activity import ActionDay, Activity
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.element import Sourced, Statement
from integrationskonzept.model.goal import Goal
from integrationskonzept.model.indicator import Indicator
from integrationskonzept.model.key_figure import Figure
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.meeting import Meeting
from integrationskonzept.model.provenance import Citation, Discrepancy, DiscrepancyBasis, Resolution
from integrationskonzept.model.source_document import Footnote, Passage, Reference
from integrationskonzept.model.stocktake import Achievement, Challenge, Need, Offer
from integrationskonzept.model.tree import iter_path
from integrationskonzept.rules.helpers import Each, referred_to
from integrationskonzept.rules.rule import Hit, rule

_CLAIMS = (
    Achievement, ActionDay, Activity, Challenge, Figure, Goal, Indicator,
    Measure, Meeting, Need, Offer, Passage, Statement,
)  # fmt: skip
"""Kinds of records whose statements a reader may want to look up."""


def _claims(concept: Concept) -> int:
    return sum(len(concept.records.get(kind)) for kind in _CLAIMS)


_discrepancies = Each(Discrepancy, where=bool)


def _entries(concept: Concept) -> int:
    return sum(len(concept.records.get(kind)) for kind in (Reference, Footnote))


@rule(
    "IK801",
    family="provenance",
    title=message("Statement without a citation"),
    why=message("Data taken from a document can be trusted as far as somebody can look it up there."),
    severity=Severity.NOTE,
    message=message("neither this nor anything around it says where it comes from"),
    hint=message("state the section or page under `sources`, here or at the element around it"),
    summary=message("no citation for {count} of {total} statements"),
    total=_claims,
)
def _uncited(concept: Concept) -> Iterator[Hit]:
    """Yield claims without a citation of their own or of anything around them."""

    @cache  # what lies in one list has the same around it
    def is_cited(path: Path) -> bool:
        return any(isinstance(value, Sourced) and value.sources for value in iter_path(concept, path))

    for kind in _CLAIMS:
        for path in [path for path, claim in concept.records.get(kind) if not claim.sources]:
            if not is_cited(path[:-1]):
                yield Hit(path)


def _of(resolution: Resolution, concept: Concept, *, of_draft: bool = False) -> Iterator[Hit]:
    """Yield discrepancies with this resolution: those of the document, or the doubts of whoever made a draft of it."""
    for path, discrepancy in concept.records.get(Discrepancy):
        is_doubt = discrepancy.basis is DiscrepancyBasis.READING and discrepancy.resolution is Resolution.UNRESOLVED
        if discrepancy.resolution is resolution and is_doubt is of_draft:
            yield Hit(path, {"text": discrepancy.text.rstrip(".")})


@rule(
    "IK802",
    family="provenance",
    title=message("Unresolved discrepancy"),
    why=message("What the document says twice in different ways, somebody has to decide before others rely on it."),
    severity=Severity.WARNING,
    message=message("not resolved: {text}"),
    hint=message("find out what is right, and state under `resolution` what was done"),
    summary=message("{count} of {total} discrepancies are not resolved"),
    total=_discrepancies.total,
)
def _unresolved(concept: Concept) -> Iterator[Hit]:
    return _of(Resolution.UNRESOLVED, concept)


@rule(
    "IK803",
    family="provenance",
    title=message("Kept as printed"),
    why=message("The printed value stays the value; whoever uses it should know that it is doubtful."),
    severity=Severity.NOTE,
    message=message("kept as printed: {text}"),
    hint=message("correct it in the next edition"),
    summary=message("{count} of {total} discrepancies are kept as printed"),
    total=_discrepancies.total,
)
def _kept(concept: Concept) -> Iterator[Hit]:
    return _of(Resolution.KEPT, concept)


@rule(
    "IK804",
    family="provenance",
    title=message("Source nobody cites"),
    why=message("A reference or footnote that nothing cites supports no statement."),
    severity=Severity.NOTE,
    message=message("nothing cites this entry"),
    hint=message("cite it where it supports a statement"),
    summary=message("nothing cites {count} of {total} references and footnotes"),
    total=_entries,
)
def _unused(concept: Concept) -> Iterator[Hit]:
    """Yield references and footnotes that nothing cites."""
    used = referred_to(concept)
    for kind in (Reference, Footnote):
        for path, entry in concept.records.get(kind):
            if entry.address not in used:
                yield Hit(path)


def _points_nowhere(citation: Citation) -> bool:
    return (
        citation.section_ref is None
        and citation.page is None
        and citation.line is None
        and citation.reference_ref is None
        and citation.footnote_ref is None
        and citation.text is None
    )


_nowhere = rule(
    "IK805",
    family="provenance",
    title=message("Citation of nothing"),
    why=message("A citation that names no place looks like a proof and is none."),
    severity=Severity.WARNING,
    message=message("the citation names neither section, page nor work"),
    hint=message("name one of them, or delete the citation"),
)(Each(Citation, where=_points_nowhere))


@rule(
    "IK806",
    family="provenance",
    title=message("Open doubt of a draft"),
    why=message("A draft read from a document contains guesses; somebody has to compare them with the document."),
    severity=Severity.WARNING,
    message=message("nobody has compared it with the document: {text}"),
    hint=message("compare it with the document, correct it, and delete the discrepancy or state its `resolution`"),
    summary=message("{count} of {total} discrepancies are doubts of a draft that nobody has resolved"),
    total=_discrepancies.total,
)
def _drafted(concept: Concept) -> Iterator[Hit]:
    return _of(Resolution.UNRESOLVED, concept, of_draft=True)
