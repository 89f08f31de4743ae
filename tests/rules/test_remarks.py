"""What reading remarked is in the report, as the concept decides about its checks."""

import pytest

from integrationskonzept.findings import Severity
from integrationskonzept.rules.builtin import BUILTIN
from integrationskonzept.rules.report import CheckReport
from integrationskonzept.rules.runner import run
from tests.rules.examples import EVERYTHING, town

FIELD = """\
fields_of_action:
  - id: sprache
    title: „Sprache“
    measures:
      - id: kurse
        title: „Kurse“
        number: „1“
"""


def report(checks: str = "") -> CheckReport:
    return run(town(FIELD + checks), BUILTIN, EVERYTHING)


def places(checks: str = "") -> list[tuple[int | None, str | None]]:
    return [(each.line, each.address) for found in report(checks).by_code.get("IK026", ()) for each in found.places]


def test_a_remark_of_the_reading_is_reported_with_the_elements_around_it() -> None:
    assert places() == [(7, "field_of_action/sprache"), (10, "measure/kurse"), (11, "measure/kurse")]
    assert [each.severity for each in report().by_code["IK026"]] == [Severity.NOTE]


@pytest.mark.parametrize(
    ("exception", "left"),
    [("", []), (", element: measure/kurse", [7]), (", element: field_of_action/sprache", [])],
)
def test_a_concept_may_excuse_a_remark(exception: str, left: list[int]) -> None:
    checks = f"checks: {{ignore: [{{code: IK026, reason: so geschrieben{exception}}}]}}\n"
    assert [line for line, _ in places(checks)] == left
    assert report(checks).by_code.keys().isdisjoint({"IK1102", "IK1103"})


def test_an_excuse_that_nothing_needs_is_told() -> None:
    checks = "checks: {ignore: [{code: IK027, reason: früher}]}\n"
    assert [str(each.message) for each in report(checks).by_code["IK1102"]] == [
        "nothing is left for IK027 to be ignored at any place"
    ]


def test_a_concept_may_weigh_a_remark() -> None:
    (finding,) = report("checks: {severity: [{code: IK026, severity: error}]}\n").by_code["IK026"]
    assert finding.severity is Severity.ERROR
