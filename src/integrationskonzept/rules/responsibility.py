"""Rules about who is responsible: leads, roles, interfaces, groups and the register of actors."""

from collections.abc import Iterator, Mapping

from integrationskonzept.findings import Severity
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.actor import Actor, Contact, Involvement
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.edition import Decision, Predecessor
from integrationskonzept.model.evaluation import EvaluationRule
from integrationskonzept.model.field_of_action import FieldOfAction, Overarching
from integrationskonzept.model.goal import Goal
from integrationskonzept.model.group import Group, GroupKind
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.meeting import Meeting
from integrationskonzept.model.money import Funding
from integrationskonzept.model.record import Record
from integrationskonzept.model.role import Interface, Role
from integrationskonzept.model.status import StatusEntry
from integrationskonzept.model.stocktake import Offer
from integrationskonzept.rules.helpers import Each, is_pursued, measures_around, referred_to
from integrationskonzept.rules.rule import Hit, rule

_BETWEEN_TWO = 2


_measures = Each(Measure, where=bool, pursued=True)


_groups = Each(Group, where=bool, among=lambda group: group.kind is not GroupKind.STEERING)


_actors = Each(Actor, where=bool)


_offers = Each(Offer, where=bool)


@rule(
    "IK401",
    family="responsibility",
    title=message("Measure without a lead"),
    why=message("What nobody is responsible for does not get done, and nobody can be asked how it stands."),
    severity=Severity.WARNING,
    message=message("nobody is named as lead"),
    hint=message("name the office or person responsible under `leads`"),
    summary=message("no lead for {count} of {total} measures"),
    total=_measures.total,
)
def _without_lead(concept: Concept) -> Iterator[Hit]:
    """Yield measures that nobody leads; a part is led by who leads the whole."""
    for path, measure in concept.records.get(Measure):
        led = measure.leads or any(whole.leads for whole in measures_around(concept, path))
        if not led and is_pursued(measure, concept):
            yield Hit(path)


@rule(
    "IK406",
    family="responsibility",
    title=message("Group without a field of action"),
    why=message("If it is not said what a group works on, its results have no place in the concept."),
    severity=Severity.NOTE,
    message=message("nothing says which field of action this group works on"),
    hint=message("name it under `field_of_action_ref`"),
    summary=message("no field of action for {count} of {total} groups"),
    total=_groups.total,
)
def _groups_without_field(concept: Concept) -> Iterator[Hit]:
    """Yield groups that neither name a field of action nor are named by one; steering groups need none."""
    named_by_fields = {field.group_ref for _, field in concept.records.get(FieldOfAction)}
    for path, group in concept.records.get(Group):
        has_field = group.field_of_action_ref or group.id in named_by_fields
        if group.kind is not GroupKind.STEERING and not has_field:
            yield Hit(path)


@rule(
    "IK407",
    family="responsibility",
    title=message("Field of action nobody looks after"),
    why=message("Measures of a field that has neither lead nor group are nobody's business."),
    severity=Severity.NOTE,
    message=message("neither a lead nor a group is named for this field of action"),
    hint=message("name somebody under `leads`, or a group under `group_ref`"),
)
def _fields_without_anybody(concept: Concept) -> Iterator[Hit]:
    """Yield fields of action with neither lead nor group; a sub-field belongs to who has the whole."""
    cared_for = {group.field_of_action_ref for _, group in concept.records.get(Group)}
    for path, field in concept.records.get(FieldOfAction):
        if "sub_fields" not in path and not (field.leads or field.group_ref or field.id in cared_for):
            yield Hit(path)


@rule(
    "IK408",
    family="responsibility",
    title=message("Actor without a part"),
    why=message("An actor of the register that takes part in nothing is mostly left over from a draft."),
    severity=Severity.NOTE,
    message=message("nothing in the concept refers to this actor"),
    hint=message("name it where it takes part, or take it off the register"),
    summary=message("nothing refers to {count} of {total} actors of the register"),
    total=_actors.total,
)
def _unused_actors(concept: Concept) -> Iterator[Hit]:
    """Yield actors of the register that nothing refers to, nor names as a body, network or giver of money."""
    used, named = referred_to(concept), frozenset(map(str.casefold, _named_in_words(concept)))
    for path, actor in concept.records.get(Actor):
        names = {name.casefold() for name in (actor.title, actor.short_title, *actor.aliases) if name}
        if actor.address not in used and names.isdisjoint(named):
            yield Hit(path)


_IN_WORDS: Mapping[type[Record], tuple[str, ...]] = {
    Decision: ("body",),
    EvaluationRule: ("reporting_bodies",),
    Funding: ("provider",),
    Meeting: ("invited", "participants"),
    Predecessor: ("adopted_by",),
    StatusEntry: ("reported_by",),
    **dict.fromkeys((Overarching, FieldOfAction, Goal, Measure), ("networks", "reporting_bodies")),
}
"""Attributes that name actors in words."""


def _named_in_words(concept: Concept) -> Iterator[str]:
    for kind, names in _IN_WORDS.items():
        for _, record in concept.records.get(kind):
            for value in (getattr(record, name) for name in names):
                yield from value if isinstance(value, tuple) else (value,) if value else ()


@rule(
    "IK409",
    family="responsibility",
    title=message("Offer without a contact"),
    why=message("An offer that says neither where to call nor where to look is one that nobody finds."),
    severity=Severity.NOTE,
    message=message("nothing says how to reach this offer"),
    hint=message("state a telephone number, an e-mail or a postal address under `contacts`, or a page under `url`"),
    summary=message("no way to reach {count} of {total} offers"),
    total=_offers.total,
)
def _unreachable_offers(concept: Concept) -> Iterator[Hit]:
    """Yield offers with neither a page nor a contact of their own, nor one of the actors named as contacts."""
    reachable = {actor.id for _, actor in concept.records.get(Actor) if _is_reachable(actor.contact)}
    for path, offer in concept.records.get(Offer):
        by_contact = any(
            _is_reachable(one.contact) or not reachable.isdisjoint(one.actor_refs) for one in offer.contacts
        )
        if not (offer.url or by_contact):
            yield Hit(path)


def _is_reachable(contact: Contact | None) -> bool:
    return contact is not None and any((contact.email, contact.phone, contact.address, contact.url))


def _names_nobody(involvement: Involvement) -> bool:
    stated = (involvement.actor_refs, involvement.printed, involvement.contact, involvement.role, involvement.note)
    return not any(stated)


_nobody = rule(
    "IK402",
    family="responsibility",
    title=message("Involvement of nobody"),
    why=message("An entry that names nobody looks like a responsibility and is none."),
    severity=Severity.WARNING,
    message=message("this entry names nobody"),
    hint=message("name an actor of the register, or delete the entry"),
)(Each(Involvement, where=_names_nobody))
_idle_roles = rule(
    "IK403",
    family="responsibility",
    title=message("Role without responsibilities"),
    why=message("A role is what its holder is responsible for; without that it is a name."),
    severity=Severity.WARNING,
    message=message("nothing says what this role is responsible for"),
    hint=message("list it under `responsibilities`, or by task under `task_groups`"),
    summary=message("no responsibilities for {count} of {total} roles"),
)(Each(Role, where=lambda role: not (role.responsibilities or role.task_groups)))
_vacant_roles = rule(
    "IK404",
    family="responsibility",
    title=message("Role nobody holds"),
    why=message("If it is not said who holds a role, its tasks fall to nobody."),
    severity=Severity.NOTE,
    message=message("nothing says who holds this role"),
    hint=message("name an actor of the register under `actor_ref`"),
    summary=message("no holder for {count} of {total} roles"),
)(Each(Role, where=lambda role: role.actor_ref is None))
_one_sided = rule(
    "IK405",
    family="responsibility",
    title=message("Interface without two sides"),
    why=message("An interface lies between at least two roles; otherwise nobody has to coordinate with anybody."),
    severity=Severity.WARNING,
    message=message("the interface does not name two roles"),
    hint=message("name the roles under `between`"),
    summary=message("{count} of {total} interfaces do not name two roles"),
)(Each(Interface, where=lambda interface: len(set(interface.between)) < _BETWEEN_TWO))
