"""Result of reading a document: a draft of a concept, and what is doubtful in it."""

from enum import StrEnum
from typing import ClassVar

from attrs import field, frozen

from integrationskonzept.blocks.account import HasBlocks
from integrationskonzept.i18n.messages import Message
from integrationskonzept.model.concept import Concept


class DoubtCode(StrEnum):
    """Kinds of doubts of the importers of this library, by what somebody has to decide."""

    LABEL = "label"
    """A wording was taken for a label because it is similar to one."""
    CONTINUED = "continued"
    """Text without a label was joined to what stands before or after it."""
    SPLIT = "split?"
    """One item may be several, or several may be one."""
    SLASH = "slash"
    """Names with a slash between them may be one actor or several."""
    JOINED = "joined"
    """Two wordings were taken for the same element."""
    UNLABELLED = "unlabelled"
    """A label is in no catalogue."""
    UNREAD = "unread"
    """Text beside what was recognised has no place in the draft."""
    OUTSIDE = "outside"
    """Text of a part in which nothing was recognised is not in the draft."""


@frozen(kw_only=True)
class Doubt:
    """One place of a document that was read on a guess, or not at all: a row of the review list."""

    code: str
    """Kind of the doubt, such as ``split?`` or ``unread``; those of this library are in `DoubtCode`."""
    message: Message
    """What is doubtful."""
    place: str | Message
    """Place in the document, such as ``table 2, row 3``."""
    scope: str = ""
    """Part of the document: a heading, or the title of the measure."""
    quotation: str = ""
    """The text of the document at that place, as it is printed."""
    taken: str | None = None
    """What was taken into the draft; None if nothing was."""
    alternatives: tuple[str, ...] = ()
    """What else the text could mean."""
    address: str | None = None
    """Address of the element in the draft, if there is one."""


@frozen(kw_only=True)
class RecognisedLabel:
    """A label of the document, and what it stands for."""

    printed: str
    """The label, as printed."""
    attribute: str | None
    """The attribute it was read as; None for an unknown label."""
    count: int
    """How often it stands there."""
    is_sure: bool = True
    """Whether it is in the layout or the catalogue, rather than similar to one of them."""


@frozen(kw_only=True)
class RecognisedTable:
    """A kind of table of the document."""

    header: str
    """Header, as printed."""
    kind: str
    """What it was read as: ``measures``, ``offers``, ``activities`` or ``timeline``."""
    count: int
    """How many tables have this header."""


@frozen(kw_only=True)
class Recognised(HasBlocks):
    """What was recognised in a document, from which a town writes its layout."""

    ACCOUNT: ClassVar[str] = "documents.draft:recognised_document"

    labels: tuple[RecognisedLabel, ...] = ()
    tables: tuple[RecognisedTable, ...] = ()
    headings: tuple[str, ...] = ()
    """Headings under which nothing was recognised."""


def _nothing() -> Recognised:
    return Recognised()


@frozen(kw_only=True)
class Draft(HasBlocks):
    """A draft of a concept."""

    ACCOUNT: ClassVar[str] = "documents.draft:draft_document"

    concept: Concept
    """The concept; values that were guessed are marked as inferred, and open doubts are discrepancies."""
    doubts: tuple[Doubt, ...] = ()
    """Everything that a person should compare with the document, in its order."""
    recognised: Recognised = field(factory=_nothing)
    """What was recognised, for the layout of a town."""

    @property
    def is_bare(self) -> bool:
        """Whether the concept has no measure, offer, activity or action day."""
        concept = self.concept
        return not (concept.measures or concept.offers or concept.activities or concept.action_days)
