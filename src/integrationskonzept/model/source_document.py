"""Parts of the printed document: sections, terms, pictures, footnotes and references."""

from enum import StrEnum
from typing import ClassVar

from integrationskonzept.model.annotations import Count, ReferenceRef
from integrationskonzept.model.element import Element, Statement
from integrationskonzept.model.partial_date import PartialDate
from integrationskonzept.model.record import record


@record
class Section(Element):
    """Abschnitt: a heading of the document, the target of citations."""

    noun: ClassVar[str] = "section"

    title: str
    """Überschrift, as printed."""
    level: Count = 1
    """Ebene, 1 for a chapter."""
    page: Count | None = None
    """Seite, as printed in the table of contents; none where it has no entry there."""


@record
class Passage(Element):
    """Textstelle: running text of a section, summarised, with its points."""

    noun: ClassVar[str] = "passage"

    title: str | None = None
    """Überschrift."""
    author: str | None = None
    """Verfasser, where the document names one."""
    text: str | None = None
    """Inhalt, concisely."""
    items: tuple[Statement, ...] = ()
    """Punkte of an enumeration."""


@record
class Term(Element):
    """Begriff: a word defined by the concept, or its own name for a part of the model."""

    noun: ClassVar[str] = "term"

    title: str
    """Begriff."""
    plural: str | None = None
    """Mehrzahl."""
    aliases: tuple[str, ...] = ()
    """Weitere Bezeichnungen in the document."""
    names: str | None = None
    """Steht für: the noun or attribute of the model it names, such as ``measure``."""
    definition: str | None = None
    """Definition."""


@record
class Illustration(Element):
    """Abbildung or diagram."""

    noun: ClassVar[str] = "illustration"

    number: str | None = None
    """Nummer."""
    caption: str | None = None
    """Bildunterschrift."""
    as_of: PartialDate | None = None
    """Stand."""
    missing: str | None = None
    """Grund des Fehlens, where its content is not known."""


@record
class Footnote(Element):
    """Fußnote."""

    noun: ClassVar[str] = "footnote"

    number: Count
    """Nummer."""
    text: str
    """Text."""
    reference_refs: tuple[ReferenceRef, ...] = ()
    """Quellen it cites: ids."""


class ReferenceKind(StrEnum):
    """Kinds of cited works."""

    CONCEPT = "concept"
    BOOK = "book"
    REPORT = "report"
    PRESS = "press"
    REGULATION = "regulation"
    WEB = "web"
    OTHER = "other"


@record
class Reference(Element):
    """Quelle: an entry of the list of references."""

    noun: ClassVar[str] = "reference"

    text: str
    """Eintrag, as printed."""
    kind: ReferenceKind | None = None
    """Art: concept, book, report, press, regulation, web or other."""
    authors: tuple[str, ...] = ()
    """Verfasser."""
    title: str | None = None
    """Titel."""
    year: Count | None = None
    """Jahr."""
    url: str | None = None
    """Internet."""
    accessed: PartialDate | None = None
    """Zugriff."""
