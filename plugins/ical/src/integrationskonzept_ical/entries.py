"""Calendar entries independent of a profile: events and to-dos."""

from datetime import date, time
from enum import StrEnum

from attrs import field, frozen

from integrationskonzept import Message
from integrationskonzept_ical.options import Kind
from integrationskonzept_ical.series import Series


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
    series: Series | None = None
    location: str | None = None


class TodoStatus(StrEnum):
    """Status of a to-do, by the terms of RFC 5545."""

    OPEN = "NEEDS-ACTION"
    UNDER_WAY = "IN-PROCESS"
    DONE = "COMPLETED"


@frozen(kw_only=True)
class Todo(Item):
    """A task with a deadline."""

    due: date
    begin: date | None = None
    status: TodoStatus | None = None
    """None if no status is stated, which does not mean that nothing is done."""
    percent: int | None = None
    """Percentage of completion."""
