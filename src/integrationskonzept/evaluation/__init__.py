"""Evaluate a concept as of a day: one function for each question, which every output asks.

A name is imported from its module on first use.
"""

from integrationskonzept.lazy import lazy_names

_MODULES = {
    "agenda": ("Agenda", "Due", "DueKind", "LeftOut", "due"),
    "answer": ("Answer", "Tally", "Verdict"),
    "corrections": ("corrected_dates",),
    "current_status": ("CurrentStatus", "Pursuit", "PursuitState", "pursuit", "reports"),
    "date_attributes": ("NOT_ON_THE_AGENDA", "StatedDate", "stated_dates"),
    "date_range": ("PlannedPeriod", "UncertainDate"),
    "deadlines": ("Deadline", "as_stated", "deadline", "deadlines_of"),
    "decisions": ("OpenDecision", "OpenDecisionKind", "open_decisions"),
    "derivation": ("Basis", "Derived", "Input"),
    "evaluation": ("ConceptEvaluation", "FieldEvaluation", "evaluate"),
    "evaluation_dates": ("Review", "ReviewState", "reviews"),
    "event_times": ("Timing", "occurrences", "timing_of"),
    "latest": ("Age",),
    "measurability": ("Measurability", "measurabilities", "measurability_of"),
    "open_items": ("Question", "Request", "involved_names"),
    "planned_dates": ("Rows", "actual", "planned", "timeline_rows"),
    "progress": ("IndicatorProgress", "PartChange"),
    "recurrence": ("LEAP_DAY", "Rhythm"),
    "reference_day": ("latest_day",),
    "rhythm_words": ("rhythm_in_words",),
    "schedule": ("ConceptSchedule", "MeasureSchedule", "overdue"),
    "snapshot": ("Snapshot", "SnapshotChange", "SnapshotComparison", "SnapshotEntry"),
    "targets": ("TargetCheck", "TargetResult"),
    "totals": ("Coverage", "MeasureEvaluation", "Overview", "Shares", "StatusCount", "Total", "Totals"),
    "trend": ("Trend", "TrendDirection"),
}
__all__, __getattr__, __dir__ = lazy_names(globals(), _MODULES)
