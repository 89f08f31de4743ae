"""Draw the figure that the README shows: the timeline of Musterstadt, a town that does not exist."""

from datetime import date
from pathlib import Path

import integrationskonzept as ik
from integrationskonzept.documents.figures import A4_LANDSCAPE, timeline

PAGE = Path(__file__).parent.parent / "docs" / "pictures" / "timeline.svg"
_DAY = date(2027, 9, 30)


def written() -> str:
    """Return the first page of the timeline as SVG."""
    evaluation = ik.evaluate(ik.concept("musterstadt-2027"), _DAY)
    return timeline(evaluation, "de", A4_LANDSCAPE)[0].svg


if __name__ == "__main__":
    PAGE.write_text(written(), encoding="utf-8")
