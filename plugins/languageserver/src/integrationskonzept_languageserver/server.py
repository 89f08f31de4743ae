"""The server: what an editor asks, answered from the text in its window."""

import re
from importlib.metadata import version
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams
from pygls.lsp.server import LanguageServer

from integrationskonzept import Concept, IntegrationskonzeptError, InvalidConceptError, Message
from integrationskonzept.editor import EditedText
from integrationskonzept.plugins import PluginHost
from integrationskonzept_languageserver import ids
from integrationskonzept_languageserver.diagnostics import actions, diagnostics
from integrationskonzept_languageserver.i18n import message

_CONCEPT = re.compile(r"""^\s*\{?\s*['"]?(?:schema['"]?\s*:\s*\d|municipality\b|fields_of_action\b)""", re.MULTILINE)
"""What a file of a concept has; an editor asks about each YAML file."""


class ConceptServer(LanguageServer):
    """A language server for the files of concepts."""

    def __init__(self, host: PluginHost, language: str) -> None:
        super().__init__("integrationskonzept", version("integrationskonzept-languageserver"))
        self.host = host
        self.language = language
        self._texts: dict[str, EditedText] = {}
        self._concepts: dict[str, Concept] = {}

    def text(self, uri: str) -> EditedText | None:
        """Return the text in the window of a file; None if it is no concept."""
        source = self.workspace.get_text_document(uri).source
        name = Path(unquote(urlsplit(uri).path)).name
        if not _CONCEPT.search(source):
            return None
        known = self._texts.get(uri)
        if known is None or known.text != source:
            try:
                form = self.host.format_for(Path(name).suffix)
            except IntegrationskonzeptError:
                return None
            known = self._texts[uri] = EditedText(text=source, name=name, format=form, host=self.host)
            if known.concept is not None:
                self._concepts[uri] = known.concept
        return known

    def concept(self, uri: str) -> Concept | None:
        """Return the concept of a file as it was when it could last be read."""
        return self._concepts.get(uri)

    def publish(self, uri: str) -> None:
        """Tell the editor the findings about a file."""
        text = self.text(uri)
        found = diagnostics(text, self.language) if text else []
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri=uri, diagnostics=found))

    def forget(self, uri: str) -> None:
        """Drop what is known of a file that was closed."""
        self._texts.pop(uri, None)
        self._concepts.pop(uri, None)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri=uri, diagnostics=[]))


def server(host: PluginHost, language: str) -> ConceptServer:
    """Return a server that checks with the plugins of a host and answers in a language."""
    made = ConceptServer(host, language)
    _follow(made)
    _answer(made)
    _change(made)
    return made


def _follow(made: ConceptServer) -> None:
    """Add what happens when a file is opened, changed and closed."""

    @made.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(ls: ConceptServer, params: types.DidOpenTextDocumentParams) -> None:
        ls.publish(params.text_document.uri)

    @made.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(ls: ConceptServer, params: types.DidChangeTextDocumentParams) -> None:
        ls.publish(params.text_document.uri)

    @made.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(ls: ConceptServer, params: types.DidCloseTextDocumentParams) -> None:
        ls.forget(params.text_document.uri)


def _answer(made: ConceptServer) -> None:
    """Add the questions about ids."""
    triggers = types.CompletionOptions(trigger_characters=["[", ",", " ", "/"])

    @made.feature(types.TEXT_DOCUMENT_COMPLETION, triggers)
    def completion(ls: ConceptServer, params: types.CompletionParams) -> types.CompletionList | None:
        uri = params.text_document.uri
        text = ls.text(uri)
        return ids.completion(text, ls.concept(uri), params.position, ls.language) if text else None

    @made.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(ls: ConceptServer, params: types.HoverParams) -> types.Hover | None:
        text = ls.text(params.text_document.uri)
        return ids.hover(text, params.position, ls.language) if text else None

    @made.feature(types.TEXT_DOCUMENT_DEFINITION)
    def definition(ls: ConceptServer, params: types.DefinitionParams) -> types.Location | None:
        text = ls.text(params.text_document.uri)
        return ids.definition(text, params.text_document.uri, params.position) if text else None

    @made.feature(types.TEXT_DOCUMENT_REFERENCES)
    def references(ls: ConceptServer, params: types.ReferenceParams) -> list[types.Location]:
        text = ls.text(params.text_document.uri)
        everywhere = params.context.include_declaration
        uri = params.text_document.uri
        return ids.references(text, uri, params.position, with_definition=everywhere) if text else []


def _change(made: ConceptServer) -> None:
    """Add what changes a file: a new id, and suggestions."""

    @made.feature(types.TEXT_DOCUMENT_PREPARE_RENAME)
    def prepare(ls: ConceptServer, params: types.PrepareRenameParams) -> types.PrepareRenamePlaceholder | None:
        text = ls.text(params.text_document.uri)
        return ids.renameable(text, params.position) if text else None

    @made.feature(types.TEXT_DOCUMENT_RENAME, types.RenameOptions(prepare_provider=True))
    def rename(ls: ConceptServer, params: types.RenameParams) -> types.WorkspaceEdit | None:
        text = ls.text(params.text_document.uri)
        if text is None:
            return None
        try:
            edits = ids.renaming(text, params.position, params.new_name)
        except IntegrationskonzeptError as problem:
            raise JsonRpcInvalidParams(_reason(problem, ls.language)) from None
        return types.WorkspaceEdit(changes={params.text_document.uri: edits}) if edits else None

    @made.feature(
        types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
    )
    def suggestions(ls: ConceptServer, params: types.CodeActionParams) -> list[types.CodeAction]:
        text = ls.text(params.text_document.uri)
        return actions(text, params.text_document.uri, params.range, ls.language) if text else []


def _reason(problem: IntegrationskonzeptError, language: str) -> str:
    """Return why an id cannot be changed."""
    if isinstance(problem, InvalidConceptError):
        finding = problem.findings[0].message
        return message("correct the errors of the file first: {finding}", finding=finding).text(language)
    said = getattr(problem, "message", problem.args[0])
    return said.text(language) if isinstance(said, Message) else str(problem)
