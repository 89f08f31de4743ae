"""Headers of tables: lists of measures, offers and activities, and the timeline."""

import re
from collections.abc import Sequence
from enum import StrEnum

from attrs import frozen

from integrationskonzept.drafts.attributes import IGNORED
from integrationskonzept.drafts.heads import Heads, is_number
from integrationskonzept.drafts.labels import Label, Labels
from integrationskonzept.drafts.notation import clean
from integrationskonzept.drafts.tree import Cell, Row, Table
from integrationskonzept.model.synonyms import meanings

YEAR = re.compile(r"(?:19|20)\d\d")
_PARTS = re.compile(r"\s*(?:/|,|\bund\b|\bbzw\.|&)\s*")
_LONGEST = 60
_AREAS = {"themes", "theme_ref", "fields_of_action", "field_of_action_ref", "area", "areas"}
_OFFER_COLUMNS = {
    "offers": "title", "title": "title", "measures": "title", "contacts": "contacts", "contact": "contacts",
    "carriers": "contacts", "leads": "contacts", "partners": "contacts", "actor_ref": "contacts",
    "description": "description", "target_groups": "target_groups",
    "location": "location", "note": "note", "fee": "fee", "url": "url", "website": "url", "cost": "fee",
}  # fmt: skip
_PROVIDERS = re.compile(r"anbieter\w*|einrichtung(?:en)?|institution(?:en)?|organisation(?:en)?", re.IGNORECASE)
_AREA_WORDS = re.compile(r"bereiche?|rubrik(?:en)?|thema|themen|kategorien?|schwerpunkte?", re.IGNORECASE)
_FEWEST_COLUMNS = 2


class TableKind(StrEnum):
    """Kinds of tables with a header."""

    MEASURES = "measures"
    OFFERS = "offers"
    ACTIVITIES = "activities"
    TIMELINE = "timeline"


@frozen
class Header:
    """Kind of a table, and the content of each column."""

    kind: TableKind
    columns: tuple[str | None, ...]
    """Names of attributes, of the kind; None for a column that is not known."""
    printed: tuple[str, ...]
    labels: tuple[Label, ...] = ()


def header_of(row: Row, labels: Labels, heads: Heads) -> Header | None:
    """Return the header that a row is, or None."""
    texts = [clean(cell.text) for cell in row.cells]
    filled = [text for text in texts if text]
    if not filled or max(map(len, filled)) > _LONGEST:
        return None
    years = [text for text in filled if YEAR.fullmatch(text)]
    if len(years) >= _FEWEST_COLUMNS and len(filled) - len(years) <= _FEWEST_COLUMNS:
        return Header(TableKind.TIMELINE, tuple(text if YEAR.fullmatch(text) else None for text in texts), tuple(texts))
    if any(heads.measure(text) for text in filled):
        return None
    columns = [_column(text) for text in texts]
    if columns.count("offers") == 1 and len(filled) >= _FEWEST_COLUMNS and columns.count("measures") == 0:
        return _offers(texts)
    is_list = "activities" in columns and all(column in ("activities", "area", None) for column in columns)
    if is_list and all(column for column, text in zip(columns, texts, strict=True) if text):
        return Header(TableKind.ACTIVITIES, tuple(columns), tuple(texts))
    return _measures(texts, filled, labels)


def _column(text: str) -> str | None:
    """Return the meaning of a column's header that decides the kind of table."""
    first = _PARTS.split(text)[0] if text else ""
    found = meanings(first) or meanings(first.split(" ")[-1] if first else "")
    if found and found[0] in ("offers", "activities", "measures"):
        return found[0]
    return "area" if (found and found[0] in _AREAS) or _AREA_WORDS.fullmatch(first) else None


def _offers(texts: Sequence[str]) -> Header:
    columns: list[str | None] = []
    for text in texts:
        column = _column(text)
        name = "theme" if column == "area" else "title" if column == "offers" else _offer_column(text)
        columns.append(None if name in columns else name)
    return Header(TableKind.OFFERS, tuple(columns), tuple(texts))


def _offer_column(text: str) -> str | None:
    if _PROVIDERS.fullmatch(text):
        return "contacts"
    for part in _PARTS.split(text):
        for meaning in meanings(part):
            name = meaning.removeprefix("~").split("+")[0].rpartition(".")[2]
            if name in _OFFER_COLUMNS and name not in ("offers", "title", "measures"):
                return _OFFER_COLUMNS[name]
    return None


def _measures(texts: Sequence[str], filled: Sequence[str], labels: Labels) -> Header | None:
    """Return the header of a list with a measure in each row."""
    found = [labels.find(text) if text else None for text in texts]
    known = [label for label in found if label and label.attribute != IGNORED]
    if len(filled) < _FEWEST_COLUMNS or len(known) < max(_FEWEST_COLUMNS, (len(filled) + 1) // 2):
        return None
    columns = [label.attribute if label else None for label in found]
    if columns.count("field_of_action") == len(known):
        return None
    if "title" not in columns:
        title = next(
            (at for at, (name, text) in enumerate(zip(columns, texts, strict=True)) if text and not name), None
        )
        if title is None or "number" not in columns:
            return None
        columns[title] = "title"
    first = columns.index("title")
    columns = ["description" if name == "title" and at != first else name for at, name in enumerate(columns)]
    return Header(TableKind.MEASURES, tuple(columns), tuple(texts), tuple(known))


def transposed(table: Table) -> Table:
    """Return a table with its columns as rows."""
    width = max(len(row.cells) for row in table.rows)
    rows = []
    for column in range(width):
        cells = tuple(row.cells[column] if column < len(row.cells) else Cell() for row in table.rows)
        rows.append(Row(cells=cells, place=table.rows[0].place))
    return Table(rows=tuple(rows), place=table.place)


def has_columns(table: Table, labels: Labels) -> bool:
    """Return whether each column after the first is a measure: labels stand in the first, titles in one row."""
    rows = [row for row in table.rows if row.filled]
    if len(rows) < _FEWEST_COLUMNS or max(len(row.cells) for row in rows) <= _FEWEST_COLUMNS:
        return False
    found = [labels.find(row.cells[0].text) for row in rows]
    others = [cell for row in rows for cell in row.cells[1:] if cell.text and labels.find(cell.text)]
    titles = [row for row, label in zip(rows, found, strict=True) if label and label.attribute == "title"]
    is_known = sum(label is not None for label in found) * 2 > len(rows)
    values = [cell for row in titles for cell in row.cells[1:] if cell.text and not is_number(cell.text)]
    return is_known and not others and len(titles) == 1 and len(values) >= _FEWEST_COLUMNS
