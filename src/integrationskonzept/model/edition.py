"""Editions, decisions and predecessors of a concept."""

from enum import StrEnum
from typing import ClassVar

from integrationskonzept.model.actor import Involvement
from integrationskonzept.model.annotations import ActorRef, Count, GoalRef, MeasureRef, RatingRef
from integrationskonzept.model.element import Element, Sourced, Statement
from integrationskonzept.model.partial_date import PartialDate
from integrationskonzept.model.record import record
from integrationskonzept.model.schedule import Step


class DecisionRole(StrEnum):
    """Role of a committee in a decision."""

    PRELIMINARY = "preliminary"
    DECISION = "decision"
    INFORMATION = "information"
    RECOMMENDATION = "recommendation"


class DecisionResult(StrEnum):
    """Result of a committee's consultation."""

    ADOPTED = "adopted"
    ADOPTED_CHANGED = "adopted_changed"
    REJECTED = "rejected"
    POSTPONED = "postponed"
    NOTED = "noted"
    PENDING = "pending"


@record
class Decision(Element):
    """Beschluss: one step of a council paper through the committees."""

    noun: ClassVar[str] = "decision"

    number: str | None = None
    """Vorlage-Nr.: number of the council paper."""
    title: str | None = None
    """Betreff."""
    body: str | None = None
    """Gremium, in words."""
    body_ref: ActorRef | None = None
    """Gremium, as an actor of the register."""
    date: PartialDate | None = None
    """Termin."""
    role: DecisionRole | None = None
    """Zuständigkeit: preliminary (Vorberatung), decision (Entscheidung), information (Kenntnisnahme),
    recommendation (Empfehlung of an office or body)."""
    result: DecisionResult | None = None
    """Ergebnis: adopted, adopted_changed, rejected, postponed, noted or pending."""
    unanimous: bool | None = None
    """Einstimmig."""
    votes_for: Count | None = None
    """Ja-Stimmen."""
    votes_against: Count | None = None
    """Nein-Stimmen."""
    abstentions: Count | None = None
    """Enthaltungen."""
    text: str | None = None
    """Wortlaut or summary of the decision."""
    url: str | None = None
    """Link to the paper in the council information system."""


class Fate(StrEnum):
    """Fate of an earlier goal or measure in the new edition."""

    CARRIED_OVER = "carried_over"
    CHANGED = "changed"
    COMPLETED = "completed"
    DROPPED = "dropped"
    REJECTED = "rejected"


@record
class PreviousGoal(Element):
    """Früheres Ziel: a goal or measure of the earlier edition, judged and carried over or not."""

    noun: ClassVar[str] = "previous_goal"

    number: str | None = None
    """Nummer in the earlier edition."""
    text: str
    """Ziel, as the earlier edition put it."""
    verdict: str | None = None
    """Bewertung: degree of achievement."""
    rating_ref: RatingRef | None = None
    """Bewertungsstufe: id of a level of the concept's rating scale."""
    achievements: tuple[Statement, ...] = ()
    """Dies wurde erreicht."""
    fate: Fate | None = None
    """Verbleib: carried_over, changed, completed, dropped or rejected."""
    reason: str | None = None
    """Begründung for its fate."""
    goal_refs: tuple[GoalRef, ...] = ()
    """Goals of this edition that carry it on."""
    measure_refs: tuple[MeasureRef, ...] = ()
    """Measures of this edition that carry it on."""


@record
class Predecessor(Sourced):
    """Vorgänger: the edition or concept continued by this one."""

    id: str | None = None
    """Kennung of the earlier concept, where it exists as data."""
    title: str | None = None
    """Titel."""
    as_of: PartialDate | None = None
    """Stand."""
    adopted_on: PartialDate | None = None
    """Beschlossen am."""
    adopted_by: str | None = None
    """Beschlossen von: the deciding body."""
    previous_goals: tuple[PreviousGoal, ...] = ()
    """Frühere Ziele, with verdict and fate."""
    predecessor: "Predecessor | None" = None
    """Vorgänger of the predecessor, back to the first concept."""


@record
class Successor(Sourced):
    """Nächste Ausgabe: the edition or concept that is to follow this one."""

    id: str | None = None
    """Kennung of the later concept, where it exists as data."""
    title: str | None = None
    """Titel."""
    due: PartialDate | None = None
    """Vorgesehen für."""
    leads: tuple[Involvement, ...] = ()
    """Federführung."""
    steps: tuple[Step, ...] = ()
    """Arbeitsschritte on the way to it."""
    text: str | None = None
    """In Worten."""


@record
class Edition(Sourced):
    """Ausgabe: state, adoption and imprint of this edition."""

    number: Count | None = None
    """Fortschreibung: number of the edition, beginning with 1; not stated when not given."""
    as_of: PartialDate | None = None
    """Stand."""
    adopted_on: PartialDate | None = None
    """Beschlossen am; not documented when not given."""
    decisions: tuple[Decision, ...] = ()
    """Beschlüsse about the concept as a whole."""
    changes: tuple[Statement, ...] = ()
    """Neu in this edition."""
    in_force_beside: tuple[str, ...] = ()
    """Gilt daneben: titles of concepts that stay in force beside this one."""
    predecessor: Predecessor | None = None
    """Vorgänger."""
    successor: Successor | None = None
    """Nächste Ausgabe, where one is planned."""
    publisher: str | None = None
    """Herausgeber."""
    authors: tuple[str, ...] = ()
    """Verfasser."""
    funding_notice: str | None = None
    """Förderhinweis in the imprint."""
    photo_credit: str | None = None
    """Bildnachweis."""
    licence: str | None = None
    """Lizenz of the document."""
    data_licence: str | None = None
    """Lizenz der Daten in this file, such as ``CC-BY-4.0`` or an identifier of DCAT-AP.de."""
    url: str | None = None
    """Where the document is published."""

    @property
    def key(self) -> str | None:
        """What tells it from other editions: its state, day of adoption or number; None where none is stated."""
        stated = (self.as_of, self.adopted_on, self.number)
        return next((str(value) for value in stated if value is not None), None)
