"""Tables of roles with their responsibilities, and of interfaces between roles."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from integrationskonzept.i18n.messages import message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.role import Interface, Role
from integrationskonzept.tabular.columns import columns_of, text
from integrationskonzept.tabular.table import Table

_ROLES = (
    text("concept", message("Id of the concept")),
    text("role", message("Id of the role")),
    text("title", message("Name of the role")),
    text("actor_ref", message("Id of the actor that holds it; missing when not stated")),
    text("task_group", message("Id of the task group; none for a responsibility that stands by itself")),
    text("text", message("The responsibility or task")),
)
_INTERFACES = (
    text("concept", message("Id of the concept")),
    text("interface", message("Id of the interface")),
    text("title", message("What the roles meet about")),
    text("role", message("Id of a role that meets others there; missing when the interface names none")),
)


def _fill_roles(concept: Concept) -> Mapping[str, Sequence[Any]]:
    return columns_of(_ROLES, concept, _tasks(concept))


def _tasks(concept: Concept) -> Iterator[tuple[Any, ...]]:
    for _, role in concept.records.get(Role):
        for statement in role.responsibilities:
            yield role.id, role.title, role.actor_ref, None, statement.text
        for group in role.task_groups:
            for task in group.tasks:
                yield role.id, role.title, role.actor_ref, group.id, task.text


def _fill_interfaces(concept: Concept) -> Mapping[str, Sequence[Any]]:
    return columns_of(_INTERFACES, concept, _meeting_points(concept))


def _meeting_points(concept: Concept) -> Iterator[tuple[Any, ...]]:
    for _, interface in concept.records.get(Interface):
        for role in interface.between or (None,):
            yield interface.id, interface.title, role


ROLES = Table(name="roles", title=message("Roles and tasks"), columns=_ROLES, fill=_fill_roles)
INTERFACES = Table(name="interfaces", title=message("Interfaces"), columns=_INTERFACES, fill=_fill_interfaces)
