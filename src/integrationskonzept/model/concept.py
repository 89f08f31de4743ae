"""The concept and its look-ups."""

from functools import cached_property
from itertools import chain
from typing import Any, ClassVar, TypeVar, Unpack

import attrs
from attrs import field

from integrationskonzept.errors import InternalConceptError, UnknownElementError
from integrationskonzept.findings import FileOrigin, Path, Place
from integrationskonzept.i18n.messages import label, message
from integrationskonzept.model.activity import ActionDay, Activity, SchoolHoliday
from integrationskonzept.model.actor import Actor
from integrationskonzept.model.addresses import address_of, check_class
from integrationskonzept.model.changes import Changes
from integrationskonzept.model.check_settings import CheckSettings
from integrationskonzept.model.dates import Span
from integrationskonzept.model.description import check_names
from integrationskonzept.model.edition import Edition
from integrationskonzept.model.element import Addressed, Element
from integrationskonzept.model.evaluation import Evaluation, EvaluationRule
from integrationskonzept.model.field_of_action import FieldOfAction, Overarching
from integrationskonzept.model.goal import Goal
from integrationskonzept.model.group import Group
from integrationskonzept.model.horizon import Horizon
from integrationskonzept.model.indicator import Indicator
from integrationskonzept.model.key_figure import Figure
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.meeting import Meeting
from integrationskonzept.model.municipality import Municipality
from integrationskonzept.model.provenance import Discrepancy
from integrationskonzept.model.public_view import public_view
from integrationskonzept.model.record import Record, record
from integrationskonzept.model.references import CrossReference, Referrer, referring
from integrationskonzept.model.role import Interface, Role
from integrationskonzept.model.source_document import Footnote, Illustration, Passage, Reference, Section, Term
from integrationskonzept.model.status import PriorityLevel, RatingLevel, StatusLevel
from integrationskonzept.model.stocktake import Achievement, Challenge, Country, Need, Offer, TargetGroup, Theme
from integrationskonzept.model.timeline import Timeline
from integrationskonzept.model.tree import RecordIndex, get_path, iter_path, walk, with_value
from integrationskonzept.printable import shorten
from integrationskonzept.suggest import suggestion_for

E = TypeVar("E", bound=Addressed)


def addresses(record: Record) -> list[tuple[Path, str]]:
    """Return the addresses of `record` and of the records below it, each with its path."""
    return [(path, found.address) for path, found in walk(record) if isinstance(found, Addressed)]


@record
class Concept(Element):
    """Integrationskonzept: stock-take, goals and measures of a town for integration.

    The attributes are those of the file. Look-ups by id (`measure`, `indicator`, …) and the
    collections over all fields of action (`measures`, `indicators`, …) are derived from them.
    """

    noun: ClassVar[str] = "concept"
    ACCOUNT: ClassVar[str] = "documents.concept:concept_document"
    IN_NOTEBOOKS: ClassVar[str | None] = "documents.concept:public_overview"

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
    school_holidays: tuple[SchoolHoliday, ...] = ()
    """Schulferien, on which activities that say so do not take place."""
    status_scale: tuple[StatusLevel, ...] = ()
    """Statusskala, least advanced first."""
    priority_scale: tuple[PriorityLevel, ...] = ()
    """Prioritätsskala, highest first."""
    rating_scale: tuple[RatingLevel, ...] = ()
    """Bewertungsskala, lowest first."""
    terms: tuple[Term, ...] = ()
    """Begriffe that the concept defines or names differently."""
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
    """Übergreifendes: elements that belong to no single field of action."""
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

    origin: FileOrigin | None = field(default=None, eq=False, metadata={"file": False})
    """Herkunft: the file it was read from; None after `replace` and `public`."""

    # -- look-ups ---------------------------------------------------------------------------

    @cached_property
    def records(self) -> RecordIndex:
        """Every record below the concept with its path, by class, in document order."""
        return RecordIndex(self)

    @cached_property
    def referring(self) -> tuple[Referrer, ...]:
        """References between elements, by class of the record and by attribute."""
        return tuple(referring(self.records))

    @cached_property
    def links(self) -> tuple[CrossReference, ...]:
        """Every reference between elements, by class of the record that holds it."""
        return tuple(chain.from_iterable(self.referring))

    @cached_property
    def index(self) -> dict[str, tuple[Path, Addressed]]:
        """Path and element of every address; the first for duplicate addresses."""
        entries: dict[str, tuple[Path, Addressed]] = {}
        for kind, found in self.records.items():
            if issubclass(kind, Addressed):
                for path, element in found:
                    entries.setdefault(element.address, (path, element))
        return entries

    def element(self, address: str) -> Addressed:
        """Return the element with this address, such as ``measure/sprachkurse``.

        Raises `UnknownElementError` (a `KeyError`) with similar addresses if there is none.
        """
        element: Addressed = self._entry(address)[1]
        return element

    def get(self, address: str) -> Addressed | None:
        """Return the element with this address, or None where there is none."""
        return self.element(address) if address in self._paths else None

    def path(self, element: Addressed | str) -> Path:
        """Return the path of attributes and positions to an element, which is given itself or by its address."""
        return self._entry(address_of(element))[0]

    @cached_property
    def _paths(self) -> dict[str, Path]:
        """The path of every address; reused by `replace` where no address changes."""
        return {address: path for address, (path, _) in self.index.items()}

    def _entry(self, address: str) -> tuple[Path, Any]:
        try:
            path = self._paths[address]
        except KeyError:
            nothing = message("{concept} has no element '{address}'", concept=self.address, address=address)
            raise UnknownElementError(suggestion_for(nothing, address, self._paths)) from None
        return path, get_path(self, path)

    def every(self, noun: type[E]) -> tuple[E, ...]:
        """Return all elements of one class, in document order; an `ActionDay` is not listed as an `Activity`."""
        check_class(noun)
        named: dict[str, E] = {}
        for _, element in self.records.get(noun):
            named.setdefault(element.id, element)
        return tuple(named.values())

    def find(self, noun: type[E], id: str) -> E:
        """Return the element of this class and id, or raise `UnknownElementError` with similar ids."""
        path = self._paths.get(f"{noun.noun}/{id}")
        if path is not None:
            found: E = get_path(self, path)
            return found
        nothing = message("{concept} has no {noun} '{id}'", concept=self.address, noun=label(noun.noun), id=id)
        raise UnknownElementError(suggestion_for(nothing, id, (element.id for element in self.every(noun))))

    def field_of_action(self, id: str) -> FieldOfAction:
        """Return the field of action (Handlungsfeld) or sub-field with this id."""
        return self.find(FieldOfAction, id)

    def goal(self, id: str) -> Goal:
        """Return the goal (Ziel) of any level with this id."""
        return self.find(Goal, id)

    def measure(self, id: str) -> Measure:
        """Return the measure (Maßnahme) with this id."""
        return self.find(Measure, id)

    def indicator(self, id: str) -> Indicator:
        """Return the indicator (Indikator) with this id."""
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
        """All goals of every level, in document order."""
        return self.every(Goal)

    @property
    def measures(self) -> tuple[Measure, ...]:
        """All measures, overarching ones first, then by field of action."""
        return self.every(Measure)

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """All indicators, in document order."""
        return self.every(Indicator)

    @property
    def activities(self) -> tuple[Activity, ...]:
        """All activities except action days, in document order."""
        return self.every(Activity)

    @property
    def action_days(self) -> tuple[ActionDay, ...]:
        """All action days, in document order."""
        return self.every(ActionDay)

    @property
    def all_discrepancies(self) -> tuple[Discrepancy, ...]:
        """Every discrepancy, of the concept and of each of its elements."""
        return self.every(Discrepancy)

    def parent(self, element: Addressed | str) -> Element | None:
        """Return the innermost element that contains an element, given itself or by address; None for the concept."""
        path = self.path(element)
        return self._nearest(path[:-1], Element, Discrepancy) if path else None

    def field_of(self, element: Addressed | str) -> FieldOfAction | None:
        """Return the innermost field of an element, given itself or by address; None for an overarching element."""
        around: FieldOfAction | None = self._nearest(self.path(element)[:-1], FieldOfAction)
        return around

    def _nearest(self, path: Path, *kinds: type[Record]) -> Any:
        """Return the last record of these classes along `path`, which begins with the concept itself."""
        return next((each for each in reversed([*iter_path(self, path)]) if isinstance(each, kinds)), None)

    def place(self, path: Path, address: str | None = None) -> Place:
        """Return the place of `path`: innermost element, and file, line and column if it was read from a file.

        A caller that knows the address of the innermost element passes it, which saves the search.
        """
        if address is None:
            address = self._nearest(path, Element, Discrepancy).address
        return self.origin.place(path, address) if self.origin else Place(path=path, address=address)

    # -- new concepts from this one -------------------------------------------------------------

    def replace(self, address: str, **changes: Unpack[Changes]) -> "Concept":
        """Return a concept with new values for some attributes of the element with this address.

        A list becomes a tuple, a text the date or enumeration value it stands for. Raises
        `UnknownElementError` (a `KeyError`) for an address that does not exist, `TypeError` for an
        attribute that does not exist, and `InvalidValueError` (a `ValueError`) for a value it cannot take.
        """
        path, element = self._entry(address)
        values: dict[str, Any] = {**changes}
        check_names(values, type(element), address)
        if not path:
            return attrs.evolve(self, **{"origin": None, **values})
        changed = attrs.evolve(element, **values)
        concept = attrs.evolve(with_value(self, path, changed), origin=None)
        if addresses(changed) == addresses(element):
            object.__setattr__(concept, "_paths", self._paths)  # else each of many changes would walk it all again
        return concept

    def public(self) -> "Concept":
        """Return the concept without internal elements and without editors' remarks.

        References to internal elements are removed, records that consist only of such a reference (a partner), and
        measures that were merged only into internal ones, since they would look current. Editors' remarks are notes
        (`note`), the effect of a discrepancy (`effect`), and the check settings. Raises `InternalConceptError` (a
        `ValueError`) when the concept as a whole, or its municipality, is marked internal.
        """
        if self.internal or self.municipality.internal:
            raise InternalConceptError(
                message(
                    "{concept} is marked internal as a whole and has no public view;"
                    " remove its 'internal: true', or ask for internal content",
                    concept=self.address,
                )
            )
        return public_view(self)

    # -- display ------------------------------------------------------------------------------

    @property
    def years(self) -> str:
        """The period in years, such as ``2025–2029`` or, without a stated end, ``2025–``; empty when not stated."""
        return self.period.years

    @property
    def edition_key(self) -> str | None:
        """What tells this edition from others of the town: state, day of adoption, number or years; None without."""
        return self.edition.key or self.years or None

    def __repr__(self) -> str:
        counts = (
            (len(self.every(FieldOfAction)), "field of action", "fields of action"),
            (len(self.measures), "measure", "measures"),
            (len(self.indicators), "indicator", "indicators"),
        )
        counted = ", ".join(f"{count} {one if count == 1 else many}" for count, one, many in counts)
        named = " ".join(filter(None, (self.id, shorten(self.title), self.years)))
        return f"<Concept {named}: {counted}>"
