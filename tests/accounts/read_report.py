"""What a reader sees of each measure in the text of a status report in German."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from attrs import frozen

_COLUMNS = ("Maßnahme", "Geplant", "Umsetzungsstand", "Überfällig", "Zielwerte")
_MONTHS = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni"),
    *("Juli", "August", "September", "Oktober", "November", "Dezember"),
)
_DERIVED = " (abgeleitet)"
_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], date]], ...] = (
    (re.compile(r"(\d\d)\.(\d\d)\.(\d{4})"), lambda found: date(int(found[3]), int(found[2]), int(found[1]))),
    (re.compile(rf"({'|'.join(_MONTHS)}) (\d{{4}})"), lambda found: _last(int(found[2]), _MONTHS.index(found[1]) + 1)),
    (re.compile(r"([1-4])\. Quartal (\d{4})"), lambda found: _last(int(found[2]), 3 * int(found[1]))),
    (re.compile(r"([12])\. Halbjahr (\d{4})"), lambda found: _last(int(found[2]), 6 * int(found[1]))),
    (re.compile(r"(\d{4})"), lambda found: date(int(found[1]), 12, 31)),
)


@frozen(kw_only=True)
class ReportedMeasure:
    """A row of the table of measures."""

    stands: bool
    """Its status is not marked as one that ends it."""
    due: date | None
    """The last day that its planned period can cover."""
    is_plan_derived: bool
    is_overdue: str
    """Yes, no, or that it cannot be said, in words."""


def reported_measures(text: str) -> dict[str, ReportedMeasure]:
    """Return the measures of a report by their titles."""
    return dict(_rows(text.split("\n")))


def _rows(lines: list[str]) -> Iterator[tuple[str, ReportedMeasure]]:
    places: list[int] = []
    for line in lines:
        if line.startswith(_COLUMNS[0]) and all(name in line for name in _COLUMNS):
            places = [line.index(name) for name in ("Geplant", "Umsetzungsstand", "Überfällig", "Zielwerte")]
        elif not line:
            places = []
        elif places and not line.startswith("-"):
            planned, status, late, _ = places
            plan = line[planned:status].strip()
            yield (
                line[:planned].split("  ")[0].strip(),
                ReportedMeasure(
                    stands=not line[status:late].startswith("✕"),
                    due=_end(plan.removesuffix(_DERIVED)),
                    is_plan_derived=plan.endswith(_DERIVED),
                    is_overdue=line[late : places[3]].strip(),
                ),
            )


def _end(plan: str) -> date | None:
    """Return the last day of a period in words; None where it goes on, or is not stated."""
    if plan.startswith("ab ") or "auf Dauer" in plan or plan == "nicht angegeben":
        return None
    return last_day(plan.rpartition("bis ")[2])


def last_day(words: str) -> date:
    """Return the last day of a date in words."""
    for form, day in _FORMS:
        if found := form.fullmatch(words):
            return day(found)
    raise AssertionError(f"no date: {words!r}")


def _last(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
