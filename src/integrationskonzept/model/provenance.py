"""Where a statement comes from, and where the document contradicts itself or the world."""

from enum import StrEnum
from typing import ClassVar

from attrs import field

from integrationskonzept.model.record import (
    Address,
    Count,
    FootnoteRef,
    Id,
    Record,
    ReferenceRef,
    SectionRef,
    record,
    valid_id,
    within_bound,
)


@record
class Citation(Record):
    """Fundstelle: the place in the document, or in another work, that a statement rests on.

    A bare text stands for the section's id.
    """

    SHORT: ClassVar[str] = "section"

    section: SectionRef | None = None
    """Abschnitt: id of the document's section."""
    page: Count | None = field(default=None, validator=within_bound)
    """Seite: page number as printed."""
    line: Count | None = field(default=None, validator=within_bound)
    """Zeile: line of the text extract, where one was made."""
    reference: ReferenceRef | None = None
    """Quelle: id of an entry in the list of references."""
    footnote: FootnoteRef | None = None
    """Fußnote: id of the footnote."""
    text: str | None = None
    """Stelle: the place in words, such as ``S. 9`` of the cited work."""


class DiscrepancyKind(StrEnum):
    """What is wrong with a printed statement."""

    CONTRADICTION = "contradiction"
    ERROR = "error"
    TYPO = "typo"
    LOSS = "loss"
    AMBIGUITY = "ambiguity"
    OMISSION = "omission"
    PROVENANCE = "provenance"


class DiscrepancyBasis(StrEnum):
    """What shows that something is wrong."""

    ARITHMETIC = "arithmetic"
    EXTERNAL = "external"
    PASSAGE = "passage"
    INFERENCE = "inference"


class Resolution(StrEnum):
    """What was done about it."""

    KEPT = "kept"
    NORMALISED = "normalised"
    UNRESOLVED = "unresolved"


@record
class Discrepancy(Record):
    """Unstimmigkeit: what the document prints against what is true, said or possible elsewhere.

    The printed value stays the value; this stands beside it.
    """

    noun: ClassVar[str] = "discrepancy"

    id: Id = field(validator=valid_id)
    """Kennung."""
    kind: DiscrepancyKind
    """Art."""
    text: str
    """Beschreibung: what does not agree, in a sentence."""
    attribute: str | None = None
    """Merkmal: the attribute of the element it concerns; the element as a whole when not given."""
    printed: str | None = None
    """Im Dokument: the wording or value as printed."""
    expected: str | None = None
    """Erwartet: the value that would be right, where that is known."""
    alternatives: tuple[str, ...] = ()
    """Möglichkeiten: the values it could mean, where that is open."""
    basis: DiscrepancyBasis | None = None
    """Grundlage: what shows it."""
    effect: str | None = None
    """Folge: what must not be done, or what changes for exports."""
    resolution: Resolution = Resolution.UNRESOLVED
    """Umgang: what was done about it."""
    concerns: tuple[Address, ...] = ()
    """Betrifft auch: addresses of further elements it concerns."""
    source: tuple[Citation, ...] = ()
    """Fundstellen."""

    @property
    def address(self) -> str:
        """``discrepancy/id``."""
        return f"{self.noun}/{self.id}"
