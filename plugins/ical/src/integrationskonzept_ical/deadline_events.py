"""Deadlines as events, which every calendar program shows, and several of one day as one entry."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from integrationskonzept import Message
from integrationskonzept_ical.descriptions import NAMES, expected
from integrationskonzept_ical.entries import Event, Item, Todo
from integrationskonzept_ical.i18n import message
from integrationskonzept_ical.options import Deadlines, Kind
from integrationskonzept_ical.selection import Selection
from integrationskonzept_ical.uids import uid, with_suffix

MOST_LISTED = 100
"""Maximum number of deadlines that the event of a day lists; the rest is counted."""
TICK = "✓ "


def with_deadlines(items: Iterable[Item], selection: Selection) -> list[Item]:
    """Return the items with deadlines as the options ask for: as events, as to-dos, or as both."""
    said = list(items)
    if not selection.options.done:
        said = [item for item in said if not (isinstance(item, Todo) and item.is_done)]
    if selection.options.deadlines is Deadlines.TODOS:
        return said
    events = list(_events([item for item in said if isinstance(item, Todo)], selection))
    if selection.options.deadlines is Deadlines.EVENTS:
        said = [item for item in said if not isinstance(item, Todo)]
    return [*said, *events]


def _events(todos: list[Todo], selection: Selection) -> Iterator[Event]:
    by_day: dict[date, list[Todo]] = defaultdict(list)
    for todo in todos:
        by_day[todo.due].append(todo)
    for day, due in by_day.items():
        if len(due) == 1 or not selection.options.bundle:
            yield from (_event(todo, selection) for todo in due)
        else:
            yield _bundle(day, due, selection)


def _event(todo: Todo, selection: Selection) -> Event:
    title = message("Deadline: {title}", title=todo.title)
    return Event(
        address=todo.address,
        uid=with_suffix(todo.uid, "due"),
        kind=todo.kind,
        title=_marked(title, todo).text(selection.language),
        paragraphs=todo.paragraphs,
        categories=todo.categories,
        url=todo.url,
        parent=with_suffix(todo.parent, "due") if todo.parent else None,
        is_done=todo.is_done,
        doubts=todo.doubts,
        around=todo.around,
        first=todo.due,
        last=todo.due,
    )


def _marked(title: Message, todo: Todo) -> Message:
    """Return a title with a tick if it is done, or with a word if its day is derived."""
    if todo.is_done:
        return message("{tick}{title}", tick=TICK, title=title)
    return expected(title) if todo.is_assumed else title


def _bundle(day: date, due: list[Todo], selection: Selection) -> Event:
    """Return one event for the deadlines of a day, each with its kind and how its day was found."""
    language = selection.language
    concept = selection.concept
    title = message("{count} deadlines", count=len(due))
    done = all(todo.is_done for todo in due)
    if done:
        title = message("{tick}{title}", tick=TICK, title=title)
    elif all(todo.is_assumed for todo in due if not todo.is_done):
        title = expected(title)
    lines = [f"– {_line(todo).text(language)}" for todo in due[:MOST_LISTED]]
    if len(due) > MOST_LISTED:
        more = message("and {count} more", count=len(due) - MOST_LISTED)
        lines.append(f"– {more.text(language)}")
    bases = dict.fromkeys(todo.basis for todo in due if todo.basis)
    return Event(
        address=concept.address,
        uid=uid(concept.id, concept.noun, concept.id, "deadlines", day.isoformat()),
        kind=due[0].kind,
        title=title.text(language),
        paragraphs=("\n".join(lines), *bases),
        categories=tuple(dict.fromkeys(category for todo in due for category in todo.categories)),
        is_done=done,
        around=frozenset().union(*(todo.around for todo in due)),
        first=day,
        last=day,
    )


def _line(todo: Todo) -> Message:
    if todo.kind is Kind.TARGETS:  # its title says so
        return _marked(message("{title}", title=todo.title), todo)
    return _marked(message("{kind}: {title}", kind=NAMES[todo.kind], title=todo.title), todo)


def doubts_of(items: Iterable[Item]) -> Iterator[tuple[str, Message]]:
    """Yield every doubt about an element once, with its address."""
    seen = set()
    for item in items:
        for doubt in item.doubts:
            if (item.address, doubt.text()) not in seen:
                seen.add((item.address, doubt.text()))
                yield item.address, doubt
