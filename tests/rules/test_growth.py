"""Checking ten times as many measures takes about ten times the work, counted in calls."""

import sys
from types import FrameType
from typing import Any

from integrationskonzept.model.concept import Concept
from integrationskonzept.rules.builtin import BUILTIN
from integrationskonzept.rules.runner import run
from tests.rules.examples import EVERYTHING, town

HEAD = "horizons: [{id: kurz, title: kurz}]\nactors: [{id: amt, title: Amt}]\noverarching:\n  measures:\n"
MEASURE = """\
    - id: m{number}
      title: Maßnahme {number}
      time_frames: [kurtz]
      leads: [amt]
      requires: [m{before}, falsch{number}]
      schedule: {{planned: {{start: 2025, end: 2026}}}}
      current_state: [Es gibt wenig, Auskunft bei maria.muster@auental.example]
      indicators:
        - {{id: i{number}, title: Anzahl, kind: count, observations: [{{as_of: 2025, value: 3}}]}}
"""


def measures(count: int) -> Concept:
    """Read a town with so many measures, a chain of which nearly everything is wrong."""
    return town(HEAD + "".join(MEASURE.format(number=number, before=max(number - 1, 0)) for number in range(count)))


def work(concept: Concept) -> int:
    """Count the calls it takes to check a concept."""
    calls = 0

    def count(_: FrameType, event: str, __: Any) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        run(concept, BUILTIN, EVERYTHING)
    finally:
        sys.setprofile(None)
    return calls


def test_ten_times_the_measures_are_about_ten_times_the_work() -> None:
    run(measures(1), BUILTIN, EVERYTHING)  # what is looked up once for all concepts does not count
    assert work(measures(400)) < 11 * work(measures(40))
