"""Calendar entries independent of a profile: events and to-dos."""

from datetime import date, time
from enum import StrEnum

from attrs import field, frozen

from integrationskonzept import Message
from integrationskonzept.evaluation import Rhythm
from integrationskonzept_ical.options import Kind


@frozen(kw_only=True)
class Item:
    """An event or a to-do. Equal items look the same to subscribers."""

    address: str
    """Address of the element in the concept."""
    uid: str
    """Identity across editions: derived from the address, never from a text or a time."""
    kind: Kind
    title: str
    paragraphs: tuple[str, ...] = ()
    """The description."""
    categories: tuple[str, ...] = ()
    url: str | None = None
    """Address of a page about it."""
    parent: str | None = None
    """UID of the entry of the measure that it belongs to."""
    is_done: bool = False
    """It is finished, as far as the concept records."""
    doubts: tuple[Message, ...] = field(default=(), eq=False)
    """Discrepancies of the element; `paragraphs` has them too."""
    around: frozenset[str] = field(default=frozenset(), eq=False)
    """Addresses of the fields of action, measures and groups it belongs to, including its own."""


@frozen(kw_only=True)
class Event(Item):
    """An event on whole days, or at a time of day in Germany."""

    first: date
    last: date
    """The last day, which may be the first one."""
    start_time: time | None = None
    """None for an event on whole days."""
    end_time: time | None = None
    rhythm: Rhythm | None = None
    location: str | None = None
    is_busy: bool = False
    """It takes the time of those who have it in their calendar."""


class TodoStatus(StrEnum):
    """Status of a to-do, by the terms of RFC 5545."""

    OPEN = "NEEDS-ACTION"
    UNDER_WAY = "IN-PROCESS"
    DONE = "COMPLETED"


@frozen(kw_only=True)
class Todo(Item):
    """A task with a deadline; an event is made of it where deadlines are shown as events."""

    due: date
    begin: date | None = None
    status: TodoStatus | None = None
    """None if no status is stated, which does not mean that nothing is done."""
    percent: int | None = None
    """Percentage of completion."""
    done_on: date | None = None
    """The day it was finished, where one is known."""
    is_assumed: bool = False
    """The day is derived, not stated."""
    basis: str | None = None
    """How a derived day was found; `paragraphs` has it too."""
