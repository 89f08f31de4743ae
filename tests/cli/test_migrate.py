"""``migrate`` renames the keys of a person's file and nothing else."""

from pathlib import Path

import pytest

from tests.cli.conftest import Call

OLD = (
    "schema: 1\nid: stadt\ntitle: Stadt   # unser Konzept\nmunicipality: {name: Stadt}\noverarching:\n  measures:\n"
    "    - id: kurs\n      title: Kurs\n\n      lead: ['amt']\nactors:\n  - {id: amt, title: Amt}\n"
)
NEW = OLD.replace("schema: 1", "schema: 2").replace("lead:", "leads:")


def test_a_file_is_renamed_in_place_and_a_second_time_nothing_changes(call: Call) -> None:
    file = Path("stadt.yaml")
    file.write_text(OLD, encoding="utf-8")
    assert call("check", "stadt.yaml").exit_code == 0
    assert call("migrate", "stadt.yaml").exit_code == 0
    assert file.read_text(encoding="utf-8") == NEW
    again = call("--lang", "de", "migrate", "stadt.yaml")
    assert again.exit_code == 0
    assert "stadt.yaml: folgt schon der Version 2" in again.output
    assert file.read_text(encoding="utf-8") == NEW


def test_the_lines_that_would_change_are_shown_and_nothing_is_written(call: Call) -> None:
    Path("stadt.yaml").write_text(OLD, encoding="utf-8")
    shown = call("migrate", "stadt.yaml", "--dry-run").output
    assert "-schema: 1\n+schema: 2\n" in shown
    assert "-      lead: ['amt']\n+      leads: ['amt']\n" in shown
    assert Path("stadt.yaml").read_text(encoding="utf-8") == OLD


def test_another_file_is_written_only_over_nothing_or_by_force(call: Call) -> None:
    Path("stadt.yaml").write_text(OLD, encoding="utf-8")
    assert call("migrate", "stadt.yaml", "-o", "neu.yaml").exit_code == 0
    assert Path("neu.yaml").read_text(encoding="utf-8") == NEW
    assert Path("stadt.yaml").read_text(encoding="utf-8") == OLD
    Path("notiz.yaml").write_text("ein: Zettel\n", encoding="utf-8")
    assert call("migrate", "stadt.yaml", "-o", "notiz.yaml").exit_code == 2
    assert call("migrate", "stadt.yaml", "-o", "notiz.yaml", "--force").exit_code == 0


def test_another_format_and_a_file_with_errors_are_refused(call: Call) -> None:
    Path("stadt.yaml").write_text(OLD, encoding="utf-8")
    other = call("migrate", "stadt.yaml", "-o", "stadt.json")
    assert other.exit_code == 2
    assert "`convert` writes other formats" in other.output
    Path("stadt.yaml").write_text(OLD + "x: 1\n", encoding="utf-8")
    assert "IK040" in call("migrate", "stadt.yaml").output


@pytest.mark.parametrize("spoilt", [OLD.encode(), b"["])
def test_a_text_that_cannot_be_renamed_is_left_as_it_is(
    call: Call, monkeypatch: pytest.MonkeyPatch, spoilt: bytes
) -> None:
    Path("stadt.yaml").write_text(OLD, encoding="utf-8")
    monkeypatch.setattr("integrationskonzept.formats.text_migration._renamed", lambda *_: spoilt)
    refused = call("migrate", "stadt.yaml")
    assert refused.exit_code == 2
    assert "`convert` writes the file anew" in refused.output
    assert Path("stadt.yaml").read_text(encoding="utf-8") == OLD
