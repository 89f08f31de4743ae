"""Export of a concept as calendars."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from integrationskonzept import Concept, Export, ExportFile, Loss, UnknownElementError, load
from integrationskonzept.errors import OptionError
from integrationskonzept.model import Group
from integrationskonzept.plugins.kit import in_language_of, short_id, untranslated
from integrationskonzept_ical import warnings as remarks
from integrationskonzept_ical.content_lines import file_of
from integrationskonzept_ical.deadline_events import doubts_of, with_deadlines
from integrationskonzept_ical.declaration import declaration_of, not_written
from integrationskonzept_ical.entries import Item
from integrationskonzept_ical.i18n import message
from integrationskonzept_ical.items import items_of
from integrationskonzept_ical.options import Options, Profile
from integrationskonzept_ical.profiles import integreat, standard
from integrationskonzept_ical.published_calendar import Calendar, read_calendar
from integrationskonzept_ical.selection import Selection
from integrationskonzept_ical.sequence import CalendarEntry, Edition, day_of, entries

MEDIA_TYPE = "text/calendar"
SUFFIX = ".ics"


def export(concept: Concept, options: Options) -> Export:
    """Return the calendar of a concept, and on request one for each of its groups.

    Raises `OptionError` if the options name a field, measure or group that does not exist.
    """
    _require_known_ids(concept, options)
    stated, concept = concept, in_language_of(concept, options.catalogue)
    selection = Selection(concept=concept, options=options)
    made = items_of(selection)
    losses = [*made.losses, *remarks.losses(selection), *not_written(selection)]
    losses += untranslated(stated, options.catalogue, declaration_of(options.profile))
    items = _shown(selection, made.items)
    earlier = [_earlier(selection, one) for one in options.previous]
    told = _entries(selection, items, earlier)
    warnings = [*remarks.warnings(selection, made.items)]
    warnings += [Loss(address=address, message=doubt) for address, doubt in doubts_of(made.items)]
    if options.profile is Profile.INTEGREAT:
        feed = integreat.feed(told, options.today or day_of(concept))
        lines = integreat.calendar(options.category or integreat.CATEGORY, feed.events)
        losses += feed.losses
    else:
        lines = standard.calendar(selection, _name(selection), told)
    files = [_file(short_id(concept.id), lines)]
    for group in _groups(selection):
        own = [item for item in made.items if group.address in item.around]
        if own:
            files.append(_of_group(selection, group, own, earlier))
        else:
            empty = message("its calendar would be empty")
            losses.append(Loss(address=group.address, message=empty))
    return Export(files=tuple(files), losses=tuple(losses), warnings=tuple(warnings))


def _require_known_ids(concept: Concept, options: Options) -> None:
    asked = (
        ("fields", options.fields, concept.field_of_action),
        ("measures", options.measures, concept.measure),
        ("groups", options.groups, concept.group),
    )
    for option, ids, look_up in asked:
        for id in ids:
            try:
                look_up(id)
            except UnknownElementError as unknown:
                problem = message("the option '{option}': {unknown}", option=option, unknown=unknown)
                raise OptionError(problem) from unknown


_Earlier = Calendar | tuple[Selection, tuple[Item, ...]]
"""A published calendar, or an earlier edition with its items."""


def _earlier(selection: Selection, previous: Concept | Path) -> _Earlier:
    """Return an earlier edition, or the calendar published last, which a file named ``.ics`` holds."""
    if isinstance(previous, Path) and previous.suffix.lower() == SUFFIX:
        return read_calendar(previous.read_bytes())
    concept = load(previous) if isinstance(previous, Path) else previous
    translated = in_language_of(concept.public(), selection.options.catalogue)
    edition = Selection(concept=translated, options=selection.options)
    return edition, items_of(edition).items


def _shown(selection: Selection, items: Sequence[Item]) -> list[Item]:
    """Return the items as the profile and the options show them; an app for everybody shows no deadlines."""
    if selection.options.profile is Profile.INTEGREAT:
        return list(items)
    return with_deadlines(items, selection)


def _entries(
    selection: Selection, items: Sequence[Item], earlier: Sequence[_Earlier], group: Group | None = None
) -> list[CalendarEntry]:
    """Return the calendar entries, compared with those of the earlier editions."""
    before = [one if isinstance(one, Calendar) else _edition(one[0], _of(one, group)) for one in earlier]
    cancels = group is None or not any(isinstance(one, Calendar) for one in earlier)
    return entries(_edition(selection, items), before, selection.options.today, cancels=cancels)


def _of(earlier: tuple[Selection, tuple[Item, ...]], group: Group | None) -> list[Item]:
    selection, items = earlier
    return _shown(selection, [item for item in items if group is None or group.address in item.around])


def _edition(selection: Selection, items: Sequence[Item]) -> Edition:
    uids = {item.uid for item in items}
    return Edition(concept=selection.concept, said=tuple((item, *standard.said(item, uids)) for item in items))


def _groups(selection: Selection) -> Iterator[Group]:
    for group in selection.concept.every(Group) if selection.options.per_group else ():
        if group.id in selection.options.groups or not selection.options.groups:
            yield group


def _of_group(selection: Selection, group: Group, own: list[Item], earlier: Sequence[_Earlier]) -> ExportFile:
    """Return the calendar of one working group."""
    told = _entries(selection, _shown(selection, own), earlier, group)
    stem = f"{short_id(selection.concept.id)}-{short_id(group.id)}"
    if selection.options.profile is Profile.INTEGREAT:
        feed = integreat.feed(told, selection.options.today or day_of(selection.concept))
        return _file(stem, integreat.calendar(selection.options.category or integreat.CATEGORY, feed.events))
    return _file(stem, standard.calendar(selection, f"{_name(selection)} – {group.title}", told))


def _name(selection: Selection) -> str:
    return selection.options.name or selection.concept.title


def _file(stem: str, lines: Iterator[str]) -> ExportFile:
    return ExportFile(name=f"calendar-{stem}{SUFFIX}", content=file_of(lines), media_type=MEDIA_TYPE)
