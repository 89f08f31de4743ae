"""The concept as a whole."""

from functools import cached_property
from html import escape
from typing import Any, ClassVar, TypeVar

import attrs
from attrs import field, frozen

from integrationskonzept.errors import UnknownElementError
from integrationskonzept.findings import Origin, Path, Place
from integrationskonzept.model.activity import ActionDay, Activity
from integrationskonzept.model.actor import Actor
from integrationskonzept.model.dates import Span
from integrationskonzept.model.edition import Edition
from integrationskonzept.model.element import Element, Sourced
from integrationskonzept.model.evaluation import Evaluation, EvaluationRule
from integrationskonzept.model.field import FieldOfAction, Overarching
from integrationskonzept.model.figure import Figure
from integrationskonzept.model.goal import Goal
from integrationskonzept.model.group import Group
from integrationskonzept.model.horizon import Horizon
from integrationskonzept.model.indicator import Indicator
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.meeting import Meeting
from integrationskonzept.model.municipality import Municipality
from integrationskonzept.model.nearby import did_you_mean
from integrationskonzept.model.paper import Footnote, Illustration, Passage, Reference, Section, Term
from integrationskonzept.model.provenance import Discrepancy
from integrationskonzept.model.record import Record, shorten
from integrationskonzept.model.role import Interface, Role
from integrationskonzept.model.settings import CheckSettings
from integrationskonzept.model.status import StatusLevel
from integrationskonzept.model.stocktake import Achievement, Challenge, Country, Need, Offer, TargetGroup, Theme
from integrationskonzept.model.timeline import Timeline
from integrationskonzept.model.walk import at, prune, walk, with_value

Addressed = Element | Discrepancy
"""What has an address: every element, and every discrepancy."""

E = TypeVar("E", bound=Addressed)


@frozen(kw_only=True, repr=False)
class Concept(Element):
    """Integrationskonzept: what a town has found, wants and does about integration.

    The attributes are those of the file. Look-ups by id (`measure`, `indicator`, …) and the
    collections over all fields of action (`measures`, `indicators`, …) are derived from them.
    """

    noun: ClassVar[str] = "concept"

    title: str
    """Titel."""
    motto: str | None = None
    """Motto or Leitsatz."""
    language: str = "de"
    """Sprache of the texts, as a BCP 47 code."""
    municipality: Municipality
    """Kommune."""
    edition: Edition = field(factory=Edition)
    """Ausgabe."""
    period: Span = field(factory=Span)
    """Laufzeit of the concept."""
    evaluation: EvaluationRule | None = None
    """Evaluationsregel."""
    evaluations: tuple[Evaluation, ...] = ()
    """Evaluationen, planned or held."""
    horizons: tuple[Horizon, ...] = ()
    """Zeitrahmen, shortest first."""
    status_scale: tuple[StatusLevel, ...] = ()
    """Statusskala, least advanced first."""
    terms: tuple[Term, ...] = ()
    """Begriffe the concept defines or names differently."""
    sections: tuple[Section, ...] = ()
    """Gliederung of the document."""
    passages: tuple[Passage, ...] = ()
    """Textstellen: forewords, introduction, principles, outlook."""
    target_groups: tuple[TargetGroup, ...] = ()
    """Zielgruppen."""
    figures: tuple[Figure, ...] = ()
    """Kennzahlen."""
    countries_of_origin: tuple[Country, ...] = ()
    """Herkunftsländer."""
    illustrations: tuple[Illustration, ...] = ()
    """Abbildungen."""
    meetings: tuple[Meeting, ...] = ()
    """Treffen and other participation."""
    needs: tuple[Need, ...] = ()
    """Bedarfe."""
    themes: tuple[Theme, ...] = ()
    """Themenfelder of the offers."""
    offers: tuple[Offer, ...] = ()
    """Bestehende Angebote."""
    achievements: tuple[Achievement, ...] = ()
    """Fortschritte."""
    challenges: tuple[Challenge, ...] = ()
    """Herausforderungen."""
    actors: tuple[Actor, ...] = ()
    """Akteure: the register."""
    roles: tuple[Role, ...] = ()
    """Rollen."""
    interfaces: tuple[Interface, ...] = ()
    """Schnittstellen."""
    groups: tuple[Group, ...] = ()
    """Arbeitsgruppen."""
    overarching: Overarching | None = None
    """Übergreifendes: what belongs to no single field of action."""
    fields_of_action: tuple[FieldOfAction, ...] = ()
    """Handlungsfelder."""
    timeline: Timeline | None = None
    """Zeitplan."""
    references: tuple[Reference, ...] = ()
    """Quellen."""
    footnotes: tuple[Footnote, ...] = ()
    """Fußnoten of the document."""
    checks: CheckSettings | None = None
    """Prüfeinstellungen."""

    origin: Origin | None = field(default=None, eq=False, metadata={"file": False})
    """Herkunft: the file it was read from; forgotten by every changed copy."""

    # -- look-ups ---------------------------------------------------------------------------

    @cached_property
    def records(self) -> dict[type[Record], list[tuple[Path, Any]]]:
        """Every record below the concept with its path, by class, in document order."""
        found: dict[type[Record], list[tuple[Path, Any]]] = {}
        for path, record in walk(self):
            found.setdefault(type(record), []).append((path, record))
        return found

    @cached_property
    def index(self) -> dict[str, tuple[Path, Addressed]]:
        """Path and element of every address; of doubled addresses, the first."""
        entries: dict[str, tuple[Path, Addressed]] = {}
        for kind, found in self.records.items():
            if issubclass(kind, (Element, Discrepancy)):
                for path, element in found:
                    entries.setdefault(element.address, (path, element))
        return entries

    @cached_property
    def _by_noun(self) -> dict[str, dict[str, Addressed]]:
        nouns: dict[str, dict[str, Addressed]] = {}
        for _, element in self.index.values():
            nouns.setdefault(element.noun, {})[element.id] = element
        return nouns

    def element(self, address: str) -> Addressed:
        """Return what has this address, such as ``measure/sprachkurse``.

        Raises `UnknownElementError` (a `KeyError`) with near addresses when nothing has it.
        """
        return self._entry(address)[1]

    def path(self, address: str) -> Path:
        """Return the path of attributes and positions to what has this address."""
        return self._entry(address)[0]

    def _entry(self, address: str) -> tuple[Path, Addressed]:
        try:
            return self.index[address]
        except KeyError:
            hint = did_you_mean(address, self.index)
            raise UnknownElementError(f"{self.address} has no element {address!r}{hint}") from None

    def every(self, noun: type[E]) -> tuple[E, ...]:
        """Return all elements of one noun, in document order; an `Activity` is no `ActionDay`."""
        return tuple(self._by_noun.get(noun.noun, {}).values())  # type: ignore[arg-type]  # keyed by the noun

    def find(self, noun: type[E], id: str) -> E:
        """Return the element of this noun and id, or raise `UnknownElementError` with near ids."""
        elements: Any = self._by_noun.get(noun.noun, {})
        if id in elements:
            return elements[id]  # type: ignore[no-any-return]
        what = noun.noun.replace("_", " ")
        raise UnknownElementError(f"{self.address} has no {what} {id!r}{did_you_mean(id, elements)}")

    def field_of_action(self, id: str) -> FieldOfAction:
        """Return the field of action (Handlungsfeld) or sub-field with this id."""
        return self.find(FieldOfAction, id)

    def goal(self, id: str) -> Goal:
        """Return the goal (Ziel), on whatever level, with this id."""
        return self.find(Goal, id)

    def measure(self, id: str) -> Measure:
        """Return the measure (Maßnahme) with this id."""
        return self.find(Measure, id)

    def indicator(self, id: str) -> Indicator:
        """Return the indicator (Indikator), wherever it hangs, with this id."""
        return self.find(Indicator, id)

    def activity(self, id: str) -> Activity:
        """Return the activity (Aktivität) with this id."""
        return self.find(Activity, id)

    def action_day(self, id: str) -> ActionDay:
        """Return the action day (Aktionstag) with this id."""
        return self.find(ActionDay, id)

    def actor(self, id: str) -> Actor:
        """Return the actor (Akteur) with this id."""
        return self.find(Actor, id)

    def role(self, id: str) -> Role:
        """Return the role (Rolle) with this id."""
        return self.find(Role, id)

    def interface(self, id: str) -> Interface:
        """Return the interface (Schnittstelle) with this id."""
        return self.find(Interface, id)

    def group(self, id: str) -> Group:
        """Return the working group (Arbeitsgruppe) with this id."""
        return self.find(Group, id)

    def horizon(self, id: str) -> Horizon:
        """Return the time frame (Zeitrahmen) with this id."""
        return self.find(Horizon, id)

    def status_level(self, id: str) -> StatusLevel:
        """Return the level of the status scale with this id."""
        return self.find(StatusLevel, id)

    def need(self, id: str) -> Need:
        """Return the need (Bedarf) with this id."""
        return self.find(Need, id)

    def offer(self, id: str) -> Offer:
        """Return the offer (Angebot) with this id."""
        return self.find(Offer, id)

    def challenge(self, id: str) -> Challenge:
        """Return the challenge (Herausforderung) with this id."""
        return self.find(Challenge, id)

    def figure(self, id: str) -> Figure:
        """Return the figure (Kennzahl) with this id."""
        return self.find(Figure, id)

    def meeting(self, id: str) -> Meeting:
        """Return the meeting (Treffen) with this id."""
        return self.find(Meeting, id)

    def reference(self, id: str) -> Reference:
        """Return the entry of the list of references with this id."""
        return self.find(Reference, id)

    # -- over all fields of action ------------------------------------------------------------

    @property
    def goals(self) -> tuple[Goal, ...]:
        """All goals, on every level, in document order."""
        return self.every(Goal)

    @property
    def measures(self) -> tuple[Measure, ...]:
        """All measures, overarching ones first, then by field of action."""
        return self.every(Measure)

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """All indicators, wherever they hang, in document order."""
        return self.every(Indicator)

    @property
    def activities(self) -> tuple[Activity, ...]:
        """All activities that are no action days, in document order."""
        return self.every(Activity)

    @property
    def action_days(self) -> tuple[ActionDay, ...]:
        """All action days, in document order."""
        return self.every(ActionDay)

    @property
    def all_discrepancies(self) -> tuple[Discrepancy, ...]:
        """Every discrepancy, of the concept and of each of its elements."""
        return self.every(Discrepancy)

    def parent(self, address: str) -> Addressed | None:
        """Return the nearest element around what has this address; None for the concept itself."""
        path = self.path(address)
        around = (at(self, path[:length]) for length in range(len(path) - 1, -1, -1))
        return next((record for record in around if isinstance(record, (Element, Discrepancy))), None)

    def place(self, path: Path) -> Place:
        """Say where `path` lies: nearest element, and file, line and column where it came from a file."""
        around = (at(self, path[:length]) for length in range(len(path), -1, -1))
        address = next(r.address for r in around if isinstance(r, (Element, Discrepancy)))
        if self.origin is None:
            return Place(path=path, address=address)
        key, value = self.origin.marks(path)
        mark = key or value
        line, column = (mark.line, mark.column) if mark else (None, None)
        return Place(file=self.origin.file, line=line, column=column, path=path, address=address)

    # -- new concepts from this one -------------------------------------------------------------

    def replace(self, address: str, **changes: Any) -> "Concept":
        """Return a concept in which what has this address has other values for some attributes."""
        path, element = self._entry(address)
        known = {attribute.name for attribute in attrs.fields(type(element))}
        for name in changes:
            if name not in known:
                raise TypeError(f"{address} has no attribute {name!r}{did_you_mean(name, known)}")
        if not path:
            return attrs.evolve(self, **{"origin": None, **changes})
        return attrs.evolve(with_value(self, path, attrs.evolve(element, **changes)), origin=None)

    def public(self) -> "Concept":
        """Return the concept without anything marked internal, and without the editors' check settings."""
        visible = prune(self, lambda record: not (isinstance(record, Sourced) and record.internal))
        return attrs.evolve(visible, checks=None, origin=None)

    # -- for people who look at it ----------------------------------------------------------------

    @property
    def years(self) -> str:
        """The period in years, such as ``2025–2029``; empty when it is not stated."""
        start, end = self.period.start, self.period.end
        stated = [str(year) for year in (start and start.year, end and end.year) if year]
        return "–".join(stated)

    def _counts(self) -> str:
        counts = (
            (len(self.every(FieldOfAction)), "field of action", "fields of action"),
            (len(self.measures), "measure", "measures"),
            (len(self.indicators), "indicator", "indicators"),
        )
        return ", ".join(f"{count} {one if count == 1 else many}" for count, one, many in counts)

    def __repr__(self) -> str:
        return f"<Concept {self.id} {shorten(self.title)} {self.years}: {self._counts()}>"

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><td>{escape(around.title)}</td><td>{escape(measure.title)}</td>"
            f"<td>{escape(', '.join(h.horizon or str(h.start or '') for h in measure.horizons))}</td>"
            f"<td>{len(measure.indicators)}</td></tr>"
            for around in self.every(FieldOfAction)
            for measure in around.measures
        )
        return (
            f"<h3>{escape(self.title)}</h3><p>{escape(self.municipality.name)}, {self.years or '–'}: {self._counts()}</p>"
            "<table><thead><tr><th>Handlungsfeld</th><th>Maßnahme</th><th>Zeitrahmen</th><th>Indikatoren</th></tr></thead>"
            f"<tbody>{rows}</tbody></table>"
        )
