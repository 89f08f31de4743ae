"""The nouns of an integration concept: frozen, comparable, picklable, and free of any I/O."""

from integrationskonzept.model.activity import (
    ActionDay,
    Activity,
    Frequency,
    Recurrence,
    RecurrenceException,
    SchoolHoliday,
    Weekday,
)
from integrationskonzept.model.actor import Actor, ActorKind, Affiliation, Contact, Involvement
from integrationskonzept.model.check_settings import CheckSettings, Ignore, SeverityChange
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.dates import Holiday, Span, add_months, plus_days
from integrationskonzept.model.description import AttributeDescription, ValueType
from integrationskonzept.model.edition import (
    Decision,
    DecisionResult,
    DecisionRole,
    Edition,
    Fate,
    Predecessor,
    PreviousGoal,
    Successor,
)
from integrationskonzept.model.element import Element, Sourced, StatedCount, Statement
from integrationskonzept.model.evaluation import Evaluation, EvaluationRule
from integrationskonzept.model.field_of_action import FieldOfAction, Overarching
from integrationskonzept.model.foreign import Extra
from integrationskonzept.model.foreign_attribute import ForeignAttribute
from integrationskonzept.model.format_value import value_message
from integrationskonzept.model.former_names import current_place
from integrationskonzept.model.goal import Goal, GoalKind
from integrationskonzept.model.group import Group, GroupKind
from integrationskonzept.model.horizon import Horizon, HorizonStatement
from integrationskonzept.model.indicator import Direction, Indicator, IndicatorKind, ResultLevel, Target
from integrationskonzept.model.key_figure import Figure
from integrationskonzept.model.measure import ExpectedEffect, Measure, MeasureKind, Origin
from integrationskonzept.model.meeting import Meeting
from integrationskonzept.model.metric import Metric
from integrationskonzept.model.money import Amount, Budgeted, Cost, Funding, FundingKind, Per, YearlyCost
from integrationskonzept.model.municipality import Municipality, MunicipalityKind
from integrationskonzept.model.observation import BreakdownPart, Observation
from integrationskonzept.model.partial_date import PartialDate, Precision
from integrationskonzept.model.provenance import Citation, Discrepancy, DiscrepancyBasis, DiscrepancyKind, Resolution
from integrationskonzept.model.record import Record
from integrationskonzept.model.role import Interface, Role, TaskGroup
from integrationskonzept.model.schedule import Schedule, Step
from integrationskonzept.model.source_document import (
    Footnote,
    Illustration,
    Passage,
    Reference,
    ReferenceKind,
    Section,
    Term,
)
from integrationskonzept.model.status import (
    NeutralStatus,
    PriorityLevel,
    RatingLevel,
    ScaleLevel,
    StatusEntry,
    StatusLevel,
)
from integrationskonzept.model.stocktake import (
    Achievement,
    Challenge,
    Country,
    Need,
    Offer,
    OpeningTime,
    TargetGroup,
    Theme,
)
from integrationskonzept.model.timeline import Timeline, TimelineRow
from integrationskonzept.model.undertaking import Commitment, Undertaking

__all__ = [
    "Achievement",
    "ActionDay",
    "Activity",
    "Actor",
    "ActorKind",
    "Affiliation",
    "Amount",
    "AttributeDescription",
    "BreakdownPart",
    "Budgeted",
    "Challenge",
    "CheckSettings",
    "Citation",
    "Commitment",
    "Concept",
    "Contact",
    "Cost",
    "Country",
    "Decision",
    "DecisionResult",
    "DecisionRole",
    "Direction",
    "Discrepancy",
    "DiscrepancyBasis",
    "DiscrepancyKind",
    "Edition",
    "Element",
    "Evaluation",
    "EvaluationRule",
    "ExpectedEffect",
    "Extra",
    "Fate",
    "FieldOfAction",
    "Figure",
    "Footnote",
    "ForeignAttribute",
    "Frequency",
    "Funding",
    "FundingKind",
    "Goal",
    "GoalKind",
    "Group",
    "GroupKind",
    "Holiday",
    "Horizon",
    "HorizonStatement",
    "Ignore",
    "Illustration",
    "Indicator",
    "IndicatorKind",
    "Interface",
    "Involvement",
    "Measure",
    "MeasureKind",
    "Meeting",
    "Metric",
    "Municipality",
    "MunicipalityKind",
    "Need",
    "NeutralStatus",
    "Observation",
    "Offer",
    "OpeningTime",
    "Origin",
    "Overarching",
    "PartialDate",
    "Passage",
    "Per",
    "Precision",
    "Predecessor",
    "PreviousGoal",
    "PriorityLevel",
    "RatingLevel",
    "Record",
    "Recurrence",
    "RecurrenceException",
    "Reference",
    "ReferenceKind",
    "Resolution",
    "ResultLevel",
    "Role",
    "ScaleLevel",
    "Schedule",
    "SchoolHoliday",
    "Section",
    "SeverityChange",
    "Sourced",
    "Span",
    "StatedCount",
    "Statement",
    "StatusEntry",
    "StatusLevel",
    "Step",
    "Successor",
    "Target",
    "TargetGroup",
    "TaskGroup",
    "Term",
    "Theme",
    "Timeline",
    "TimelineRow",
    "Undertaking",
    "ValueType",
    "Weekday",
    "YearlyCost",
    "add_months",
    "current_place",
    "plus_days",
    "value_message",
]
