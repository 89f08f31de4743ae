"""Portfolio: the concepts of many files, with their findings, tables and checks."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date
from functools import cached_property
from typing import ClassVar

from attrs import evolve, field, frozen

from integrationskonzept.blocks.account import HasBlocks
from integrationskonzept.comparison.comparability import (
    Comparability,
    SimilarIndicators,
    Uncoded,
    comparability,
    similar_indicators,
    without_code,
)
from integrationskonzept.errors import UnknownElementError
from integrationskonzept.evaluation.agenda import Agenda, DueKind, due
from integrationskonzept.findings import Finding, Place, Severity
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.concept import Concept
from integrationskonzept.plugins.check import check_with
from integrationskonzept.plugins.host import PluginHost
from integrationskonzept.portfolio.entry import PortfolioEntry
from integrationskonzept.portfolio.tables import tables_of
from integrationskonzept.rules.profiles import Profile
from integrationskonzept.rules.report import CheckReport
from integrationskonzept.suggest import suggestion_for
from integrationskonzept.tabular.agenda import year_from
from integrationskonzept.tabular.tables import Tables

DOUBLED_EDITION = "IK062"
"""Code of the finding that several files hold the same edition of a concept."""


@frozen(kw_only=True, slots=False, repr=False, eq=False)
class Portfolio(HasBlocks):
    """The concepts of many files; iterating gives the concepts, in the order of the files."""

    ACCOUNT: ClassVar[str] = "portfolio.account:portfolio_document"

    entries: tuple[PortfolioEntry, ...]
    """The files, in the given order, those without a concept included."""
    host: PluginHost = field(repr=False)
    """Host of the plugins whose tables, rules and profiles are used."""

    @cached_property
    def concepts(self) -> tuple[Concept, ...]:
        """The concepts, in the order of the files."""
        return tuple(concept for entry in self.entries if (concept := entry.concept) is not None)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Problems of files without a concept, warnings of formats, and editions that several files hold."""
        return (*(finding for entry in self.entries for finding in entry.findings), *self._doubled())

    def _doubled(self) -> Iterator[Finding]:
        """Yield a finding for every edition that several files hold."""
        by_edition: dict[tuple[str, str | None], list[str]] = defaultdict(list)
        for entry in self.entries:
            if entry.id is not None:
                by_edition[entry.id, entry.edition].append(entry.path)
        for (id, _), files in by_edition.items():
            if len(files) > 1:
                yield Finding(
                    code=DOUBLED_EDITION,
                    severity=Severity.WARNING,
                    message=message(
                        "{count} files hold the same edition of the concept {id!r}", count=len(files), id=id
                    ),
                    hint=message(
                        "leave all but one of them out, or state in each which edition it is (edition.as_of), since"
                        " their rows in tables cannot be told apart"
                    ),
                    places=tuple(Place(file=file, address=f"concept/{id}") for file in files),
                )

    def __len__(self) -> int:
        """Return the number of concepts, without files that have none."""
        return sum(entry.id is not None for entry in self.entries)

    def __iter__(self) -> Iterator[Concept]:
        return iter(self.concepts)

    def __getitem__(self, id: str) -> Concept:
        """Return the (first) concept with this id; raises `UnknownElementError` (a `KeyError`) with similar ids.

        All editions of a town are in `editions`.
        """
        for entry in self.entries:
            if entry.id == id and entry.concept is not None:
                return entry.concept
        nothing = message("the portfolio has no concept '{id}'", id=id)
        raise UnknownElementError(suggestion_for(nothing, id, [entry.id for entry in self.entries if entry.id]))

    def editions(self, id: str) -> tuple[Concept, ...]:
        """Return all editions of the concept with this id, ordered by what tells them apart; () if there is none."""
        found = [entry for entry in self.entries if entry.id == id]
        found.sort(key=lambda entry: entry.edition or "")
        return tuple(entry.concept for entry in found if entry.concept is not None)

    def newest(self) -> "Portfolio":
        """Return a portfolio with the newest edition of each town only, by what tells editions apart.

        What compares towns, such as `comparable`, would take two editions of one town for two towns.
        """
        keys: dict[str, str] = {}
        for entry in self.entries:
            if entry.id is not None:
                keys[entry.id] = max(keys.get(entry.id, ""), entry.edition or "")
        kept = [entry for entry in self.entries if entry.id is None or keys[entry.id] == (entry.edition or "")]
        return evolve(self, entries=tuple(kept))

    @cached_property
    def tables(self) -> Tables:
        """The tables of all concepts together; the first two columns are the concept's id and its edition."""
        return tables_of(self.concepts, self.host)

    def check(self, profile: str | Profile | None = None) -> tuple[CheckReport, ...]:
        """Return a report for every file, in order; see `integrationskonzept.check`."""
        return tuple(
            check_with(self.host, entry.concept, profile) if entry.concept else CheckReport(findings=entry.findings)
            for entry in self.entries
        )

    def comparable(self) -> tuple[Comparability, ...]:
        """Return, for every catalogue code that several concepts use, whether values are comparable, or why not."""
        return comparability(self.concepts)

    def without_code(self) -> tuple[Uncoded, ...]:
        """Return the indicators that state no catalogue code, which `comparable` therefore leaves out."""
        return without_code(self.concepts)

    def similar_indicators(self) -> tuple[SimilarIndicators, ...]:
        """Return pairs of indicators of two towns that may measure the same; people have to decide."""
        return similar_indicators(self.concepts)

    def due(
        self,
        start: date,
        end: date,
        *,
        fields: Collection[str] = (),
        actors: Collection[str] = (),
        kinds: Collection[DueKind | str] = (),
    ) -> Agenda:
        """Return one agenda of all concepts; see `integrationskonzept.due`."""
        return due(self.concepts, start, end, fields=fields, actors=actors, kinds=kinds)

    def year_ahead(self, today: date) -> Agenda:
        """Return one agenda of all concepts for the twelve months that begin with the day `today`."""
        return self.due(*year_from(today))

    def text(self, language: str = "en") -> str:
        """Return the numbers of concepts and files as a sentence."""
        return message("{count} concepts from {files} files", count=len(self), files=len(self.entries)).text(language)

    def __repr__(self) -> str:
        return f"<Portfolio {self.text()}>"
