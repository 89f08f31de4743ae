"""What a rule has nothing to say about, besides its good example."""

import pytest

from integrationskonzept.rules.builtin import BUILTIN
from integrationskonzept.rules.runner import run
from tests.rules.examples import EVERYTHING, town

SILENT = {
    "IK203": "timeline: {rows: [{id: fest, title: Fest, years: [2026]}]}\n",
    "IK213": """\
period: {start: 2025, end: 2029}
horizons:
  - {id: kurz, title: kurz, maximum_years: 1}
  - {id: dauernd, title: dauernd, permanent: true}
""",
    "IK222": """\
overarching:
  indicators:
    - {id: kurse, title: Kurse, baseline: {value: 1}, observations: [{as_of: 2020, value: 1}]}
""",
    "IK224": """\
status_scale: [{id: offen, title: offen, neutral: planned}]
overarching:
  measures:
    - {id: kurse, title: Kurse, status_reports: [{as_of: 2025, level_ref: offen}, {as_of: 2025-01, level_ref: offen}]}
""",
    "IK226": """\
overarching:
  measures:
    - {id: schulung, title: Schulung, schedule: {planned: {start: 2026, end: 2027}}}
    - {id: lotsen, title: Lotsen, requires: [schulung], schedule: {planned: {start: 2025}}}
""",
    "IK232": """\
period: {start: 2025, end: 2034}
evaluations: [{id: erste, due: 2026}, {id: zweite, due: 2032}]
""",
    "IK1006": "overarching: {goals: [{id: verstehen, text: Alle verstehen einander}]}\n",
    "IK1007": "overarching: {measures: [{id: kurse, title: Kurse}]}\n",
}


@pytest.mark.parametrize("code", SILENT)
def test_a_rule_is_silent_where_its_question_does_not_arise(code: str) -> None:
    report = run(town(SILENT[code]), BUILTIN, EVERYTHING)
    assert {code, "IK1101"}.isdisjoint(report.by_code)
