"""All tables of one concept, or of many, filled when they are asked for."""

from collections.abc import Iterable, Iterator, Mapping
from typing import ClassVar

from integrationskonzept.blocks.account import HasBlocks
from integrationskonzept.errors import UnknownNameError
from integrationskonzept.gc_pause import collector_paused
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.concept import Concept
from integrationskonzept.suggest import suggestion_or_choices
from integrationskonzept.tabular.frame import Frame, stacked
from integrationskonzept.tabular.table import Table


class Tables(Mapping[str, Frame], HasBlocks):
    """The tables of some concepts, by name: ``tables["measures"]`` or ``tables.measures``.

    A table is filled when it is first asked for, and kept. The rows of several concepts stand
    under each other; the first column says whose they are.
    """

    ACCOUNT: ClassVar[str] = "documents.tables:tables_document"

    def __init__(self, concepts: Iterable[Concept], tables: Mapping[str, Table]) -> None:
        self._concepts = tuple(concepts)
        self._tables = dict(tables)
        self._filled: dict[str, Frame] = {}

    def __getitem__(self, name: str) -> Frame:
        if name not in self._tables:
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
                self._filled[name] = stacked(table, (Frame(table, table.fill(concept)) for concept in self._concepts))
        return self._filled[name]

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
