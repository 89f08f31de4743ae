"""The server answers a client by other people, over standard input and output, in German."""

import sys
from collections.abc import AsyncIterator

import pytest
import pytest_lsp
from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

pytestmark = pytest.mark.asyncio(loop_scope="module")

URI = "file:///tmp/unser%20konzept.yaml"
TOWN = """\
schema: 2  # 🏘 unser Konzept
id: neustadt
title: Neustadt
municipality: {name: Neustadt}
actors:
  - {id: tsv, title: TSV Neustadt, kind: club}
  - id: amt
    title: Amt *für* Soziales
horizons:
  - id: mittel
    title: mittelfristig
discrepancies:
  - {id: d1, kind: error, text: Anders, concerns: [actor/amt]}
fields_of_action:
  - id: sport
    title: Sport
    measures:
      - id: kurse
        title: Kurse  # beim tsv
        leads: [tsv, "amt"]
        time_frames:
          - horizon_ref: mittel
        description: 🏀 tsv
      - id: feste
        title: Feste
        leads: [tsv]
"""
COMMAND = [sys.executable, "-m", "integrationskonzept", "--lang", "de", "language-server"]


@pytest_lsp.fixture(  # type: ignore[untyped-decorator]  # pytest-lsp has no types for it
    config=ClientServerConfig(server_command=COMMAND), scope="module", loop_scope="module"
)
async def client(lsp_client: LanguageClient) -> AsyncIterator[None]:
    asked = types.InitializeParams(capabilities=client_capabilities("visual-studio-code"))
    await lsp_client.initialize_session(asked)
    yield
    await lsp_client.shutdown_session()


def where(text: str, marked: str, after: str = "") -> types.Position:
    """Return the position of the first ``|`` in a part of a text that is written with it."""
    before, _, rest = marked.partition("|")
    start = text.index(before + rest, text.index(after)) + len(before)
    line = text[:start].rpartition("\n")[2]
    return types.Position(text[:start].count("\n"), len(line.encode("utf-16-le")) // 2)


def within(text: str, found: types.Range) -> str:
    """Return what stands in a range of one line."""
    assert found.start.line == found.end.line
    line = text.splitlines()[found.start.line].encode("utf-16-le")
    return line[2 * found.start.character : 2 * found.end.character].decode("utf-16-le")


def changed(text: str, edits: list[types.TextEdit]) -> str:
    """Return the text after changes within its lines."""
    lines = text.splitlines(keepends=True)
    for edit in sorted(edits, key=lambda edit: (edit.range.start.line, edit.range.start.character), reverse=True):
        line = lines[edit.range.start.line].encode("utf-16-le")
        start, end = 2 * edit.range.start.character, 2 * edit.range.end.character
        lines[edit.range.start.line] = line[:start].decode("utf-16-le") + edit.new_text + line[end:].decode("utf-16-le")
    return "".join(lines)


async def opened(client: LanguageClient, text: str, uri: str = URI) -> list[types.Diagnostic]:
    client.text_document_did_open(types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, "yaml", 1, text)))
    await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    return list(client.diagnostics.get(uri, []))


async def typed(client: LanguageClient, text: str, uri: str = URI) -> list[types.Diagnostic]:
    """Replace the text in the window."""
    whole = types.TextDocumentContentChangeWholeDocument(text)
    document = types.VersionedTextDocumentIdentifier(version=2, uri=uri)
    client.text_document_did_change(types.DidChangeTextDocumentParams(document, [whole]))
    await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    return list(client.diagnostics.get(uri, []))


async def completed(client: LanguageClient, at: types.Position) -> dict[str, str | None]:
    found = await client.text_document_completion_async(types.CompletionParams(types.TextDocumentIdentifier(URI), at))
    assert isinstance(found, types.CompletionList)
    return {item.label: item.detail for item in found.items}


async def hovered(client: LanguageClient, at: types.Position, uri: str = URI) -> str | None:
    found = await client.text_document_hover_async(types.HoverParams(types.TextDocumentIdentifier(uri), at))
    return found.contents.value if found and isinstance(found.contents, types.MarkupContent) else None


async def renamed(client: LanguageClient, at: types.Position, new: str, uri: str = URI) -> list[types.TextEdit]:
    document = types.TextDocumentIdentifier(uri)
    edit = await client.text_document_rename_async(
        types.RenameParams(text_document=document, position=at, new_name=new)
    )
    return list(edit.changes[uri]) if edit and edit.changes else []


async def quick_fixes(client: LanguageClient, at: types.Position) -> list[types.CodeAction]:
    document, here = types.TextDocumentIdentifier(URI), types.Range(at, at)
    asked = types.CodeActionParams(document, here, types.CodeActionContext([]))
    found = await client.text_document_code_action_async(asked)
    return [action for action in found or () if isinstance(action, types.CodeAction)]


async def test_findings_have_place_code_weight_and_remedy(client: LanguageClient) -> None:
    text = TOWN.replace("leads: [tsv]", "leads: [tvs]")
    found = await opened(client, text)
    wrong = next(each for each in found if each.code == "IK102")
    assert within(text, wrong.range) == "tvs"
    assert wrong.severity is types.DiagnosticSeverity.Error
    assert wrong.source == "integrationskonzept"
    assert "Akteur" in wrong.message
    assert "meinten Sie" in wrong.message
    assert types.DiagnosticSeverity.Information in {each.severity for each in found}
    assert not [each for each in await typed(client, TOWN) if each.code == "IK102"]


async def test_findings_follow_the_text_that_is_typed_not_the_file(client: LanguageClient) -> None:
    await opened(client, TOWN)
    found = await typed(client, TOWN.replace("kind: club", "kind: Verein"))
    assert [each.range.start.line for each in found if each.code == "IK043"] == [5]


@pytest.mark.parametrize(
    ("wrong", "right", "code"),
    [
        ("leads: [tvs]", "leads: [tsv]", "IK102"),
        ('"amz"', '"amt"', "IK102"),
        ("horizon_ref: mitel", "horizon_ref: mittel", "IK102"),
        ("kind: Verein", "kind: club", "IK043"),
        ("titel: Feste", "title: Feste", "IK040"),
    ],
)
async def test_what_a_finding_suggests_is_put_in_place(
    client: LanguageClient, wrong: str, right: str, code: str
) -> None:
    text = TOWN.replace(right, wrong)
    assert text != TOWN
    await opened(client, text)
    actions = [each for each in await quick_fixes(client, where(text, wrong + "|")) if each.edit]
    (fitting,) = [each for each in actions if each.diagnostics and each.diagnostics[0].code == code]
    assert fitting.edit
    assert fitting.edit.changes
    assert fitting.title.startswith("„")
    assert changed(text, list(fitting.edit.changes[URI])) == TOWN
    assert await quick_fixes(client, types.Position(1, 0)) == []


async def test_references_are_completed_by_what_they_can_name(client: LanguageClient) -> None:
    await opened(client, TOWN)
    assert await completed(client, where(TOWN, "leads: [|tsv]")) == {"tsv": "TSV Neustadt", "amt": "Amt *für* Soziales"}
    assert await completed(client, where(TOWN, "horizon_ref: mi|ttel")) == {"mittel": "mittelfristig"}
    addresses = await completed(client, where(TOWN, "concerns: [actor/am|t"))
    assert addresses["field_of_action/sport"] == "Sport"
    assert addresses["discrepancy/d1"] == "Anders"
    assert await completed(client, where(TOWN, "title: Fe|ste")) == {}
    assert await completed(client, where(TOWN, "leads|: [tsv]")) == {}
    assert await completed(client, where(TOWN, "# beim ts|v")) == {}


@pytest.mark.parametrize(
    "line",
    ["leads: [", "leads: [t", "leads: [amt, ", "leads:\n          - ", "leads:\n        - ", "leads: [\n     am"],
)
async def test_a_half_typed_list_is_completed(client: LanguageClient, line: str) -> None:
    await opened(client, TOWN)
    text = TOWN.replace("leads: [tsv]\n", line)
    await typed(client, text)
    end = types.Position(text.count("\n"), len(text.rpartition("\n")[2]))
    assert set(await completed(client, end)) == {"tsv", "amt"}


async def test_an_id_shows_its_title(client: LanguageClient) -> None:
    await opened(client, TOWN)
    assert await hovered(client, where(TOWN, 'leads: [tsv, "a|mt"')) == "**Amt \\*für\\* Soziales**\n\nAkteur `amt`"
    assert await hovered(client, where(TOWN, "id: kur|se")) == "**Kurse**\n\nMaßnahme `kurse`"
    assert await hovered(client, where(TOWN, "id: d|1")) == "**Anders**\n\nUnstimmigkeit `d1`"
    assert await hovered(client, where(TOWN, "title: Kur|se")) is None


async def test_an_id_leads_to_its_element_and_to_its_references(client: LanguageClient) -> None:
    await opened(client, TOWN)
    document = types.TextDocumentIdentifier(URI)
    at = where(TOWN, "leads: [t|sv]")
    found = await client.text_document_definition_async(types.DefinitionParams(document, at))
    assert isinstance(found, types.Location)
    assert (found.range.start.line, within(TOWN, found.range)) == (5, "tsv")
    nowhere = types.DefinitionParams(document, where(TOWN, "Sp|ort"))
    assert await client.text_document_definition_async(nowhere) is None
    for everywhere, lines in ((True, [5, 19, 25]), (False, [19, 25])):
        asked = types.ReferenceParams(types.ReferenceContext(everywhere), document, at)
        places = await client.text_document_references_async(asked)
        assert [place.range.start.line for place in places or ()] == lines
        assert {within(TOWN, place.range) for place in places or ()} == {"tsv"}


async def test_an_id_is_renamed_everywhere_and_nothing_else_changes(client: LanguageClient) -> None:
    await opened(client, TOWN)
    document = types.TextDocumentIdentifier(URI)
    at = where(TOWN, "leads: [ts|v]")
    offered = await client.text_document_prepare_rename_async(types.PrepareRenameParams(document, at))
    assert isinstance(offered, types.PrepareRenamePlaceholder)
    assert (offered.placeholder, within(TOWN, offered.range)) == ("tsv", "tsv")
    edits = await renamed(client, at, "turnverein")
    expected = TOWN.replace("id: tsv", "id: turnverein").replace("[tsv", "[turnverein")
    assert changed(TOWN, edits) == expected
    assert await renamed(client, at, "tsv") == []
    nothing = types.PrepareRenameParams(document, where(TOWN, "Sp|ort"))
    assert await client.text_document_prepare_rename_async(nothing) is None
    assert await renamed(client, where(TOWN, "Sp|ort"), "neu") == []


@pytest.mark.parametrize(("new", "reason"), [("amt", "hat schon ein Element „actor/amt“"), ("TSV", "Kleinbuchstaben")])
async def test_an_id_that_is_taken_or_misspelt_is_refused_in_german(
    client: LanguageClient, new: str, reason: str
) -> None:
    await opened(client, TOWN)
    with pytest.raises(JsonRpcException, match=reason):
        await renamed(client, where(TOWN, "leads: [ts|v]"), new)


async def test_an_id_in_a_file_with_errors_is_not_renamed(client: LanguageClient) -> None:
    text = TOWN.replace("kind: club", "kind: Verein")
    await opened(client, text)
    with pytest.raises(JsonRpcException, match=r"berichtigen Sie zuerst .*Verein"):
        await renamed(client, where(text, "leads: [ts|v]"), "turnverein")


async def test_no_beginning_of_a_file_ends_the_server(client: LanguageClient) -> None:
    await opened(client, TOWN)
    for end in range(30, len(TOWN), 23):
        text = TOWN[:end]
        await typed(client, text)
        at = types.Position(text.count("\n"), len(text.rpartition("\n")[2].encode("utf-16-le")) // 2)
        await completed(client, at)
        await hovered(client, at)
        await quick_fixes(client, at)
    assert await typed(client, "schema: 2\n\ttitle: [")
    assert await hovered(client, types.Position(99, 99)) is None
    assert await completed(client, types.Position(99, 99)) == {}


@pytest.mark.parametrize("uri", ["file:///tmp/compose.yaml", "file:///tmp/notes.txt", "untitled:Untitled-1"])
async def test_a_file_that_is_no_concept_is_left_alone(client: LanguageClient, uri: str) -> None:
    text = TOWN if not uri.endswith(".yaml") else "services:\n  web: {image: nginx}\n"
    assert await opened(client, text, uri) == []
    assert await hovered(client, types.Position(1, 5), uri) is None
    assert await renamed(client, types.Position(1, 5), "neu", uri) == []


async def test_a_closed_file_has_no_findings(client: LanguageClient) -> None:
    assert await opened(client, TOWN)
    client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(URI)))
    await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    assert list(client.diagnostics[URI]) == []
