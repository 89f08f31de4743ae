"""Titles and links for the elements of a concept, and the status of what is planned as a sign and a word."""

from collections.abc import Mapping

from integrationskonzept.blocks.tree import ElementLink, Inline, StatusMark, Symbol
from integrationskonzept.evaluation.current_status import CurrentStatus, Pursuit, PursuitState
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.element import Addressed, Element
from integrationskonzept.model.format_value import cut
from integrationskonzept.model.status import NeutralStatus, StatusLevel

_TITLES = ("title", "text", "name", "caption", "printed", "id")
_LONGEST = 100
"""Length beyond which a text that serves as a title is cut after a word."""

SYMBOLS: Mapping[NeutralStatus, Symbol] = {
    NeutralStatus.UNKNOWN: Symbol.UNKNOWN,
    NeutralStatus.NOT_STARTED: Symbol.OPEN,
    NeutralStatus.PLANNED: Symbol.OPEN,
    NeutralStatus.STARTED: Symbol.RUNNING,
    NeutralStatus.ADVANCED: Symbol.RUNNING,
    NeutralStatus.DELAYED: Symbol.RUNNING,
    NeutralStatus.REALIGNED: Symbol.RUNNING,
    NeutralStatus.DONE: Symbol.DONE,
    NeutralStatus.PERMANENT: Symbol.PERMANENT,
    NeutralStatus.CANCELLED: Symbol.ENDED,
    NeutralStatus.MERGED: Symbol.ENDED,
}


def language_of_concept(concept: Concept) -> str:
    """Return the language of a concept without its region or variant."""
    return concept.language.partition("-")[0]


def title_of(element: Addressed) -> str:
    """Return the title of an element with its number, or the beginning of its text where it has no title."""
    name, text = _named_by(element)
    if name == "id" and isinstance(element, Element):
        return element.display_title
    said = text if name == "title" else cut(text, _LONGEST)
    number = getattr(element, "number", None)
    return said if number is None else with_number(str(number), said)


def with_number(number: str | None, title: str) -> str:
    """Return a title with its number before it, unless the title is the number or begins with it."""
    return title if number is None or f"{title} ".startswith(f"{number} ") else f"{number} {title}"


def _named_by(element: Addressed) -> tuple[str, str]:
    """Return the attribute that names an element, and its text."""
    return next((name, value) for name in _TITLES if (value := getattr(element, name, None)))


def title_attribute(element: Addressed) -> str | None:
    """Return the name of the attribute whose text is the title in full; None where the title is cut."""
    name, text = _named_by(element)
    return name if name == "title" or len(text) <= _LONGEST else None


def link(concept: Concept | None, address: str) -> Inline:
    """Return the title of the element with this address as a link; the id where the concept has no such element."""
    found = concept.index.get(address) if concept else None
    if found is None:
        return address.partition("/")[2] or address
    element = found[1]
    if isinstance(element, StatusLevel):
        return StatusMark(element.title, SYMBOLS[element.neutral])
    return ElementLink(title_of(element), element.address)


def counted_title(title: Message, count: int) -> Message:
    """Return a heading followed by a number: ``Fehler (3)``."""
    return message("{title} ({count})", title=title, count=count)


def status_mark(pursuit: Pursuit, reported: CurrentStatus) -> StatusMark:
    """Return the status of a measure: what became of it if it is not pursued or has ended, or the latest report."""
    has_ended = pursuit.state is PursuitState.DONE and SYMBOLS[reported.neutral] in _UNFINISHED
    if not pursuit.stands or has_ended:
        return pursuit_mark(pursuit)
    if reported.entry is None:
        return StatusMark(message("never reported"), Symbol.UNKNOWN)
    return StatusMark(reported.words, SYMBOLS[reported.neutral])


_UNFINISHED = frozenset({Symbol.OPEN, Symbol.RUNNING, Symbol.UNKNOWN})
_OF_PURSUIT = {
    PursuitState.ACTIVE: Symbol.RUNNING,
    PursuitState.DONE: Symbol.DONE,
    PursuitState.PERMANENT: Symbol.PERMANENT,
    PursuitState.UNKNOWN: Symbol.UNKNOWN,
}


def pursuit_mark(pursuit: Pursuit) -> StatusMark:
    """Return what became of something planned."""
    return StatusMark(pursuit.state.word, _OF_PURSUIT.get(pursuit.state, Symbol.ENDED))
