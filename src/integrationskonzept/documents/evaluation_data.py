"""The evaluation as plain data."""

from typing import Any

from integrationskonzept.evaluation.evaluation import ConceptEvaluation
from integrationskonzept.evaluation.evaluation_dates import Review
from integrationskonzept.evaluation.open_items import Request
from integrationskonzept.evaluation.progress import IndicatorProgress
from integrationskonzept.evaluation.totals import MeasureEvaluation


def evaluation_data(evaluation: ConceptEvaluation, language: str = "en") -> dict[str, Any]:
    """Return an evaluation as plain data that JSON can hold; its sentences are in `language`."""
    snapshot = evaluation.snapshot().to_data()
    figures = {reading["address"]: reading["figures"] for reading in snapshot.pop("readings")}
    return {
        **snapshot,
        "reviews": [_review(one, language) for one in evaluation.reviews],
        "measures": [{**_measure(one, language), **figures[one.address]} for one in evaluation.measures],
        "indicators": [{**_indicator(one, language), **figures[one.address]} for one in evaluation.indicators],
        "to_collect": [_request(one, language) for one in evaluation.to_collect],
        "questions": [
            {"address": one.address, "title": one.title, "what": one.what.text(language)}
            for one in evaluation.questions
        ],
    }


def _review(review: Review, language: str) -> dict[str, Any]:
    day = review.due.value
    return {
        "ordinal": review.ordinal,
        "earliest": day and day.earliest.isoformat(),
        "latest": day and day.latest.isoformat(),
        "basis": review.due.basis.value,
        "state": review.state.value,
        "why": review.why.text(language),
    }


def _measure(measure: MeasureEvaluation, language: str) -> dict[str, Any]:
    plan = measure.schedule.planned
    first, deadline = plan.value and plan.value.first, measure.schedule.deadline.value
    return {
        "address": measure.address,
        "title": measure.title,
        "field_of_action": measure.field_of_action,
        "start": first and first.isoformat(),
        "basis": plan.basis.value,
        "approximate": plan.approximate,
        "deadline": deadline and deadline.latest.isoformat(),
        "deadline_basis": measure.schedule.deadline.basis.value,
        "pursuit": measure.schedule.pursuit.state.value,
        "pursuit_into": list(measure.schedule.pursuit.into),
        "pursuit_why": measure.schedule.pursuit.reason.text(language),
        "overdue_why": measure.schedule.overdue.why.text(language),
        "behind_why": measure.schedule.behind_schedule.why.text(language),
    }


def _indicator(indicator: IndicatorProgress, language: str) -> dict[str, Any]:
    return {
        "address": indicator.address,
        "title": indicator.title,
        "unit": indicator.unit,
        "missing": indicator.missing and indicator.missing.text(language),
        "reached_why": indicator.reached.why.text(language),
        "cautions": [caution.text(language) for caution in indicator.cautions],
    }


def _request(request: Request, language: str) -> dict[str, Any]:
    return {
        "address": request.address,
        "title": request.title,
        "what": request.what.text(language),
        "by": list(request.by),
    }
