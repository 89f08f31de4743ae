"""The values that tables were made from, as text that travels with them."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from attrs import field, frozen

from integrationskonzept.merging.edits import Base
from integrationskonzept.merging.made_tables import MadeTables
from integrationskonzept.model.partial_date import PartialDate

FORMAT = 1
"""Version of this text."""


@frozen(kw_only=True)
class Stored:
    """What travels with tables, read again."""

    base: Base
    concept_id: str | None = None
    day: PartialDate | None = None
    headers: Mapping[str, Mapping[str, str]] = field(factory=dict)
    """For each noun the key of every header."""


def stored_lines(made: MadeTables) -> Iterator[tuple[str, str]]:
    """Yield names and JSON texts: what concerns all tables first, then the values of each element."""
    common = {
        "format": FORMAT,
        "concept": made.concept_id,
        "digest": made.digest,
        "language": made.language,
        "day": None if made.day is None else str(made.day),
        "headers": {
            table.noun: {column.title.text(made.language): column.key for column in table.columns}
            for table in made.tables
        },
    }
    yield "integrationskonzept", _json(common)
    for address, values in made.base.items():
        yield address, _json(values)


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=True, separators=(",", ":"))


def read_stored(lines: Iterable[Sequence[str]]) -> Stored | None:
    """Return what travelled with tables from names, each with the parts of its text; None if it is damaged."""
    try:
        texts = {name: json.loads("".join(parts)) for name, *parts in lines}
        common = texts.pop("integrationskonzept")
        if common["format"] != FORMAT or not all(isinstance(values, dict) for values in texts.values()):
            return None
        day = common["day"]
        return Stored(
            base=texts,
            concept_id=common["concept"],
            day=None if day is None else PartialDate(day),
            headers=common["headers"],
        )
    except (ValueError, KeyError, TypeError):
        return None
