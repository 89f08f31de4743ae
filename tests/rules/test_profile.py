"""A profile is data: built in, a plugin's or a town's own file."""

from pathlib import Path
from typing import Any

import pytest

from integrationskonzept.errors import InvalidProfileError
from integrationskonzept.findings import Severity
from integrationskonzept.rules.builtin import BUILTIN
from integrationskonzept.rules.profiles import Profile, ProfileStep, builtin_profiles, read_profile
from tests.rules.examples import rule

PROFILES = {profile.name: profile for profile in builtin_profiles()}
CODES = {rule.code for rule in BUILTIN} | {rule.family for rule in BUILTIN}


def test_four_profiles_come_with_the_library() -> None:
    assert list(PROFILES) == ["council", "draft", "publishable", "twelve_steps"]


@pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda profile: profile.name)
def test_a_profile_names_rules_that_exist_and_is_called_something_in_german(profile: Profile) -> None:
    named = {*profile.rules, *(code for step in profile.steps for code in step.rules)}
    assert named <= CODES
    assert profile.title.text("de") != profile.title.text("en")
    assert profile.description is not None
    assert profile.description.text("de") != profile.description.text("en")


def test_every_rule_of_the_twelve_steps_belongs_to_one_of_them() -> None:
    profile = PROFILES["twelve_steps"]
    in_steps = [code for step in profile.steps for code in step.rules]
    assert sorted(in_steps) == sorted(profile.rules)
    assert len(profile.steps) == 12
    assert all(step.title.text("de") != step.title.text("en") for step in profile.steps)


def test_a_draft_is_not_asked_for_what_is_still_to_come() -> None:
    weights = {rule.code: PROFILES["draft"].severity(rule) for rule in BUILTIN}
    assert weights["IK1004"] is None
    assert weights["IK304"] is Severity.NOTE
    assert weights["IK312"] is Severity.ERROR
    assert weights["IK102"] is Severity.ERROR


def test_personal_data_stops_a_publication() -> None:
    weights = {rule.code: PROFILES["publishable"].severity(rule) for rule in BUILTIN}
    assert {weights[code] for code in ("IK901", "IK902", "IK903", "IK904")} == {Severity.ERROR}
    assert weights["IK304"] is None


def test_a_code_outweighs_its_family_and_both_outweigh_the_rule() -> None:
    profile = Profile.from_data({"name": "eigenes", "rules": {"stadt": "note", "STADT001": "error", "STADT002": "off"}})
    assert profile.severity(rule("STADT001")) is Severity.ERROR
    assert profile.severity(rule("STADT002")) is None
    assert profile.severity(rule("STADT003")) is Severity.NOTE
    assert profile.severity(rule("STADT004", family="land")) is Severity.WARNING


def test_rules_not_named_can_be_left_out() -> None:
    profile = Profile.from_data({"name": "eigenes", "others": False, "rules": {"STADT001": "warning"}})
    assert profile.severity(rule("STADT001")) is Severity.WARNING
    assert profile.severity(rule("STADT002")) is None


def test_a_step_collects_codes_and_families() -> None:
    steps = [{"title": "Erst", "rules": ["STADT001"]}, {"title": {"en": "Then", "de": "Dann"}, "rules": ["stadt"]}]
    profile = Profile.from_data({"name": "eigenes", "steps": steps})
    assert profile.step(rule("STADT001")) == ProfileStep(title=profile.steps[0].title, rules=("STADT001",))
    second = profile.step(rule("STADT002"))
    assert second is not None
    assert (second.title.text("en"), second.title.text("de")) == ("Then", "Dann")
    assert profile.step(rule("STADT003", family="land")) is None


def test_a_profile_says_by_itself_what_it_needs_to_say() -> None:
    profile = Profile.from_data({"name": "eigenes"})
    assert profile.title.text() == "eigenes"
    assert profile.description is None
    assert (profile.others, profile.summarise, profile.steps) == (True, False, ())
    assert Profile.from_data({"name": "e", "title": {"de": "Eigenes"}}).title.text("en") == "Eigenes"
    assert Profile.from_data({"name": "e", "title": {"de": "Eigenes", "en": "Own"}}).title.template == "Own"
    assert Profile.from_data({"name": "e", "summarise": True, "description": "x"}).summarise


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ({}, "needs a text under 'name', such as 'council'; got nothing"),
        ({"name": ""}, "got ''"),
        ({"name": 1}, "got 1"),
        ({"name": "Unser Kreis"}, "name is lower-case letters and digits .* such as 'council'; got 'Unser Kreis'"),
        ({"name": "../kreis"}, "got '../kreis'"),
        ({"name": "e", "titel": "E"}, "profile 'e' has no key 'titel'; did you mean 'title'?"),
        ({"name": "e", "zzz": 1}, "no key 'zzz'; known: description, name, others, rules, steps, summarise, title"),
        (
            {"name": "e", "title": 1},
            "profile 'e': expected a text, or texts by language such as en and de",
        ),
        ({"name": "e", "title": {}}, "title of the profile 'e'"),
        ({"name": "e", "title": {"de": 1}}, "title of the profile 'e'"),
        ({"name": "e", "description": 1}, "description of the profile 'e'"),
        ({"name": "e", "rules": []}, "expected severities by rule under 'rules'; got \\[\\]"),
        (
            {"name": "e", "rules": {"IK301": "warn"}},
            "expected one of error, warning, note, off; got 'warn'",
        ),
        ({"name": "e", "rules": {"IK301": 1}}, "got 1"),
        ({"name": "e", "others": "off"}, "expected true or false under 'others'; got 'off'"),
        ({"name": "e", "summarise": 1}, "expected true or false under 'summarise'; got 1"),
        ({"name": "e", "steps": {}}, "expected a list under 'steps'; got {}"),
        ({"name": "e", "steps": ["x"]}, "expected a title and rules for each step under 'steps'; got 'x'"),
        ({"name": "e", "steps": [{"rules": []}]}, "title of a step of the profile 'e'"),
        (
            {"name": "e", "steps": [{"title": "x", "rule": []}]},
            "a step of the profile 'e' has no key 'rule'; did you",
        ),
        ({"name": "e", "steps": [{"title": "x", "rules": "IK301"}]}, "expected a list under 'rules'"),
    ],
)
def test_a_wrong_profile_is_refused_with_what_was_expected(data: dict[str, Any], reason: str) -> None:
    with pytest.raises(InvalidProfileError, match=reason.replace("?", r"\?").replace("{}", r"\{\}")) as error:
        Profile.from_data(data)
    assert "'e'" in str(error.value) or data.get("name") != "e"


def test_a_suggestion_is_made_for_a_misspelt_severity() -> None:
    with pytest.raises(InvalidProfileError, match="did you mean 'warning'"):
        Profile.from_data({"name": "e", "rules": {"IK301": "warnin"}})
    with pytest.raises(InvalidProfileError, match="profile 'e', rule 'IK301': expected"):
        Profile.from_data({"name": "e", "rules": {"IK301": "warnin"}})


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("e.toml", 'name = "eigenes"\n[rules]\nIK301 = "off"\n'),
        ("e.json", '{"name": "eigenes", "rules": {"IK301": "off"}}'),
    ],
)
def test_a_town_keeps_its_profile_in_a_file(tmp_path: Path, name: str, text: str) -> None:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    profile = read_profile(file)
    assert (profile.name, profile.rules) == ("eigenes", {"IK301": None})


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("e.toml", b"name = ", "not readable as a profile"),
        ("e.json", b"{", "not readable as a profile"),
        ("e.json", b"\xff", "not saved as UTF-8; save it again in that encoding"),
        ("e.json", b"[" * 100_000, "not readable as a profile"),
        ("e.toml", b"#" * 1_000_001, "larger than 1 MB, as no profile is"),
        ("e.toml", b"name = 1", "a profile needs a text under 'name'"),
        ("e.json", b"[1]", r"expected a mapping with the keys name, .*; got \[1\]"),
    ],
)
def test_a_file_that_holds_no_profile_is_refused_by_name(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(InvalidProfileError, match=rf"{name}: {reason}"):
        read_profile(file)


def test_a_name_that_its_file_spells_in_another_way_is_placed_in_the_file_alone(tmp_path: Path) -> None:
    file = tmp_path / "e.json"
    file.write_text('{"name": "e", "rules": {"\\u0049K999": "error"}}', encoding="utf-8")
    profile = read_profile(file)
    assert dict(profile.unknown(BUILTIN)).keys() == {"IK999"}
    assert profile.file is not None
    assert (str(profile.file.place("IK999")), profile.file.place("rules").line) == (str(file), 1)
