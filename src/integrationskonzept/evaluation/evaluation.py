"""How a concept, its fields of action and its indicators stand on a day."""

from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple, TypeVar

from attrs import frozen

from integrationskonzept.evaluation.current_status import pursuit
from integrationskonzept.evaluation.evaluation_dates import Review, next_review, reviews
from integrationskonzept.evaluation.open_items import (
    Question,
    Request,
    actor_names,
    names,
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
from integrationskonzept.evaluation.snapshot import Snapshot, reading_of_indicator, reading_of_measure
from integrationskonzept.evaluation.totals import MeasureEvaluation, Overview, Totals, measure_table
from integrationskonzept.findings import Path
from integrationskonzept.i18n.formatting import Describable
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.field_of_action import FieldOfAction
from integrationskonzept.model.fingerprint import fingerprint
from integrationskonzept.model.format_value import value_message
from integrationskonzept.model.indicator import Indicator
from integrationskonzept.model.measure import Measure

T = TypeVar("T")


@frozen(kw_only=True, repr=False)
class FieldEvaluation(Describable):
    """How a field of action stands."""

    address: str
    """Address of the field."""
    title: str
    """Its title."""
    measures: tuple[MeasureEvaluation, ...]
    """Its measures; those of sub-fields stand in theirs."""
    indicators: tuple[IndicatorProgress, ...]
    """How its indicators stand that hang on no measure."""
    sub_fields: tuple["FieldEvaluation", ...]
    """How its sub-fields stand."""
    totals: Totals
    """How everything in it stands, sub-fields included."""
    questions: tuple[Question, ...]
    """What is open in it, everything included."""
    to_collect: tuple[Request, ...]
    """Values and reports to collect in it before the next evaluation, everything included."""

    def every_measure(self) -> Iterator[MeasureEvaluation]:
        """Yield its measures, those of sub-fields included."""
        yield from self.measures
        for inner in self.sub_fields:
            yield from inner.every_measure()

    def every_indicator(self) -> Iterator[IndicatorProgress]:
        """Yield how its indicators stand, those of measures and sub-fields included."""
        yield from self.indicators
        yield from (progress for measure in self.measures for progress in measure.indicators)
        for inner in self.sub_fields:
            yield from inner.every_indicator()

    def text(self, language: str = "en") -> str:
        """Say how its measures and its indicators stand."""
        return message("{title}: {totals}", title=value_message(self.title), totals=value_message(self.totals)).text(
            language
        )

    def _repr_html_(self) -> str:
        return measure_table(self.measures, self)


class IndicatorEvaluation(NamedTuple):
    """How an indicator stands, what it leaves open, and whether a value is to be collected."""

    progress: IndicatorProgress
    questions: tuple[Question, ...]
    to_collect: tuple[Request, ...]


class EvaluationBuilder:
    """A concept looked through once: how each indicator, measure and field of action stands."""

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
        self.loose = self._of_measures.get(None, {})
        """Indicators that hang on no measure."""
        self._loose = _grouped(self.loose, self._fields)
        self._measures_of_fields = _grouped(self.measures, self._fields)
        self._sub_fields = _grouped(self._fields, self._fields)

    def fields(self, inside: Path | None = None) -> tuple[FieldEvaluation, ...]:
        """Tell how the fields stand that lie in no other, or those inside another."""
        return tuple(self._field(path, one) for path, one in self._sub_fields.get(inside, {}).items())

    def _indicator(self, path: Path, indicator: Indicator) -> IndicatorEvaluation:
        found = progress(indicator, self._today)
        measure = _around(path, self._measures)
        given_up = measure is not None and not pursuit(self._measures[measure], self._concept, self._today).stands
        why = None if given_up else value_wanted(found, self._since)
        by = tuple(actor_names(indicator.collected_by, self._concept)) or self._lead(path)
        address, title = indicator.address, indicator.title
        asked = () if given_up else questions(address, title, open_in_indicator(found))
        return IndicatorEvaluation(found, asked, self._requests(address, title, why, by))

    def _requests(self, address: str, title: str, why: Message | None, by: tuple[str, ...]) -> tuple[Request, ...]:
        return (Request(address=address, title=title, what=why, by=by, until=self._until),) if why else ()

    def _lead(self, path: Path) -> tuple[str, ...]:
        """Name who has the lead of the measure around a path, or of the field."""
        measure, field = _around(path, self._measures), _around(path, self._fields)
        lead = names(self._measures[measure].lead, self._concept) if measure is not None else ()
        return lead or (names(self._fields[field].lead, self._concept) if field is not None else ())

    def _measure(self, path: Path, measure: Measure) -> MeasureEvaluation:
        schedule = measure_schedule(measure, self._concept, self._today, self._rows)
        own = tuple(self._of_measures.get(path, {}).values())
        lead = names(measure.lead, self._concept)
        field = _around(path, self._fields)
        asked = questions(measure.address, measure.title, open_in_measure(schedule, lead))
        why = report_wanted(schedule, self._since)
        wanted = self._requests(measure.address, measure.title, why, lead or self._lead(path))
        return MeasureEvaluation(
            address=measure.address,
            title=measure.title,
            field_of_action=None if field is None else self._fields[field].address,
            lead=lead,
            schedule=schedule,
            indicators=tuple(one.progress for one in own),
            overview=Overview.of([one.progress for one in own]),
            questions=(*asked, *(question for one in own for question in one.questions)),
            to_collect=(*wanted, *(request for one in own for request in one.to_collect)),
        )

    def _field(self, path: Path, field: FieldOfAction) -> FieldEvaluation:
        measures = tuple(self._measures_of_fields.get(path, {}).values())
        loose = tuple(self._loose.get(path, {}).values())
        inner = self.fields(path)
        every = (*measures, *(measure for one in inner for measure in one.every_measure()))
        hanging = (
            *(one.progress for one in loose),
            *(progress for one in measures for progress in one.indicators),
            *(progress for one in inner for progress in one.every_indicator()),
        )
        parts: tuple[Any, ...] = (*loose, *measures, *inner)
        return FieldEvaluation(
            address=field.address,
            title=field.title,
            measures=measures,
            indicators=tuple(one.progress for one in loose),
            sub_fields=inner,
            totals=Totals.of(every, hanging),
            questions=tuple(question for part in parts for question in part.questions),
            to_collect=tuple(request for part in parts for request in part.to_collect),
        )


def _around(path: Path, known: Container[Path]) -> Path | None:
    """Return the nearest of some paths that leads to what `path` lies in."""
    lengths = range(len(path) - 1, 0, -1)
    return next((path[:length] for length in lengths if path[:length] in known), None)


def _grouped(items: Mapping[Path, T], known: Container[Path]) -> dict[Path | None, dict[Path, T]]:
    """Group what lies at some paths by the nearest of the known paths around it."""
    groups: dict[Path | None, dict[Path, T]] = {}
    for path, item in items.items():
        groups.setdefault(_around(path, known), {})[path] = item
    return groups


@frozen(kw_only=True, repr=False)
class ConceptEvaluation(Describable):
    """How a concept stands on a day."""

    concept: Concept
    """The concept that was evaluated."""
    today: date
    """The day."""
    reviews: tuple[Review, ...]
    """The evaluations that are due, held or overdue."""
    measures: tuple[MeasureEvaluation, ...]
    """How every measure stands, in document order."""
    fields: tuple[FieldEvaluation, ...]
    """How every field of action stands; sub-fields stand in theirs."""
    indicators: tuple[IndicatorProgress, ...]
    """How every indicator stands, wherever it hangs, in document order."""
    totals: Totals
    """How everything stands as a whole."""
    questions: tuple[Question, ...]
    """What is open, in the concept as a whole and then in its parts."""
    to_collect: tuple[Request, ...]
    """Values and reports to collect before the next evaluation."""

    @property
    def next_review(self) -> Review | None:
        """The next evaluation that is open; None where none is known."""
        return next_review(self.reviews)

    def measure(self, id: str) -> MeasureEvaluation:
        """Return how the measure with this id stands; raises `UnknownElementError` with near ids."""
        address = self.concept.measure(id).address
        return next(one for one in self.measures if one.address == address)

    def field_of_action(self, id: str) -> FieldEvaluation:
        """Return how the field or sub-field with this id stands; raises `UnknownElementError` with near ids."""
        address = self.concept.field_of_action(id).address
        return next(one for one in _with_sub_fields(self.fields) if one.address == address)

    def indicator(self, id: str) -> IndicatorProgress:
        """Return how the indicator with this id stands; raises `UnknownElementError` with near ids."""
        address = self.concept.indicator(id).address
        return next(one for one in self.indicators if one.address == address)

    def snapshot(self) -> Snapshot:
        """Freeze what was found, with the fingerprint of the concept, to compare it with a later one."""
        readings = (*map(reading_of_measure, self.measures), *map(reading_of_indicator, self.indicators))
        return Snapshot(
            concept=self.concept.id,
            title=self.concept.title,
            today=self.today,
            digest=fingerprint(self.concept),
            readings=readings,
        )

    def text(self, language: str = "en") -> str:
        """Say how the measures and the indicators stand, and when the next evaluation is due."""
        said = message(
            "{title} on {today}: {totals}; next evaluation: {next}",
            title=value_message(self.concept.title),
            today=value_message(self.today),
            totals=value_message(self.totals),
            next=value_message(self.next_review),
        )
        return said.text(language)

    def _repr_html_(self) -> str:
        return measure_table(self.measures, self)


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
    survey = EvaluationBuilder(concept, today, reviewed)
    measures = tuple(survey.measures.values())
    indicators = tuple(one.progress for one in survey.indicators.values())
    own = [
        Question(address=concept.address, title=concept.title, what=what) for what in open_in_concept(concept, reviewed)
    ]
    parts: tuple[MeasureEvaluation | IndicatorEvaluation, ...] = (*measures, *survey.loose.values())
    return ConceptEvaluation(
        concept=concept,
        today=today,
        reviews=reviewed,
        measures=measures,
        fields=survey.fields(),
        indicators=indicators,
        totals=Totals.of(measures, indicators),
        questions=(*own, *(question for part in parts for question in part.questions)),
        to_collect=tuple(request for part in parts for request in part.to_collect),
    )
