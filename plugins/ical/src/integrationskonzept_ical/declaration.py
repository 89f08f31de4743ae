"""The attributes of a concept that a calendar writes."""

from collections.abc import Iterator

from integrationskonzept import Loss
from integrationskonzept.model import (
    ActionDay,
    Activity,
    Actor,
    Concept,
    Discrepancy,
    Edition,
    Evaluation,
    EvaluationRule,
    FieldOfAction,
    Goal,
    Horizon,
    HorizonStatement,
    Indicator,
    Involvement,
    Measure,
    Meeting,
    Overarching,
    Span,
    Statement,
    StatusLevel,
    Step,
    Target,
    TargetGroup,
    TimelineRow,
)
from integrationskonzept.plugins.kit import Declaration, undeclared
from integrationskonzept_ical.i18n import message
from integrationskonzept_ical.options import Profile
from integrationskonzept_ical.selection import Selection

_ACTIVITY = (
    *("title", "description", "date", "end_date", "start_time", "end_time", "recurrence", "location", "organisers"),
    "target_group_refs",
)
_PURSUIT = ("decisions", "rejected", "merged_into", "split_into", "replaced_by", "status_reports")
"""Attributes that say that a measure or goal is no longer pursued, so that it has no entry."""
_DEADLINES = ("number", "short_title", "leads", "time_frames", "schedule", "status_reports", "discrepancies")

FOR_APP = Declaration(
    written={
        Activity: _ACTIVITY,
        ActionDay: _ACTIVITY,
        Actor: ("title",),
        FieldOfAction: ("title",),
        Involvement: ("actor_refs", "printed"),
        Measure: ("title",),
        Meeting: (
            *("title", "ordinal", "date", "end_date", "start_time", "end_time", "location", "organisers", "purpose"),
            "participants",
        ),
        Overarching: (),
        TargetGroup: ("title",),
    },
    decisive={
        Concept: ("language", "period", "edition", "school_holidays"),
        Measure: _PURSUIT,
        Span: ("start", "end"),
    },
)
"""The events that Integreat imports, for everybody."""

STANDARD = FOR_APP | Declaration(
    written={
        Activity: ("discrepancies",),
        ActionDay: ("discrepancies",),
        Concept: ("title", "period", "edition", "evaluation", "timeline"),
        Discrepancy: ("text", "printed", "expected"),
        Edition: ("number", "as_of", "url"),
        Evaluation: ("title", "due", "held_on", "evaluated_by", "results", "url", "discrepancies"),
        EvaluationRule: ("interval_years", "earlier_if_needed", "start", "evaluated_by", "method"),
        Goal: ("text", *_DEADLINES),
        Horizon: ("title", "minimum_years", "maximum_years", "end", "approximate"),
        HorizonStatement: ("horizon_ref", "start", "end", "phase", "printed"),
        Indicator: ("title", "number", "short_title", "unit", "target", "interim_targets", "discrepancies"),
        Measure: ("description", "target_state", *_DEADLINES),
        Meeting: ("discrepancies",),
        Span: ("start", "end"),
        Statement: ("text",),
        Step: ("title", "milestone", "due", "done_on", "leads", "discrepancies"),
        Target: ("due", "time_frame", "value", "minimum", "maximum", "text"),
        TimelineRow: ("measure_ref", "years"),
    },
    decisive={
        Discrepancy: ("attribute", "concerns"),
        Edition: ("successor",),
        Horizon: ("start", "permanent"),
        HorizonStatement: ("years", "after", "approximate"),
        StatusLevel: ("neutral", "terminal"),
    },
)
"""Everything with a date, as events and to-dos."""

_WHERE = message("not in the calendar")


def declaration_of(profile: Profile) -> Declaration:
    """Return what a calendar for a reader writes."""
    return FOR_APP if profile is Profile.INTEGREAT else STANDARD


def not_written(selection: Selection) -> Iterator[Loss]:
    """Yield what the concept states and the calendar does not write; of a selection, of the kinds asked for."""
    options = selection.options
    is_selected = options.kinds or options.fields or options.measures or options.groups
    only = {type(element) for _, element in selection.candidates()} if is_selected else None
    yield from undeclared(selection.concept, declaration_of(options.profile), _WHERE, only)
