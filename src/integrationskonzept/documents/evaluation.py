"""The evaluation as a report and as plain data."""

from typing import Any

from integrationskonzept.blocks.sheet import Block, Sheet
from integrationskonzept.evaluation.current_status import pursuit
from integrationskonzept.evaluation.evaluation import ConceptEvaluation
from integrationskonzept.evaluation.evaluation_dates import Review
from integrationskonzept.evaluation.open_items import Question, Request
from integrationskonzept.evaluation.progress import IndicatorProgress
from integrationskonzept.evaluation.totals import MeasureEvaluation
from integrationskonzept.i18n.formatting import percent
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.format_value import cells, value_message

_EXAMPLES = 3
"""Maximum number of examples for a question that concerns several elements."""


def evaluation_sheet(evaluation: ConceptEvaluation) -> Sheet:
    """Return an evaluation as a report: measures, indicators, values to collect, open questions."""
    totals = evaluation.totals
    return Sheet(
        title=message(
            "{title}: as of {today}",
            title=value_message(evaluation.concept.title),
            today=value_message(evaluation.today),
        ),
        sentences=(
            message(
                "Measures: {statuses}; overdue: {overdue}; behind schedule: {behind}", **_measure_counts(evaluation)
            ),
            message("Indicators: {overview}", overview=value_message(totals.overview)),
        ),
        blocks=(
            _reviews(evaluation),
            _measures(evaluation),
            _indicators(evaluation),
            _to_collect(evaluation),
            _questions(evaluation),
        ),
    )


def _measure_counts(evaluation: ConceptEvaluation) -> dict[str, Any]:
    totals = evaluation.totals
    return {
        "statuses": value_message(totals.statuses),
        "overdue": value_message(totals.overdue),
        "behind": value_message(totals.behind_schedule),
    }


def _reviews(evaluation: ConceptEvaluation) -> Block:
    rows = tuple((one.due.value, one.why, one.due.rule) for one in evaluation.reviews)
    return Block(
        title=message("Evaluations"),
        heads=(message("due"), message("standing"), message("basis")),
        rows=cells(rows, blank=(None, ())),
    )


def _measures(evaluation: ConceptEvaluation) -> Block:
    rows = tuple(
        (
            one.title,
            one.lead,
            one.schedule.planned.value,
            one.schedule.planned.rule,
            one.schedule.current,
            one.schedule.overdue,
            one.overview.reached if one.indicators else None,
        )
        for one in evaluation.measures
    )
    heads = ("measure", "lead", "planned", "basis", "status", "overdue", "targets met")
    return Block(
        title=message("Measures"), heads=tuple(map(_HEADS.__getitem__, heads)), rows=cells(rows, blank=(None, ()))
    )


_HEADS = {
    "measure": message("measure"),
    "lead": message("lead"),
    "planned": message("planned"),
    "basis": message("basis"),
    "status": message("status"),
    "overdue": message("overdue"),
    "targets met": message("targets met"),
}


def _indicators(evaluation: ConceptEvaluation) -> Block:
    """Return the table of indicators that have a value or a target; the others are listed as values to collect."""
    rows = tuple(
        (
            _titled(one, evaluation),
            one.baseline,
            one.latest or one.missing,
            one.target,
            None if one.share.value is None else percent(one.share.value),
            one.reached,
            one.trend.value,
        )
        for one in evaluation.indicators
        if one.latest or one.target or one.baseline
    )
    heads = (
        message("indicator"),
        message("baseline"),
        message("latest"),
        message("target"),
        message("progress"),
        message("target met"),
        message("trend"),
    )
    return Block(title=message("Indicators with a value or a target"), heads=heads, rows=cells(rows, blank=(None, ())))


def _titled(one: IndicatorProgress, evaluation: ConceptEvaluation) -> Message:
    """Return the title of an indicator, with the state of its measure or goal if that is no longer pursued."""
    around = evaluation.concept.parent(one.address)
    found = pursuit(around, evaluation.concept, evaluation.today) if around else None
    if found is None or found.stands:
        return value_message(one.title)
    return message("{title} ({what})", title=value_message(one.title), what=value_message(found))


def _to_collect(evaluation: ConceptEvaluation) -> Block:
    review = evaluation.next_review
    until = review and review.due.value
    rows = tuple((one.title, one.what, one.by) for one in evaluation.to_collect)
    title = (
        message("To collect before the next evaluation, due {day}", day=value_message(until))
        if until
        else message("To collect before the next evaluation")
    )
    return Block(
        title=title,
        heads=(message("to collect"), message("why"), message("to ask")),
        rows=cells(rows, blank=(None, ())),
    )


def _questions(evaluation: ConceptEvaluation) -> Block:
    """Return the table of open questions, one row for equal questions."""
    groups: dict[str, list[Question]] = {}
    for question in evaluation.questions:
        groups.setdefault(question.what.text(), []).append(question)
    rows = tuple(
        (found[0].what, len(found), tuple(one.title for one in found[:_EXAMPLES]))
        for found in sorted(groups.values(), key=len, reverse=True)
    )
    heads = (message("open"), message("how often"), message("such as"))
    return Block(title=message("Open questions"), heads=heads, rows=cells(rows, blank=(None, ())))


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
