"""What goes into a calendar, before a profile writes it down in its own way."""

from datetime import date, time
from enum import StrEnum

from attrs import field, frozen

from integrationskonzept import Message
from integrationskonzept_ical.options import Kind
from integrationskonzept_ical.series import Series


@frozen(kw_only=True)
class Item:
    """An event or a to-do. Two items that are equal look the same to whoever subscribes."""

    address: str
    """Address of the element in the concept."""
    uid: str
    """Identity over all editions; from the address, never from a text or a time."""
    kind: Kind
    title: str
    paragraphs: tuple[str, ...] = ()
    """The description."""
    categories: tuple[str, ...] = ()
    doubts: tuple[Message, ...] = field(default=(), eq=False)
    """What is said here although it is doubtful; stands in `paragraphs` too."""
    around: frozenset[str] = field(default=frozenset(), eq=False)
    """Addresses of fields of action, measures and groups it belongs to, itself included."""


@frozen(kw_only=True)
class Event(Item):
    """Something that happens: on whole days, or at a time of day in Germany."""

    first: date
    last: date
    """The last day, which may be the first one."""
    start_time: time | None = None
    """Whole days when not given."""
    end_time: time | None = None
    series: Series | None = None
    location: str | None = None


class TodoStatus(StrEnum):
    """How far a to-do is, by the words of RFC 5545."""

    OPEN = "NEEDS-ACTION"
    UNDER_WAY = "IN-PROCESS"
    DONE = "COMPLETED"


@frozen(kw_only=True)
class Todo(Item):
    """Something that is to be done by a day."""

    due: date
    begin: date | None = None
    status: TodoStatus | None = None
    """Not stated when not given, which does not mean that nothing is done."""
    percent: int | None = None
    """How much of it is done."""
