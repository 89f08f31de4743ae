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
    Path("kreis.json").write_text(json.dumps({"name": "kreis", "others": False}), encoding="utf-8")
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
