"""Evaluate a concept as of a day: one function for each question, which every output asks.

A name is imported from its module on first use.
"""

from importlib import import_module

_MODULES = {
    "agenda": ("Agenda", "Due", "DueKind", "LeftOut", "due"),
    "answer": ("Answer", "Tally", "Verdict"),
    "current_status": ("CurrentStatus", "Pursuit", "PursuitState", "pursuit", "reports"),
    "date_attributes": ("NOT_ON_THE_AGENDA", "StatedDate", "stated_dates"),
    "date_range": ("PlannedPeriod", "UncertainDate"),
    "deadlines": ("Deadline", "as_stated", "deadline", "deadlines_of"),
    "derivation": ("Basis", "Derived", "Input"),
    "evaluation": ("ConceptEvaluation", "evaluate"),
    "evaluation_dates": ("Review", "ReviewState", "reviews"),
    "measurability": ("Measurability", "measurabilities", "measurability_of"),
    "planned_dates": ("Rows", "actual", "planned", "timeline_rows"),
    "recurrence": ("LEAP_DAY", "Rhythm"),
    "rhythm_words": ("rhythm_in_words",),
    "schedule": ("ConceptSchedule", "MeasureSchedule", "overdue"),
    "timing": ("Timing", "occurrences", "timing_of"),
}
_MODULE_OF = {name: home for home, names in _MODULES.items() for name in names}

__all__ = sorted(_MODULE_OF)  # noqa: PLE0605 - from the table, so that each name is written once


def __getattr__(name: str) -> object:
    if name not in _MODULE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULE_OF[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
