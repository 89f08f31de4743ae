"""Selection of elements by the options, with their context."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Any

from attrs import frozen

from integrationskonzept import Concept, Pursuit, pursuit
from integrationskonzept.evaluation import Review, Rows, reviews, timeline_rows
from integrationskonzept.model import Activity, Discrepancy, FieldOfAction, Group, Indicator, Measure, Step
from integrationskonzept.plugins.kit import document_language
from integrationskonzept_ical.options import Kind, Options
from integrationskonzept_ical.sequence import day_of
from integrationskonzept_ical.uids import uid
from integrationskonzept_ical.working_days import state_of

Path = tuple[str | int, ...]
"""Attributes and positions from the concept to an element."""

_KINDS = {
    "action_day": Kind.ACTION_DAYS,
    "activity": Kind.ACTIVITIES,
    "meeting": Kind.MEETINGS,
    "concept": Kind.EVALUATIONS,  # for its evaluation rule
    "evaluation": Kind.EVALUATIONS,
    "measure": Kind.MEASURES,
    "goal": Kind.GOALS,
    "step": Kind.STEPS,
    "indicator": Kind.TARGETS,
}


@frozen(kw_only=True, slots=False)
class SelectedElement:
    """A selected element with its context."""

    selection: "Selection"
    kind: Kind
    element: Any
    fields: tuple[FieldOfAction, ...]
    """The fields of action around it, outermost first."""
    measures: tuple[Measure, ...]
    """The measures around it, outermost first, itself included."""
    around: frozenset[str]
    """Addresses of the fields of action, measures and groups it belongs to."""

    def uid(self, *parts: str | int) -> str:
        """Return the UID of an entry for the element, or for a part of it."""
        return uid(self.selection.concept.id, self.element.noun, self.element.id, *parts)

    @cached_property
    def pursuit(self) -> Pursuit:
        """Whether the element is still pursued, by everything the concept records."""
        return pursuit(self.element, self.selection.concept)

    @property
    def parent(self) -> str | None:
        """UID of the entry of the measure that a step or an indicator belongs to."""
        if not isinstance(self.element, Step | Indicator) or not self.measures:
            return None
        return uid(self.selection.concept.id, Measure.noun, self.measures[-1].id)

    def get(self, noun: type[Any], id: str | None) -> Any:
        """Return an element of the concept by its id; None if there is none."""
        entry = self.selection.concept.index.get(f"{noun.noun}/{id}")
        return entry[1] if entry else None


@frozen(kw_only=True, slots=False)
class Selection:
    """A concept with the options of its calendar."""

    concept: Concept
    options: Options

    @cached_property
    def language(self) -> str:
        """The language of headings and explanations: the requested one, or the concept's, or German."""
        return document_language(self.concept, self.options.language)

    @property
    def first_day(self) -> date | None:
        """First day of the concept's period; None if not stated."""
        start = self.concept.period.start
        return start.earliest if start else None

    @property
    def last_day(self) -> date | None:
        """Last day of the concept's period; None if not stated."""
        end = self.concept.period.end
        return end.latest if end else None

    def candidates(self) -> Iterator[tuple[Path, Any]]:
        """Yield every element of the requested kinds with its path, even if its id is not unique."""
        kinds = set(self.options.kinds or Kind)
        for noun, found in self.concept.records.items():
            if _KINDS.get(getattr(noun, "noun", "")) in kinds:
                yield from found

    def chosen(self) -> Iterator[SelectedElement]:
        """Yield every requested element that calendars support, noun by noun."""
        wanted = self._wanted()
        for path, element in self.candidates():
            found = self._found(element, path)
            if self.concept.index[element.address][0] == path and all(found.around & some for some in wanted):
                yield found

    def _wanted(self) -> list[frozenset[str]]:
        """Return the requested addresses for each option that selects."""
        options = self.options
        asked = ((FieldOfAction, options.fields), (Measure, options.measures), (Group, options.groups))
        return [frozenset(f"{noun.noun}/{id}" for id in ids) for noun, ids in asked if ids]

    def _found(self, element: Any, path: Path) -> SelectedElement:
        kind = _KINDS[element.noun]
        steps = (path[:length] for length in range(1, len(path) + 1))
        holders = [self._holders[step] for step in steps if step in self._holders]
        fields = tuple(holder for holder in holders if isinstance(holder, FieldOfAction))
        measures = tuple(holder for holder in holders if isinstance(holder, Measure))
        around = [*(holder.address for holder in holders), *self._groups_around(fields, measures)]
        if isinstance(element, Activity):
            around += [f"group/{id}" for id in element.group_refs] + [f"measure/{id}" for id in element.measure_refs]
        return SelectedElement(
            selection=self, kind=kind, element=element, fields=fields, measures=measures, around=frozenset(around)
        )

    def _groups_around(self, fields: tuple[FieldOfAction, ...], measures: tuple[Measure, ...]) -> Iterator[str]:
        yield from (f"group/{field.group_ref}" for field in fields if field.group_ref)
        yield from (f"group/{measure.steering_group_ref}" for measure in measures if measure.steering_group_ref)
        yield from (group.address for field in fields for group in self._groups_of[field.id])

    @cached_property
    def _holders(self) -> dict[Path, FieldOfAction | Measure]:
        holders = (FieldOfAction, Measure)
        return {path: element for path, element in self.concept.index.values() if isinstance(element, holders)}

    @cached_property
    def _groups_of(self) -> dict[str | None, list[Group]]:
        groups: dict[str | None, list[Group]] = defaultdict(list)
        for group in self.concept.every(Group):
            groups[group.field_of_action_ref].append(group)
        return groups

    @cached_property
    def rows(self) -> Rows:
        """The rows of the timeline that state years, by measure."""
        return timeline_rows(self.concept)

    @cached_property
    def reviews(self) -> dict[str, Review]:
        """The evaluations that are listed or due by the rule: by address, or by number where none is listed."""
        found = reviews(self.concept, self.options.today or day_of(self.concept))
        return {one.evaluation.address if one.evaluation else str(one.ordinal): one for one in found}

    @cached_property
    def state(self) -> str | None:
        """The code of the town's state, for its public holidays."""
        return state_of(self.concept)

    @cached_property
    def concerning(self) -> dict[str, list[Discrepancy]]:
        """The discrepancies recorded at other elements, by the address of the element they concern."""
        concerning: dict[str, list[Discrepancy]] = defaultdict(list)
        for discrepancy in self.concept.all_discrepancies:
            for address in discrepancy.concerns:
                concerning[address].append(discrepancy)
        return concerning
