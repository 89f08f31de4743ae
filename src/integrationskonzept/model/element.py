"""The two roots of the model's nouns: what can be cited, and what also has an address."""

from typing import ClassVar

from attrs import field

from integrationskonzept.model.provenance import Citation, Discrepancy
from integrationskonzept.model.record import FootnoteRef, Id, Record, record, valid_id


@record
class Sourced(Record):
    """A record that says where it comes from and how far it can be trusted."""

    printed: str | None = None
    """Im Dokument: the document's own wording, where the value here normalises it."""
    inferred: tuple[str, ...] = ()
    """Erschlossen: names of attributes here that the document does not state but that follow from it."""
    open_ended: bool = False
    """Offene Aufzählung: the document says there is more ("etc.", "u. v. m."), so counts are minimums."""
    note: str | None = None
    """Anmerkung: the editor's remark; not part of the concept itself."""
    footnote_refs: tuple[FootnoteRef, ...] = ()
    """Fußnoten: ids of the footnotes printed at this place."""
    source: tuple[Citation, ...] = ()
    """Fundstellen: where the document says so."""
    discrepancies: tuple[Discrepancy, ...] = ()
    """Unstimmigkeiten: what does not agree with the document elsewhere or with the world."""
    internal: bool = False
    """Intern: not for publication; exporters do not see it unless the caller asks for it."""


@record
class Element(Sourced):
    """A sourced record with an id, unique among its noun, and so an address ``noun/id``."""

    noun: ClassVar[str] = "element"

    id: Id = field(validator=valid_id)
    """Kennung: stable over editions, never derived from the title at run time."""

    @property
    def address(self) -> str:
        """``noun/id``: what findings, comparisons, translations and calendars use."""
        return f"{self.noun}/{self.id}"


Addressed = Element | Discrepancy
"""What has an address: every element, and every discrepancy."""


@record
class Statement(Sourced):
    """Aussage: one sentence or bullet of the document. A bare text stands for `text`."""

    SHORT: ClassVar[str] = "text"

    text: str
    """Text: the statement, concisely."""
