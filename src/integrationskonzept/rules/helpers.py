"""Helpers shared by the rules: check every record of a kind, follow references, find surrounding elements."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from attrs import frozen

from integrationskonzept.evaluation.current_status import pursuit
from integrationskonzept.findings import Path
from integrationskonzept.i18n.messages import Message, label_text
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.field_of_action import FieldOfAction, Overarching
from integrationskonzept.model.goal import Goal
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.record import Record
from integrationskonzept.model.tree import get_path
from integrationskonzept.model.undertaking import Undertaking
from integrationskonzept.rules.rule import Hit


@frozen
class Each:
    """A check of every record of one kind."""

    kind: type[Record]
    """The kind of record that is checked."""
    where: Callable[[Any], bool]
    """Whether a record is a hit."""
    among: Callable[[Any], bool] | None = None
    """Filter of the records to check; the others are not counted. None checks all."""
    pursued: bool = False
    """Whether only measures and goals that are still pursued are checked."""

    def __call__(self, concept: Concept) -> list[Hit]:
        """List a hit for every record that `where` applies to."""
        where = self.where
        return [Hit(path) for path, record in self._asked(concept) if where(record)]

    def total(self, concept: Concept) -> int:
        """Return the number of records checked."""
        return len(self._asked(concept))

    def _asked(self, concept: Concept) -> Sequence[tuple[Path, Any]]:
        found: Sequence[tuple[Path, Any]] = concept.records.get(self.kind)
        if self.among is not None:
            found = [entry for entry in found if self.among(entry[1])]
        return [entry for entry in found if is_pursued(entry[1], concept)] if self.pursued else found


@frozen
class WholeConcept:
    """A check of the concept as a whole."""

    where: Callable[[Concept], bool]
    """Whether the concept is a hit."""

    def __call__(self, concept: Concept) -> Iterator[Hit]:
        """Yield one hit if `where` applies to the concept."""
        if self.where(concept):
            yield Hit(())


def undertakings(concept: Concept) -> Iterator[tuple[Path, Undertaking]]:
    """Yield the overarching part, the fields, goals and measures of a concept, each with its path."""
    kinds: tuple[type[Undertaking], ...] = (Overarching, FieldOfAction, Goal, Measure)
    for kind in kinds:
        yield from concept.records.get(kind)


def is_pursued(element: Measure | Goal, concept: Concept) -> bool:
    """Return whether a measure or goal is pursued or finished, according to its latest report."""
    return pursuit(element, concept).stands


def referred_to(concept: Concept) -> frozenset[str]:
    """Return the addresses of all elements that are referred to."""
    return frozenset().union(*(referring.addresses for referring in concept.referring))


def measures_around(concept: Concept, path: Path) -> Iterator[Measure]:
    """Yield the measures that the measure at `path` is a part of, from the nearest up."""
    while path[-2:-1] == ("sub_measures",):
        path = path[:-2]
        yield get_path(concept, path)


def kind_of(kind: type[Record]) -> str:
    """Return the name of a kind of record in snake case, such as ``field_of_action`` or ``status_entry``."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()


def listed(identifiers: Iterable[str]) -> Message:
    """Return the labels of several names of the model, separated by commas."""
    return LabelList(template="{names}", values={"names": tuple(identifiers)})


@frozen(kw_only=True)
class LabelList(Message):
    """Labels of several names of the model."""

    def text(self, language: str = "en") -> str:
        """Return the labels in `language`, separated by commas."""
        return ", ".join(label_text(name, language) for name in self.values["names"])
