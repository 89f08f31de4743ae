"""Result of reading a document: a draft of a concept, and what is doubtful in it."""

from attrs import frozen

from integrationskonzept.i18n.messages import Message
from integrationskonzept.model.concept import Concept


@frozen(kw_only=True)
class Doubt:
    """One place of a document that was read on a guess, or not at all."""

    code: str
    """Kind of the doubt, such as ``split`` or ``unread``."""
    message: Message
    """What is doubtful."""
    place: str
    """Place in the document, such as ``table 2, row 3``."""
    quotation: str = ""
    """The text of the document at that place, as it is printed."""
    taken: str | None = None
    """What was taken into the draft; None if nothing was."""
    alternatives: tuple[str, ...] = ()
    """What else the text could mean."""
    address: str | None = None
    """Address of the element in the draft, if there is one."""


@frozen(kw_only=True)
class Draft:
    """A draft of a concept."""

    concept: Concept
    """The concept; values that were guessed are marked as inferred, and open doubts are discrepancies."""
    doubts: tuple[Doubt, ...] = ()
    """Everything that a person should compare with the document, in its order."""
