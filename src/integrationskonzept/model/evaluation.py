"""Evaluation: the rule for evaluating the concept, and the evaluations held."""

from typing import ClassVar

from integrationskonzept.model.actor import Involvement
from integrationskonzept.model.annotations import Quantity
from integrationskonzept.model.element import Element, Sourced, Statement
from integrationskonzept.model.indicator import Indicator
from integrationskonzept.model.key_figure import Figure
from integrationskonzept.model.partial_date import PartialDate
from integrationskonzept.model.record import record


@record
class EvaluationRule(Sourced):
    """Evaluationsregel of the concept for its own evaluation."""

    interval_years: Quantity | None = None
    """Abstand in years."""
    approximate: bool = False
    """Ungefähr: the interval is a rough one ("etwa alle zwei Jahre")."""
    earlier_if_needed: bool = False
    """Bei Bedarf auch früher."""
    start: PartialDate | None = None
    """Beginn the interval counts from; not stated when not given."""
    evaluated_by: tuple[Involvement, ...] = ()
    """Durch: who evaluates."""
    reporting_bodies: tuple[str, ...] = ()
    """Gremien the evaluation is reported to."""
    method: str | None = None
    """Verfahren."""


@record
class Evaluation(Element):
    """Evaluation: one that is planned for a date or was held."""

    noun: ClassVar[str] = "evaluation"

    title: str | None = None
    """Bezeichnung."""
    start: PartialDate | None = None
    """Beginn, for one that takes some time."""
    due: PartialDate | None = None
    """Vorgesehen für; the end of one that takes some time."""
    held_on: PartialDate | None = None
    """Durchgeführt am."""
    evaluated_by: tuple[Involvement, ...] = ()
    """Durch."""
    results: tuple[Statement, ...] = ()
    """Ergebnisse."""
    figures: tuple[Figure, ...] = ()
    """Ergebnisse in Zahlen, such as the measures by status level."""
    indicators: tuple[Indicator, ...] = ()
    """Indikatoren of the evaluation itself."""
    url: str | None = None
    """Bericht."""
