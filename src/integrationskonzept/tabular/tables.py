"""All tables of one concept, or of many, filled when they are asked for."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import ClassVar

from integrationskonzept.blocks.account import HasBlocks
from integrationskonzept.errors import UnknownNameError
from integrationskonzept.gc_pause import collector_paused
from integrationskonzept.i18n.languages import LANGUAGES
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.concept import Concept
from integrationskonzept.suggest import suggestion_or_choices
from integrationskonzept.tabular.editions import with_edition
from integrationskonzept.tabular.frame import Frame, stacked
from integrationskonzept.tabular.table import Table


class Tables(Mapping[str, Frame], HasBlocks):
    """The tables of some concepts, by name: ``tables["measures"]`` or ``tables.measures``.

    A table is filled when it is first asked for, and kept. The rows of several concepts stand
    under each other; the first column says whose they are.
    """

    ACCOUNT: ClassVar[str] = "documents.tables:tables_document"

    def __init__(self, concepts: Iterable[Concept], tables: Mapping[str, Table], today: date | None = None) -> None:
        self._concepts = tuple(concepts)
        self._all = {name: with_edition(table) for name, table in tables.items()}
        self._tables = {name: one for name, one in self._all.items() if one.fill_on is None or today is not None}
        self._filled: dict[str, Frame] = {}
        self._today = today

    def on(self, today: date) -> "Tables":
        """Return these tables with those that depend on a day, as of the day `today`: agenda and evaluation."""
        return Tables(self._concepts, self._all, today)

    def __getitem__(self, name: str) -> Frame:
        name = name if name in self._tables else self._names_by_title.get(name, name)
        if name not in self._tables:
            if name in self._all:
                asked = message("the table '{name}' depends on a day; give it: tables.on(date(2027, 6, 30))", name=name)
                raise UnknownNameError(asked)
            owned = ", ".join(f"'{each}'" for each in self._tables if each.endswith(f":{name}"))
            if owned:
                several = message(
                    "the table '{name}' is claimed by several plugins; say whose you mean: {names}",
                    name=name,
                    names=owned,
                )
                raise UnknownNameError(several)
            nothing = message("there is no table '{name}'", name=name)
            raise UnknownNameError(suggestion_or_choices(nothing, name, self._tables))
        if name not in self._filled:
            table = self._tables[name]
            with collector_paused():
                self._filled[name] = stacked(table, (self._frame(table, concept) for concept in self._concepts))
        return self._filled[name]

    def _frame(self, table: Table, concept: Concept) -> Frame:
        if table.fill_on is None or self._today is None:
            return Frame(table, table.fill(concept))
        return Frame(table, table.fill_on(concept, self._today))

    @cached_property
    def _names_by_title(self) -> Mapping[str, str]:
        """The names of tables by their titles in every language, such as ``Maßnahmen``; without doubled titles."""
        titles = [(table.title.text(each), name) for name, table in self._tables.items() for each in LANGUAGES]
        counted = Counter(title for title, _ in dict.fromkeys(titles))
        return {title: name for title, name in titles if counted[title] == 1}

    def __getattr__(self, name: str) -> Frame:
        if name.startswith("_"):
            raise AttributeError(name)
        try:
            return self[name]
        except UnknownNameError as error:
            raise AttributeError(str(error)) from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._tables)

    def __len__(self) -> int:
        return len(self._tables)

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *self._tables]

    def __repr__(self) -> str:
        return f"<Tables of {len(self._concepts)} concept(s): {', '.join(self._tables)}>"
