"""Tables of a concept's elements for people to edit, with the values they are made from."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from attrs import field, frozen

from integrationskonzept.i18n.messages import Message
from integrationskonzept.merging.cells import Shown
from integrationskonzept.merging.columns import SheetColumn
from integrationskonzept.model.description import ValueType
from integrationskonzept.model.partial_date import PartialDate

Fit = Callable[[str], str]
"""Function that returns a text as a medium can hold it."""


@frozen(kw_only=True)
class MadeColumn:
    """A column of a table for people."""

    key: str
    title: Message
    meaning: Message | None = None
    """How to fill it in."""
    type: ValueType = ValueType.TEXT
    many: bool = False
    locked: bool = False
    """Whether it only informs."""
    choices: str | None = None
    """Name of the list of its possible contents."""
    is_used: bool = True
    """Whether one of the elements says something in it."""


@frozen(kw_only=True)
class MadeRow:
    """A row: the cells of one element, as people see them."""

    address: str
    cells: Mapping[str, Shown]
    """Contents by the key of the column; empty ones are left out."""
    fixed: frozenset[str] = frozenset()
    """Keys of cells that cannot be taken back."""


@frozen(kw_only=True)
class MadeTable:
    """A table of the elements of one noun."""

    noun: str
    name: str
    columns: tuple[MadeColumn, ...]
    rows: tuple[MadeRow, ...]


@frozen(kw_only=True)
class MadeTables:
    """Tables for people, with the values they are made from."""

    tables: tuple[MadeTable, ...]
    base: Mapping[str, Mapping[str, Any]]
    """Plain data by address and key; see `Edits.base`."""
    choices: Mapping[str, Sequence[str]] = field(factory=dict)
    """Lists of possible contents."""
    concept_id: str
    digest: str
    """Fingerprint of the concept."""
    language: str
    day: PartialDate | None = None
    """Date of the round of reports."""
    cut: tuple[tuple[str, SheetColumn], ...] = ()
    """Addresses and columns of texts that the medium cannot hold."""


@frozen
class Told:
    """What the rows of a table inform of."""

    of: Callable[[Any], Mapping[str, Shown]]
    """Function that returns it for an element, by the key of the column."""
    columns: tuple[MadeColumn, ...]
    deletable: bool = False
    """Whether a row has a cell that removes its element."""
