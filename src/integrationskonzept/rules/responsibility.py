"""Rules about who is responsible: leads, roles, interfaces, groups and the register of actors."""

from collections.abc import Iterator

from integrationskonzept.findings import Severity
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.actor import Actor, Involvement
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.field_of_action import FieldOfAction
from integrationskonzept.model.group import Group, GroupKind
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.role import Interface, Role
from integrationskonzept.rules.helpers import Each, is_pursued, measures_around, referred_to
from integrationskonzept.rules.rule import Hit, Rule

_BETWEEN_TWO = 2


def _without_lead(concept: Concept) -> Iterator[Hit]:
    """Yield measures that nobody leads; a part is led by who leads the whole."""
    for path, measure in concept.records.get(Measure):
        led = measure.leads or any(whole.leads for whole in measures_around(concept, path))
        if not led and is_pursued(measure, concept):
            yield Hit(path)


def _groups_without_field(concept: Concept) -> Iterator[Hit]:
    """Yield groups that neither name a field of action nor are named by one; steering groups need none."""
    named_by_fields = {field.group_ref for _, field in concept.records.get(FieldOfAction)}
    for path, group in concept.records.get(Group):
        has_field = group.field_of_action_ref or group.id in named_by_fields
        if group.kind is not GroupKind.STEERING and not has_field:
            yield Hit(path)


def _fields_without_anybody(concept: Concept) -> Iterator[Hit]:
    """Yield fields of action with neither lead nor group; a sub-field belongs to who has the whole."""
    cared_for = {group.field_of_action_ref for _, group in concept.records.get(Group)}
    for path, field in concept.records.get(FieldOfAction):
        if "sub_fields" not in path and not (field.leads or field.group_ref or field.id in cared_for):
            yield Hit(path)


def _unused_actors(concept: Concept) -> Iterator[Hit]:
    """Yield actors of the register that nothing refers to."""
    used = referred_to(concept)
    for path, actor in concept.records.get(Actor):
        if actor.address not in used:
            yield Hit(path)


def _names_nobody(involvement: Involvement) -> bool:
    stated = (involvement.actor_refs, involvement.printed, involvement.contact, involvement.role, involvement.note)
    return not any(stated)


_measures = Each(Measure, where=bool, pursued=True)
_nobody = Each(Involvement, where=_names_nobody)
_idle_roles = Each(Role, where=lambda role: not (role.responsibilities or role.task_groups))
_vacant_roles = Each(Role, where=lambda role: role.actor_ref is None)
_one_sided = Each(Interface, where=lambda interface: len(set(interface.between)) < _BETWEEN_TWO)
_groups = Each(Group, where=bool, among=lambda group: group.kind is not GroupKind.STEERING)
_actors = Each(Actor, where=bool)

RULES = (
    Rule(
        code="IK401",
        family="responsibility",
        title=message("Measure without a lead"),
        why=message("What nobody is responsible for does not get done, and nobody can be asked how it stands."),
        severity=Severity.WARNING,
        message=message("nobody is named as lead"),
        hint=message("name the office or person responsible under `leads`"),
        check=_without_lead,
        summary=message("no lead for {count} of {total} measures"),
        total=_measures.total,
    ),
    Rule(
        code="IK402",
        family="responsibility",
        title=message("Involvement of nobody"),
        why=message("An entry that names nobody looks like a responsibility and is none."),
        severity=Severity.WARNING,
        message=message("this entry names nobody"),
        hint=message("name an actor of the register, or delete the entry"),
        check=_nobody,
    ),
    Rule(
        code="IK403",
        family="responsibility",
        title=message("Role without responsibilities"),
        why=message("A role is what its holder is responsible for; without that it is a name."),
        severity=Severity.WARNING,
        message=message("nothing says what this role is responsible for"),
        hint=message("list it under `responsibilities`, or by task under `task_groups`"),
        check=_idle_roles,
        summary=message("no responsibilities for {count} of {total} roles"),
        total=_idle_roles.total,
    ),
    Rule(
        code="IK404",
        family="responsibility",
        title=message("Role nobody holds"),
        why=message("If it is not said who holds a role, its tasks fall to nobody."),
        severity=Severity.NOTE,
        message=message("nothing says who holds this role"),
        hint=message("name an actor of the register under `actor_ref`"),
        check=_vacant_roles,
        summary=message("no holder for {count} of {total} roles"),
        total=_vacant_roles.total,
    ),
    Rule(
        code="IK405",
        family="responsibility",
        title=message("Interface without two sides"),
        why=message("An interface lies between at least two roles; otherwise nobody has to coordinate with anybody."),
        severity=Severity.WARNING,
        message=message("the interface does not name two roles"),
        hint=message("name the roles under `between`"),
        check=_one_sided,
        summary=message("{count} of {total} interfaces do not name two roles"),
        total=_one_sided.total,
    ),
    Rule(
        code="IK406",
        family="responsibility",
        title=message("Group without a field of action"),
        why=message("If it is not said what a group works on, its results have no place in the concept."),
        severity=Severity.NOTE,
        message=message("nothing says which field of action this group works on"),
        hint=message("name it under `field_of_action_ref`"),
        check=_groups_without_field,
        summary=message("no field of action for {count} of {total} groups"),
        total=_groups.total,
    ),
    Rule(
        code="IK407",
        family="responsibility",
        title=message("Field of action nobody looks after"),
        why=message("Measures of a field that has neither lead nor group are nobody's business."),
        severity=Severity.NOTE,
        message=message("neither a lead nor a group is named for this field of action"),
        hint=message("name somebody under `leads`, or a group under `group_ref`"),
        check=_fields_without_anybody,
    ),
    Rule(
        code="IK408",
        family="responsibility",
        title=message("Actor without a part"),
        why=message("An actor of the register that takes part in nothing is mostly left over from a draft."),
        severity=Severity.NOTE,
        message=message("nothing in the concept refers to this actor"),
        hint=message("name it where it takes part, or take it off the register"),
        check=_unused_actors,
        summary=message("nothing refers to {count} of {total} actors of the register"),
        total=_actors.total,
    ),
)
