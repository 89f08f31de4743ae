"""Base classes of the model: records with sources and elements with addresses."""

from typing import ClassVar

from integrationskonzept.blocks.account import HasBlocks
from integrationskonzept.model.annotations import FootnoteRef, Id
from integrationskonzept.model.provenance import Citation, Discrepancy
from integrationskonzept.model.record import Record, record


@record
class Sourced(Record):
    """A record with its sources and reservations."""

    KEYS_LAST: ClassVar[bool] = True
    """Marks the class whose attributes come last in files."""

    printed: str | None = None
    """Im Dokument: the document's own wording, where the value is normalised."""
    inferred: tuple[str, ...] = ()
    """Erschlossen: names of attributes that the document does not state but that follow from it."""
    open_ended: bool = False
    """Offene Aufzählung: the document says there is more ("etc.", "u. v. m."), so counts are minimums."""
    note: str | None = None
    """Anmerkung: the editor's remark; not part of the concept itself."""
    footnote_refs: tuple[FootnoteRef, ...] = ()
    """Fußnoten: ids of the footnotes printed at this place."""
    sources: tuple[Citation, ...] = ()
    """Fundstellen in the document."""
    discrepancies: tuple[Discrepancy, ...] = ()
    """Unstimmigkeiten: contradictions within the document or with the facts."""
    internal: bool = False
    """Intern: not for publication; exported only on request."""


@record
class Element(Sourced, HasBlocks):
    """A sourced record with an id, unique among records of its noun, and the address ``noun/id``."""

    ACCOUNT: ClassVar[str] = "documents.concept:element_document"

    noun: ClassVar[str] = "element"

    id: Id
    """Kennung: stable over editions and independent of the title."""

    @property
    def address(self) -> str:
        """``noun/id``, as used in findings, comparisons, translations and calendars."""
        return f"{self.noun}/{self.id}"


Addressed = Element | Discrepancy
"""A record with an address: an element or a discrepancy."""


@record
class Statement(Sourced):
    """Aussage: one sentence or bullet of the document. A bare text stands for `text`."""

    SHORT: ClassVar[str] = "text"

    text: str
    """Text: the statement, concisely."""
