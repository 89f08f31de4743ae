"""Ids, sections, citations and doubts of a draft, kept while it is assembled."""

import re
from collections.abc import Sequence

from attrs import evolve, field, frozen

from integrationskonzept.drafts.draft import Doubt, DoubtCode
from integrationskonzept.drafts.notation import clean, without_footnote_marks
from integrationskonzept.drafts.tree import DocumentPlace, Heading
from integrationskonzept.i18n.messages import Message
from integrationskonzept.model.provenance import Citation, Discrepancy, DiscrepancyBasis, DiscrepancyKind
from integrationskonzept.model.source_document import Section

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "é": "e", "è": "e", "ç": "c", "ğ": "g", "ş": "s"})
_LONGEST_ID = 48
_KINDS = {
    DoubtCode.LABEL: DiscrepancyKind.AMBIGUITY,
    DoubtCode.CONTINUED: DiscrepancyKind.LOSS,
    DoubtCode.SPLIT: DiscrepancyKind.AMBIGUITY,
    DoubtCode.SLASH: DiscrepancyKind.AMBIGUITY,
    DoubtCode.JOINED: DiscrepancyKind.AMBIGUITY,
    DoubtCode.UNLABELLED: DiscrepancyKind.OMISSION,
    DoubtCode.UNREAD: DiscrepancyKind.OMISSION,
    DoubtCode.OUTSIDE: DiscrepancyKind.OMISSION,
}
_ORDER = (
    DoubtCode.SPLIT, DoubtCode.CONTINUED, DoubtCode.SLASH, DoubtCode.JOINED, DoubtCode.LABEL, DoubtCode.UNLABELLED,
    DoubtCode.UNREAD, DoubtCode.OUTSIDE,
)  # fmt: skip
_FILE_LANGUAGE = "de"
"""Language of sentences that stand in the file of the concept."""


def spelled_id(text: str, other: str = "element") -> str:
    """Return a text as an id, cut at a word; `other` where nothing of it can be spelled."""
    words = re.findall(r"[a-z0-9]+", text.casefold().translate(_UMLAUTS))
    found = ""
    for word in words:
        if found and len(found) + len(word) >= _LONGEST_ID:
            break
        found = f"{found}-{word[:_LONGEST_ID]}" if found else word[:_LONGEST_ID]
    return found or other


@frozen(kw_only=True)
class Subject:
    """What a value or a doubt is about: an attribute of an element, and its place in the document."""

    scope: str = ""
    """Heading, or title of the element."""
    place: DocumentPlace = field(factory=DocumentPlace)
    section: Heading | None = None
    address: str | None = None
    """Address of the element; None where no element came of it."""
    attribute: str | None = None


@frozen
class Reading:
    """How a text of the document was read."""

    quotation: str = ""
    """The text."""
    taken: str | None = None
    """What the draft makes of it."""
    alternatives: tuple[str, ...] = ()
    """What else it could be."""


class Ledger:
    """What the parts of a draft share: ids that are taken, sections that are cited, doubts."""

    def __init__(self) -> None:
        self._ids: dict[str, set[str]] = {}
        self._sections: dict[int, Section] = {}
        self._headings: dict[int, Heading] = {}
        self._doubts: list[Doubt] = []
        self._numbers: dict[DoubtCode, int] = {}
        self.footnotes: frozenset[int] = frozenset()
        """Numbers of the footnotes that the document has."""

    def id(self, noun: str, text: str) -> str:
        """Return a free id for an element, spelled from its title."""
        taken = self._ids.setdefault(noun, set())
        spelled = spelled_id(text, noun.replace("_", "-"))
        number, free = 2, spelled
        while free in taken:
            free, number = f"{spelled}-{number}", number + 1
        taken.add(free)
        return free

    # -- citations --------------------------------------------------------------------------

    def section(self, heading: Heading) -> str:
        """Return the id of the section with this heading."""
        if id(heading) not in self._sections:
            title = without_footnote_marks(clean(heading.text))[0]
            self._sections[id(heading)] = Section(
                id=self.id("section", title), title=title, level=heading.level or 1, page=heading.page,
                printed=clean(heading.text), inferred=() if heading.level else ("level",),
                sources=(_citation(heading.place),),
            )  # fmt: skip
            self._headings[id(heading)] = heading  # keeps the object, and with it its identity
        return self._sections[id(heading)].id

    def sections(self, headings: Sequence[Heading]) -> tuple[Section, ...]:
        """Return the sections in the order of the document."""
        found = [self._sections[id(heading)] for heading in headings if id(heading) in self._sections]
        return tuple(evolve(each, sources=(evolve(each.sources[0], section_ref=each.id),)) for each in found)

    def sources(self, place: DocumentPlace, section: Heading | None) -> tuple[Citation, ...]:
        """Return the citation of a place."""
        citation = _citation(place)
        return (evolve(citation, section_ref=self.section(section)) if section else citation,)

    def footnote_refs(self, numbers: Sequence[int]) -> tuple[str, ...]:
        """Return the ids of footnotes, as far as the document has them."""
        return tuple(f"fn-{number}" for number in dict.fromkeys(numbers) if number in self.footnotes)

    # -- doubts -----------------------------------------------------------------------------

    def doubt(
        self, code: DoubtCode, said: Message, subject: Subject, reading: Reading, *, concerns: Sequence[str] = ()
    ) -> Discrepancy:
        """Add a doubt to the review list, and return it as a discrepancy that nobody has resolved."""
        self._doubts.append(
            Doubt(
                code=code,
                message=said,
                place=subject.place.message(),
                scope=subject.scope,
                quotation=reading.quotation,
                taken=reading.taken,
                alternatives=reading.alternatives,
                address=subject.address,
            )
        )
        number = self._numbers[code] = self._numbers.get(code, 0) + 1
        return Discrepancy(
            id=f"{spelled_id(code)}-{number}",
            kind=_KINDS[code],
            text=said.text(_FILE_LANGUAGE),
            attribute=subject.attribute,
            printed=reading.quotation or None,
            alternatives=reading.alternatives,
            basis=DiscrepancyBasis.READING,
            concerns=tuple(concerns),
            sources=self.sources(subject.place, subject.section),
        )

    def summary(self, code: DoubtCode, said: Message, parts: Sequence[str]) -> Discrepancy:
        """Return one discrepancy for several doubts, each of which has its own row of the review list."""
        return Discrepancy(
            id=f"{spelled_id(code)}-all", kind=_KINDS[code], text=said.text(_FILE_LANGUAGE), alternatives=tuple(parts),
            basis=DiscrepancyBasis.READING,
        )  # fmt: skip

    def doubts(self) -> tuple[Doubt, ...]:
        """Return every doubt, by kind and in the order of the document."""
        return tuple(sorted(self._doubts, key=lambda doubt: _ORDER.index(DoubtCode(doubt.code))))


def _citation(place: DocumentPlace) -> Citation:
    """Return a place as a citation; tables and rows are told in words."""
    where = DocumentPlace(sheet=place.sheet, table=place.table, row=place.row)
    text = where.message().text(_FILE_LANGUAGE) if where != DocumentPlace() else None
    if text is None and place.line is None and place.page is None:
        text = place.message().text(_FILE_LANGUAGE)
    return Citation(page=place.page, line=place.line, text=text)
