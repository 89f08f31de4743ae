"""A table filled with the data of one concept or of several."""

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import frozen

from integrationskonzept.blocks.account import HasBlocks
from integrationskonzept.errors import UnknownNameError
from integrationskonzept.evaluation.totals import Total
from integrationskonzept.i18n.messages import message
from integrationskonzept.spreadsheets import Sheet, guarded, is_formula
from integrationskonzept.suggest import suggestion_or_choices
from integrationskonzept.tabular.column_storage import Stacked
from integrationskonzept.tabular.table import Column, ColumnType, Table

if TYPE_CHECKING:  # slow to import, and optional
    import pandas
    import polars
    import pyarrow

_WIDTHS = {
    ColumnType.STRING: 30,
    ColumnType.INTEGER: 12,
    ColumnType.NUMBER: 14,
    ColumnType.BOOLEAN: 10,
    ColumnType.DATE: 12,
}
"""Width of a column in a workbook, in characters."""
_SHOWN = 20
"""Number of rows shown in a notebook."""


@frozen(repr=False, eq=False)
class Frame(HasBlocks):
    """Columns of equal length, with their meaning; missing values are None."""

    ACCOUNT: ClassVar[str] = "documents.tables:frame_document"

    table: Table
    """The table, which describes the columns."""
    data: Mapping[str, Sequence[Any]]
    """The values of each column, in the table's order."""

    def __len__(self) -> int:
        return len(self.data[self.table.columns[0].name])

    def __iter__(self) -> Iterator[dict[str, Any]]:
        names = list(self.data)
        for row in zip(*self.data.values(), strict=True):
            yield dict(zip(names, row, strict=True))

    def __getitem__(self, column: str) -> Sequence[Any]:
        if column not in self.data:
            nothing = message("the table '{table}' has no column '{name}'", table=self.table.name, name=column)
            raise UnknownNameError(suggestion_or_choices(nothing, column, self.data))
        return self.data[column]

    def total(self, column: str) -> Total:
        """Return the sum of the known values of a column of numbers, and how many of them are known.

        Raises `ValueError` where the numbers are not all in one unit, or of one period: sum them up with `totals`.
        """
        return self.totals(column, by=()).get((), Total.of(()))

    def totals(self, column: str, *, by: str | Sequence[str]) -> dict[Any, Total]:
        """Return the total of each group of rows: those that have the same value in `by`, one column or several.

        A key is that value, or a tuple of values where several columns are given. A row without a value counts as
        unknown in its group, never as 0. Raises `ValueError` where numbers of a group differ in their unit.
        """
        names = (by,) if isinstance(by, str) else tuple(by)
        values, units = self[column], self._column(column).measured_in
        groups: dict[Any, list[int]] = defaultdict(list)
        keys = zip(*map(self.__getitem__, names), strict=True) if names else [()] * len(values)
        for position, key in enumerate(keys):
            groups[key[0] if isinstance(by, str) else key].append(position)
        for positions in groups.values():
            told = {tuple(self[unit][one] for unit in units) for one in positions if values[one] is not None}
            if len(told) > 1:
                raise ValueError(
                    f"the numbers in {column} differ in {' and '.join(units)} and cannot be added up;"
                    f" use totals({column!r}, by={(*names, *units)!r})"
                )
        return {key: Total.of([values[one] for one in positions]) for key, positions in groups.items()}

    def _column(self, name: str) -> Column:
        """Return a column of numbers; raise `ValueError` for any other."""
        found = next(column for column in self.columns if column.name == name)
        if found.type not in {ColumnType.INTEGER, ColumnType.NUMBER}:
            numbers = ", ".join(one.name for one in self.columns if one.type in {ColumnType.INTEGER, ColumnType.NUMBER})
            raise ValueError(f"{name} holds no numbers; columns with numbers: {numbers or 'none'}")
        return found

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns, with type, unit and meaning."""
        return self.table.columns

    def to_arrow(self) -> "pyarrow.Table":
        """Return an Arrow table; needs pyarrow (extra ``arrow``)."""
        import pyarrow as pa

        types = {
            ColumnType.STRING: pa.string(),
            ColumnType.INTEGER: pa.int64(),
            ColumnType.NUMBER: pa.float64(),
            ColumnType.BOOLEAN: pa.bool_(),
            ColumnType.DATE: pa.date32(),
        }
        fields = [
            pa.field(
                column.name,
                types[column.type],
                metadata={"description": column.description.text(), "unit": column.unit or ""},
            )
            for column in self.columns
        ]
        arrays = [_array(self.data[field.name], field.type) for field in fields]
        return pa.Table.from_arrays(arrays, schema=pa.schema(fields))

    def to_polars(self) -> "polars.DataFrame":
        """Return a polars frame, through Arrow; needs polars and pyarrow (extra ``polars``)."""
        import polars as pl

        return pl.DataFrame(self.to_arrow())

    def to_pandas(self) -> "pandas.DataFrame":
        """Return a pandas frame whose columns can be missing in every type; needs pandas (extra ``pandas``)."""
        import pandas as pd
        import pyarrow as pa

        nullable = {pa.int64(): pd.Int64Dtype(), pa.bool_(): pd.BooleanDtype(), pa.string(): pd.StringDtype()}
        return self.to_arrow().to_pandas(types_mapper=nullable.get, date_as_object=False)

    def to_csv(self, *, safe: bool = True) -> str:
        """Return the table as CSV (RFC 4180, comma, header line); a missing value is an empty cell.

        A spreadsheet computes text that begins like a formula, so an apostrophe is written before
        it; with `safe=False` every text is written as it is, for programs that read it.
        """
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerow(self.data)
        kinds = [column.type for column in self.columns]
        for row in zip(*self.data.values(), strict=True):
            writer.writerow([_cell(value, kind, safe=safe) for value, kind in zip(row, kinds, strict=True)])
        return text.getvalue()

    def formulas(self) -> int:
        """Count the cells of text that a spreadsheet would take for a formula."""
        texts = (self.data[column.name] for column in self.columns if column.type is ColumnType.STRING)
        return sum(is_formula(value) for values in texts for value in values if value is not None)

    def __repr__(self) -> str:
        return f"<Frame {self.table.name}: {len(self)} rows, {len(self.columns)} columns>"


def _array(cells: Sequence[Any], kind: "pyarrow.DataType") -> "pyarrow.Array":
    import pyarrow as pa

    try:
        return pa.array(cells, type=kind)
    except pa.ArrowInvalid:  # exact amounts of money; every other column is of its own type
        return pa.array([float(cell) if isinstance(cell, Decimal) else cell for cell in cells], type=kind)


def _cell(value: Any, kind: ColumnType, *, safe: bool) -> Any:
    if value is None:
        return ""
    if kind is ColumnType.BOOLEAN:
        return str(value).lower()
    return guarded(value) if safe and kind is ColumnType.STRING else value


def stacked(table: Table, frames: Iterable[Frame]) -> Frame:
    """Return one frame with the rows of several frames of the same table."""
    parts: dict[str, list[Sequence[Any]]] = {column.name: [] for column in table.columns}
    for frame in frames:
        for name, cells in frame.data.items():
            parts[name].append(cells)
    return Frame(table, {name: Stacked(cells) if len(cells) > 1 else [*chain(*cells)] for name, cells in parts.items()})


def sheet_of(frame: Frame, language: str) -> Sheet:
    """Return a table as a sheet of a workbook: names of the columns with their meanings, and the values as such."""
    return Sheet(
        title=frame.table.title.text(language),
        headers=[*frame.data],
        rows=[*zip(*frame.data.values(), strict=True)],
        widths=[_WIDTHS[column.type] for column in frame.columns],
        notes=[column.description.text(language) for column in frame.columns],
    )
