"""Base classes of the model: records with sources and elements with addresses."""

from typing import ClassVar

from attrs import field

from integrationskonzept.blocks.account import HasBlocks
from integrationskonzept.model.annotations import Count, FootnoteRef, Id
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
class StatedCount(Record):
    """Anzahl, as the document states it: how many there are, whether or not they are listed."""

    of: str
    """Wovon: name of the list, such as ``measures`` or ``members``, or else in words."""
    value: Count
    """Anzahl."""
    approximate: bool = False
    """Ungefähr ("rund", "ca.")."""


@record
class Element(Sourced, HasBlocks):
    """A sourced record with an id, unique among records of its noun, and the address ``noun/id``."""

    ACCOUNT: ClassVar[str] = "documents.concept:element_document"

    noun: ClassVar[str] = "element"

    id: Id
    """Kennung: stable over editions and independent of the title."""
    counts: tuple[StatedCount, ...] = field(default=(), metadata={"last": True})
    """Anzahlen stated for lists of the element, or of its parts."""

    @property
    def display_title(self) -> str:
        """The title, or else the text or the number that names it; the id where it has none of them."""
        names = (getattr(self, name, None) for name in ("title", "text", "number"))
        return next((str(name) for name in names if name is not None), self.id)

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


def names_of(element: Addressed) -> tuple[str, ...]:
    """Return title, short title and other names of an element, as far as it has them."""
    titles = (getattr(element, name, None) for name in ("title", "short_title"))
    return (*filter(None, titles), *getattr(element, "aliases", ()))
