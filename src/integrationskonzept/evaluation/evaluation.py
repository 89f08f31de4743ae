"""Evaluation of a concept, its fields of action and its indicators as of a day."""

from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, ClassVar, NamedTuple, TypeVar

from attrs import frozen

from integrationskonzept.blocks.account import HasBlocks
from integrationskonzept.evaluation.current_status import pursuit
from integrationskonzept.evaluation.decisions import OpenDecision, open_decisions
from integrationskonzept.evaluation.evaluation_dates import Review, next_review, reviews
from integrationskonzept.evaluation.open_items import (
    Question,
    Request,
    actor_names,
    involved_names,
    open_in_concept,
    open_in_indicator,
    open_in_measure,
    questions,
    report_wanted,
    round_start,
    value_wanted,
)
from integrationskonzept.evaluation.planned_dates import Rows, timeline_rows
from integrationskonzept.evaluation.progress import IndicatorProgress, progress
from integrationskonzept.evaluation.schedule import measure_schedule
from integrationskonzept.evaluation.snapshot import Snapshot, indicator_entry, measure_entry
from integrationskonzept.evaluation.totals import MeasureEvaluation, Overview, Totals
from integrationskonzept.findings import Path
from integrationskonzept.i18n.formatting import Describable
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.field_of_action import FieldOfAction
from integrationskonzept.model.fingerprint import fingerprint
from integrationskonzept.model.format_value import value_message
from integrationskonzept.model.indicator import Indicator
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.tree import iter_path
from integrationskonzept.model.undertaking import Undertaking

T = TypeVar("T")


@frozen(kw_only=True, repr=False)
class FieldEvaluation(Describable, HasBlocks):
    """Evaluation of a field of action."""

    ACCOUNT: ClassVar[str] = "documents.evaluation_parts:field_document"

    address: str
    """Address of the field."""
    title: str
    """Its title."""
    measures: tuple[MeasureEvaluation, ...]
    """Evaluations of its measures, without those of sub-fields."""
    indicators: tuple[IndicatorProgress, ...]
    """Progress of its indicators that belong to no measure."""
    sub_fields: tuple["FieldEvaluation", ...]
    """Evaluations of its sub-fields."""
    totals: Totals
    """Totals of its measures and indicators, sub-fields included."""
    questions: tuple[Question, ...]
    """Open questions in it, sub-fields included."""
    to_collect: tuple[Request, ...]
    """Values and reports to collect in it before the next evaluation, sub-fields included."""

    def every_measure(self) -> Iterator[MeasureEvaluation]:
        """Yield its measures, those of sub-fields included."""
        yield from self.measures
        for inner in self.sub_fields:
            yield from inner.every_measure()

    def every_indicator(self) -> Iterator[IndicatorProgress]:
        """Yield the progress of its indicators, those of measures and sub-fields included."""
        yield from self.indicators
        yield from (progress for measure in self.measures for progress in measure.indicators)
        for inner in self.sub_fields:
            yield from inner.every_indicator()

    def text(self, language: str = "en") -> str:
        """Return its title and totals."""
        return message("{title}: {totals}", title=value_message(self.title), totals=value_message(self.totals)).text(
            language
        )


class IndicatorEvaluation(NamedTuple):
    """Progress of an indicator, its open questions, and the value to collect for it."""

    progress: IndicatorProgress
    questions: tuple[Question, ...]
    to_collect: tuple[Request, ...]


class EvaluationBuilder:
    """Builds the evaluations of all indicators, measures and fields of a concept in one pass."""

    def __init__(self, concept: Concept, today: date, reviewed: tuple[Review, ...]) -> None:
        upcoming = next_review(reviewed)
        self._concept, self._today = concept, today
        self._since, self._until = round_start(reviewed, concept), upcoming.due if upcoming else None
        self._rows: Rows = timeline_rows(concept)
        self._measures: Mapping[Path, Measure] = dict(concept.records.get(Measure))
        self._fields: Mapping[Path, FieldOfAction] = dict(concept.records.get(FieldOfAction))
        self.indicators = {path: self._indicator(path, one) for path, one in concept.records.get(Indicator)}
        self._of_measures = _grouped(self.indicators, self._measures)
        self.measures = {path: self._measure(path, one) for path, one in self._measures.items()}
        self.unattached = self._of_measures.get(None, {})
        """Indicators that belong to no measure."""
        self._unattached_by_field = _grouped(self.unattached, self._fields)
        self._measures_of_fields = _grouped(self.measures, self._fields)
        self._sub_fields = _grouped(self._fields, self._fields)

    def fields(self, inside: Path | None = None) -> tuple[FieldEvaluation, ...]:
        """Return the evaluations of the top-level fields, or of the sub-fields of the field at `inside`."""
        return tuple(self._field(path, one) for path, one in self._sub_fields.get(inside, {}).items())

    def _indicator(self, path: Path, indicator: Indicator) -> IndicatorEvaluation:
        found = progress(indicator, self._today)
        measure = _container(path, self._measures)
        given_up = measure is not None and not pursuit(self._measures[measure], self._concept, self._today).stands
        why = None if given_up else value_wanted(found, self._since)
        by = tuple(actor_names(indicator.collected_by, self._concept)) or self._lead(path)
        address, title = indicator.address, indicator.display_title
        open_questions = () if given_up else questions(address, title, open_in_indicator(found))
        return IndicatorEvaluation(found, open_questions, self._requests(address, title, why, by))

    def _requests(self, address: str, title: str, why: Message | None, by: tuple[str, ...]) -> tuple[Request, ...]:
        return (Request(address=address, title=title, what=why, by=by, until=self._until),) if why else ()

    def _lead(self, path: Path) -> tuple[str, ...]:
        """Return who leads the nearest undertaking around a path that has leads: a measure, goal or field."""
        around = [one for one in iter_path(self._concept, path[:-1]) if isinstance(one, Undertaking)]
        return next((involved_names(one.leads, self._concept) for one in reversed(around) if one.leads), ())

    def _measure(self, path: Path, measure: Measure) -> MeasureEvaluation:
        schedule = measure_schedule(measure, self._concept, self._today, self._rows)
        own = tuple(self._of_measures.get(path, {}).values())
        lead = involved_names(measure.leads, self._concept)
        field = _container(path, self._fields)
        open_questions = questions(measure.address, measure.display_title, open_in_measure(schedule, lead))
        why = report_wanted(schedule, self._since)
        wanted = self._requests(measure.address, measure.display_title, why, lead or self._lead(path))
        return MeasureEvaluation(
            address=measure.address,
            title=measure.display_title,
            field_of_action=None if field is None else self._fields[field].address,
            lead=lead,
            measure=measure,
            schedule=schedule,
            indicators=tuple(one.progress for one in own),
            overview=Overview.of([one.progress for one in own]),
            questions=(*open_questions, *(question for one in own for question in one.questions)),
            to_collect=(*wanted, *(request for one in own for request in one.to_collect)),
        )

    def _field(self, path: Path, field: FieldOfAction) -> FieldEvaluation:
        measures = tuple(self._measures_of_fields.get(path, {}).values())
        unattached = tuple(self._unattached_by_field.get(path, {}).values())
        inner = self.fields(path)
        every = (*measures, *(measure for one in inner for measure in one.every_measure()))
        progress_of_all = (
            *(one.progress for one in unattached),
            *(progress for one in measures for progress in one.indicators),
            *(progress for one in inner for progress in one.every_indicator()),
        )
        parts: tuple[Any, ...] = (*unattached, *measures, *inner)
        return FieldEvaluation(
            address=field.address,
            title=field.display_title,
            measures=measures,
            indicators=tuple(one.progress for one in unattached),
            sub_fields=inner,
            totals=Totals.of(every, progress_of_all),
            questions=tuple(question for part in parts for question in part.questions),
            to_collect=tuple(request for part in parts for request in part.to_collect),
        )


def _container(path: Path, known: Container[Path]) -> Path | None:
    """Return the longest known path that contains `path`."""
    lengths = range(len(path) - 1, 0, -1)
    return next((path[:length] for length in lengths if path[:length] in known), None)


def _grouped(items: Mapping[Path, T], known: Container[Path]) -> dict[Path | None, dict[Path, T]]:
    """Group items by the longest known path that contains theirs."""
    groups: dict[Path | None, dict[Path, T]] = {}
    for path, item in items.items():
        groups.setdefault(_container(path, known), {})[path] = item
    return groups


@frozen(kw_only=True, repr=False)
class ConceptEvaluation(Describable, HasBlocks):
    """Evaluation of a concept as of a day."""

    ACCOUNT: ClassVar[str] = "documents.status_report:evaluation_document"

    concept: Concept
    """The concept that was evaluated."""
    today: date
    """The reference day."""
    reviews: tuple[Review, ...]
    """The evaluations that fall due or were held."""
    measures: tuple[MeasureEvaluation, ...]
    """Evaluations of all measures, in document order."""
    fields: tuple[FieldEvaluation, ...]
    """Evaluations of the fields of action, each with its sub-fields."""
    indicators: tuple[IndicatorProgress, ...]
    """Progress of all indicators, in document order."""
    totals: Totals
    """Totals of all measures and indicators."""
    questions: tuple[Question, ...]
    """Open questions, first of the concept as a whole and then of its parts."""
    to_collect: tuple[Request, ...]
    """Values and reports to collect before the next evaluation."""

    @property
    def open_decisions(self) -> tuple[OpenDecision, ...]:
        """What somebody has to decide: what is overdue, given up or not adopted yet, in the order of the concept."""
        return tuple(open_decisions(self.concept, self.reviews, self.measures))

    @property
    def next_review(self) -> Review | None:
        """The next evaluation that is open; None where none is known."""
        return next_review(self.reviews)

    def measure(self, id: str) -> MeasureEvaluation:
        """Return the evaluation of the measure with this id; raises `UnknownElementError` with similar ids."""
        address = self.concept.measure(id).address
        return next(one for one in self.measures if one.address == address)

    def field_of_action(self, id: str) -> FieldEvaluation:
        """Return the evaluation of the (sub-)field with this id; raises `UnknownElementError` with similar ids."""
        address = self.concept.field_of_action(id).address
        return next(one for one in _with_sub_fields(self.fields) if one.address == address)

    def indicator(self, id: str) -> IndicatorProgress:
        """Return the progress of the indicator with this id; raises `UnknownElementError` with similar ids."""
        address = self.concept.indicator(id).address
        return next(one for one in self.indicators if one.address == address)

    def snapshot(self) -> Snapshot:
        """Return the results as plain values, for comparison with those of a later evaluation."""
        readings = (*map(measure_entry, self.measures), *map(indicator_entry, self.indicators))
        return Snapshot(
            concept=self.concept.id,
            title=self.concept.title,
            today=self.today,
            digest=fingerprint(self.concept),
            readings=readings,
        )

    def text(self, language: str = "en") -> str:
        """Return the totals and the date of the next evaluation."""
        said = message(
            "{title} on {today}: {totals}; next evaluation: {next}",
            title=value_message(self.concept.title),
            today=value_message(self.today),
            totals=value_message(self.totals),
            next=value_message(self.next_review),
        )
        return said.text(language)


def _with_sub_fields(fields: Iterable[FieldEvaluation]) -> Iterable[FieldEvaluation]:
    for one in fields:
        yield one
        yield from _with_sub_fields(one.sub_fields)


def evaluate(concept: Concept, today: date) -> ConceptEvaluation:
    """Evaluate a concept on the day `today`: what is due, overdue, reached, and still to be collected.

    Only what was recorded up to that day counts. Questions about time are answered yes, no, or
    *cannot be said*, each with its reason. What is marked internal is evaluated too: for a public
    paper, evaluate ``concept.public()``.
    """
    reviewed = reviews(concept, today)
    builder = EvaluationBuilder(concept, today, reviewed)
    measures = tuple(builder.measures.values())
    indicators = tuple(one.progress for one in builder.indicators.values())
    own = [
        Question(address=concept.address, title=concept.title, what=what) for what in open_in_concept(concept, reviewed)
    ]
    parts: tuple[MeasureEvaluation | IndicatorEvaluation, ...] = (*measures, *builder.unattached.values())
    return ConceptEvaluation(
        concept=concept,
        today=today,
        reviews=reviewed,
        measures=measures,
        fields=builder.fields(),
        indicators=indicators,
        totals=Totals.of(measures, indicators),
        questions=(*own, *(question for part in parts for question in part.questions)),
        to_collect=tuple(request for part in parts for request in part.to_collect),
    )
