"""Who is responsible for what, and where responsibilities meet."""

from typing import ClassVar

from integrationskonzept.model.element import Element, Statement
from integrationskonzept.model.record import ActorRef, RoleRef, record


@record
class TaskGroup(Element):
    """Aufgabenbereich: tasks of a role under one heading."""

    noun: ClassVar[str] = "task_group"

    title: str
    """Überschrift, as printed."""
    tasks: tuple[Statement, ...] = ()
    """Aufgaben."""


@record
class Role(Element):
    """Rolle: what a body or group of people stands for in the work of integration."""

    noun: ClassVar[str] = "role"

    title: str
    """Bezeichnung."""
    actor: ActorRef | None = None
    """Akteur that holds the role."""
    responsibilities: tuple[Statement, ...] = ()
    """Rollenbeschreibung: what the role is responsible for."""
    task_groups: tuple[TaskGroup, ...] = ()
    """Aufgabenbereiche."""


@record
class Interface(Element):
    """Schnittstelle: where the work of several roles meets."""

    noun: ClassVar[str] = "interface"

    title: str
    """Bezeichnung."""
    between: tuple[RoleRef, ...] = ()
    """Zwischen: ids of the roles."""
