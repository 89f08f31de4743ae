"""How a concept stands on a day: due, overdue, reached, and what is still to be found out."""

from collections.abc import Iterable
from datetime import date

from attrs import frozen

from integrationskonzept.analysis.areas import FieldEvaluation, IndicatorEvaluation, Survey
from integrationskonzept.analysis.collecting import Question, Request, open_in_concept
from integrationskonzept.analysis.digest import digest
from integrationskonzept.analysis.progress import IndicatorProgress
from integrationskonzept.analysis.reviews import Review, next_review, reviews
from integrationskonzept.analysis.snapshot import Snapshot, reading_of_indicator, reading_of_measure
from integrationskonzept.analysis.totals import MeasureEvaluation, Totals, measure_table
from integrationskonzept.analysis.words import Said, shown
from integrationskonzept.language import message
from integrationskonzept.model.concept import Concept


@frozen(kw_only=True, repr=False)
class ConceptEvaluation(Said):
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
            digest=digest(self.concept),
            readings=readings,
        )

    def text(self, language: str = "en") -> str:
        """Say how the measures and the indicators stand, and when the next evaluation is due."""
        said = message(
            "{title} on {today}: {totals}; next evaluation: {next}",
            title=shown(self.concept.title),
            today=shown(self.today),
            totals=shown(self.totals),
            next=shown(self.next_review),
        )
        return said.text(language)

    def _repr_html_(self) -> str:
        return measure_table(self.measures, self)


def _with_sub_fields(fields: Iterable[FieldEvaluation]) -> Iterable[FieldEvaluation]:
    for one in fields:
        yield one
        yield from _with_sub_fields(one.sub_fields)


def evaluate(concept: Concept, today: date) -> ConceptEvaluation:
    """Tell how a concept stands on the day `today`, by what it records up to then."""
    reviewed = reviews(concept, today)
    survey = Survey(concept, today, reviewed)
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
