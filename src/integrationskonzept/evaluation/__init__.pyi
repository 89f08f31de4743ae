# The public names as type checkers see them; written by `nox -s generate`.

from integrationskonzept.evaluation.agenda import Agenda as Agenda
from integrationskonzept.evaluation.agenda import Due as Due
from integrationskonzept.evaluation.agenda import DueKind as DueKind
from integrationskonzept.evaluation.agenda import LeftOut as LeftOut
from integrationskonzept.evaluation.agenda import due as due
from integrationskonzept.evaluation.answer import Answer as Answer
from integrationskonzept.evaluation.answer import Tally as Tally
from integrationskonzept.evaluation.answer import Verdict as Verdict
from integrationskonzept.evaluation.corrections import corrected_dates as corrected_dates
from integrationskonzept.evaluation.current_status import CurrentStatus as CurrentStatus
from integrationskonzept.evaluation.current_status import Pursuit as Pursuit
from integrationskonzept.evaluation.current_status import PursuitState as PursuitState
from integrationskonzept.evaluation.current_status import pursuit as pursuit
from integrationskonzept.evaluation.current_status import reports as reports
from integrationskonzept.evaluation.date_attributes import NOT_ON_THE_AGENDA as NOT_ON_THE_AGENDA
from integrationskonzept.evaluation.date_attributes import StatedDate as StatedDate
from integrationskonzept.evaluation.date_attributes import stated_dates as stated_dates
from integrationskonzept.evaluation.date_range import PlannedPeriod as PlannedPeriod
from integrationskonzept.evaluation.date_range import UncertainDate as UncertainDate
from integrationskonzept.evaluation.deadlines import Deadline as Deadline
from integrationskonzept.evaluation.deadlines import as_stated as as_stated
from integrationskonzept.evaluation.deadlines import deadline as deadline
from integrationskonzept.evaluation.deadlines import deadlines_of as deadlines_of
from integrationskonzept.evaluation.decisions import OpenDecision as OpenDecision
from integrationskonzept.evaluation.decisions import OpenDecisionKind as OpenDecisionKind
from integrationskonzept.evaluation.decisions import open_decisions as open_decisions
from integrationskonzept.evaluation.derivation import Basis as Basis
from integrationskonzept.evaluation.derivation import Derived as Derived
from integrationskonzept.evaluation.derivation import Input as Input
from integrationskonzept.evaluation.evaluation import ConceptEvaluation as ConceptEvaluation
from integrationskonzept.evaluation.evaluation import FieldEvaluation as FieldEvaluation
from integrationskonzept.evaluation.evaluation import evaluate as evaluate
from integrationskonzept.evaluation.evaluation_dates import Review as Review
from integrationskonzept.evaluation.evaluation_dates import ReviewState as ReviewState
from integrationskonzept.evaluation.evaluation_dates import reviews as reviews
from integrationskonzept.evaluation.event_times import Timing as Timing
from integrationskonzept.evaluation.event_times import occurrences as occurrences
from integrationskonzept.evaluation.event_times import timing_of as timing_of
from integrationskonzept.evaluation.latest import Age as Age
from integrationskonzept.evaluation.measurability import Measurability as Measurability
from integrationskonzept.evaluation.measurability import measurabilities as measurabilities
from integrationskonzept.evaluation.measurability import measurability_of as measurability_of
from integrationskonzept.evaluation.open_items import Question as Question
from integrationskonzept.evaluation.open_items import Request as Request
from integrationskonzept.evaluation.open_items import involved_names as involved_names
from integrationskonzept.evaluation.planned_dates import Rows as Rows
from integrationskonzept.evaluation.planned_dates import actual as actual
from integrationskonzept.evaluation.planned_dates import planned as planned
from integrationskonzept.evaluation.planned_dates import timeline_rows as timeline_rows
from integrationskonzept.evaluation.progress import IndicatorProgress as IndicatorProgress
from integrationskonzept.evaluation.progress import PartChange as PartChange
from integrationskonzept.evaluation.recurrence import LEAP_DAY as LEAP_DAY
from integrationskonzept.evaluation.recurrence import Rhythm as Rhythm
from integrationskonzept.evaluation.reference_day import latest_day as latest_day
from integrationskonzept.evaluation.rhythm_words import rhythm_in_words as rhythm_in_words
from integrationskonzept.evaluation.schedule import ConceptSchedule as ConceptSchedule
from integrationskonzept.evaluation.schedule import MeasureSchedule as MeasureSchedule
from integrationskonzept.evaluation.schedule import overdue as overdue
from integrationskonzept.evaluation.snapshot import Snapshot as Snapshot
from integrationskonzept.evaluation.snapshot import SnapshotChange as SnapshotChange
from integrationskonzept.evaluation.snapshot import SnapshotComparison as SnapshotComparison
from integrationskonzept.evaluation.snapshot import SnapshotEntry as SnapshotEntry
from integrationskonzept.evaluation.targets import TargetCheck as TargetCheck
from integrationskonzept.evaluation.targets import TargetResult as TargetResult
from integrationskonzept.evaluation.totals import Coverage as Coverage
from integrationskonzept.evaluation.totals import MeasureEvaluation as MeasureEvaluation
from integrationskonzept.evaluation.totals import Overview as Overview
from integrationskonzept.evaluation.totals import Shares as Shares
from integrationskonzept.evaluation.totals import StatusCount as StatusCount
from integrationskonzept.evaluation.totals import Total as Total
from integrationskonzept.evaluation.totals import Totals as Totals
from integrationskonzept.evaluation.trend import Trend as Trend
from integrationskonzept.evaluation.trend import TrendDirection as TrendDirection

__all__ = [
    "LEAP_DAY",
    "NOT_ON_THE_AGENDA",
    "Age",
    "Agenda",
    "Answer",
    "Basis",
    "ConceptEvaluation",
    "ConceptSchedule",
    "Coverage",
    "CurrentStatus",
    "Deadline",
    "Derived",
    "Due",
    "DueKind",
    "FieldEvaluation",
    "IndicatorProgress",
    "Input",
    "LeftOut",
    "Measurability",
    "MeasureEvaluation",
    "MeasureSchedule",
    "OpenDecision",
    "OpenDecisionKind",
    "Overview",
    "PartChange",
    "PlannedPeriod",
    "Pursuit",
    "PursuitState",
    "Question",
    "Request",
    "Review",
    "ReviewState",
    "Rhythm",
    "Rows",
    "Shares",
    "Snapshot",
    "SnapshotChange",
    "SnapshotComparison",
    "SnapshotEntry",
    "StatedDate",
    "StatusCount",
    "Tally",
    "TargetCheck",
    "TargetResult",
    "Timing",
    "Total",
    "Totals",
    "Trend",
    "TrendDirection",
    "UncertainDate",
    "Verdict",
    "actual",
    "as_stated",
    "corrected_dates",
    "deadline",
    "deadlines_of",
    "due",
    "evaluate",
    "involved_names",
    "latest_day",
    "measurabilities",
    "measurability_of",
    "occurrences",
    "open_decisions",
    "overdue",
    "planned",
    "pursuit",
    "reports",
    "reviews",
    "rhythm_in_words",
    "stated_dates",
    "timeline_rows",
    "timing_of",
]
