"""The attributes of a concept that the pages for Integreat write."""

from integrationskonzept.model import (
    ActionDay,
    Activity,
    Actor,
    Concept,
    Contact,
    Edition,
    FieldOfAction,
    Goal,
    Group,
    Horizon,
    HorizonStatement,
    Interface,
    Involvement,
    Measure,
    Municipality,
    Offer,
    OpeningTime,
    Overarching,
    Record,
    Role,
    Span,
    Statement,
    StatusLevel,
    TargetGroup,
    TaskGroup,
    Theme,
)
from integrationskonzept.plugins.kit import Declaration

_ACTIVITY = (
    *("title", "description", "date", "end_date", "start_time", "end_time", "recurrence", "location", "organisers"),
    "target_group_refs",
)
_PURSUIT = ("status_reports", "decisions", "rejected", "merged_into", "split_into", "replaced_by")
"""Attributes that say that a measure or goal is no longer pursued, so that no page has it."""

_DECISIVE: dict[type[Record], tuple[str, ...]] = {
    Concept: ("id", "language", "period", "edition", "school_holidays"),
    Edition: ("as_of",),
    Goal: _PURSUIT,
    Measure: _PURSUIT,
    Span: ("start", "end"),
    StatusLevel: ("neutral", "terminal"),
}

FOR_NEWCOMERS = Declaration(
    written={
        Concept: ("municipality",),
        Municipality: ("name", "address", "email", "phone", "website"),
        Offer: (
            *("title", "theme_ref", "description", "contacts", "target_group_refs", "location", "languages", "fee"),
            *("opening_times", "url"),
        ),
        OpeningTime: ("weekdays", "start_time", "end_time", "text"),
        Theme: ("title",),
        Activity: _ACTIVITY,
        ActionDay: _ACTIVITY,
        Actor: ("title", "contact"),
        Contact: ("name", "address", "phone", "email", "url"),
        Involvement: ("actor_refs", "contact", "printed"),
        TargetGroup: ("title",),
        Overarching: (),
    },
    decisive=_DECISIVE,
)
"""The pages for people who are new in town."""

ABOUT_CONCEPT = FOR_NEWCOMERS | Declaration(
    written={
        Concept: ("title", "motto", "period", "edition"),
        Edition: ("as_of",),
        FieldOfAction: (
            *("number", "title", "key_statement", "description", "rationale", "current_state", "target_state"),
            *("achievements", "target_group_refs", "leads", "partners", "group_ref"),
        ),
        Goal: ("text",),
        Measure: (
            *("number", "title", "description", "rationale", "current_state", "target_state", "time_frames"),
            *("target_group_refs", "leads", "partners", "carriers", "contacts", "commitment"),
        ),
        Statement: ("text",),
        HorizonStatement: ("horizon_ref", "printed"),
        Horizon: ("title",),
        Activity: ("area",),
        ActionDay: ("area",),
        Role: ("title", "responsibilities"),
        TaskGroup: ("title", "tasks"),
        Interface: ("title", "between"),
        Group: ("number", "title", "text", "field_of_action_ref", "members"),
        Span: ("start", "end"),
    },
)
"""These and the pages about the concept."""
