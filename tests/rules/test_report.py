"""A report is an object first, and text, JSON, SARIF or HTML after that."""

import json

from integrationskonzept.errors import InvalidConceptError
from integrationskonzept.findings import Finding, Place, Severity
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.rules.profiles import Profile, ProfileStep
from integrationskonzept.rules.report import CheckReport
from integrationskonzept.rules.rule import Hit
from integrationskonzept.rules.runner import run
from tests.rules.examples import EVERYTHING, rule, town

ELEMENTS = "actors: [{id: amt, title: Amt}]\ngroups: [{id: kreis, title: Kreis}]\n"
AMT, KREIS, ROOT = (
    Hit(("actors", 0), {"what": "x"}),
    Hit(("groups", 0), {"what": "x"}),
    Hit((), {"what": "x"}),
)


WRONG = message("{what} is wrong")


def report(profile: Profile = EVERYTHING) -> CheckReport:
    rules = [
        rule("STADT001", AMT, KREIS, severity=Severity.ERROR, message=WRONG, hint=message("do it")),
        rule("STADT002", AMT, severity=Severity.NOTE),
        rule("STADT003", ROOT),
    ]
    return run(town(ELEMENTS), rules, profile)


def refused(text: str) -> CheckReport:
    try:
        town(text)
    except InvalidConceptError as error:
        return CheckReport(findings=error.findings)
    raise AssertionError(text)


def codes(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.code for finding in findings]


def test_findings_are_told_apart_by_weight() -> None:
    made = report()
    assert codes(made.findings) == ["STADT001", "STADT003", "STADT002"]
    assert (codes(made.errors), codes(made.warnings), codes(made.notes)) == (["STADT001"], ["STADT003"], ["STADT002"])


def test_a_report_is_well_as_long_as_nothing_is_an_error() -> None:
    assert not report().ok
    assert CheckReport().ok
    assert run(town(ELEMENTS), [rule("STADT002", AMT)], EVERYTHING).ok


def test_findings_are_found_by_element_and_by_code() -> None:
    made = report()
    assert {address: codes(findings) for address, findings in made.by_element.items()} == {
        "actor/amt": ["STADT001", "STADT002"],
        "group/kreis": ["STADT001"],
        "concept/auental": ["STADT003"],
    }
    assert {code: codes(findings) for code, findings in made.by_code.items()} == {
        code: [code] for code in ("STADT001", "STADT003", "STADT002")
    }


def test_an_element_is_told_once_of_what_concerns_it_twice() -> None:
    twice = rule("STADT001", AMT, Hit(("actors", 0, "title"), {"what": "x"}))
    assert codes(run(town(ELEMENTS), [twice], EVERYTHING).by_element["actor/amt"]) == ["STADT001"]


def test_findings_are_found_by_step_of_the_profile() -> None:
    first = ProfileStep(title=message("First"), rules=("STADT001",))
    second = ProfileStep(title=message("Second"), rules=("STADT009",))
    made = report(Profile(name="steps", title=message("Steps"), steps=(first, second)))
    assert [(step, codes(findings)) for step, findings in made.by_step] == [(first, ["STADT001"]), (second, [])]
    assert made.step(made.notes[0]) is None
    assert CheckReport(findings=made.findings).by_step == ()
    assert CheckReport(findings=made.findings).step(made.findings[0]) is None


def test_a_report_says_itself_in_a_shell_and_in_short() -> None:
    assert str(report()) == (
        "auental.yaml:5:10: error STADT001 x is wrong; do it\n"
        "auental.yaml:1:1: warning STADT003 something is wrong\n"
        "auental.yaml:5:10: note STADT002 actor 'amt': something is wrong\n"
        "errors: 1, warnings: 1, notes: 1"
    )
    assert repr(report()) == "<CheckReport auental: errors: 1, warnings: 1, notes: 1>"
    assert repr(CheckReport()) == "<CheckReport –: errors: 0, warnings: 0, notes: 0>"


def test_a_notebook_shows_findings_in_which_no_text_is_markup() -> None:
    shown = run(town("motto: <b>\n"), [rule("STADT001", ROOT, message=message("<script>"))], EVERYTHING)
    html = shown._repr_html_()
    assert "<p>Fehler: 0, Warnungen: 1, Hinweise: 0</p>" in html
    assert "<strong>Warnung</strong> STADT001 &lt;script&gt;</li>" in html
    assert "Akteur „amt“" in report()._repr_html_()
    assert "<p>Fehler: 0, Warnungen: 0, Hinweise: 0</p>" in CheckReport()._repr_html_()


def test_problems_of_a_file_make_a_report_too() -> None:
    made = refused("motto: [\n")
    assert not made.ok
    assert made.concept is None
    assert list(made.by_element) == [""]
    assert "auental.yaml:" in str(made)


def test_json_tells_everything_a_program_needs() -> None:
    step = ProfileStep(title=message("First"), rules=("STADT001",))
    data = json.loads(report(Profile(name="steps", title=message("Steps"), steps=(step,))).to_json())
    assert {key: value for key, value in data.items() if key != "findings"} == {
        "concept": "auental",
        "title": "Integrationskonzept Auental",
        "profile": "steps",
        "ok": False,
        "errors": 1,
        "warnings": 1,
        "notes": 1,
    }
    assert data["findings"][0] == {
        "code": "STADT001",
        "severity": "error",
        "message": "x is wrong",
        "hint": "do it",
        "step": "First",
        "places": [
            {"file": "auental.yaml", "line": 5, "column": 10, "path": "actors[0]", "address": "actor/amt"},
            {"file": "auental.yaml", "line": 6, "column": 10, "path": "groups[0]", "address": "group/kreis"},
        ],
    }
    assert (data["findings"][2]["hint"], data["findings"][2]["step"]) == (None, None)


def test_json_can_be_read_by_people_too() -> None:
    made = run(town(), [rule("STADT001", ROOT, message=message("größer"))], EVERYTHING)
    assert made.to_json().startswith('{\n  "concept": "auental",\n  "title"')
    assert '"message": "größer"' in made.to_json()


def test_json_is_said_in_the_language_asked_for() -> None:
    said = Message(template="odd", translations={"de": "ungewöhnlich"})
    step = ProfileStep(title=Message(template="Step", translations={"de": "Schritt"}), rules=("stadt",))
    steps = Profile(name="steps", title=said, steps=(step,))
    made = run(town(), [rule("STADT001", ROOT, message=said, hint=said)], steps)
    (finding,) = json.loads(made.to_json("de"))["findings"]
    assert (finding["message"], finding["hint"], finding["step"]) == ("ungewöhnlich", "ungewöhnlich", "Schritt")
    assert "ungewöhnlich" in made.to_json("de")


def test_json_of_a_report_without_a_concept_says_so() -> None:
    finding = Finding(code="IK001", severity=Severity.ERROR, message=message("empty"), places=(Place(),))
    data = json.loads(CheckReport(findings=(finding,)).to_json())
    assert (data["concept"], data["title"], data["profile"]) == (None, None, None)
    assert data["findings"][0]["places"] == [{"file": None, "line": None, "column": None, "path": "", "address": None}]
