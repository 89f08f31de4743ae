"""Calendars from an integration concept: the exporter ``ical``."""

from collections.abc import Iterator, Sequence

from integrationskonzept import Concept, Export, Exporter, ExportFile, UnknownElementError, hookimpl
from integrationskonzept.errors import OptionError
from integrationskonzept.model import Group
from integrationskonzept_ical import warnings as remarks
from integrationskonzept_ical.entries import Item
from integrationskonzept_ical.i18n import say
from integrationskonzept_ical.items import items_of
from integrationskonzept_ical.options import Kind, Language, Options, Profile
from integrationskonzept_ical.profiles import integreat, standard
from integrationskonzept_ical.selection import Selection
from integrationskonzept_ical.sequence import CalendarEntry, day_of, entries, stamps
from integrationskonzept_ical.uids import brief
from integrationskonzept_ical.writing import file_of

__all__ = ["Kind", "Language", "Options", "Profile", "export", "integrationskonzept_exporters"]

NAME = "ical"
TITLE = say("Calendar (iCalendar)", "Kalender (iCalendar)")
MEDIA_TYPE = "text/calendar"
SUFFIX = ".ics"


def export(concept: Concept, options: Options) -> Export:
    """Return the calendar of a concept, and on request one for each of its groups.

    Raises `OptionError` if the options name a field, measure or group that does not exist.
    """
    _require_known_ids(concept, options)
    selection = Selection(concept=concept, options=options)
    said = items_of(selection)
    told, losses = _entries(selection, said.items), [*said.losses, *remarks.losses(selection)]
    if options.profile is Profile.INTEGREAT:
        feed = integreat.feed(told, options.today or day_of(concept))
        told, losses = list(feed.entries), [*losses, *feed.losses]
    warnings = [*remarks.warnings(selection, told), *remarks.doubts(told)]
    return Export(files=tuple(_files(selection, told)), losses=tuple(losses), warnings=tuple(warnings))


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
                problem = say(
                    "the option '{option}': {unknown}", "Option „{option}“: {unknown}", option=option, unknown=unknown
                )
                raise OptionError(problem) from unknown


def _entries(selection: Selection, items: Sequence[Item]) -> list[CalendarEntry]:
    """Return the calendar entries, compared with those of the earlier editions in the options."""
    earlier = [Selection(concept=edition.public(), options=selection.options) for edition in selection.options.previous]
    told = [*(items_of(one).items for one in earlier), items]
    return entries(zip(stamps([*selection.options.previous, selection.concept]), told, strict=True))


def _files(selection: Selection, told: list[CalendarEntry]) -> Iterator[ExportFile]:
    name = selection.options.name or selection.concept.title
    yield _file(selection, name, brief(selection.concept.id), told)
    for group in selection.concept.every(Group) if selection.options.per_group else ():
        if group.id in selection.options.groups or not selection.options.groups:
            own = [entry for entry in told if group.address in entry.item.around]
            yield _file(selection, f"{name} – {group.title}", f"{brief(selection.concept.id)}-{brief(group.id)}", own)


def _file(selection: Selection, name: str, stem: str, told: list[CalendarEntry]) -> ExportFile:
    if selection.options.profile is Profile.INTEGREAT:
        lines = integreat.calendar(selection.options.category or integreat.CATEGORY, told)
    else:
        lines = standard.calendar(selection, name, told)
    return ExportFile(name=f"calendar-{stem}{SUFFIX}", content=file_of(lines), media_type=MEDIA_TYPE)


@hookimpl
def integrationskonzept_exporters() -> Sequence[Exporter]:
    """Return the exporter."""
    return [Exporter(name=NAME, title=TITLE, media_type=MEDIA_TYPE, suffix=SUFFIX, export=export, options=Options)]
