"""Contracts of plugins that write tables for people: workbooks."""

from collections.abc import Callable, Sequence

from attrs import field, frozen

from integrationskonzept.i18n.messages import Message, is_message
from integrationskonzept.model.names import named
from integrationskonzept.plugins.contracts import is_function
from integrationskonzept.plugins.input_contracts import suffixes_with_dots


@frozen(kw_only=True)
class Sheet:
    """A sheet of a workbook: texts in rows, the header first."""

    title: str
    """Title of the sheet."""
    rows: tuple[tuple[str, ...], ...]
    """Cells by row; none of them is a formula."""
    widths: tuple[int, ...] = ()
    """Widths of the columns, in characters; where not given, the writer decides."""


@frozen(kw_only=True)
class WorkbookWriter:
    """Writer of workbooks for people: the same bytes for the same sheets."""

    name: str = field(validator=named)
    """Short name, such as ``xlsx``."""
    title: Message = field(validator=is_message)
    """Name shown to users."""
    suffixes: tuple[str, ...] = field(validator=suffixes_with_dots)
    """Suffixes of the files it writes, with the dot."""
    write: Callable[[Sequence[Sheet]], bytes] = field(validator=is_function)
    """Function of the sheets that returns the content of the file."""
