"""Snapshots of an evaluation, and changes since."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, ClassVar

from attrs import frozen

from integrationskonzept.blocks.account import HasBlocks
from integrationskonzept.evaluation.answer import Verdict, verdict_word
from integrationskonzept.evaluation.progress import IndicatorProgress
from integrationskonzept.evaluation.totals import MeasureEvaluation
from integrationskonzept.i18n.formatting import Describable, percent
from integrationskonzept.i18n.messages import N_, Message, message
from integrationskonzept.model.format_value import value_message
from integrationskonzept.model.partial_date import PartialDate
from integrationskonzept.model.status import NeutralStatus

Scalar = str | int | float | bool | None


@frozen(kw_only=True, repr=False)
class SnapshotEntry(Describable):
    """The values of one measure or indicator in a snapshot."""

    address: str
    """Address of the element."""
    title: str
    """Its title."""
    figures: tuple[tuple[str, Scalar], ...]
    """Names and values: plain values that any file can hold."""

    def text(self, language: str = "en") -> str:
        """Return names and values."""
        figures = (
            message("{name}: {value}", name=_NAMES[name], value=_value(name, value)) for name, value in self.figures
        )
        return message(
            "{title}: {figures}", title=value_message(self.title), figures=value_message(tuple(figures))
        ).text(language)


def measure_entry(measure: MeasureEvaluation) -> SnapshotEntry:
    """Return the snapshot entry of a measure."""
    schedule = measure.schedule
    period = schedule.planned.value
    figures: tuple[tuple[str, Scalar], ...] = (
        ("status", schedule.reported.entry.level_ref if schedule.reported.entry else None),
        ("neutral", schedule.neutral.value),
        ("as_of", str(schedule.reported.as_of) if schedule.reported.as_of else None),
        ("end", period.last.isoformat() if period and period.last else None),
        ("overdue", schedule.overdue.verdict.value),
        ("behind", schedule.behind_schedule.verdict.value),
        ("lead", ", ".join(measure.lead) or None),
    )
    return SnapshotEntry(address=measure.address, title=measure.title, figures=figures)


def indicator_entry(indicator: IndicatorProgress) -> SnapshotEntry:
    """Return the snapshot entry of an indicator."""
    latest, target = indicator.latest, indicator.target
    figures: tuple[tuple[str, Scalar], ...] = (
        ("as_of", str(latest.as_of) if latest and latest.as_of else None),
        ("value", latest.value if latest else None),
        ("minimum", latest.minimum if latest else None),
        ("maximum", latest.maximum if latest else None),
        ("happened", latest.reached if latest else None),
        ("text", latest.text if latest else None),
        ("target", target.value if target else None),
        ("due", str(target.due) if target and target.due else None),
        ("share", indicator.share.value),
        ("reached", indicator.reached.verdict.value),
    )
    return SnapshotEntry(address=indicator.address, title=indicator.title, figures=figures)


@frozen(kw_only=True, repr=False)
class SnapshotChange(Describable):
    """A value that changed, or an element added or removed."""

    address: str
    """Address of the element."""
    title: str
    """Its title."""
    name: str
    """Name of the value."""
    then: Scalar
    """The earlier value; None where it was unknown."""
    now: Scalar
    """The later value; None where it is unknown."""

    def text(self, language: str = "en") -> str:
        """Return title, name, earlier and later value."""
        values = {"title": value_message(self.title), "name": self.words, "then": self.before, "now": self.after}
        return message("{title}, {name}: {then} → {now}", **values).text(language)

    @property
    def words(self) -> Message:
        """The name of the value in words."""
        return _NAMES[self.name]

    @property
    def before(self) -> Message:
        """The earlier value in words."""
        return _value(self.name, self.then)

    @property
    def after(self) -> Message:
        """The later value in words."""
        return _value(self.name, self.now)


@frozen(kw_only=True, repr=False)
class Snapshot(Describable):
    """Results of an evaluation as plain values, to be kept and compared with a later snapshot."""

    concept: str
    """Id of the concept."""
    title: str
    """Its title."""
    today: date
    """The day it was evaluated for."""
    digest: str
    """Fingerprint of the concept; see `fingerprint`."""
    readings: tuple[SnapshotEntry, ...]
    """The entries of all measures and indicators."""

    def compare(self, later: "Snapshot") -> "SnapshotComparison":
        """Return the changes from this snapshot to a later one."""
        then, now = ({one.address: one for one in shot.readings} for shot in (self, later))
        changes = [
            *(change for address, one in then.items() if address in now for change in _changes(one, now[address])),
            *(_presence(one, present=False) for address, one in then.items() if address not in now),
            *(_presence(one, present=True) for address, one in now.items() if address not in then),
        ]
        return SnapshotComparison(then=self, now=later, changes=tuple(changes))

    def to_data(self) -> dict[str, Any]:
        """Return the snapshot as plain data that JSON can hold."""
        readings = [{"address": one.address, "title": one.title, "figures": dict(one.figures)} for one in self.readings]
        names = {"concept": self.concept, "title": self.title, "today": self.today.isoformat(), "digest": self.digest}
        return {**names, "readings": readings}

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "Snapshot":
        """Return the snapshot from the plain data of `to_data`."""
        readings = tuple(
            SnapshotEntry(address=one["address"], title=one["title"], figures=tuple(one["figures"].items()))
            for one in data["readings"]
        )
        return cls(
            concept=data["concept"],
            title=data["title"],
            today=date.fromisoformat(data["today"]),
            digest=data["digest"],
            readings=readings,
        )

    def text(self, language: str = "en") -> str:
        """Return title, day and number of entries."""
        said = message(
            "{title} on {today}: {count} measures and indicators",
            title=value_message(self.title),
            today=value_message(self.today),
            count=len(self.readings),
        )
        return said.text(language)


def _changes(then: SnapshotEntry, now: SnapshotEntry) -> Iterator[SnapshotChange]:
    before, after = dict(then.figures), dict(now.figures)
    for name in dict.fromkeys((*before, *after)):
        if before.get(name) != after.get(name):
            yield SnapshotChange(
                address=now.address, title=now.title, name=name, then=before.get(name), now=after.get(name)
            )


def _presence(reading: SnapshotEntry, *, present: bool) -> SnapshotChange:
    """Return the change of an element that was added or removed."""
    return SnapshotChange(address=reading.address, title=reading.title, name="present", then=not present, now=present)


CHANGED = N_("{then} to {now}: {count} values changed")
"""First line of a comparison of two snapshots."""


@frozen(kw_only=True, repr=False)
class SnapshotComparison(Describable, HasBlocks):
    """The changes between two snapshots."""

    ACCOUNT: ClassVar[str] = "documents.snapshot:snapshot_document"

    then: Snapshot
    now: Snapshot
    changes: tuple[SnapshotChange, ...]
    """The changed values, by measure and indicator."""

    @property
    def same_concept(self) -> bool:
        """The concept itself has not changed: all changes come from the passing of time."""
        return self.then.digest == self.now.digest

    @property
    def heading(self) -> Message:
        """The two days and the number of changes."""
        values = {
            "then": value_message(self.then.today),
            "now": value_message(self.now.today),
            "count": len(self.changes),
        }
        return message(CHANGED, **values)

    def text(self, language: str = "en") -> str:
        """Return the two days and the number of changes."""
        return self.heading.text(language)


_NAMES = {
    "present": message("present"),
    "status": message("status"),
    "neutral": message("meaning of the status"),
    "as_of": message("as of"),
    "end": message("planned end"),
    "overdue": message("overdue"),
    "behind": message("behind schedule"),
    "lead": message("lead"),
    "value": message("value"),
    "minimum": message("at least"),
    "maximum": message("at most"),
    "text": message("in words"),
    "happened": message("reached"),
    "target": message("target"),
    "due": message("due"),
    "share": message("progress"),
    "reached": message("target met"),
}


def _verdict(value: Any) -> Message:
    return verdict_word(Verdict(value))


def _value(name: str, value: Scalar) -> Message:
    """Return a stored value as a message: verdicts in words, dates by the language, shares in per cent."""
    if value is None or name not in _FORMATS:
        return value_message(value)
    try:
        return _FORMATS[name](value)
    except (ValueError, TypeError):  # a value of a file that this version would not write
        return value_message(value)


_FORMATS: Mapping[str, Callable[[Any], Message]] = {
    "neutral": lambda value: value_message(NeutralStatus(value)),
    "as_of": lambda value: value_message(PartialDate(value)),
    "end": lambda value: value_message(date.fromisoformat(value)),
    "overdue": _verdict,
    "behind": _verdict,
    "due": lambda value: value_message(PartialDate(value)),
    "share": percent,
    "reached": _verdict,
}
"""How stored values are formatted, by their name."""
