"""The values that tables were made from, as text that travels with them."""

import json
from collections.abc import Mapping

from attrs import field, frozen

from integrationskonzept.merging.editable_tables import MadeTables
from integrationskonzept.merging.edits import Base
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


def stored_text(made: MadeTables) -> str:
    """Return what travels with tables, as ASCII text without line ends and without two spaces side by side."""
    data = {
        "format": FORMAT,
        "concept": made.concept_id,
        "digest": made.digest,
        "language": made.language,
        "day": None if made.day is None else str(made.day),
        "headers": {
            table.noun: {column.title.text(made.language): column.key for column in table.columns}
            for table in made.tables
        },
        "base": made.base,
    }
    return json.dumps(data, ensure_ascii=True, separators=(",", ":")).replace("  ", "\\u0020\\u0020")


def read_stored(text: str) -> Stored | None:
    """Return what travelled with tables; None if it is damaged."""
    try:
        data = json.loads(text)
        if data["format"] != FORMAT or not all(isinstance(values, dict) for values in data["base"].values()):
            return None
        return Stored(
            base=data["base"],
            concept_id=data["concept"],
            day=None if data["day"] is None else PartialDate(data["day"]),
            headers=data["headers"],
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
