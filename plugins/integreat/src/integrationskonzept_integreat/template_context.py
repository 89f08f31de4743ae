"""What templates are given: the parts of a concept that pages show, each text said in the page's language.

A template that a town writes can rely on these names. Every text can be printed as it is:
``{{ measure.title }}`` is always escaped. What is not stated is None or an empty tuple.
"""

from attrs import frozen

from integrationskonzept_integreat.link import Link
from integrationskonzept_integreat.translator import Text


@frozen(kw_only=True)
class ContactView:
    """How somebody is reached (Kontakt)."""

    name: Text | None = None
    address: Text | None = None
    phone: Link | None = None
    email: Link | None = None
    url: Link | None = None


@frozen(kw_only=True)
class ActorView:
    """Somebody who takes part (Beteiligte), and how they are reached where the concept says so publicly."""

    title: Text
    contact: ContactView | None = None


@frozen(kw_only=True)
class ActivityView:
    """An activity or action day (Aktivität, Aktionstag)."""

    title: Text
    area: Text | None = None
    description: Text | None = None
    date: Text | None = None
    end_date: Text | None = None
    times: str | None = None
    """Hours, such as ``17:00–19:00``."""
    recurrence: Text | None = None
    location: Text | None = None
    organisers: tuple[ActorView, ...] = ()
    target_groups: tuple[Text, ...] = ()


@frozen(kw_only=True)
class GoalView:
    """A goal with the goals below it (Ziel)."""

    text: Text
    sub_goals: tuple["GoalView", ...] = ()


@frozen(kw_only=True)
class MeasureView:
    """A measure (Maßnahme)."""

    number: str | None = None
    title: Text
    commitment: Text | None = None
    """That nobody has decided on it yet, where that is so; otherwise it would read as a promise."""
    description: Text | None = None
    rationale: Text | None = None
    current_state: tuple[Text, ...] = ()
    target_state: tuple[Text, ...] = ()
    time_frames: tuple[Text, ...] = ()
    target_groups: tuple[Text, ...] = ()
    lead: tuple[ActorView, ...] = ()
    partners: tuple[ActorView, ...] = ()
    contacts: tuple[ActorView, ...] = ()
    activities: tuple[ActivityView, ...] = ()
    sub_measures: tuple["MeasureView", ...] = ()
    """Measures it consists of."""


@frozen(kw_only=True)
class FieldOfActionView:
    """A field of action, or what stands across all of them (Handlungsfeld, Übergreifendes)."""

    title: Text
    number: str | None = None
    key_statement: Text | None = None
    description: Text | None = None
    rationale: Text | None = None
    current_state: tuple[Text, ...] = ()
    target_state: tuple[Text, ...] = ()
    achievements: tuple[Text, ...] = ()
    target_groups: tuple[Text, ...] = ()
    lead: tuple[ActorView, ...] = ()
    partners: tuple[ActorView, ...] = ()
    groups: tuple[Text, ...] = ()
    goals: tuple[GoalView, ...] = ()
    measures: tuple[MeasureView, ...] = ()
    activities: tuple[ActivityView, ...] = ()


@frozen(kw_only=True)
class OfferView:
    """An offer that exists already (Angebot)."""

    title: Text
    description: Text | None = None
    location: Text | None = None
    url: Link | None = None
    target_groups: tuple[Text, ...] = ()
    contacts: tuple[ActorView, ...] = ()


@frozen(kw_only=True)
class ThemeView:
    """Offers under one heading (Themenfeld)."""

    title: Text
    offers: tuple[OfferView, ...]


@frozen(kw_only=True)
class TaskGroupView:
    """Tasks under one heading (Aufgabenbereich)."""

    title: Text
    tasks: tuple[Text, ...] = ()


@frozen(kw_only=True)
class RoleView:
    """A role with what it is responsible for (Rolle)."""

    title: Text
    responsibilities: tuple[Text, ...] = ()
    task_groups: tuple[TaskGroupView, ...] = ()


@frozen(kw_only=True)
class InterfaceView:
    """An interface, where roles meet (Schnittstelle)."""

    title: Text
    between: tuple[Text, ...] = ()


@frozen(kw_only=True)
class GroupView:
    """A working group (Arbeitsgruppe)."""

    title: Text
    number: str | None = None
    text: Text | None = None
    field_of_action: Text | None = None
    members: tuple[ActorView, ...] = ()


@frozen(kw_only=True)
class FieldOverview:
    """A field of action as the start page lists it."""

    title: Text
    summary: Text | None = None
    number_of_measures: int = 0


@frozen(kw_only=True)
class ConceptView:
    """What the start page says of the concept as a whole."""

    title: Text
    motto: Text | None = None
    municipality: Text
    period: str | None = None
    """Years, such as ``2025–2029``."""
    as_of: Text | None = None
    fields_of_action: tuple[FieldOverview, ...] = ()
    contact: ContactView
