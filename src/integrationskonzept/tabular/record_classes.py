"""Classes of records with a table of their own: its name, and the records that its rows hang on.

A record that stands alone in another one, such as the municipality, is spread into columns there. Every other class
has a table of its own: what has an address, what stands in a list, and what can contain its own kind.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from attrs import frozen

from integrationskonzept.i18n.messages import Message, label_text, message
from integrationskonzept.model.activity import RecurrenceException
from integrationskonzept.model.actor import Involvement
from integrationskonzept.model.check_settings import CheckSettings
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.description import MODEL, AttributeDescription, Description, ValueType
from integrationskonzept.model.edition import Predecessor
from integrationskonzept.model.element import Addressed, Statement
from integrationskonzept.model.indicator import Target
from integrationskonzept.model.metric import Metric
from integrationskonzept.model.money import Cost, YearlyCost
from integrationskonzept.model.observation import BreakdownPart
from integrationskonzept.model.timeline import TimelineRow
from integrationskonzept.model.undertaking import Undertaking

LEFT_OUT: Mapping[type, str] = {CheckSettings: "settings of the checks, which say nothing about the town"}
"""Classes of records that are in no table, with the reason."""

_NAMED: Mapping[type, tuple[str, Message]] = {
    Concept: ("concepts", message("Concepts")),
    Involvement: ("involvement", message("Involvement of actors")),
    Statement: ("statements", message("Statements")),
    Target: ("targets", message("Targets and interim targets")),
    BreakdownPart: ("breakdowns", message("Breakdowns")),
    TimelineRow: ("timeline_rows", message("Rows of the printed schedule")),
    RecurrenceException: ("recurrence_exceptions", message("Exceptions from a rhythm")),
    Cost: ("costs", message("Costs")),
    YearlyCost: ("yearly_costs", message("Costs by year")),
    Predecessor: ("predecessors", message("Previous editions")),
}
"""Names and titles of the tables for which the name of the attribute in the model would not do.

A class named here has a table even if its records stand alone.
"""


@frozen(kw_only=True)
class _Title(Message):
    """The label of an attribute as a heading."""

    def text(self, language: str = "en") -> str:
        """Return the label, with a capital letter first."""
        said = label_text(self.template, language)
        return said[:1].upper() + said[1:]


class Route(NamedTuple):
    """The attributes that lead from the record of a row to the records of another table."""

    attributes: tuple[str, ...]
    """Their names, one inside the other."""
    many: bool
    """Whether the last one is a list."""
    kind: type
    """The class of the records it leads to."""


class SpreadAttribute(NamedTuple):
    """An attribute that is a column: of the record of a row, or of a record spread into it."""

    attributes: tuple[str, ...]
    """The names that lead to it, one inside the other."""
    described: AttributeDescription
    """The attribute itself."""
    owner: type
    """The class whose attribute it is."""
    name: str
    """Name of the column."""


@frozen(slots=False, eq=False)
class RecordClasses:
    """The classes of records of a description of the model, as tables and columns."""

    description: Description = MODEL

    @cached_property
    def _all(self) -> tuple[type, ...]:
        return (Concept, *(kind for kind in self.description.below(Concept) if kind not in self._left_out))

    @cached_property
    def _left_out(self) -> frozenset[type]:
        return frozenset(LEFT_OUT).union(*map(self.description.below, LEFT_OUT))

    @cached_property
    def _held(self) -> Mapping[type, str]:
        """The name of the first attribute that holds records of each class; of a list, if there is one."""
        names: dict[str, dict[type, str]] = {"list": {}, "single": {}}
        for kind in self._all:
            for each in self.description[kind].records:
                names["list" if each.many else "single"].setdefault(each.kind, each.name)
        return {**names["single"], **names["list"]}

    @cached_property
    def tables(self) -> Mapping[type, tuple[str, Message]]:
        """The classes with a table of their own, each with the name of the table and its title."""
        found = {}
        for kind in self._all:
            name = self._held.get(kind, "")
            if kind in _NAMED:
                found[kind] = _NAMED[kind]
            elif issubclass(kind, Addressed) or kind in self._in_lists or kind in self.description.below(kind):
                found[kind] = name, _Title(template=name)
        return found

    @cached_property
    def _in_lists(self) -> frozenset[type]:
        records = (each for kind in self._all for each in self.description[kind].records)
        return frozenset(each.kind for each in records if each.many)

    @cached_property
    def ancestors(self) -> tuple[type, ...]:
        """The classes whose ids are columns in the tables of everything inside them: undertakings and metrics."""
        return tuple(kind for kind in self._in_lists if issubclass(kind, Undertaking | Metric))

    def around(self, kind: type) -> tuple[type, ...]:
        """Return the ancestors that records of `kind` can stand in, those of its own class apart."""
        ordered = sorted(self.ancestors, key=self._all.index)
        return tuple(each for each in ordered if each is not kind and kind in self.description.below(each))

    def can_stand_in(self, kind: type, *outer: type) -> bool:
        """Return whether records of `kind` are, or can stand in, records of one of the other classes."""
        return kind in outer or any(kind in self.description.below(each) for each in outer)

    def columns(self, kind: type, before: tuple[str, ...] = (), named: str = "") -> Iterator[SpreadAttribute]:
        """Yield the attributes of a class that are columns of its table, those of records spread into it included."""
        described = self.description[kind]
        for each in described.in_files.values():
            path = (*before, each.name)
            is_short = bool(before) and described.bare is not None and each.name == described.bare.name
            name = named if is_short else f"{named}_{each.name}" if named else each.name
            if each.type is not ValueType.RECORD:
                if each.type is not ValueType.ID:
                    yield SpreadAttribute(path, each, kind, name)
            elif self._is_spread(each):
                yield from self.columns(each.kind, path, name)

    def routes(self, kind: type, before: tuple[str, ...] = ()) -> Iterator[Route]:
        """Yield the attributes that lead from the record of a row to records that have a table of their own."""
        for each in self.description[kind].in_files.values():
            path = (*before, each.name)
            if each.kind in self.tables:
                yield Route(path, each.many, each.kind)
            elif each.type is ValueType.RECORD and self._is_spread(each):
                yield from self.routes(each.kind, path)

    def _is_spread(self, each: AttributeDescription) -> bool:
        return each.kind not in self.tables and each.kind not in self._left_out

    def holders(self, kind: type) -> Mapping[type, tuple[Route, ...]]:
        """Return the classes whose rows hold records of `kind`, with the ways to them."""
        return self._holders.get(kind, {})

    @cached_property
    def _holders(self) -> Mapping[type, Mapping[type, tuple[Route, ...]]]:
        found: dict[type, dict[type, tuple[Route, ...]]] = {}
        for outer in self.tables:
            for way in self.routes(outer):
                ways = found.setdefault(way.kind, {})
                ways[outer] = (*ways.get(outer, ()), way)
        return found

    def has_address(self, kind: type) -> bool:
        """Return whether records of `kind` have an address of their own."""
        return issubclass(kind, Addressed)

    def divided_by(self, kind: type) -> str | None:
        """Return the list of references for each of which a record has a row; None where a record is one row.

        It is what a bare entry in place of the record stands for, such as the actors who take part in something.
        """
        bare = self.description[kind].bare
        return bare.name if bare and bare.many and bare.noun else None


CLASSES = RecordClasses()
"""The classes of the model as it ships."""
