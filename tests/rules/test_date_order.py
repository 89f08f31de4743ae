"""An event ends after it begins, and an evening may end after midnight."""

import pytest

import integrationskonzept as ik
from integrationskonzept.testing import town


@pytest.mark.parametrize(
    ("start", "end", "is_backwards"),
    [("22:00", "01:00", False), ("18:00", "02:30", False), ("14:00", "11:00", True), ("22:00", "21:00", True)],
)
def test_hours_that_go_past_midnight_are_no_mistake(start: str, end: str, *, is_backwards: bool) -> None:
    hours = f"start_time: '{start}', end_time: '{end}'"
    concept = town(f"overarching: {{activities: [{{id: fest, title: Fest, date: 2026-06-27, {hours}}}]}}")
    assert ("IK221" in ik.check(concept).by_code) == is_backwards
