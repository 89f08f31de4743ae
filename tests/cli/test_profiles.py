"""Checking by a profile: one by name, or a town's own file."""

import json
from pathlib import Path

from tests.cli.conftest import Call

OWN = 'name = "kreis"\ntitle = "Unser Kreis"\nothers = false\n[rules]\nIK401 = "error"\n'


def test_a_concept_is_checked_by_a_profile_in_a_file(call: Call) -> None:
    Path("kreis.toml").write_text(OWN, encoding="utf-8")
    result = call("check", "sachsenheim", "--profile", "kreis.toml")
    assert result.exit_code == 1
    assert result.output.startswith("Integrationskonzept der Stadt Sachsenheim, checked by the profile Unser Kreis")
    assert "errors: 1, warnings: 0, notes: 0" in result.output


def test_a_profile_in_a_json_file_is_read_too(call: Call) -> None:
    Path("kreis.json").write_text(
        json.dumps({"name": "kreis", "others": False, "rules": {"IK101": "error"}}), encoding="utf-8"
    )
    assert call("check", "sachsenheim", "--profile", "kreis.json").exit_code == 0


def test_a_profile_that_cannot_be_read_is_told_with_its_file(call: Call) -> None:
    Path("kreis.toml").write_text("name = 1\n", encoding="utf-8")
    wrong = call("check", "sachsenheim", "--profile", "kreis.toml")
    assert wrong.exit_code == 2
    assert "kreis.toml: a profile needs a text under 'name'" in wrong.output
    assert call("check", "sachsenheim", "--profile", "missing.toml").exit_code == 2
    unknown = call("check", "sachsenheim", "--profile", "counsil")
    assert unknown.exit_code == 2
    assert "did you mean 'council'?" in unknown.output


def test_every_place_of_a_finding_is_named_on_request(call: Call) -> None:
    short = call("check", "sachsenheim", "--profile", "council").output
    full = call("check", "sachsenheim", "--profile", "council", "--all-places").output
    assert "and 7 more" in short
    assert "more" not in full
    assert len(full.splitlines()) > len(short.splitlines())


def test_a_rule_that_a_profile_misspells_is_an_error_with_its_line_and_a_near_name(call: Call) -> None:
    Path("kreis.toml").write_text(
        'name = "kreis"\nothers = false\n[rules]\n# measurabilty is misspelt below\nIK101 = "error"\n'
        'measurabilty = "error"\n[[steps]]\ntitle = "Eins"\nrules = ["IK101", "ULM001"]\n',
        encoding="utf-8",
    )
    result = call("check", "sachsenheim", "--profile", "kreis.toml", "--format", "json")
    assert result.exit_code == 1
    first, second = json.loads(result.stdout)["findings"]
    assert (first["code"], first["severity"]) == ("IK1105", "error")
    assert first["message"] == (
        "the profile 'kreis' names 'measurabilty', and there is no such rule and no such family"
    )
    assert first["hint"].startswith("did you mean 'measurability'? Otherwise check that the plugin")
    assert (first["places"][0]["file"], first["places"][0]["line"]) == ("kreis.toml", 6)
    assert (second["places"][0]["line"], second["places"][0]["column"]) == (9, 20)
    shown = call("check", "sachsenheim", "--profile", "kreis.toml")
    assert "kreis.toml:6:1: error IK1105 the profile 'kreis' names 'measurabilty'" in shown.output


def test_a_profile_that_checks_nothing_is_refused(call: Call) -> None:
    Path("kreis.toml").write_text(
        'name = "kreis"\nothers = false\n[rules]\nmeasurabilty = "error"\nIK99999 = "error"\n', encoding="utf-8"
    )
    result = call("check", "sachsenheim", "--profile", "kreis.toml")
    assert result.exit_code == 2
    assert "the profile 'kreis' checks nothing: no rule that exists is given a weight" in result.stderr
    assert "kreis.toml:4:1: the profile 'kreis' names 'measurabilty'" in result.stderr
    assert "did you mean 'measurability'?" in result.stderr
    assert "kreis.toml:5:1: " in result.stderr
    Path("leer.json").write_text(json.dumps({"name": "leer", "others": False}), encoding="utf-8")
    assert call("check", "sachsenheim", "--profile", "leer.json").exit_code == 2
