"""Roles, their tasks and their interfaces."""

from typing import ClassVar

from integrationskonzept.model.annotations import ActorRef, RoleRef
from integrationskonzept.model.element import Element, Statement
from integrationskonzept.model.record import record


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
    """Rolle: the responsibility of a body or group of people for integration."""

    noun: ClassVar[str] = "role"

    title: str
    """Bezeichnung."""
    actor_ref: ActorRef | None = None
    """Akteur that holds the role."""
    responsibilities: tuple[Statement, ...] = ()
    """Rollenbeschreibung: its responsibilities."""
    task_groups: tuple[TaskGroup, ...] = ()
    """Aufgabenbereiche."""


@record
class Interface(Element):
    """Schnittstelle between the work of several roles."""

    noun: ClassVar[str] = "interface"

    title: str
    """Bezeichnung."""
    between: tuple[RoleRef, ...] = ()
    """Zwischen: ids of the roles."""
