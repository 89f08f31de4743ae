"""Template context: views of the elements of a concept, with texts in the language of the page.

Templates of towns can rely on these names. Views have the attribute names of the model. Every text can be printed:
``{{ measure.title }}`` is always escaped. Attributes not stated are None or an empty tuple.
"""

from attrs import frozen

from integrationskonzept_integreat.link import Link
from integrationskonzept_integreat.translator import Text


@frozen(kw_only=True)
class ContactView:
    """Contact details (Kontakt)."""

    name: Text | None = None
    address: Text | None = None
    phone: Link | None = None
    email: Link | None = None
    url: Link | None = None


@frozen(kw_only=True)
class ActorView:
    """An actor involved (Beteiligte), with the public contact details."""

    title: Text
    contact: ContactView | None = None


@frozen(kw_only=True)
class ActivityView:
    """An activity or action day (Aktivität, Aktionstag)."""

    title: Text
    area: Text | None = None
    description: Text | None = None
    date: Text | None = None
    """The first day; None for a rhythm that has begun."""
    end_date: Text | None = None
    times: str | None = None
    """Hours, such as ``17:00–19:00``."""
    recurrence: Text | None = None
    """The rhythm in words."""
    location: Text | None = None
    organisers: tuple[ActorView, ...] = ()
    target_groups: tuple[Text, ...] = ()


@frozen(kw_only=True)
class GoalView:
    """A goal with its sub-goals (Ziel)."""

    text: Text
    sub_goals: tuple["GoalView", ...] = ()


@frozen(kw_only=True)
class MeasureView:
    """A measure (Maßnahme)."""

    number: str | None = None
    title: Text
    commitment: Text | None = None
    """Heading of a measure that is not decided yet, and so no promise; None for all others."""
    description: Text | None = None
    rationale: Text | None = None
    current_state: tuple[Text, ...] = ()
    target_state: tuple[Text, ...] = ()
    time_frames: tuple[Text, ...] = ()
    target_groups: tuple[Text, ...] = ()
    leads: tuple[ActorView, ...] = ()
    partners: tuple[ActorView, ...] = ()
    contacts: tuple[ActorView, ...] = ()
    activities: tuple[ActivityView, ...] = ()
    sub_measures: tuple["MeasureView", ...] = ()
    """Measures that are parts of it."""


@frozen(kw_only=True)
class FieldOfActionView:
    """A field of action, or the overarching part (Handlungsfeld, Übergreifendes)."""

    title: Text
    number: str | None = None
    key_statement: Text | None = None
    description: Text | None = None
    rationale: Text | None = None
    current_state: tuple[Text, ...] = ()
    target_state: tuple[Text, ...] = ()
    achievements: tuple[Text, ...] = ()
    target_groups: tuple[Text, ...] = ()
    leads: tuple[ActorView, ...] = ()
    partners: tuple[ActorView, ...] = ()
    groups: tuple[Text, ...] = ()
    goals: tuple[GoalView, ...] = ()
    measures: tuple[MeasureView, ...] = ()
    activities: tuple[ActivityView, ...] = ()


@frozen(kw_only=True)
class OfferView:
    """An existing offer (Angebot)."""

    title: Text
    description: Text | None = None
    opening_times: tuple[Text, ...] = ()
    location: Text | None = None
    contacts: tuple[ActorView, ...] = ()
    target_groups: tuple[Text, ...] = ()
    languages: tuple[Text, ...] = ()
    """Names of the languages in which it is given."""
    fee: Text | None = None
    url: Link | None = None


@frozen(kw_only=True)
class ThemeView:
    """A theme with its offers (Themenfeld)."""

    title: Text
    offers: tuple[OfferView, ...]


@frozen(kw_only=True)
class TaskGroupView:
    """A group of tasks (Aufgabenbereich)."""

    title: Text
    tasks: tuple[Text, ...] = ()


@frozen(kw_only=True)
class RoleView:
    """A role with its responsibilities (Rolle)."""

    title: Text
    responsibilities: tuple[Text, ...] = ()
    task_groups: tuple[TaskGroupView, ...] = ()


@frozen(kw_only=True)
class InterfaceView:
    """An interface between roles (Schnittstelle)."""

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
class FieldOfActionOverview:
    """A field of action in the list of the page about the concept."""

    title: Text
    number: str | None = None
    summary: Text | None = None
    number_of_measures: int = 0


@frozen(kw_only=True)
class ConceptView:
    """The concept as a whole."""

    title: Text
    motto: Text | None = None
    municipality: Text
    """Name of the town."""
    period: str | None = None
    """Years, such as ``2025–2029``."""
    as_of: Text | None = None
    fields_of_action: tuple[FieldOfActionOverview, ...] = ()


@frozen(kw_only=True)
class MunicipalityView:
    """The town (Kommune), for the start page."""

    name: Text
    contact: ContactView


@frozen(kw_only=True)
class OverviewView:
    """Titles of what the other pages are about, for the start page."""

    offers: tuple[Text, ...] = ()
    """The themes of the offers, or the offers themselves if there are no themes."""
    activities: tuple[Text, ...] = ()
    action_days: tuple[Text, ...] = ()
