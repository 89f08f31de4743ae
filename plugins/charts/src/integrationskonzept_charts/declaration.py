"""The attributes of a concept that the figures show."""

from collections.abc import Iterable
from functools import reduce
from operator import or_

from integrationskonzept.model import (
    Actor,
    Concept,
    Edition,
    Evaluation,
    EvaluationRule,
    FieldOfAction,
    Goal,
    Horizon,
    Indicator,
    Measure,
    Overarching,
    Span,
    StatusLevel,
    TimelineRow,
)
from integrationskonzept.plugins.kit import Declaration
from integrationskonzept_charts.options import Kind

_PURSUIT = ("rejected", "merged_into", "split_into", "replaced_by", "status_reports", "decisions")
"""Attributes that say that a measure is no longer pursued, which stands apart or is left out."""
_DECISIVE = {
    Concept: ("language", "edition"),
    Edition: ("as_of",),
    Goal: _PURSUIT,
    Measure: _PURSUIT,
    StatusLevel: ("neutral", "terminal", "colour"),
}
_FIELDS = {Concept: ("title",), FieldOfAction: ("number", "title"), Overarching: ()}

_BY_KIND = {
    Kind.TIMELINE: Declaration(
        written={
            **_FIELDS,
            Concept: ("title", "period", "evaluation", "timeline"),
            Evaluation: ("due", "held_on"),
            EvaluationRule: ("interval_years", "start"),
            Horizon: ("minimum_years", "maximum_years", "end"),
            Measure: ("number", "title", "time_frames", "schedule", "status_reports"),
            Span: ("start", "end"),
            StatusLevel: ("title",),
            TimelineRow: ("measure_ref", "years"),
        },
        decisive={**_DECISIVE, Horizon: ("start", "permanent")},
    ),
    Kind.OVERVIEW: Declaration(
        written={**_FIELDS, Measure: ("number", "status_reports"), StatusLevel: ("colour",)},
        decisive={
            **_DECISIVE,
            Concept: ("language", "edition", "timeline"),
            Measure: (*_PURSUIT, "title", "schedule", "time_frames"),
            TimelineRow: ("measure_ref", "years"),
        },
    ),
    Kind.COURSES: Declaration(
        written={
            Concept: ("title",),
            Indicator: (
                *("number", "title", "kind", "unit", "direction", "observations", "baseline", "target"),
                *("interim_targets", "benchmarks"),
            ),
        },
        decisive={**_DECISIVE, Concept: ("language", "edition", "period")},
    ),
    Kind.INVOLVEMENT: Declaration(
        written={
            **_FIELDS,
            Actor: ("title", "short_title"),
            Measure: ("number", "title", "leads", "partners", "carriers", "contacts"),
        },
        decisive=_DECISIVE,
    ),
}


def declaration(kinds: Iterable[Kind]) -> Declaration:
    """Return what the figures of some kinds show together."""
    return reduce(or_, (_BY_KIND[kind] for kind in kinds))
