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
from integrationskonzept_ical.selection import View
from integrationskonzept_ical.sequence import CalendarEntry, day_of, entries, stamps
from integrationskonzept_ical.uids import brief
from integrationskonzept_ical.writing import file_of

__all__ = ["Kind", "Language", "Options", "Profile", "export", "integrationskonzept_exporters"]

NAME = "ical"
TITLE = say("Calendar (iCalendar)", "Kalender (iCalendar)")
MEDIA_TYPE = "text/calendar"
SUFFIX = ".ics"


def export(concept: Concept, options: Options) -> Export:
    """Write the calendar of a concept, and on request one for each of its groups.

    Raises `OptionError` where the options ask for a field, measure or group that does not exist.
    """
    _known(concept, options)
    view = View(concept=concept, options=options)
    said = items_of(view)
    told, losses = _told(view, said.items), [*said.losses, *remarks.losses(view)]
    if options.profile is Profile.INTEGREAT:
        feed = integreat.feed(told, options.today or day_of(concept))
        told, losses = list(feed.entries), [*losses, *feed.losses]
    warnings = [*remarks.warnings(view, told), *remarks.doubts(told)]
    return Export(files=tuple(_files(view, told)), losses=tuple(losses), warnings=tuple(warnings))


def _known(concept: Concept, options: Options) -> None:
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


def _told(view: View, items: Sequence[Item]) -> list[CalendarEntry]:
    """Compare the items with those of earlier editions, as far as the options name any."""
    earlier = [View(concept=edition.public(), options=view.options) for edition in view.options.previous]
    told = [*(items_of(one).items for one in earlier), items]
    return entries(zip(stamps([*view.options.previous, view.concept]), told, strict=True))


def _files(view: View, told: list[CalendarEntry]) -> Iterator[ExportFile]:
    name = view.options.name or view.concept.title
    yield _file(view, name, brief(view.concept.id), told)
    for group in view.concept.every(Group) if view.options.per_group else ():
        if group.id in view.options.groups or not view.options.groups:
            own = [entry for entry in told if group.address in entry.item.around]
            yield _file(view, f"{name} – {group.title}", f"{brief(view.concept.id)}-{brief(group.id)}", own)


def _file(view: View, name: str, stem: str, told: list[CalendarEntry]) -> ExportFile:
    if view.options.profile is Profile.INTEGREAT:
        lines = integreat.calendar(view.options.category or integreat.CATEGORY, told)
    else:
        lines = standard.calendar(view, name, told)
    return ExportFile(name=f"calendar-{stem}{SUFFIX}", content=file_of(lines), media_type=MEDIA_TYPE)


@hookimpl
def integrationskonzept_exporters() -> Sequence[Exporter]:
    """Bring in the exporter."""
    return [Exporter(name=NAME, title=TITLE, media_type=MEDIA_TYPE, suffix=SUFFIX, export=export, options=Options)]
