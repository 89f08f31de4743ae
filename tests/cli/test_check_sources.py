"""`check` takes folders and standard input, and reports to GitLab; a hook runs it before each commit."""

import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from integrationskonzept.cli import main
from tests.cli.conftest import Call
from tests.cli.test_commands import TOWN

GOOD, BAD = TOWN.replace("HORIZON", "short"), TOWN.replace("HORIZON", "shrt")
ROOT = Path(__file__).parents[2]


def from_input(content: str) -> Result:
    return CliRunner().invoke(main, ["--lang", "en", "check", "-"], input=content, catch_exceptions=False)


def test_every_concept_in_a_folder_is_checked(call: Call) -> None:
    Path("orte", "nord").mkdir(parents=True)
    Path("orte", "a.yaml").write_text(GOOD, encoding="utf-8")
    Path("orte", "nord", "b.yaml").write_text(BAD, encoding="utf-8")
    Path("orte", "liesmich.txt").write_text("kein Konzept", encoding="utf-8")
    result = call("check", "orte")
    assert result.exit_code == 1
    assert re.search(r"orte/nord/b.yaml:15:\d+: error IK102", result.output)
    assert result.output.count("errors: ") == 2


def test_a_folder_without_concepts_is_refused(call: Call) -> None:
    Path("leer").mkdir()
    result = call("--lang", "de", "check", "leer")
    assert result.exit_code == 2
    assert "Im Ordner leer ist keine Datei mit einem Konzept" in result.output


@pytest.mark.parametrize("convert", [str, lambda text: json.dumps(yaml.safe_load(text), default=str)])
def test_standard_input_is_checked_whether_it_is_yaml_or_json(call: Call, convert: Any) -> None:
    assert call("check", "--help").exit_code == 0
    assert from_input(convert(GOOD)).exit_code == 0
    refused = from_input(convert(BAD))
    assert refused.exit_code == 1
    assert re.search(r"^-:\d+:\d+: error IK102", refused.output, re.MULTILINE)


def test_input_that_is_no_concept_is_a_finding(call: Call) -> None:
    assert call("check", "--help").exit_code == 0
    result = from_input("schema: 2\ntitel: A\n")
    assert result.exit_code == 1
    assert "-:2:1: error IK040" in result.output


def entries(call: Call, *sources: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(call("--lang", "de", "check", *sources, "--format", "gitlab").stdout)
    return found


def test_gitlab_gets_every_finding_with_the_fields_that_it_asks_for(call: Call) -> None:
    Path("stadt.yaml").write_text(BAD, encoding="utf-8")
    found = entries(call, "stadt.yaml")
    assert found
    for entry in found:
        assert set(entry) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert entry["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert entry["location"]["path"] == "stadt.yaml"
        assert entry["location"]["lines"]["begin"] >= 1
    missing = next(entry for entry in found if entry["check_name"] == "IK102")
    assert missing["severity"] == "major"
    assert missing["location"]["lines"]["begin"] == 15
    assert "shrt" in missing["description"]


def test_a_finding_keeps_its_fingerprint_when_lines_move(call: Call) -> None:
    Path("stadt.yaml").write_text(BAD, encoding="utf-8")
    before = [entry["fingerprint"] for entry in entries(call, "stadt.yaml")]
    Path("stadt.yaml").write_text(f"# Kommentar\n{BAD}", encoding="utf-8")
    assert [entry["fingerprint"] for entry in entries(call, "stadt.yaml")] == before


def test_every_fingerprint_is_another(call: Call) -> None:
    found = [entry["fingerprint"] for entry in entries(call, "sachsenheim", "musterstadt-2025")]
    assert len(found) == len(set(found)) > 10


def test_the_hook_for_pre_commit_calls_a_command_that_there_is(call: Call) -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert {"id", "name", "entry", "language"} <= set(hook)
    assert hook["language"] == "python"
    program, *words = shlex.split(hook["entry"])
    assert program == "integrationskonzept"
    Path("stadt.yaml").write_text(BAD, encoding="utf-8")
    assert call(*words, "stadt.yaml").exit_code == 1


def test_a_new_file_names_the_schema_that_is_written_beside_it(call: Call) -> None:
    Path("amt").mkdir()
    assert call("--lang", "de", "new", "amt/stadt.yaml").exit_code == 0
    first, *_ = Path("amt", "stadt.yaml").read_text(encoding="utf-8").splitlines()
    named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert named
    schema = Path("amt", named[1]).read_text(encoding="utf-8")
    assert schema == call("--lang", "de", "schema").output


def test_a_file_that_is_no_schema_is_not_overwritten_by_one(call: Call) -> None:
    Path("concept.schema.json").write_text('{"town": 1}', encoding="utf-8")
    assert call("new", "stadt.yaml").exit_code == 2
    assert not Path("stadt.yaml").exists()
    assert call("new", "stadt.yaml", "--force").exit_code == 0
