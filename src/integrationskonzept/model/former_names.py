"""Names of version 1 of the layout: the table, and data with the names of one version in those of the other.

A name is the key of a record. It also occurs as a value: under ``inferred``, in the attribute of a discrepancy
(``period.end``, ``horizons[0]``) and in what a term stands for.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

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
from integrationskonzept.model.municipality import Municipality, MunicipalityKind
from integrationskonzept.model.provenance import Citation, Discrepancy
from integrationskonzept.model.record import Record
from integrationskonzept.model.role import Role
from integrationskonzept.model.schedule import Step
from integrationskonzept.model.source_document import Footnote, Term
from integrationskonzept.model.status import StatusEntry
from integrationskonzept.model.stocktake import Need, Offer
from integrationskonzept.model.timeline import TimelineRow

RENAMED: tuple[tuple[type[Record], str, str], ...] = (
    (Measure, "area", "areas"),
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
    (Funding, "kind", "kinds"),
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

LISTED_SINCE: frozenset[tuple[type[Record], str]] = frozenset({(Measure, "areas"), (Funding, "kinds")})
"""Class and current name of attributes that hold a list since version 2, and held one value before."""

RENAMED_VALUES: Mapping[tuple[type[Record], str], Mapping[str, str]] = {
    (Municipality, "kind"): {"city_district": MunicipalityKind.INDEPENDENT_CITY.value}
}
"""Current words for those of version 1 under an attribute, by class and name."""

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


def name_of_version_1(kind: Any, name: str) -> str:
    """Return the name of an attribute in version 1."""
    return former_names(kind).get(name, name)


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
    foreign: tuple[tuple[Path, Any, str], ...] = ()
    """Names of the other version that were there already: path of the record, its class, and the name. They are kept
    where the right name is not there as well."""


def to_current(data: Any, kind: type[Record] = Concept, path: Path = ()) -> Migrated:
    """Return data of version 1 with the current names; `kind` is the class that it describes, at `path`."""
    renaming = _Renaming(current_names, _current_terms, to_current=True)
    return Migrated(renaming.renamed(data, kind, path), tuple(renaming.foreign))


def to_former(data: Any, kind: type[Record] = Concept) -> Any:
    """Return current data with the names of version 1."""
    return _Renaming(former_names, _former_terms, to_current=False).renamed(data, kind, ())


def record_below(kind: type[Record], name: str) -> Any:
    """Return the class of the records that an attribute holds; None for other attributes."""
    return next((each.kind for each in MODEL[kind].records if each.name == name), None)


_STEP = re.compile(r"(\w+)(.*)", re.DOTALL)


@frozen
class _Renaming:
    """Renaming of keys, and of names that are values, in one direction."""

    names: Names
    terms: Names
    to_current: bool
    foreign: list[tuple[Path, Any, str]] = field(factory=list)

    def renamed(self, value: Any, kind: type[Record], path: Path) -> Any:
        if isinstance(value, list):
            return [self.renamed(item, kind, (*path, position)) for position, item in enumerate(value)]
        if not isinstance(value, Mapping):
            return value
        names = self.names(kind)
        others = {name: key for key, name in names.items()}
        result = {}
        for key, item in value.items():
            name = names.get(key, key)
            if key in others:
                self.foreign.append((path, kind, key))
                if others[key] in value:
                    continue
            result[name] = self._value(item, kind, key, (*path, name))
        return result

    def _value(self, value: Any, kind: type[Record], key: str, path: Path) -> Any:
        if key == "inferred" and isinstance(value, list):
            return [self.attribute_path(item, kind) for item in value]
        if kind is Term and key == "names" and isinstance(value, str):
            return self.terms(Term).get(value, value)
        inner = self.kind_below(kind, key)
        if inner is None:
            return self._changed(value, kind, key)
        found = self.renamed(value, inner, path)
        if inner is Discrepancy and isinstance(found, list):
            return [self._of_discrepancy(item, kind) for item in found]
        return found

    def _changed(self, value: Any, kind: Any, key: str) -> Any:
        """Return a value in the form of the other version."""
        name = current_names(kind).get(key, key)
        return current_value(value, kind, name) if self.to_current else _former_value(value, kind, name)

    def _of_discrepancy(self, value: Any, kind: type[Record]) -> Any:
        if isinstance(value, dict) and "attribute" in value:
            return {**value, "attribute": self.attribute_path(value["attribute"], kind)}
        return value

    def kind_below(self, kind: type[Record], name: str) -> Any:
        """Return the class of the records under a name of the version that is renamed; None for other values."""
        return record_below(kind, name) or record_below(kind, self.names(kind).get(name, name))

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


def current_value(value: Any, kind: Any, path: str) -> Any:
    """Return a value of version 1 in its current form: a list for one value, a new word for a former one.

    `path` is the current name of its attribute, or a path such as ``municipality.kind``.
    """
    *around, name = path.split(".")
    for step in around:
        kind = record_below(kind, step)
    if not isinstance(value, str):
        return value
    return [value] if (kind, name) in LISTED_SINCE else RENAMED_VALUES.get((kind, name), {}).get(value, value)


def _former_value(value: Any, kind: Any, name: str) -> Any:
    """Return a current value in the form of version 1; a list of several, which it did not know, stays one."""
    if isinstance(value, list):
        return value[0] if len(value) == 1 and (kind, name) in LISTED_SINCE else value
    words = RENAMED_VALUES.get((kind, name), {})
    return next((old for old, new in words.items() if new == value), value)


def current_attribute(text: str, kind: type[Record]) -> str:
    """Return the current name or path of an attribute of version 1."""
    renamed: str = _Renaming(current_names, _current_terms, to_current=True).attribute_path(text, kind)
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
            kind = record_below(kind, step)


class Renamed(NamedTuple):
    """A name in data of one version that is different in the other."""

    path: Path
    """The path of the key or the value in the old data."""
    old: str
    new: str | list[str]
    """The new name, or the list that a value became."""
    is_key: bool = False


def renamed_in(old: Any, new: Any, path: Path = ()) -> Iterator[Renamed]:
    """Yield the names that differ between data and its migrated form, in the order of the data."""
    if isinstance(old, list):
        for position, (before, after) in enumerate(zip(old, new, strict=True)):
            yield from renamed_in(before, after, (*path, position))
    elif isinstance(old, Mapping):
        for (key, before), (name, after) in zip(old.items(), new.items(), strict=True):
            if key != name:
                yield Renamed((*path, key), old=key, new=name, is_key=True)
            yield from renamed_in(before, after, (*path, key))
    elif old != new:
        yield Renamed(path, old=old, new=new)


def current_place(place: str) -> str:
    """Return the current form of ``noun/id#attribute``, the context of a translated text."""
    address, mark, attribute = place.partition("#")
    kind = _kinds_by_noun().get(address.partition("/")[0])
    return place if kind is None else f"{address}{mark}{current_attribute(attribute, kind)}"


@cache
def _kinds_by_noun() -> Mapping[str, Any]:
    kinds: tuple[Any, ...] = (Concept, *MODEL.below(Concept))
    return {kind.noun: kind for kind in kinds if hasattr(kind, "noun")}
