"""Other people's programs find nothing to object to in the HTML of documents: axe-core in Chromium, html-validate."""

import json
import subprocess
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

import pytest

from integrationskonzept.blocks.html import HtmlProfile, to_html
from integrationskonzept.blocks.tree import (
    Block,
    Chapter,
    Definition,
    DefinitionList,
    Document,
    ElementLink,
    Emphasis,
    Hyperlink,
    InLanguage,
    ItemList,
    ListStyle,
    Marked,
    Paragraph,
    Picture,
    Remark,
    RemarkKind,
    StatusMark,
    Symbol,
    TableColumn,
    TextTable,
)
from integrationskonzept.testing.sample_texts import AWKWARD, HOSTILE
from tests.accounts.accounts import TOWNS, other_documents, town_documents
from tests.blocks.trees import PICTURE
from tests.other_programs import chromium

pytestmark = pytest.mark.clients

SCRIPT = Path(__file__).with_name("accessibility.mjs")
TEXTS = tuple(text for text in (*AWKWARD, *HOSTILE) if text.strip())


def every_block(language: str) -> Document:
    """Return a document with every block and hostile texts."""
    columns = (TableColumn("Was"), TableColumn("Wie viel", numeric=True))
    table = TextTable(columns, [(text, str(number)) for number, text in enumerate(TEXTS)], caption="Alle Texte")
    blocks: tuple[Block, ...] = (
        Paragraph(tuple(Marked(f"{emphasis} ", emphasis) for emphasis in Emphasis)),
        Paragraph((Hyperlink("Stadt", "https://musterstadt.de/"), " ", ElementLink("Kurse", "measure/kurse"))),
        Paragraph(InLanguage("مرحبا بالعالم", "ar", "rtl")),
        *(Remark("Text", kind) for kind in RemarkKind),
        *(ItemList(TEXTS, style) for style in ListStyle),
        DefinitionList(Definition(text[:50], text, Paragraph(text)) for text in TEXTS),
        Picture(PICTURE, "Bild", "Ein schwarzes Dreieck", table),
        table,
        Paragraph(tuple(StatusMark(f"{symbol} ", symbol) for symbol in Symbol)),
    )
    return Document(title="Alles", blocks=Chapter("Kurse", blocks, "measure/kurse"), language=language)


def pages() -> Iterator[tuple[str, str]]:
    """Yield pages with their names: one of each kind of document, whole and inside a notebook."""
    documents: dict[str, Document] = {}
    for town in reversed(TOWNS):
        documents |= {kind.partition("/")[0]: one for kind, one in town_documents(town, "de").items()}
    documents |= other_documents("en")
    documents |= {f"every block {language}": every_block(language) for language in ("de", "ar")}
    for number, (kind, document) in enumerate(documents.items()):
        name = f"{number:03}-{''.join(filter(str.isalnum, kind))}"
        yield f"{name}.html", to_html(document)
        if not kind.startswith(("table ", "element ", "finding ", "everything", "overview")):
            yield f"{name}-notebook.html", notebook(to_html(document, profile=HtmlProfile.NOTEBOOK), document.language)


def notebook(fragment: str, language: str) -> str:
    """Return a fragment in the least page: an output scrolls where it is too wide, as those of notebooks do."""
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<title>Notebook</title>\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<style>\n.output { overflow-x: auto; }\n</style>\n</head>\n"
        '<body>\n<main>\n<h1>Notebook</h1>\n<h2>Cell</h2>\n<div class="output" tabindex="0">\n'
        f"{fragment}</div>\n</main>\n</body>\n</html>\n"
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a file for each page."""
    made = tmp_path_factory.mktemp("pages")
    for name, html in pages():
        (made / name).write_text(html, "utf-8")
    return made


def run(*command: str | Path) -> str:
    """Run a program and return what it says; fail with what it objects to."""
    done = subprocess.run(list(map(str, command)), capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, f"{done.stdout[-5000:]}\n{done.stderr[-2000:]}"
    return done.stdout


def test_pages_are_accessible_on_screens_of_any_width_light_and_dark(folder: Path, node_modules: Path) -> None:
    files = sorted(folder.glob("*.html"))
    assert len(files) > 40
    found: list[dict[str, Any]] = json.loads(run("node", SCRIPT, chromium(), node_modules, *files))
    assert len(found) == len(files) * 3 * 2
    assert min(one["passes"] for one in found) > 5
    assert [one for one in found if one["violations"] or one["overflow"] > 0] == []


def test_a_page_with_faults_is_found(tmp_path: Path, node_modules: Path) -> None:
    faulty = tmp_path / "faulty.html"
    pale, wide = '<p style="color: #ccc; background: #fff">blass</p>', '<p style="width: 2000px">breit</p>'
    faulty.write_text(f"<!DOCTYPE html><html><body><img src='x'>{pale}{wide}</body></html>", "utf-8")
    found = json.loads(run("node", SCRIPT, chromium(), node_modules, faulty))
    rules = {violation.partition(":")[0] for one in found for violation in one["violations"]}
    assert {"image-alt", "html-has-lang", "document-title", "color-contrast"} <= rules
    assert all(one["overflow"] > 0 for one in found)


def test_pages_are_valid(folder: Path, node_modules: Path) -> None:
    rules = folder / ".htmlvalidate.json"
    rules.write_text('{"root": true, "extends": ["html-validate:standard"]}', "utf-8")
    program = node_modules / "html-validate" / "bin" / "html-validate.mjs"
    run("node", program, "--config", rules, "--max-warnings", "0", *sorted(folder.glob("*.html")))
