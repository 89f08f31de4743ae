"""YAML in the documentation is in block style, because a German comma between brackets ends an entry."""

import re
from importlib.resources import files
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    page
    for page in (*ROOT.glob("*.md"), *ROOT.joinpath("docs").rglob("*.md"), *ROOT.glob("plugins/*/README.md"))
    if page.name != "CHANGELOG.md"
)
TEMPLATES = sorted(files("integrationskonzept.cli").joinpath("templates").iterdir(), key=lambda file: file.name)
SNIPPET = re.compile(r"^```yaml\n(.*?)^```", re.MULTILINE | re.DOTALL)
FLOW = re.compile(r"^[^#\n]*(?:: |- )(?:\[(?!\])|\{(?!\})).*", re.MULTILINE)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_a_page_shows_yaml_in_lines(page: Path) -> None:
    assert [line for snippet in SNIPPET.findall(page.read_text("utf-8")) for line in FLOW.findall(snippet)] == []


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.name)
def test_a_new_concept_is_written_in_lines(template: Path) -> None:
    assert FLOW.findall(template.read_text("utf-8")) == []
