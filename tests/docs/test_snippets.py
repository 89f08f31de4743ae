"""Snippets and links of README and docs."""

import re
from pathlib import Path

import pytest

from tests.docs.snippets import document

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted(
    [
        ROOT / "README.md",
        ROOT / "README.de.md",
        ROOT / "CONTRIBUTING.md",
        *ROOT.glob("docs/**/*.md"),
        *ROOT.glob("plugins/*/README.md"),
    ]
)


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_every_snippet_does_what_it_shows(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for example in document(path, tmp_path):
        example.evaluate()


def links(page: Path) -> list[Path]:
    """List the targets of a page's links inside the project."""
    return [
        (page.parent / link).resolve()
        for link in re.findall(r"\]\((?![a-z]+:)([^)#]+)", page.read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_every_link_inside_the_project_leads_somewhere(path: Path) -> None:
    assert [link for link in links(path) if not link.exists()] == []


def test_every_page_of_the_docs_can_be_reached_from_the_index() -> None:
    reached = [ROOT / "docs" / "index.md"]
    for page in reached:
        reached += [link for link in links(page) if link.suffix == ".md" and link.exists() and link not in reached]
    assert [name(page) for page in ROOT.glob("docs/**/*.md") if page not in reached] == []
