"""The pages of a report as pictures."""

import json
from typing import Any

from integrationskonzept import Concept
from integrationskonzept_report.assembly import assemble
from integrationskonzept_report.glyphs import Glyphs
from integrationskonzept_report.options import Options
from integrationskonzept_report.pdf import report_data
from integrationskonzept_report.typesetting import typeset

_RESOLUTION = 96
"""Dots per inch."""


def page_pictures(concept: Concept, *, resolution: int = _RESOLUTION, **options: Any) -> list[bytes]:
    """Return each page of the public report of a concept as PNG, such as for a preview.

    Args:
        concept: The concept.
        resolution: Dots per inch.
        **options: The options of the report, as attributes of `Options`.
    """
    data = report_data(assemble(concept.public(), Options(**options)), Glyphs())
    return typeset("template.typ", {"doc": json.dumps(data, ensure_ascii=False)}, format="png", ppi=resolution)
