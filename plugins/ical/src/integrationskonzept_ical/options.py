"""Options of the exporter ``ical``."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
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


def _help(english: str, german: str) -> dict[str, Message]:
    return {"help": say(english, german)}


def _kinds(given: Iterable[str]) -> tuple[Kind, ...]:
    return tuple(Kind(kind) for kind in given)


def _editions(given: Any) -> tuple[Concept, ...]:
    return (given,) if isinstance(given, Concept) else tuple(given or ())


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
    alarm_days: int | None = field(
        default=None,
        metadata=_help(
            "remind this many days ahead; not for integreat", "so viele Tage vorher erinnern; nicht bei integreat"
        ),
        validator=optional([ge(0), le(366)]),
    )
    today: date | None = field(
        default=None,
        metadata=_help(
            "for integreat: leave out what is over on this day; without it, on the day of the edition",
            "für integreat: weglassen, was an diesem Tag vorbei ist; ohne Angabe am Stand des Konzepts",
        ),
    )
    previous: tuple[Concept, ...] = field(
        default=(),
        metadata=_help(
            "earlier editions, oldest first, so that subscribers see what changed and what was dropped",
            "frühere Ausgaben, älteste zuerst, damit Abonnenten sehen, was geändert wurde und was entfällt",
        ),
        converter=_editions,
    )

    def __attrs_post_init__(self) -> None:
        """Raise `OptionError` if the period ends before it begins."""
        if self.start and self.end and self.start > self.end:
            raise ValueError(f"start must not be after end; got {self.start} and {self.end}")
