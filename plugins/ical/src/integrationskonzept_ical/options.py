"""Options of the exporter ``ical``."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

import attrs
from attrs import field, frozen
from attrs.validators import ge, le, matches_re, optional

from integrationskonzept import Concept
from integrationskonzept.plugins.kit import Catalogue, LanguageCode, catalogue_at, translations_help
from integrationskonzept_ical.i18n import message


class Profile(StrEnum):
    """The reader of the calendar."""

    STANDARD = "standard"
    INTEGREAT = "integreat"


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
        metadata={
            "help": message(
                "standard (any calendar program) or integreat (what the Integreat CMS imports)",
            )
        },
    )
    language: LanguageCode | None = field(
        default=None,
        converter=attrs.converters.optional(LanguageCode),
        metadata={
            "help": message(
                "language of headings and explanations; without it the concept's own",
            )
        },
    )
    translations: Path | None = field(default=None, metadata={"help": translations_help()})
    name: str | None = field(
        default=None,
        metadata={"help": message("name of the calendar; without it the concept's title")},
    )
    category: str | None = field(
        default=None,
        metadata={
            "help": message(
                "category of every entry; for integreat the one its import filters by, otherwise 'integreat'",
            )
        },
    )
    colour: str | None = field(
        default=None,
        metadata={"help": message("colour of the calendar, by its CSS name such as teal")},
        validator=optional(matches_re(r"[a-z]+")),
    )
    kinds: tuple[Kind, ...] = field(
        default=(), converter=_kinds, metadata={"help": message("only these kinds of entries")}
    )
    fields: tuple[str, ...] = field(default=(), metadata={"help": message("only these fields of action, by id")})
    measures: tuple[str, ...] = field(default=(), metadata={"help": message("only these measures, by id")})
    groups: tuple[str, ...] = field(default=(), metadata={"help": message("only these working groups, by id")})
    start: date | None = field(default=None, metadata={"help": message("nothing before this day")})
    end: date | None = field(default=None, metadata={"help": message("nothing after this day")})
    per_group: bool = field(
        default=False,
        metadata={
            "help": message(
                "beside the whole calendar, one of its own for each working group",
            )
        },
    )
    deadlines: Deadlines = field(
        default=Deadlines.EVENTS,
        converter=Deadlines,
        metadata={
            "help": message(
                "show deadlines as events (every calendar program), todos (task lists on a server) or both",
            )
        },
    )
    bundle: bool = field(
        default=True,
        metadata={"help": message("show several deadlines of one day as one event")},
    )
    done: bool = field(
        default=True,
        metadata={"help": message("show deadlines that are met, with a tick")},
    )
    alarm_days: int | None = field(
        default=None,
        metadata={
            "help": message(
                "remind this many days ahead, at nine; not for integreat",
            )
        },
        validator=optional([ge(0), le(366)]),
    )
    today: date | None = field(
        default=None,
        metadata={
            "help": message(
                "day of the export: no reminder of what is over by then, and for integreat no entry;"
                " without it, the day of the edition",
            )
        },
    )
    previous: tuple[Path | Concept, ...] = field(
        default=(),
        metadata={
            "help": message(
                "earlier editions, oldest first, or the calendar published last (.ics),"
                " so that subscribers see what changed and what was dropped",
            )
        },
        converter=_editions,
    )
    catalogue: Catalogue | None = field(init=False, repr=False)
    """The translations."""

    @catalogue.default
    def _read_catalogue(self) -> Catalogue | None:
        return catalogue_at(self.translations, self.language) if self.translations else None

    def __attrs_post_init__(self) -> None:
        """Raise `OptionError` if the period ends before it begins."""
        if self.start and self.end and self.start > self.end:
            raise ValueError(f"start must not be after end; got {self.start} and {self.end}")
