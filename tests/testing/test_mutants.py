"""For each sentence of the page about testing there is a guest that breaks it, and a suite that says so."""

import re
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from integrationskonzept.testing.contract import sentences
from tests.testing.mutants.mutant import Mutant

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "testing.md"
HEADING = re.compile(r"^### (\w+)\n(.*?)(?=^##)", re.MULTILINE | re.DOTALL)
BULLET = re.compile(r"^- (.*?)(?=^- |^$|\Z)", re.MULTILINE | re.DOTALL)
KINDS = {kind.lower(): text for kind, text in HEADING.findall(PAGE.read_text(encoding="utf-8"))}


def promised(kind: str) -> set[str]:
    """Return the sentences of the page about one suite."""
    return {" ".join(sentence.split()) for sentence in BULLET.findall(KINDS[kind])}


def module(kind: str) -> ModuleType:
    return import_module(f"tests.testing.mutants.{kind}")


MUTANTS: list[tuple[str, Mutant]] = [(kind, mutant) for kind in KINDS for mutant in module(kind).MUTANTS]


def failure(mutant: Mutant) -> str:
    """Return what the test says that is meant to fail."""
    try:
        sentences(mutant.suite())[mutant.test]()
    except Exception as error:  # noqa: BLE001 - a suite counts whatever a guest raises as a breach
        return f"{type(error).__name__}: {error}"
    pytest.fail(f"it passes: {mutant.sentence}")


@pytest.mark.parametrize(
    ("kind", "mutant"), MUTANTS, ids=[f"{kind}-{one.sentence}-{one.said}" for kind, one in MUTANTS]
)
def test_a_bad_guest_is_caught_by_the_test_meant_for_its_fault(
    kind: str, mutant: Mutant, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if "pyproject.toml" not in mutant.said:  # that one is read from the folder of the project
        monkeypatch.chdir(tmp_path)
    assert re.search(f".*{mutant.said}", failure(mutant))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_sentence_of_the_page_is_broken_by_a_bad_guest(kind: str) -> None:
    assert {mutant.sentence for mutant in module(kind).MUTANTS} == promised(kind)


@pytest.mark.parametrize("kind", KINDS)
def test_every_test_of_a_suite_catches_a_bad_guest(kind: str) -> None:
    mutants: tuple[Mutant, ...] = module(kind).MUTANTS
    assert {mutant.test for mutant in mutants} == set(sentences(mutants[0].suite()))
