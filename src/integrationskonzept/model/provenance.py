"""Citations and discrepancies."""

from enum import StrEnum
from typing import ClassVar

from integrationskonzept.model.annotations import Address, Count, FootnoteRef, Id, ReferenceRef, SectionRef
from integrationskonzept.model.record import Record, record


@record
class Citation(Record):
    """Fundstelle: the place in the document, or in a cited work, that supports a statement.

    A bare text stands for the section's id.
    """

    SHORT: ClassVar[str] = "section_ref"

    section_ref: SectionRef | None = None
    """Abschnitt: id of the document's section."""
    page: Count | None = None
    """Seite: page number as printed."""
    line: Count | None = None
    """Zeile: line of the text extract, where one was made."""
    reference_ref: ReferenceRef | None = None
    """Quelle: id of an entry in the list of references."""
    footnote_ref: FootnoteRef | None = None
    """Fußnote: id of the footnote."""
    text: str | None = None
    """Stelle: the place in words, such as ``S. 9`` of the cited work."""


class DiscrepancyKind(StrEnum):
    """Kinds of discrepancies."""

    CONTRADICTION = "contradiction"
    ERROR = "error"
    TYPO = "typo"
    LOSS = "loss"
    AMBIGUITY = "ambiguity"
    OMISSION = "omission"
    PROVENANCE = "provenance"


class DiscrepancyBasis(StrEnum):
    """Evidence of a discrepancy."""

    ARITHMETIC = "arithmetic"
    EXTERNAL = "external"
    PASSAGE = "passage"
    INFERENCE = "inference"
    READING = "reading"


class Resolution(StrEnum):
    """Handling of a discrepancy."""

    KEPT = "kept"
    NORMALISED = "normalised"
    UNRESOLVED = "unresolved"
    ILLEGIBLE = "illegible"


@record
class Discrepancy(Record):
    """Unstimmigkeit: a contradiction within the document or with the facts.

    The element keeps the value as printed; the discrepancy documents the contradiction.
    """

    noun: ClassVar[str] = "discrepancy"

    id: Id
    """Kennung."""
    kind: DiscrepancyKind
    """Art."""
    text: str
    """Beschreibung of the contradiction, in a sentence."""
    attribute: str | None = None
    """Merkmal: the attribute of the element it concerns; the element as a whole when not given."""
    printed: str | None = None
    """Im Dokument: the wording or value as printed."""
    expected: str | None = None
    """Erwartet: the right value, where it is known."""
    alternatives: tuple[str, ...] = ()
    """Möglichkeiten: the possible values, where the right one is not known."""
    basis: DiscrepancyBasis | None = None
    """Grundlage: the evidence; ``reading`` is a doubt of the program that read the document."""
    effect: str | None = None
    """Folge for readers and exports."""
    resolution: Resolution = Resolution.UNRESOLVED
    """Umgang: kept, normalised, unresolved, or illegible where nobody can find out any more."""
    concerns: tuple[Address, ...] = ()
    """Betrifft auch: addresses of further elements it concerns."""
    sources: tuple[Citation, ...] = ()
    """Fundstellen."""

    @property
    def address(self) -> str:
        """``discrepancy/id``."""
        return f"{self.noun}/{self.id}"
