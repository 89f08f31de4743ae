"""Tables of roles with their responsibilities, and of interfaces between roles."""

from collections.abc import Iterator

from attrs import frozen

from integrationskonzept.i18n.messages import message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.role import Interface, Role
from integrationskonzept.tabular.columns import text
from integrationskonzept.tabular.table import table_of


@frozen
class _Task:
    role: str
    title: str
    actor_ref: str | None
    task_group: str | None
    text: str


def _tasks(concept: Concept) -> Iterator[_Task]:
    for _, role in concept.records.get(Role):
        for statement in role.responsibilities:
            yield _Task(role.id, role.title, role.actor_ref, None, statement.text)
        for group in role.task_groups:
            for task in group.tasks:
                yield _Task(role.id, role.title, role.actor_ref, group.id, task.text)


@frozen
class _MeetingPoint:
    interface: str
    title: str
    role: str | None


def _meeting_points(concept: Concept) -> Iterator[_MeetingPoint]:
    for _, interface in concept.records.get(Interface):
        for role in interface.between or (None,):
            yield _MeetingPoint(interface.id, interface.title, role)


ROLES = table_of(
    "roles",
    message("Roles and tasks"),
    _tasks,
    (
        text("role", message("Id of the role")),
        text("title", message("Name of the role")),
        text("actor_ref", message("Id of the actor that holds it; missing when not stated")),
        text("task_group", message("Id of the task group; none for a responsibility that stands by itself")),
        text("text", message("The responsibility or task")),
    ),
)
INTERFACES = table_of(
    "interfaces",
    message("Interfaces"),
    _meeting_points,
    (
        text("interface", message("Id of the interface")),
        text("title", message("What the roles meet about")),
        text("role", message("Id of a role that meets others there; missing when the interface names none")),
    ),
)
