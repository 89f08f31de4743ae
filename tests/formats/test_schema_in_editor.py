"""The German schema in the server for YAML that editors use, by other people: hover, snippets, wrong values."""

import asyncio
from pathlib import Path

import pytest
from attrs import frozen
from lsprotocol import types
from pytest_lsp import client_capabilities, make_test_lsp_client

from integrationskonzept.formats.schema import schema_bytes
from tests.other_programs import npm_packages

pytestmark = pytest.mark.clients

TOWN = """\
# yaml-language-server: $schema=concept.schema.json
schema: 2
id: neustadt
title: Neustadt
municipality: {name: Neustadt}
edition: {adopted_on: 31.12.2026}
actors:
  - {id: tsv, title: TSV, kind: Verein}
  - {id: amt, title: Amt, kind: administration}
fields_of_action:
  - id: sport
    title: Sport
    measures:
      - id: kurse
        title: Kurse
        leads: [tsv]
        status_reports:
          - 
        indicators:
          - 
      - 
"""  # noqa: W291 - where a snippet is asked for


HOVERED = ("[leads]: [tsv]", "kind: [administration]")
"""Places of the file, each with the word in brackets that the pointer is on."""


@frozen
class Answers:
    """What the server said about the file."""

    diagnostics: dict[int, str]
    """The message for each line, counted from 0."""
    hovers: dict[str, str]
    """The text for each place."""
    offered: dict[int, dict[str, str]]
    """The templates offered at the end of a line, each with what it would write."""


async def _asked(program: Path, folder: Path) -> Answers:
    client = make_test_lsp_client()
    await client.start_io("node", str(program), "--stdio")
    client.set_configuration({"yaml": {"validate": True, "hover": True, "completion": True}})
    uri = (folder / "k.yaml").as_uri()
    await client.initialize_session(
        types.InitializeParams(
            capabilities=client_capabilities("visual-studio-code"),
            workspace_folders=[types.WorkspaceFolder(folder.as_uri(), "town")],
        )
    )
    document = types.TextDocumentIdentifier(uri)
    client.text_document_did_open(types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, "yaml", 1, TOWN)))
    while not client.diagnostics.get(uri):
        await asyncio.wait_for(client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS), timeout=30)
    said = {each.range.start.line: str(each.message) for each in client.diagnostics[uri]}
    hovers, offered = {}, {}
    for place in HOVERED:
        line, column = where(place)
        hover = await client.text_document_hover_async(types.HoverParams(document, types.Position(line, column)))
        hovers[place] = getattr(hover and hover.contents, "value", "")
    for line, text in enumerate(TOWN.splitlines()):
        if text.endswith("- "):
            at = types.Position(line, len(text))
            found = await client.text_document_completion_async(types.CompletionParams(document, at))
            items = found.items if isinstance(found, types.CompletionList) else found or []
            snippets = [item for item in items if item.insert_text and "$" in item.insert_text]
            offered[line] = {item.label: item.insert_text or "" for item in snippets}
    await client.shutdown_session()
    await client.stop()  # type: ignore[no-untyped-call]  # pytest-lsp has no types for it
    return Answers(said, hovers, offered)


def where(marked: str) -> tuple[int, int]:
    """Return line and second column of a word in the file that is in brackets in `marked`."""
    before, _, rest = marked.partition("[")
    start = TOWN.index(before + rest.replace("]", "", 1)) + len(before)
    return TOWN[:start].count("\n"), start - TOWN.rfind("\n", 0, start)


@pytest.fixture(scope="module")
def answers(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Answers:
    """Return what yaml-language-server says about the file with the German schema beside it."""
    modules = npm_packages(pytestconfig.rootpath / ".nox" / "npm", "yaml-language-server@1.25.0")
    folder = tmp_path_factory.mktemp("editor")
    (folder / "concept.schema.json").write_bytes(schema_bytes(language="de"))
    (folder / "k.yaml").write_text(TOWN, encoding="utf-8")
    program = modules / "yaml-language-server" / "bin" / "yaml-language-server"
    return asyncio.run(_asked(program, folder))


def test_a_key_is_explained_in_german(answers: Answers) -> None:
    assert "Federführung: eine oder mehrere Stellen." in answers.hovers["[leads]: [tsv]"]


def test_a_word_of_a_list_is_explained_in_german(answers: Answers) -> None:
    assert "Verwaltung" in answers.hovers["kind: [administration]"]


def test_an_entry_is_offered_with_its_usual_keys(answers: Answers) -> None:
    status, indicator, measure = answers.offered.values()
    assert "as_of:" in status["Statusmeldung"]
    assert "${2:Titel}" in indicator["Indikator"]
    assert "- ${3:Ist-Zustand}" in measure["Maßnahme"]


def test_a_wrong_word_and_a_wrong_date_are_marked(answers: Answers) -> None:
    assert set(answers.diagnostics) >= {5, 7}
    assert "administration" in answers.diagnostics[7]
    assert "Schreiben Sie das Datum so" in answers.diagnostics[5]
    assert 8 not in answers.diagnostics
