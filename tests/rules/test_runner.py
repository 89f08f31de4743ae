"""Rules run once each, behind a fence; hits become findings with a place, grouped and in order."""

import gc
from collections.abc import Callable, Iterator
from itertools import count

import pytest
from hypothesis import given

from integrationskonzept.errors import UnknownNameError
from integrationskonzept.findings import Severity
from integrationskonzept.gc_pause import OBJECTS
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.concept import Concept
from integrationskonzept.rules import reference_suggestions
from integrationskonzept.rules.builtin import BUILTIN
from integrationskonzept.rules.profiles import Profile, builtin_profiles
from integrationskonzept.rules.rule import MAX_HITS, Hit
from integrationskonzept.rules.runner import run
from integrationskonzept.testing import concepts
from tests.rules.examples import EVERYTHING, found, rule, town

MEASURES = """\
overarching:
  measures:
    - id: eins
      title: Eins
    - id: zwei
      title: Zwei
    - id: drei
      title: Drei
"""


def at(position: int, **values: object) -> Hit:
    return Hit(("overarching", "measures", position, "title"), values)


def remembering(calls: list[str], name: str) -> Callable[[Concept], tuple[Hit, ...]]:
    def check(_: Concept) -> tuple[Hit, ...]:
        calls.append(name)
        return ()

    return check


def test_a_finding_stands_at_the_key_it_is_about() -> None:
    report = run(town(MEASURES), [rule("STADT001", at(1))], EVERYTHING)
    assert str(report) == (
        "auental.yaml:10:7: warning STADT001 measure 'zwei': something is wrong\nerrors: 0, warnings: 1, notes: 0"
    )


def test_what_says_the_same_is_one_finding_with_all_its_places() -> None:
    (finding,) = run(town(MEASURES), [rule("STADT001", at(2), at(0))], EVERYTHING).findings
    assert [(place.line, place.address) for place in finding.places] == [(8, "measure/eins"), (12, "measure/drei")]


def test_what_differs_in_a_value_stands_apart() -> None:
    made = rule("STADT001", at(0, number=2), at(1, number=1), at(2, number=2), message=message("number {number}"))
    texts = [(finding.text(), len(finding.places)) for finding in run(town(MEASURES), [made], EVERYTHING).findings]
    assert texts == [("number 2", 2), ("number 1", 1)]


def test_findings_are_ordered_by_weight_then_code_then_place() -> None:
    rules = [
        rule("STADT1000", at(0), severity=Severity.NOTE),
        rule("STADT999", at(1, name="b"), at(0, name="a"), message=message("{name}"), severity=Severity.NOTE),
        rule("STADT001", at(2), severity=Severity.ERROR),
        rule("STADT002", at(2)),
    ]
    report = run(town(MEASURES), rules, EVERYTHING)
    assert [(finding.code, finding.place.line) for finding in report.findings] == [
        ("STADT001", 12),
        ("STADT002", 12),
        ("STADT999", 8),
        ("STADT999", 10),
        ("STADT1000", 8),
    ]


def test_places_on_one_line_are_ordered_by_column() -> None:
    needs = town("needs: [{id: a, text: A}, {id: b, text: B}]\n")
    (finding,) = run(needs, [rule("STADT001", Hit(("needs", 1)), Hit(("needs", 0)))], EVERYTHING).findings
    assert [place.address for place in finding.places] == ["need/a", "need/b"]


def test_a_concept_that_comes_from_no_file_is_checked_too() -> None:
    concept = town(MEASURES).replace("measure/eins", title="Eins")
    report = run(concept, [rule("STADT001", at(2), at(0))], EVERYTHING)
    assert str(report.findings[0].place) == "measure/drei"
    assert report.findings[0].place.line is None


def test_a_rule_that_raises_is_a_finding_and_the_others_go_on() -> None:
    def fails(_: Concept) -> Iterator[Hit]:
        yield at(0)
        raise KeyError("oh")

    report = run(town(MEASURES), [rule("STADT001", check=fails), rule("STADT002", at(0))], EVERYTHING)
    assert [finding.code for finding in report.findings] == ["IK1101", "STADT002"]
    assert report.errors[0].text() == (
        "rule STADT001 failed: KeyError: 'oh'; report this to whoever wrote the rule; all other rules were checked"
    )
    assert report.errors[0].place.line == 1


@pytest.mark.parametrize(
    ("nonsense", "reason"),
    [
        (lambda _: None, "TypeError"),
        (lambda _: ["overarching"], "AttributeError"),
        (lambda _: [Hit(("no", "such", "path"))], "AttributeError"),
        (lambda _: [Hit(("overarching", "measures", 99))], "IndexError"),
        (lambda _: [Hit("title")], "TypeError"),  # type: ignore[arg-type]  # what a stranger's rule may do
        (lambda _: [Hit(["title"])], "TypeError"),  # type: ignore[arg-type]  # as above
    ],
)
def test_a_rule_that_returns_nonsense_is_a_finding(nonsense: object, reason: str) -> None:
    report = run(town(MEASURES), [rule("STADT001", check=nonsense)], EVERYTHING)
    assert [finding.code for finding in report.findings] == ["IK1101"]
    assert f"rule STADT001 failed: {reason}: " in report.errors[0].text()


def test_a_rule_whose_sentence_lacks_a_value_fails_before_anybody_reads_it() -> None:
    said = Message(template="fine", translations={"de": "{was} fehlt"})
    rules = [rule("STADT001", at(0), message=said), rule("STADT002", at(0, was="Das"), message=said)]
    report = run(town(MEASURES), rules, EVERYTHING)
    assert [finding.text("de") for finding in report.warnings] == ["Das fehlt"]
    assert [str(finding.message) for finding in report.errors] == [
        "rule STADT001 failed: ValueError: the sentence '{was} fehlt' needs a value for was"
    ]


def test_a_failed_rule_is_reported_in_a_profile_that_asks_for_nothing_else() -> None:
    silent = Profile(name="silent", title=message("Silent"), others=False, rules={"STADT001": Severity.NOTE})
    report = run(town(), [rule("STADT001", check=lambda _: 1 / 0)], silent)
    assert [(finding.code, finding.severity) for finding in report.findings] == [("IK1101", Severity.ERROR)]


def test_every_value_that_a_sentence_lacks_is_named() -> None:
    made = rule("STADT001", at(0), message=message("{one} and {two}"))
    assert str(run(town(MEASURES), [made], EVERYTHING).errors[0].message).endswith("needs a value for one, two")


def test_a_name_of_a_megabyte_is_cut_short() -> None:
    made = rule("STADT001", at(0, name="a" * 300), at(1, name="b" * 10**6), message=message("{name}"))
    report = run(town(MEASURES), [made], EVERYTHING)
    assert [finding.text() for finding in report.findings] == ["a" * 300, "b" * 300 + "…"]


def test_every_rule_is_called_once_for_a_concept() -> None:
    calls: list[str] = []
    many = [rule(f"STADT{number:03}", check=remembering(calls, f"{number}")) for number in range(9)]
    run(town(MEASURES), many, EVERYTHING)
    assert calls == list("012345678")


def test_the_collector_waits_until_a_concept_is_checked() -> None:
    def told(_: Concept) -> list[Hit]:
        return [Hit((), {"said": gc.get_threshold()[0]})]

    before = gc.get_threshold()
    (finding,) = run(town(), [rule("STADT001", check=told, message=message("{said}"))], EVERYTHING).findings
    assert finding.text() == str(OBJECTS)
    assert gc.get_threshold() == before


def test_a_rule_that_is_switched_off_is_not_called() -> None:
    off = Profile(name="off", title=message("Off"), rules={"STADT001": None, "stadt": Severity.ERROR})
    calls: list[str] = []
    rules = [rule("STADT001", check=remembering(calls, "called")), rule("STADT002", at(0))]
    report = run(town(MEASURES), rules, off)
    assert calls == []
    assert [finding.severity for finding in report.findings] == [Severity.ERROR]


def test_of_two_rules_with_one_code_the_first_counts() -> None:
    rules = [rule("STADT001", message=message("first"), check=lambda _: [at(0)]), rule("STADT001", at(1))]
    assert [finding.text() for finding in run(town(MEASURES), rules, EVERYTHING).findings] == ["first"]


SUMMED = {"summary": message("{count} of {total} are wrong"), "total": lambda _: 3}
COUNTED = Profile(name="counted", title=message("Counted"), summarise=True)


def test_a_profile_may_have_hits_summed_up_in_one_sentence() -> None:
    made = rule("STADT001", at(0, n=1), at(2, n=2), message=message("number {n}"), **SUMMED)
    (finding,) = run(town(MEASURES), [made], COUNTED).findings
    assert finding.text() == "2 of 3 are wrong"
    assert [place.address for place in finding.places] == ["measure/eins", "measure/drei"]
    assert len(run(town(MEASURES), [made], EVERYTHING).findings) == 2


def test_nothing_is_summed_up_where_nothing_was_found() -> None:
    assert run(town(MEASURES), [rule("STADT001", **SUMMED), rule("STADT002", at(0))], COUNTED).by_code.keys() == {
        "STADT002"
    }


def test_the_concept_may_leave_places_out_with_a_reason() -> None:
    checks = "checks: {ignore: [{code: STADT001, element: measure/zwei, reason: geklärt}]}\n"
    report = run(town(checks + MEASURES), [rule("STADT001", at(0), at(1)), rule("STADT002", at(1))], EVERYTHING)
    assert {code: [f.address for f in findings] for code, findings in report.by_code.items()} == {
        "STADT001": ["measure/eins"],
        "STADT002": ["measure/zwei"],
    }


def test_an_exception_for_an_element_holds_for_what_lies_in_it() -> None:
    checks = "checks: {ignore: [{code: STADT001, element: concept/auental, reason: Entwurf}]}\n"
    assert run(town(checks + MEASURES), [rule("STADT001", at(0), at(1))], EVERYTHING).findings == ()


def test_an_exception_without_an_element_holds_everywhere() -> None:
    checks = "checks: {ignore: [{code: STADT001, reason: Entwurf}]}\n"
    assert run(town(checks + MEASURES), [rule("STADT001", at(0), at(1))], EVERYTHING).findings == ()


def test_an_exception_that_matches_nothing_is_a_note() -> None:
    checks = "checks:\n  ignore:\n    - {code: STADT001, element: measure/drei, reason: geklärt}\n"
    assert found(town(checks + MEASURES), [rule("STADT001", at(0))], "IK1102") == (
        (
            "auental.yaml:7:7: note IK1102 nothing is left for STADT001 to be ignored at measure/drei;"
            " delete the exception"
        ),
    )


def test_an_exception_is_not_held_to_a_rule_that_was_not_checked() -> None:
    checks = "checks: {ignore: [{code: STADT001, reason: Entwurf}]}\n"
    off = Profile(name="off", title=message("Off"), rules={"STADT001": None})
    assert run(town(checks), [rule("STADT001", at(0))], off).findings == ()


def test_the_concept_may_change_what_a_rule_weighs() -> None:
    checks = "checks: {severity: [{code: STADT001, severity: error}, {code: STADT002, severity: note}]}\n"
    off = Profile(name="off", title=message("Off"), rules={"STADT001": None})
    report = run(town(checks + MEASURES), [rule("STADT001", at(0)), rule("STADT002", at(0))], off)
    assert [(finding.code, finding.severity) for finding in report.findings] == [
        ("STADT001", Severity.ERROR),
        ("STADT002", Severity.NOTE),
    ]


def test_notes_about_the_checks_can_be_left_out_too() -> None:
    checks = """\
checks:
  ignore: [{code: IK1103, reason: das Plugin kommt noch}]
  severity: [{code: STADT999, severity: note}]
"""
    assert run(town(checks), [], EVERYTHING).findings == ()
    off = Profile(name="off", title=message("Off"), rules={"checks": None})
    assert run(town("checks: {severity: [{code: STADT999, severity: note}]}\n"), [], off).findings == ()


def test_without_a_profile_the_concept_decides_and_else_it_is_a_draft() -> None:
    assert run(town(), BUILTIN).profile == next(each for each in builtin_profiles() if each.name == "draft")
    named = run(town("checks: {profile: council}\n"), BUILTIN).profile
    assert named is not None
    assert named.name == "council"


def test_an_unknown_profile_in_the_concept_is_a_finding() -> None:
    report = run(town("checks: {profile: gemeinderat}\n"), [])
    assert [finding.code for finding in report.findings] == ["IK1104"]
    assert report.findings[0].place.line == 5


def test_an_unknown_profile_asked_for_is_an_error_with_a_suggestion() -> None:
    with pytest.raises(UnknownNameError, match=r"there is no profile 'counsil'; did you mean 'council'\?"):
        run(town(), [], "counsil")
    with pytest.raises(UnknownNameError, match="known: council, draft, publishable, twelve_steps"):
        run(town(), [], "xyz")


def test_a_profile_of_a_plugin_or_a_town_is_known_by_its_name() -> None:
    own = Profile(name="kreis", title=message("District"))
    assert run(town(), [], "kreis", profiles={"kreis": own}).profile is own
    assert run(town("checks: {profile: kreis}\n"), [], profiles={"kreis": own}).profile is own


def test_a_report_knows_what_was_checked() -> None:
    made = rule("STADT001")
    report = run(town(), [made], EVERYTHING)
    assert (report.concept, report.title) == ("auental", "Integrationskonzept Auental")
    assert report.rules[0] is made
    assert {rule.code for rule in report.rules} == {"STADT001", *(f"IK110{number}" for number in range(1, 8))}


def test_near_names_are_looked_for_a_few_times_only(monkeypatch: pytest.MonkeyPatch) -> None:
    searches: list[str] = []

    def counted(name: str, _: object) -> None:
        searches.append(name)

    monkeypatch.setattr(reference_suggestions, "nearest", counted)
    wrong = ", ".join(f"w{number % 40}" for number in range(120))
    report = run(
        town(f"overarching:\n  measures:\n    - {{id: m, title: M, related_measure_refs: [{wrong}]}}\n"), BUILTIN
    )
    assert len(searches) == 10
    assert len(report.by_code["IK102"]) == 40
    assert {len(finding.places) for finding in report.by_code["IK102"]} == {3}


@given(concepts())
def test_no_rule_fails_whatever_the_concept_contains(concept: Concept) -> None:
    report = run(concept, BUILTIN, EVERYTHING)
    assert [finding.text() for finding in report.findings if finding.code == "IK1101"] == []


@given(concepts())
def test_the_same_concept_gives_the_same_report(concept: Concept) -> None:
    assert run(concept, BUILTIN, EVERYTHING) == run(concept, BUILTIN, EVERYTHING)


def test_a_rule_without_end_is_ended_and_told() -> None:
    def endless(_: Concept) -> Iterator[Hit]:
        for number in count():
            yield Hit((), {"said": number % 3})

    made = rule("STADT001", check=endless, message=message("{said}"))
    report = run(town(), [made, rule("STADT002", Hit(()))], EVERYTHING)
    assert sum(len(finding.places) for finding in report.by_code["STADT001"]) == MAX_HITS
    (told,) = report.by_code["IK1107"]
    assert told.text() == (
        "STADT001 found more than 10000 places; no more of them are listed; mend some and check again, or report it"
        " to whoever wrote the rule"
    )
    assert "STADT002" in report.by_code
