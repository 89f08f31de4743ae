"""Results of the recognition in a document, before they become a concept."""

from collections import Counter

from attrs import Factory, define, field

from integrationskonzept.drafts.labels import Label
from integrationskonzept.drafts.tree import DocumentPlace, Heading, Line


@define(kw_only=True, eq=False)
class FoundValue:
    """Text under one label."""

    attribute: str | None
    """Attribute it belongs to; None for an unknown label."""
    label: str
    """Label, as printed; empty where there was none."""
    lines: list[Line] = field(factory=list)
    place: DocumentPlace
    is_sure: bool = True
    is_list: bool = False
    """Whether the document says that it is a list."""
    joined_at: DocumentPlace | None = None
    """Place of text that was joined to it on a guess."""
    joined: str = ""
    """That text."""


@define(kw_only=True, eq=False)
class FoundField:
    """A field of action."""

    title: str
    number: str | None = None
    printed: str
    place: DocumentPlace
    section: Heading | None = None


@define(kw_only=True, eq=False)
class FoundMeasure:
    """A measure."""

    title: str | None
    number: str | None = None
    printed: str
    place: DocumentPlace
    section: Heading | None = None
    field_of_action: FoundField | None = None
    values: list[FoundValue] = field(factory=list)
    level: int | None = None
    """Level of the heading that names it."""
    is_text: bool = False
    """Whether paragraphs below it belong to it."""

    def value(self, attribute: str) -> FoundValue | None:
        """Return the last value of an attribute."""
        return next((each for each in reversed(self.values) if each.attribute == attribute), None)


@define(kw_only=True, eq=False)
class FoundOffer:
    """An existing offer: the text of each column."""

    title: str
    theme: str | None
    columns: dict[str, list[Line]]
    place: DocumentPlace
    section: Heading | None = None
    is_list: bool = False
    joined_at: DocumentPlace | None = None
    joined: str = ""


@define(kw_only=True, eq=False)
class FoundActivity:
    """Activities of one area: a cell of a table."""

    area: str | None
    field_of_action: FoundField | None
    lines: list[Line]
    place: DocumentPlace
    section: Heading | None = None
    is_list: bool = False
    joined_at: DocumentPlace | None = None
    joined: str = ""


@define(kw_only=True, eq=False)
class FoundTimelineRow:
    """A row of the timeline."""

    title: str
    years: tuple[int, ...] | None
    place: DocumentPlace
    section: Heading | None = None


@define(kw_only=True, eq=False)
class Unread:
    """Text that was not read."""

    text: str
    place: DocumentPlace
    scope: str
    measure: FoundMeasure | None = None


@define(kw_only=True, eq=False)
class Outside:
    """Text below a heading under which nothing was recognised."""

    heading: str
    place: DocumentPlace
    first: str
    blocks: int = 1


@define(kw_only=True, eq=False)
class Found:
    """Everything found in one document."""

    fields: list[FoundField] = field(factory=list)
    measures: list[FoundMeasure] = field(factory=list)
    offers: list[FoundOffer] = field(factory=list)
    activities: list[FoundActivity] = field(factory=list)
    timeline_years: tuple[int, ...] = ()
    timeline: list[FoundTimelineRow] = field(factory=list)
    headings: list[Heading] = field(factory=list)
    footnotes: dict[int, tuple[str, DocumentPlace]] = field(factory=dict)
    unread: list[Unread] = field(factory=list)
    outside: list[Outside] = field(factory=list)
    labels: Counter[Label] = Factory(Counter)
    """Every label, and how often it was met."""
    unlabelled: Counter[str] = Factory(Counter)
    """Every unknown label, and how often it was met."""
    headers: Counter[tuple[str, str]] = Factory(Counter)
    """Kind and header of every table."""
    opening: list[str] = field(factory=list)
    """First lines of the document, for its title, town and date."""
    title: str | None = None
