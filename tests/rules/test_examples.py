"""Every rule has a document it speaks about and one it is silent about; both are shown to people who write rules."""

import re

import pytest

from integrationskonzept.rules import meta_rules
from integrationskonzept.rules.meta_rules import FAILED, NOT_USED, TOO_MANY, UNKNOWN_IN_PROFILE, UNKNOWN_PROFILE
from integrationskonzept.rules.profiles import Profile
from integrationskonzept.rules.report import CheckReport
from integrationskonzept.rules.rule import Rule
from integrationskonzept.rules.runner import run
from tests.rules.examples import EVERYTHING, EXAMPLE_RULES, EXAMPLES, example

NO_DOCUMENT = (FAILED, UNKNOWN_IN_PROFILE, NOT_USED, TOO_MANY)  # see test_running and test_checking
RULES = [rule for rule in EXAMPLE_RULES if rule not in NO_DOCUMENT]
SUMMED = Profile.from_data({"name": "summed", "summarise": True})
BAD, GOOD = ({f"{rule.code}-{kind}" for rule in RULES} for kind in ("bad", "good"))


def checked(name: str, rule: Rule) -> CheckReport:
    return run(example(name), EXAMPLE_RULES, None if rule is UNKNOWN_PROFILE else EVERYTHING)


def told(report: CheckReport, rule: Rule) -> list[str]:
    findings = [finding for finding in report.findings if finding.code == rule.code]
    return [
        f"{', '.join(f'{place.line}:{place.column}' for place in finding.places)} {finding.text()}"
        for finding in findings
    ]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_says_of_its_bad_example_what_the_example_expects(rule: Rule) -> None:
    text = (EXAMPLES / f"{rule.code}-bad.yaml").read_text(encoding="utf-8")
    expected = re.findall(r"^# expected: (.*)$", text, flags=re.MULTILINE)
    assert expected
    report = checked(f"{rule.code}-bad", rule)
    assert told(report, rule) == expected
    assert FAILED.code not in report.by_code


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.summary], ids=lambda rule: rule.code)
def test_a_rule_counts_in_its_bad_example_what_the_example_expects(rule: Rule) -> None:
    text = (EXAMPLES / f"{rule.code}-bad.yaml").read_text(encoding="utf-8")
    (expected,) = re.findall(r"^# in sum: (.*)$", text, flags=re.MULTILINE)
    (finding,) = run(example(f"{rule.code}-bad"), EXAMPLE_RULES, SUMMED).by_code[rule.code]
    assert finding.message.text() == expected


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_is_silent_about_its_good_example(rule: Rule) -> None:
    report = checked(f"{rule.code}-good", rule)
    assert told(report, rule) == []
    assert FAILED.code not in report.by_code


def test_every_example_belongs_to_a_rule() -> None:
    assert {file.stem for file in EXAMPLES.iterdir()} == BAD | GOOD


def test_rules_about_the_checks_are_told_by_whoever_runs_them() -> None:
    concept = example("IK1102-bad")
    assert [list(rule.check(concept)) for rule in meta_rules.RULES] == [[]] * 7


def test_no_two_rules_have_the_same_code() -> None:
    codes = [rule.code for rule in EXAMPLE_RULES]
    assert sorted(set(codes)) == sorted(codes)


def test_the_codes_of_a_family_belong_together() -> None:
    families: dict[str, set[str]] = {}
    for rule in EXAMPLE_RULES:
        families.setdefault(rule.family, set()).add(rule.code.removeprefix("IK")[:-2])
    assert [len(hundreds) for hundreds in families.values()] == [1] * len(families)
