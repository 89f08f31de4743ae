"""Reports of the bundled towns, made once."""

from datetime import date
from functools import cache
from typing import Any

import integrationskonzept as ik

DAY = date(2027, 9, 30)
MUSTERSTADT = ik.concept("musterstadt-2027")
EARLIER = ik.concept("musterstadt-2025")


def made(concept: ik.Concept = MUSTERSTADT, **options: Any) -> bytes:
    """Return the report of a concept."""
    (file,) = ik.export(concept, "report", **{"today": DAY, **options}).files
    return file.content


@cache
def status_pdf() -> bytes:
    """Return the status report of Musterstadt as PDF."""
    return made(previous=EARLIER, previous_day=date(2026, 6, 30), number="2027/113")


@cache
def status_word() -> bytes:
    """Return the same report as a Word file."""
    return made(previous=EARLIER, previous_day=date(2026, 6, 30), number="2027/113", format="docx")
