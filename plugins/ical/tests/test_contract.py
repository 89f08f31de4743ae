"""The exporter keeps the contract that every exporter has to keep."""

import re

import integrationskonzept_ical
from integrationskonzept.testing import ExporterContract


class TestCalendar(ExporterContract):
    """Run by pytest, with the options people use most."""

    (exporter,) = integrationskonzept_ical.integrationskonzept_exporters()
    given = (
        {},
        {"language": "en", "per_group": "yes", "alarm_days": "7", "category": "Stadt"},
        {"profile": "integreat", "today": "2026-04-01"},
        {"kinds": "action_days,activities", "start": "2026-01-01", "end": "2028-12-31"},
    )

    def text(self, content: bytes) -> str:
        """Unfold lines and take escapes away."""
        unfolded = content.decode().replace("\r\n ", "")
        return re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], unfolded)


class TestWholeCalendar(ExporterContract):
    """Without a selection, everything with a date or a time frame is told or lost."""

    (exporter,) = integrationskonzept_ical.integrationskonzept_exporters()
    given = ({}, {"profile": "integreat", "today": "2026-04-01"})
    says = ("action_day", "activity", "meeting", "evaluation", "measure", "step")
    text = TestCalendar.text  # read the same way
