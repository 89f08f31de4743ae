# The public names as type checkers see them; written by `nox -s generate`.

from integrationskonzept.evaluation.agenda import Agenda as Agenda
from integrationskonzept.evaluation.agenda import Due as Due
from integrationskonzept.evaluation.agenda import DueKind as DueKind
from integrationskonzept.evaluation.agenda import LeftOut as LeftOut
from integrationskonzept.evaluation.agenda import due as due
from integrationskonzept.evaluation.answer import Answer as Answer
from integrationskonzept.evaluation.answer import Tally as Tally
from integrationskonzept.evaluation.answer import Verdict as Verdict
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
from integrationskonzept.evaluation.derivation import Basis as Basis
from integrationskonzept.evaluation.derivation import Derived as Derived
from integrationskonzept.evaluation.derivation import Input as Input
from integrationskonzept.evaluation.evaluation import ConceptEvaluation as ConceptEvaluation
from integrationskonzept.evaluation.evaluation import evaluate as evaluate
from integrationskonzept.evaluation.evaluation_dates import Review as Review
from integrationskonzept.evaluation.evaluation_dates import ReviewState as ReviewState
from integrationskonzept.evaluation.evaluation_dates import reviews as reviews
from integrationskonzept.evaluation.measurability import Measurability as Measurability
from integrationskonzept.evaluation.measurability import measurabilities as measurabilities
from integrationskonzept.evaluation.measurability import measurability_of as measurability_of
from integrationskonzept.evaluation.planned_dates import Rows as Rows
from integrationskonzept.evaluation.planned_dates import actual as actual
from integrationskonzept.evaluation.planned_dates import planned as planned
from integrationskonzept.evaluation.planned_dates import timeline_rows as timeline_rows
from integrationskonzept.evaluation.recurrence import LEAP_DAY as LEAP_DAY
from integrationskonzept.evaluation.recurrence import Rhythm as Rhythm
from integrationskonzept.evaluation.reference_day import latest_day as latest_day
from integrationskonzept.evaluation.rhythm_words import rhythm_in_words as rhythm_in_words
from integrationskonzept.evaluation.schedule import ConceptSchedule as ConceptSchedule
from integrationskonzept.evaluation.schedule import MeasureSchedule as MeasureSchedule
from integrationskonzept.evaluation.schedule import overdue as overdue
from integrationskonzept.evaluation.timing import Timing as Timing
from integrationskonzept.evaluation.timing import occurrences as occurrences
from integrationskonzept.evaluation.timing import timing_of as timing_of

__all__ = [
    "LEAP_DAY",
    "NOT_ON_THE_AGENDA",
    "Agenda",
    "Answer",
    "Basis",
    "ConceptEvaluation",
    "ConceptSchedule",
    "CurrentStatus",
    "Deadline",
    "Derived",
    "Due",
    "DueKind",
    "Input",
    "LeftOut",
    "Measurability",
    "MeasureSchedule",
    "PlannedPeriod",
    "Pursuit",
    "PursuitState",
    "Review",
    "ReviewState",
    "Rhythm",
    "Rows",
    "StatedDate",
    "Tally",
    "Timing",
    "UncertainDate",
    "Verdict",
    "actual",
    "as_stated",
    "deadline",
    "deadlines_of",
    "due",
    "evaluate",
    "latest_day",
    "measurabilities",
    "measurability_of",
    "occurrences",
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
