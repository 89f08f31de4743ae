"""Names of version 1 of the layout: the table, and data with the names of one version in those of the other.

A name is the key of a record. It also occurs as a value: under ``inferred``, in the attribute of a discrepancy
(``period.end``, ``horizons[0]``) and in what a term stands for.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from attrs import field, frozen

from integrationskonzept.findings import Path
from integrationskonzept.model.activity import Activity
from integrationskonzept.model.actor import Involvement
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.description import MODEL
from integrationskonzept.model.edition import Predecessor
from integrationskonzept.model.element import Sourced
from integrationskonzept.model.evaluation import Evaluation, EvaluationRule
from integrationskonzept.model.field_of_action import FieldOfAction
from integrationskonzept.model.goal import Goal
from integrationskonzept.model.group import Group
from integrationskonzept.model.horizon import HorizonStatement
from integrationskonzept.model.indicator import Indicator
from integrationskonzept.model.key_figure import Figure
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.money import Funding
from integrationskonzept.model.provenance import Citation, Discrepancy
from integrationskonzept.model.record import Record
from integrationskonzept.model.role import Role
from integrationskonzept.model.schedule import Step
from integrationskonzept.model.source_document import Footnote, Term
from integrationskonzept.model.status import StatusEntry
from integrationskonzept.model.stocktake import Need, Offer
from integrationskonzept.model.timeline import TimelineRow

RENAMED: tuple[tuple[type[Record], str, str], ...] = (
    (Measure, "need", "need_refs"),
    (Measure, "challenge", "challenge_refs"),
    (Measure, "existing_offers", "offer_refs"),
    (Measure, "cross_cutting_theme", "cross_cutting_themes"),
    (Measure, "strategy_link", "strategy_links"),
    (Measure, "target_groups", "target_group_refs"),
    (Measure, "lead", "leads"),
    (Measure, "carrier", "carriers"),
    (Measure, "contact", "contacts"),
    (Measure, "steering_group", "steering_group_ref"),
    (Measure, "horizons", "time_frames"),
    (Measure, "effect_horizon", "effect_time_frame"),
    (Measure, "status", "status_reports"),
    (Measure, "successor", "replaced_by"),
    (Measure, "related_measures", "related_measure_refs"),
    (Goal, "need", "need_refs"),
    (Goal, "challenge", "challenge_refs"),
    (Goal, "cross_cutting_theme", "cross_cutting_themes"),
    (Goal, "strategy_link", "strategy_links"),
    (Goal, "target_groups", "target_group_refs"),
    (Goal, "lead", "leads"),
    (Goal, "horizons", "time_frames"),
    (Goal, "status", "status_reports"),
    (FieldOfAction, "need", "need_refs"),
    (FieldOfAction, "challenge", "challenge_refs"),
    (FieldOfAction, "existing_offers", "offer_refs"),
    (FieldOfAction, "strategy_link", "strategy_links"),
    (FieldOfAction, "target_groups", "target_group_refs"),
    (FieldOfAction, "group", "group_ref"),
    (FieldOfAction, "lead", "leads"),
    (FieldOfAction, "status", "status_reports"),
    (Activity, "target_groups", "target_group_refs"),
    (Activity, "groups", "group_refs"),
    (Activity, "measures", "measure_refs"),
    (Activity, "need", "need_refs"),
    (Activity, "existing_offers", "offer_refs"),
    (Need, "target_groups", "target_group_refs"),
    (Need, "existing_offers", "offer_refs"),
    (Offer, "theme", "theme_ref"),
    (Offer, "target_groups", "target_group_refs"),
    (Offer, "need", "need_refs"),
    (Step, "lead", "leads"),
    (StatusEntry, "status", "level_ref"),
    (StatusEntry, "by", "reported_by"),
    (HorizonStatement, "horizon", "horizon_ref"),
    (TimelineRow, "measure", "measure_ref"),
    (Involvement, "actors", "actor_refs"),
    (Role, "actor", "actor_ref"),
    (Funding, "actor", "actor_ref"),
    (Group, "field_of_action", "field_of_action_ref"),
    (Evaluation, "by", "evaluated_by"),
    (EvaluationRule, "by", "evaluated_by"),
    (Predecessor, "goals", "previous_goals"),
    (Indicator, "frequency", "collection_frequency"),
    (Figure, "part", "part_ref"),
    (Figure, "whole", "whole_ref"),
    (Sourced, "source", "sources"),
    (Discrepancy, "source", "sources"),
    (Citation, "section", "section_ref"),
    (Citation, "reference", "reference_ref"),
    (Citation, "footnote", "footnote_ref"),
    (Footnote, "references", "reference_refs"),
)
"""Class, name in version 1, and name since version 2; of a name alone, the first class counts."""

Names = Callable[[Any], Mapping[str, str]]
"""The names of a class of records in one version by those in the other."""


@cache
def current_names(kind: Any) -> Mapping[str, str]:
    """Return the current names of a record's renamed attributes by those of version 1."""
    return {old: new for owner, old, new in RENAMED if issubclass(kind, owner)}


@cache
def former_names(kind: Any) -> Mapping[str, str]:
    """Return the names of version 1 of a record's renamed attributes by the current ones."""
    return {new: old for old, new in current_names(kind).items()}


@cache
def _current_terms(_: Any) -> Mapping[str, str]:
    """Return the current names that a term can stand for by those of version 1 which are no names any more."""
    kinds: tuple[Any, ...] = (Concept, *MODEL.below(Concept))
    known = {getattr(kind, "noun", "") for kind in kinds}.union(*(MODEL[kind].attributes for kind in kinds))
    return {old: new for _, old, new in reversed(RENAMED) if old not in known}


@cache
def _former_terms(_: Any) -> Mapping[str, str]:
    return {new: old for old, new in _current_terms(Term).items()}


@frozen
class Migrated:
    """Plain data with the names of a different version."""

    data: Any
    foreign: tuple[tuple[Path, type[Record], str], ...] = ()
    """Names of the other version that were there already: path of the record, its class, and the name. They are left
    out."""


def to_current(data: Any, kind: type[Record] = Concept) -> Migrated:
    """Return data of version 1 with the current names; `kind` is the class that it describes."""
    return _migrated(data, kind, _Renaming(current_names, _current_terms))


def to_former(data: Any, kind: type[Record] = Concept) -> Any:
    """Return current data with the names of version 1."""
    return _migrated(data, kind, _Renaming(former_names, _former_terms)).data


def _migrated(data: Any, kind: type[Record], renaming: "_Renaming") -> Migrated:
    return Migrated(renaming.renamed(data, kind, ()), tuple(renaming.foreign))


def _held(kind: type[Record], name: str) -> Any:
    """Return the class of the records that an attribute holds; None for other attributes."""
    return next((each.kind for each in MODEL[kind].records if each.name == name), None)


_STEP = re.compile(r"(\w+)(.*)", re.DOTALL)


@frozen
class _Renaming:
    """Renaming of keys, and of names that are values, in one direction."""

    names: Names
    terms: Names
    foreign: list[tuple[Path, type[Record], str]] = field(factory=list)

    def renamed(self, value: Any, kind: type[Record], path: Path) -> Any:
        if isinstance(value, list):
            return [self.renamed(item, kind, (*path, position)) for position, item in enumerate(value)]
        if not isinstance(value, Mapping):
            return value
        names = self.names(kind)
        taken = {*names.values()} - {*names}
        result = {}
        for key, item in value.items():
            if key in taken:
                self.foreign.append((path, kind, key))
            else:
                name = names.get(key, key)
                result[name] = self._value(item, kind, key, (*path, key))
        return result

    def _value(self, value: Any, kind: type[Record], key: str, path: Path) -> Any:
        if key == "inferred" and isinstance(value, list):
            return [self.attribute_path(item, kind) for item in value]
        if kind is Term and key == "names" and isinstance(value, str):
            return self.terms(Term).get(value, value)
        inner = self.kind_below(kind, key)
        if inner is None:
            return value
        found = self.renamed(value, inner, path)
        if inner is Discrepancy and isinstance(found, list):
            return [self._of_discrepancy(item, kind) for item in found]
        return found

    def _of_discrepancy(self, value: Any, kind: type[Record]) -> Any:
        if isinstance(value, dict) and "attribute" in value:
            return {**value, "attribute": self.attribute_path(value["attribute"], kind)}
        return value

    def kind_below(self, kind: type[Record], name: str) -> Any:
        """Return the class of the records under a name of the version that is renamed; None for other values."""
        return _held(kind, name) or _held(kind, self.names(kind).get(name, name))

    def attribute_path(self, text: Any, kind: type[Record] | None) -> Any:
        """Return the name of an attribute or a path such as ``period.end`` or ``time_frames[0].end``."""
        if not isinstance(text, str):
            return text
        steps = []
        for step in text.split("."):
            match = _STEP.fullmatch(step)
            if kind is None or match is None:
                steps.append(step)
                continue
            name, rest = match.groups()
            steps.append(self.names(kind).get(name, name) + rest)
            kind = self.kind_below(kind, name)
        return ".".join(steps)


def current_attribute(text: str, kind: type[Record]) -> str:
    """Return the current name or path of an attribute of version 1."""
    renamed: str = _Renaming(current_names, _current_terms).attribute_path(text, kind)
    return renamed


def former_path(path: Path, kind: type[Record] = Concept) -> Path:
    """Return the path in a file of version 1 for a path of the model."""
    return tuple(_former_steps(path, kind))


def _former_steps(path: Path, kind: Any) -> Iterator[str | int]:
    for step in path:
        if kind is None or isinstance(step, int):
            yield step
        else:
            yield former_names(kind).get(step, step)
            kind = _held(kind, step)


def renamed_in(old: Any, new: Any, path: Path = ()) -> Iterator[tuple[Path, str, str]]:
    """Yield each difference between data and its migrated form: path in the old data, old and new name.

    The path of a key ends in the key itself.
    """
    if isinstance(old, list):
        for position, (before, after) in enumerate(zip(old, new, strict=True)):
            yield from renamed_in(before, after, (*path, position))
    elif isinstance(old, Mapping):
        for (key, before), (name, after) in zip(old.items(), new.items(), strict=True):
            if key != name:
                yield (*path, key), key, name
            yield from renamed_in(before, after, (*path, key))
    elif old != new:
        yield path, old, new
