"""Rules about relations between elements: no circles, nothing before what it needs, nothing merged into nothing."""

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from integrationskonzept.findings import Path, Severity
from integrationskonzept.i18n.messages import label, message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.field_of_action import FieldOfAction
from integrationskonzept.model.group import Group
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.references import CrossReference, Referrer
from integrationskonzept.model.status import NeutralStatus, StatusLevel
from integrationskonzept.rules.date_order import before, begin, required
from integrationskonzept.rules.rule import Hit, Rule

_ONE_WAY = {
    "part_of": "actor",
    "same_as": "challenge",
    "follows": "measure",
    "merged_into": "measure",
    "requires": "measure",
    "split_into": "measure",
    "replaced_by": "measure",
}
"""Attributes whose references lead from an element to another of the noun beside and must never lead back."""

_Links = Mapping[str, list[CrossReference]]


def _one_way(concept: Concept) -> Mapping[str, _Links]:
    """Collect the references that must never lead back, by attribute and the address of the element that holds them."""
    links: dict[str, dict[str, list[CrossReference]]] = {attribute: {} for attribute in _ONE_WAY}
    for reference in chain.from_iterable(each for each in concept.referring if each.attribute in links):
        owner: Any = reference.record
        if owner.address != reference.address:
            links[reference.attribute].setdefault(owner.address, []).append(reference)
    return links


def _circles(concept: Concept) -> Iterator[Hit]:
    """Yield every circle once, at the reference that closes it."""
    for attribute, links in _one_way(concept).items():
        for closing, circle in _closed(links):
            way = " → ".join(address.partition("/")[2] for address in circle)
            noun = label(_ONE_WAY[attribute])
            yield Hit(closing.path, {"attribute": label(attribute), "noun": noun, "way": way})


def _closed(links: _Links) -> Iterator[tuple[CrossReference, list[str]]]:
    """Walk depth first, without recursion; yield each reference back into the way just gone, with that way."""
    done: set[str] = set()
    for start in links:
        way: dict[str, Iterator[CrossReference]] = {} if start in done else {start: iter(links[start])}
        while way:
            address = next(reversed(way))
            reference = next(way[address], None)
            if reference is None:
                done.add(address)
                del way[address]
            elif reference.address in way:
                steps = list(way)
                yield reference, [*steps[steps.index(reference.address) :], reference.address]
            elif reference.address not in done:
                way[reference.address] = iter(links.get(reference.address, ()))


def _to_itself(concept: Concept) -> Iterator[Hit]:
    for reference in chain.from_iterable(map(_within_its_noun, concept.referring)):
        if getattr(reference.record, "address", None) == reference.address:
            yield Hit(reference.path, {"attribute": label(reference.attribute)})


def _within_its_noun(referring: Referrer) -> Iterator[CrossReference]:
    beginning = f"{getattr(referring.kind, 'noun', '')}/"
    return referring.leading(lambda address: address.startswith(beginning))


def _before_required(concept: Concept) -> Iterator[Hit]:
    """Yield measures that begin, for certain, before what they require has even begun."""
    for path, measure, other in required(concept):
        if before(begin(measure), begin(other)):
            yield Hit(path, {"begin": str(begin(measure)), "other": other.id, "later": str(begin(other))})


def _merged_into_nothing(concept: Concept) -> Iterator[Hit]:
    """Yield measures whose last status says merged, but that do not say into which."""
    merged = {level.id for _, level in concept.records.get(StatusLevel) if level.neutral is NeutralStatus.MERGED}
    for path, measure in concept.records.get(Measure):
        if (
            measure.status_reports
            and measure.status_reports[-1].level_ref in merged
            and not (measure.merged_into or measure.replaced_by)
        ):
            yield Hit((*path, "status_reports", len(measure.status_reports) - 1))


def _into_what_is_over(concept: Concept) -> Iterator[Hit]:
    """Yield measures taken up or replaced by one that was itself rejected."""
    for path, measure in concept.records.get(Measure):
        for attribute in ("merged_into", "replaced_by"):
            id = getattr(measure, attribute)
            _, other = concept.index.get(f"measure/{id}", ((), None)) if id else ((), None)
            if isinstance(other, Measure) and other.rejected:
                yield Hit((*path, attribute), {"other": other.id})


def _disagreeing_groups(concept: Concept) -> Iterator[Hit]:
    """Yield fields of action whose group says that it works on another field."""
    fields: dict[str, tuple[Path, Any]] = {
        group.id: (path, group.field_of_action_ref) for path, group in concept.records.get(Group)
    }
    for path, field in concept.records.get(FieldOfAction):
        _, other = fields.get(field.group_ref or "", ((), None))
        if other and other != field.id and "sub_fields" not in path:
            yield Hit((*path, "group_ref"), {"group": field.group_ref, "other": other})


RULES = (
    Rule(
        code="IK701",
        family="relations",
        title=message("Circle"),
        why=message("Of measures that wait for each other none can begin, and what is part of itself has no place."),
        severity=Severity.ERROR,
        message=message("the references under {attribute} lead round in a circle: {way}"),
        hint=message("take one of the references out"),
        check=_circles,
    ),
    Rule(
        code="IK702",
        family="relations",
        title=message("Refers to itself"),
        why=message("Nothing can require, follow or be merged into itself; another element was meant."),
        severity=Severity.ERROR,
        message=message("refers to itself under {attribute}"),
        hint=message("name the element that is meant, or delete the reference"),
        check=_to_itself,
    ),
    Rule(
        code="IK703",
        family="relations",
        title=message("Begins before what it requires"),
        why=message("What a measure requires has to be there first."),
        severity=Severity.ERROR,
        message=message("begins {begin}, but requires {other!r}, which begins only {later}"),
        hint=message("move one of the two, or take the requirement out"),
        check=_before_required,
    ),
    Rule(
        code="IK704",
        family="relations",
        title=message("Merged into nothing"),
        why=message("Whoever looks for a merged measure in the next report has to know where it went."),
        severity=Severity.WARNING,
        message=message("the last status says that the measure was merged, but not into which"),
        hint=message("name the measure under `merged_into`"),
        check=_merged_into_nothing,
    ),
    Rule(
        code="IK705",
        family="relations",
        title=message("Goes on in a rejected measure"),
        why=message("A measure that is said to go on in another one ends if that one was turned down."),
        severity=Severity.WARNING,
        message=message("is said to go on in {other!r}, which was rejected"),
        hint=message("name the measure that really takes it up, or say that this one ends"),
        check=_into_what_is_over,
    ),
    Rule(
        code="IK706",
        family="relations",
        title=message("Group and field disagree"),
        why=message("If field and group name different partners, two groups feel responsible, or none."),
        severity=Severity.WARNING,
        message=message("names the group {group!r}, which says that it works on {other!r}"),
        hint=message("correct one of the two"),
        check=_disagreeing_groups,
    ),
)
