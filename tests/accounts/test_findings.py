"""A report as people read it."""

import pytest

from integrationskonzept.blocks.text import to_text
from integrationskonzept.documents.findings import report_document
from integrationskonzept.findings import Finding, Place, Severity
from integrationskonzept.i18n.messages import message
from integrationskonzept.rules.profiles import Profile, ProfileStep
from integrationskonzept.rules.report import CheckReport, element, line, spot
from integrationskonzept.rules.rule import Hit, Rule
from integrationskonzept.rules.runner import run
from tests.rules.examples import EVERYTHING, rule, town

NEEDS = "needs:\n" + "".join(f"  - {{id: n{number}, text: Bedarf}}\n" for number in range(5))
MANY = [Hit(("needs", number)) for number in range(5)]


def render(made: CheckReport, language: str = "en", *, all_places: bool = False, colour: bool = False) -> str:
    """Return a report as programs read it: one line for each finding."""
    return to_text(report_document(made, language, all_places=all_places), width=None, colour=colour)


def report(*rules: Rule, profile: Profile = EVERYTHING) -> CheckReport:
    return run(town(NEEDS), rules, profile)


def test_findings_stand_under_their_severity_after_their_number() -> None:
    rules = (rule("STADT001", MANY[0], severity=Severity.ERROR), rule("STADT002", MANY[1]), rule("STADT003", MANY[2]))
    assert render(report(*rules)) == (
        "Integrationskonzept Auental, checked by the profile everything\n"
        "\n"
        "errors: 1, warnings: 2, notes: 0\n"
        "\n"
        "Errors (1)\n"
        "auental.yaml:6:5: error STADT001 need 'n0': something is wrong\n"
        "\n"
        "Warnings (2)\n"
        "auental.yaml:7:5: warning STADT002 need 'n1': something is wrong\n"
        "auental.yaml:8:5: warning STADT003 need 'n2': something is wrong\n"
    )


def test_a_finding_with_few_places_names_them_all() -> None:
    assert render(report(rule("STADT001", *MANY[:3]))).splitlines()[5:7] == [
        "auental.yaml:6:5: warning STADT001 something is wrong",
        "    need 'n0' (line 6), need 'n1' (line 7), need 'n2' (line 8)",
    ]


def test_a_finding_with_many_places_names_the_first_and_counts_the_others() -> None:
    made = report(rule("STADT001", *MANY))
    assert render(made).splitlines()[6] == "    need 'n0' (line 6), need 'n1' (line 7), need 'n2' (line 8) and 2 more"
    assert render(made, all_places=True).splitlines()[6:11] == [
        f"    - auental.yaml:{number + 6}:5 need 'n{number}'" for number in range(5)
    ]


def test_places_without_a_line_or_an_element_are_named_by_what_there_is() -> None:
    places = (Place(file="a.yaml", line=3, column=1), Place(path=("needs", 1)), Place(address="need/n0"))
    finding = Finding(code="IK001", severity=Severity.ERROR, message=message("odd"), places=places)
    made = CheckReport(findings=(finding,))
    assert render(made).splitlines()[4:] == [
        "Errors (1)",
        "a.yaml:3:1: error IK001 odd",
        "    a.yaml:3:1 (line 3), needs[1], need 'n0'",
    ]
    assert render(made, all_places=True).splitlines()[6:] == ["    - a.yaml:3:1", "    - needs[1]", "    - need 'n0'"]


def test_a_town_reads_it_in_german() -> None:
    places = tuple(Place(file="a.yaml", line=number, column=1, address=f"measure/m{number}") for number in range(1, 6))
    odd = message("no lead for {count} of {total} measures", count=5, total=9)
    step = ProfileStep(title=message("Errors"), rules=("STADT009",))
    made = CheckReport(
        title="Konzept",
        profile=Profile(name="eigenes", title=message("Notes"), steps=(step,)),
        findings=(
            Finding(
                code="STADT001",
                severity=Severity.ERROR,
                message=odd,
                hint=message("delete the exception"),
                places=places,
            ),
            Finding(code="STADT002", severity=Severity.NOTE, message=message("title is empty"), places=places[:1]),
        ),
    )
    assert render(made, "de").splitlines() == [
        "Konzept, geprüft nach dem Profil Hinweise",
        "",
        "Fehler: 1, Warnungen: 0, Hinweise: 1",
        "",
        "Fehler",
        "keine offenen Punkte",
        "",
        "Fehler (1)",
        "a.yaml:1:1: Fehler STADT001 keine Federführung bei 5 von 9 Maßnahmen; löschen Sie die Ausnahme",
        "    Maßnahme „m1“ (Zeile 1), Maßnahme „m2“ (Zeile 2), Maßnahme „m3“ (Zeile 3) und 2 weitere",
        "",
        "Hinweise (1)",
        "a.yaml:1:1: Hinweis STADT002 Maßnahme „m1“: title is empty",
    ]
    assert render(made, "de", all_places=True).splitlines()[9] == "    - a.yaml:1:1 Maßnahme „m1“"


def test_two_places_are_several() -> None:
    assert render(report(rule("STADT001", *MANY[:2]))).splitlines()[6] == "    need 'n0' (line 6), need 'n1' (line 7)"


def test_the_title_names_the_profile_if_there_is_one() -> None:
    assert render(CheckReport(title="Konzept")) == "Konzept\n\nerrors: 0, warnings: 0, notes: 0\n"
    assert render(CheckReport(profile=EVERYTHING)) == "Report\n\nerrors: 0, warnings: 0, notes: 0\n"


def test_a_profile_with_steps_says_which_are_done() -> None:
    steps = (
        ProfileStep(title=message("First"), rules=("STADT002",)),
        ProfileStep(title=message("Second"), rules=("STADT001",)),
    )
    profile = Profile(name="steps", title=message("Steps"), steps=steps)
    made = report(rule("STADT001", MANY[0]), rule("STADT003", MANY[1], severity=Severity.NOTE), profile=profile)
    assert render(made).splitlines()[2:] == [
        "errors: 0, warnings: 1, notes: 1",
        "",
        "First",
        "nothing left open",
        "",
        "Second (1)",
        "auental.yaml:6:5: warning STADT001 need 'n0': something is wrong",
        "",
        "Notes (1)",
        "auental.yaml:7:5: note STADT003 need 'n1': something is wrong",
    ]


@pytest.mark.parametrize(
    ("severity", "colour"), [(Severity.ERROR, "31"), (Severity.WARNING, "33"), (Severity.NOTE, "36")]
)
def test_a_terminal_shows_severities_in_colour(severity: Severity, colour: str) -> None:
    made = report(rule("STADT001", MANY[0], severity=severity))
    heading, found = render(made, colour=True).splitlines()[4:6]
    assert heading == f"\x1b[1m{severity.value.capitalize()}s\x1b[0m \x1b[1m(1)\x1b[0m"
    assert found.startswith(f"auental.yaml:6:5: \x1b[1;{colour}m{severity}\x1b[0m STADT001 ")


def test_a_single_finding_is_a_document_too() -> None:
    finding = Finding(code="IK001", severity=Severity.ERROR, message=message("odd"), places=(Place(file="a.yaml"),))
    assert to_text(finding.blocks("en"), width=None) == "odd\n\n- a.yaml: error IK001 odd\n"


def test_a_text_cannot_steer_the_terminal_or_turn_the_reading_direction() -> None:
    hostile = "\x1b[31mrot\u202e\x07"
    made = report(rule("STADT001", Hit((), {"what": hostile}), message=message("{what}")))
    assert "\\u001b[31mrot\\u202e\\u0007" in render(made, colour=True)
    named = CheckReport(findings=(), title=hostile, profile=EVERYTHING)
    assert render(named).splitlines()[0].startswith("\\u001b[31mrot\\u202e\\u0007, checked")


def test_german_typography_is_no_attack() -> None:
    made = report(rule("STADT001", Hit((), {"what": "z.\u00a0B. 5\u202f% Zu\u00adzug"}), message=message("{what}")))
    assert "z. B. 5 % Zuzug" in render(made)


def test_a_line_begins_with_the_place_if_there_is_one() -> None:
    finding = Finding(code="IK001", severity=Severity.ERROR, message=message("odd"))
    assert line(finding) == "error IK001 odd"
    assert spot(Place(file="a.yaml")) == "a.yaml"
    assert spot(Place(line=2, column=3)) == "2:3"


def test_the_concept_as_a_whole_needs_no_name() -> None:
    assert element(Place(address="concept/auental")) is None
    assert element(Place()) is None
    assert str(element(Place(address="field_of_action/sprache"))) == "field of action 'sprache'"
    measure = element(Place(address="measure/sprache"))
    assert measure is not None
    assert measure.text("de") == "Maßnahme „sprache“"
