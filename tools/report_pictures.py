"""Draw pages of the reports of the bundled towns, which README and documentation show."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import integrationskonzept as ik
from integrationskonzept_report.pages import page_pictures

FOLDER = Path(__file__).parent.parent / "docs" / "pictures"


class Shown(NamedTuple):
    """A report, and those of its pages that are shown."""

    concept: str
    options: Mapping[str, Any]
    pages: Sequence[int]
    """Numbers of pages, from 1."""


SHOWN = (
    Shown(
        "musterstadt-2027",
        {
            "today": date(2027, 11, 27),
            "number": "2027/113",
            "letterhead": ("Stadt Musterstadt", "Integrationsbüro"),
            "previous": "musterstadt-2025",
            "previous_day": date(2026, 6, 30),
        },
        (1, 2, 4, 12),
    ),
    Shown("sachsenheim", {"today": date(2026, 11, 27)}, (1,)),
)


def pictures() -> dict[str, bytes]:
    """Return the pictures by the names of their files."""
    found: dict[str, bytes] = {}
    for concept, options, pages in SHOWN:
        given = dict(options)
        if "previous" in given:
            given["previous"] = ik.concept(given["previous"])
        drawn = page_pictures(ik.concept(concept), **given)
        found |= {f"report-{concept}-{number:02}.png": drawn[number - 1] for number in pages}
    return found
