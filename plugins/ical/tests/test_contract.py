"""The exporter keeps the contract that every exporter has to keep."""

import re

import integrationskonzept_ical
from integrationskonzept.testing import ExporterContract, example_concept
from integrationskonzept_ical import declaration
from plugins.ical.tests.calendars import never_held
from plugins.ical.tests.every_attribute import every_attribute


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


class TestDeclaration(ExporterContract):
    """What the calendar declares to write is in its entries, and nothing else."""

    (exporter,) = integrationskonzept_ical.integrationskonzept_exporters()
    given = ({"deadlines": "both", "bundle": "no"},)
    declares = declaration.STANDARD
    stated = every_attribute()
    text = TestCalendar.text  # read the same way


class TestDeclarationForTheApp(ExporterContract):
    """The same for the events of the app."""

    (exporter,) = integrationskonzept_ical.integrationskonzept_exporters()
    given = ({"profile": "integreat", "today": "2026-02-01", "kinds": "action_days,activities,meetings"},)
    declares = declaration.FOR_APP
    stated = every_attribute()
    text = TestCalendar.text  # read the same way


class TestWholeCalendar(ExporterContract):
    """Without a selection, everything with a date or a time frame is told or lost."""

    (exporter,) = integrationskonzept_ical.integrationskonzept_exporters()
    given = ({}, {"profile": "integreat", "today": "2026-04-01"})
    says = ("action_day", "activity", "meeting", "evaluation", "measure", "step")
    text = TestCalendar.text  # read the same way


def test_what_a_calendar_never_holds_is_a_loss_with_its_number() -> None:
    told = "\n".join(never_held(example_concept()))
    assert re.search(r"challenge \(1\), .*: not in the calendar", told)
    assert "indicator, observations (1), kind (1), direction (1), baseline (1)" in told
    assert "sources of statements, doubts and remarks" in told


def test_of_a_selection_only_what_was_selected_is_lost() -> None:
    told = never_held(example_concept(), kinds=("measures",))
    assert len(told) == 1
    assert told[0].startswith("concept/musterlingen-2026: measure, ")
    assert never_held(example_concept(), kinds=("action_days",)) == []
