"""The reference page is written from the rules."""

import re
from pathlib import Path

from attrs import evolve

import integrationskonzept as ik
from integrationskonzept.findings import Severity
from integrationskonzept.formats import problems
from integrationskonzept.i18n.messages import message
from integrationskonzept.portfolio.entry import NOT_OPENED, NOT_READ
from integrationskonzept.rules.builtin import BUILTIN
from integrationskonzept.rules.docs_page import FAMILIES, sections
from integrationskonzept.rules.profiles import Profile, builtin_profiles
from tests.rules.examples import rule
from tools import rules_page

PAGE = rules_page.written()


def test_the_page_is_the_one_its_sources_give() -> None:
    assert rules_page.PAGE.read_text(encoding="utf-8") == PAGE


def test_every_rule_and_every_problem_of_a_file_stands_on_the_page_once() -> None:
    explained = re.findall(r"^### (IK\d+): ", PAGE, flags=re.MULTILINE)
    codes = [rule.code for rule in BUILTIN]
    codes += [problem.code for problem in problems.PROBLEMS]
    codes += [NOT_OPENED.code, NOT_READ.code]
    assert sorted(explained) == sorted(codes)


def test_every_profile_stands_on_the_page() -> None:
    for profile in builtin_profiles():
        assert f"- `{profile.name}`: {profile.description}" in PAGE


def test_every_family_has_a_heading_and_no_heading_is_left_over() -> None:
    assert set(FAMILIES) == {rule.family for rule in BUILTIN}


def test_a_rule_is_explained_by_what_it_says() -> None:
    made = rule(
        "STADT001",
        severity=Severity.NOTE,
        message=message("{noun} {id!r} is odd"),
        hint=message("look at it"),
        summary=message("{count} of {total} are odd"),
        total=lambda _: 0,
    )
    plain = rule("STADT002", family="figures")
    profiles = [Profile(name=name, title=message("Own"), rules={"STADT002": None}) for name in ("eigenes", "anderes")]
    assert list(sections([made, plain], profiles)) == [
        "## stadt",
        "",
        "### STADT001: Made for a test",
        "",
        "It is needed.",
        "",
        "- note: “… … is odd”",
        "- in sum: “… of … are odd”",
        "- next step: look at it",
        "- profiles: eigenes note, anderes note",
        "",
        "## Figures",
        "",
        "### STADT002: Made for a test",
        "",
        "It is needed.",
        "",
        "- warning: “something is wrong”",
        "- profiles: eigenes off, anderes off",
        "",
    ]


def test_the_page_can_be_said_in_german() -> None:
    counted = message("no lead for {count} of {total} measures")
    made = rule("STADT001", family="figures", hint=message("swap the two"), summary=counted, total=lambda _: 0)
    empty, why = message("{attribute} is empty"), message("Goals without measures remain wishes.")
    assert list(sections([evolve(made, title=message("Errors"), why=why, message=empty)], [], "de"))[:9] == [
        "## Kennzahlen",
        "",
        "### STADT001: Fehler",
        "",
        "Ziele ohne Maßnahmen bleiben Wünsche.",
        "",
        "- warning: “… ist leer”",
        "- in sum: “keine Federführung bei … von … Maßnahmen”",
        "- next step: vertauschen Sie die beiden Werte",
    ]


def test_every_code_that_is_ever_reported_is_explained() -> None:
    sources = Path(ik.__file__).parent.rglob("*.py")
    codes = {code for source in sources for code in re.findall(r'"(IK\d{3,4})"', source.read_text(encoding="utf-8"))}
    assert codes > {rule.code for rule in BUILTIN}
    assert {code for code in codes if code not in PAGE} == set()
