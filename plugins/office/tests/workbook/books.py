"""A town, its workbook, and edits of it as a person makes them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

import integrationskonzept as ik
from integrationskonzept.merging import Edits
from integrationskonzept.plugins import InputFile
from integrationskonzept_office.workbook.reader import read_workbook

TOWN = """\
# yaml-language-server: $schema=konzept.schema.json
schema: 2
id: neustadt
title: Konzept
municipality: {name: Neustadt}
status_scale:
  - {id: laeuft, title: läuft, neutral: started}
  - {id: fertig, title: fertig, neutral: done, terminal: true}
actors:  # alle
  - {id: amt, title: Sozialamt}
  - {id: verein, title: Verein}
fields_of_action:
  - id: sprache
    title: Sprache
    measures:
      # die wichtigste
      - id: kurse
        number: "007"   # wie gedruckt
        title: Kurse
        kind: project
        leads: [amt]
        description: "=1+1"
        schedule: {planned: {start: 2025-04-01, end: 2028}}
        indicators:
          - {id: anteil, title: Anteil, unit: "%", target: {value: 12.5, due: 2027}}
      - id: feste
        title: Feste
        leads: [verein]
"""


def workbook(text: str = TOWN, **options: Any) -> bytes:
    """Return the workbook of a concept, or of the first lead in a round."""
    return ik.export(ik.loads(text), "workbook", **options).files[0].content


@contextmanager
def opened(path: Path) -> Iterator[Any]:
    """Open a workbook, and save what was changed."""
    book = openpyxl.load_workbook(path)
    yield book
    book.save(path)


def cell(sheet: Worksheet, id: str, key: str) -> Any:
    """Return the cell of an element in the column of a key."""
    column = next(found.column_letter for found in sheet[1] if found.value == key)
    row = next(found.row for found in sheet["A"] if found.value == id)
    return sheet[f"{column}{row}"]


def edited(change: Callable[[Any], object], content: bytes | None = None) -> Edits:
    """Return what is read from a workbook after a change."""
    book = openpyxl.load_workbook(BytesIO(content or workbook()))
    change(book)
    target = BytesIO()
    book.save(target)
    return read_workbook(InputFile(name="k.xlsx", content=target.getvalue()))
