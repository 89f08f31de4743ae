"""Headers of rows in the tables of a tagged PDF, which typst offers to no caller from Python (``pdf.header-cell``)."""

import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pikepdf import Array, Dictionary, Name, NameTree, Pdf, String


def with_row_headers(content: bytes, blocks: Iterable[Mapping[str, Any]]) -> bytes:
    """Return a PDF in which the first cell of each row is its header, where the table among the blocks says so.

    The tables of the PDF are those of `blocks`, in the same order.
    """
    headed = [*_headed(blocks)]
    if not any(headed):
        return content
    with Pdf.open(io.BytesIO(content)) as opened:
        root = opened.Root.StructTreeRoot
        names = NameTree(root.IDTree)
        for table, wanted in zip(_elements(root, Name.Table), headed, strict=True):
            if wanted:
                _head_rows(table, names)
        written = io.BytesIO()
        opened.save(written, deterministic_id=True, fix_metadata_version=False, compress_streams=False)
    return written.getvalue()


def _headed(blocks: Iterable[Mapping[str, Any]]) -> Iterator[bool]:
    """Yield for each table, in reading order, whether the first cell of a row is its header."""
    for block in blocks:
        if block["t"] == "table":
            yield block["headed"]
        for item in block.get("items", ()):
            yield from _headed(item["b"])


def _elements(element: Any, kind: Name) -> Iterator[Any]:
    """Yield the elements of a kind below one of the structure, in reading order."""
    below = element.get("/K", ())
    for each in below if isinstance(below, Array) else (below,):
        if isinstance(each, Dictionary) and "/S" in each:
            if kind == each.S:
                yield each
            else:
                yield from _elements(each, kind)


def _head_rows(table: Any, names: NameTree) -> None:
    """Make the first cell of each row its header, which the other cells of the row name beside that of the column."""
    (first, *_), *rows = ([*row.K] for row in _elements(table, Name.TR))
    about = str(first.ID).rpartition("y")[0]
    for number, (head, *cells) in enumerate(rows, 1):
        id = f"{about}y{number}"
        head.S, head.ID, _table_attributes(head).Scope = Name.TH, String(id), Name.Row
        names[id] = head
        for cell in cells:
            _table_attributes(cell).Headers.append(String(id))


def _table_attributes(cell: Any) -> Any:
    return next(one for one in cell.A if Name.Table == one.O)
