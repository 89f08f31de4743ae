"""Codes of findings are explained in the language of the call."""

import pytest

from integrationskonzept.documents.explanation import OF_TABLES
from integrationskonzept.findings import Problem
from integrationskonzept.formats.problems import PROBLEMS
from integrationskonzept.rules.builtin import BUILTIN
from integrationskonzept.rules.rule import Rule
from tests.cli.conftest import Call


def said(call: Call, *words: str) -> str:
    result = call("--lang", "de", "explain", *words)
    assert result.exit_code == 0, result.output
    return " ".join(result.output.split())


@pytest.mark.parametrize("code", ["IK301", "ik301", "301", " IK301 "])
def test_a_rule_is_explained_with_reason_example_and_next_step(call: Call, code: str) -> None:
    text = said(call, code)
    assert text.startswith("IK301: ")
    for line in ("Warum: ", "Beispiel: Warnung: „", "Nächster Schritt: ", "Profile: Gemeinderat: "):
        assert line in text


def test_a_problem_of_files_is_explained(call: Call) -> None:
    text = said(call, "2")
    assert text.startswith("IK002: ")
    assert "Profile" not in text


def test_a_problem_without_a_next_step_has_none(call: Call) -> None:
    explained: tuple[Problem | Rule, ...] = (*PROBLEMS, *BUILTIN)
    bare = next(found.code for found in explained if found.hint is None)
    assert "Nächster Schritt" not in said(call, bare)


@pytest.mark.parametrize("code", OF_TABLES)
def test_a_finding_in_a_table_is_explained(call: Call, code: str) -> None:
    assert said(call, code).startswith(f"{code}: ")


def test_an_explanation_goes_into_a_paper_too(call: Call) -> None:
    assert call("explain", "IK301", "--format", "markdown").output.startswith("# IK301: ")


@pytest.mark.parametrize(("code", "answer"), [("IK3O1", "meinten Sie"), ("Quark", "die Kennziffer „QUARK“")])
def test_an_unknown_code_is_answered_with_similar_ones(call: Call, code: str, answer: str) -> None:
    result = call("--lang", "de", "explain", code)
    assert result.exit_code == 2
    assert answer in result.output
