"""Options of the exporter ``ical``."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

import attrs
from attrs import field, frozen
from attrs.validators import ge, le, matches_re, optional

from integrationskonzept import Concept, Message
from integrationskonzept_ical.i18n import say


class Profile(StrEnum):
    """The reader of the calendar."""

    STANDARD = "standard"
    INTEGREAT = "integreat"


class Language(StrEnum):
    """The language of headings and explanations; the texts of the concept are not translated."""

    GERMAN = "de"
    ENGLISH = "en"


class Kind(StrEnum):
    """The kinds of calendar entries."""

    ACTION_DAYS = "action_days"
    ACTIVITIES = "activities"
    MEETINGS = "meetings"
    EVALUATIONS = "evaluations"
    MEASURES = "measures"
    GOALS = "goals"
    STEPS = "steps"
    TARGETS = "targets"


class Deadlines(StrEnum):
    """How deadlines are shown: many calendar programs show no to-dos of a calendar somebody subscribes to."""

    EVENTS = "events"
    TODOS = "todos"
    BOTH = "both"


def _help(english: str, german: str) -> dict[str, Message]:
    return {"help": say(english, german)}


def _kinds(given: Iterable[str]) -> tuple[Kind, ...]:
    return tuple(Kind(kind) for kind in given)


def _editions(given: Any) -> tuple[Concept | Path, ...]:
    return (given,) if isinstance(given, Concept | Path) else tuple(given or ())


@frozen(kw_only=True)
class Options:
    """The options of the exporter ``ical``."""

    profile: Profile = field(
        default=Profile.STANDARD,
        converter=Profile,
        metadata=_help(
            "standard (any calendar program) or integreat (what the Integreat CMS imports)",
            "standard (jedes Kalenderprogramm) oder integreat (was das Integreat-CMS importiert)",
        ),
    )
    language: Language | None = field(
        default=None,
        converter=attrs.converters.optional(Language),
        metadata=_help(
            "language of headings and explanations, de or en; without it the concept's own",
            "Sprache der Überschriften und Erklärungen, de oder en; ohne Angabe die des Konzepts",
        ),
    )
    name: str | None = field(
        default=None,
        metadata=_help(
            "name of the calendar; without it the concept's title", "Name des Kalenders; ohne Angabe der Konzepttitel"
        ),
    )
    category: str | None = field(
        default=None,
        metadata=_help(
            "category of every entry; for integreat the one its import filters by, otherwise 'integreat'",
            "Kategorie jedes Eintrags; bei integreat die, nach der der Import filtert, sonst 'integreat'",
        ),
    )
    colour: str | None = field(
        default=None,
        metadata=_help(
            "colour of the calendar, by its CSS name such as teal", "Farbe des Kalenders, als CSS-Name wie teal"
        ),
        validator=optional(matches_re(r"[a-z]+")),
    )
    kinds: tuple[Kind, ...] = field(
        default=(), converter=_kinds, metadata=_help("only these kinds of entries", "nur diese Arten von Einträgen")
    )
    fields: tuple[str, ...] = field(
        default=(), metadata=_help("only these fields of action, by id", "nur diese Handlungsfelder, nach Kennung")
    )
    measures: tuple[str, ...] = field(
        default=(), metadata=_help("only these measures, by id", "nur diese Maßnahmen, nach Kennung")
    )
    groups: tuple[str, ...] = field(
        default=(), metadata=_help("only these working groups, by id", "nur diese Arbeitsgruppen, nach Kennung")
    )
    start: date | None = field(default=None, metadata=_help("nothing before this day", "nichts vor diesem Tag"))
    end: date | None = field(default=None, metadata=_help("nothing after this day", "nichts nach diesem Tag"))
    per_group: bool = field(
        default=False,
        metadata=_help(
            "beside the whole calendar, one of its own for each working group",
            "neben dem ganzen Kalender einen eigenen für jede Arbeitsgruppe",
        ),
    )
    deadlines: Deadlines = field(
        default=Deadlines.EVENTS,
        converter=Deadlines,
        metadata=_help(
            "show deadlines as events (every calendar program), todos (task lists on a server) or both",
            "Fristen als Termine (events: jedes Kalenderprogramm), Aufgaben (todos: Aufgabenlisten auf einem Server)"
            " oder beides (both) zeigen",
        ),
    )
    bundle: bool = field(
        default=True,
        metadata=_help(
            "show several deadlines of one day as one event", "mehrere Fristen eines Tages als einen Termin zeigen"
        ),
    )
    done: bool = field(
        default=True,
        metadata=_help("show deadlines that are met, with a tick", "erledigte Fristen zeigen, mit einem Häkchen"),
    )
    alarm_days: int | None = field(
        default=None,
        metadata=_help(
            "remind this many days ahead, at nine; not for integreat",
            "so viele Tage vorher um neun Uhr erinnern; nicht bei integreat",
        ),
        validator=optional([ge(0), le(366)]),
    )
    today: date | None = field(
        default=None,
        metadata=_help(
            "day of the export: no reminder of what is over by then, and for integreat no entry;"
            " without it, the day of the edition",
            "Tag des Exports: was dann vorbei ist, wird nicht mehr erinnert und fehlt bei integreat;"
            " ohne Angabe der Stand des Konzepts",
        ),
    )
    previous: tuple[Path | Concept, ...] = field(
        default=(),
        metadata=_help(
            "earlier editions, oldest first, or the calendar published last (.ics),"
            " so that subscribers see what changed and what was dropped",
            "frühere Ausgaben, älteste zuerst, oder der zuletzt veröffentlichte Kalender (.ics),"
            " damit Abonnenten sehen, was geändert wurde und was entfällt",
        ),
        converter=_editions,
    )

    def __attrs_post_init__(self) -> None:
        """Raise `OptionError` if the period ends before it begins."""
        if self.start and self.end and self.start > self.end:
            raise ValueError(f"start must not be after end; got {self.start} and {self.end}")
