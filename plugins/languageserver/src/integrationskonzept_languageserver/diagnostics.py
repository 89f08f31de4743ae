"""Findings as diagnostics, and suggestions as code actions."""

from collections.abc import Iterator

from lsprotocol import types

from integrationskonzept import Finding, Severity
from integrationskonzept.editor import EditedText, suggested
from integrationskonzept_languageserver.i18n import message
from integrationskonzept_languageserver.ranges import span, tokens

SOURCE = "integrationskonzept"

_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.NOTE: types.DiagnosticSeverity.Information,
}


def diagnostics(text: EditedText, language: str) -> list[types.Diagnostic]:
    """Return a diagnostic for each place of each finding."""
    return [diagnostic for finding in text.report.findings for diagnostic, _ in _placed(text, finding, language)]


def actions(text: EditedText, uri: str, within: types.Range, language: str) -> list[types.CodeAction]:
    """Return the replacements that findings in the lines of a range suggest."""
    found = []
    for finding in text.report.findings:
        meant = suggested(finding)
        for diagnostic, typed in _placed(text, finding, language) if meant else ():
            if typed and within.start.line <= diagnostic.range.start.line <= within.end.line:
                column, word = typed
                quote = word[0] if word[0] in "'\"" else ""
                line = diagnostic.range.start.line + 1
                edit = types.TextEdit(span(text, line, column, len(word)), f"{quote}{meant}{quote}")
                title = message("replace '{typed}' by '{meant}'", typed=word.strip("'\""), meant=meant)
                found.append(
                    types.CodeAction(
                        title=title.text(language),
                        kind=types.CodeActionKind.QuickFix,
                        diagnostics=[diagnostic],
                        edit=types.WorkspaceEdit(changes={uri: [edit]}),
                    )
                )
    return found


def _placed(
    text: EditedText, finding: Finding, language: str
) -> Iterator[tuple[types.Diagnostic, tuple[int, str] | None]]:
    """Yield the diagnostic of each place of a finding, with the word that was typed and its column."""
    said = {str(value).strip("'\"") for value in _values(finding)}
    for place in finding.places:
        line, column = place.line or 1, place.column or 1
        after = tokens(text, line, column)
        typed = next((token for token in after if token[1].strip("'\"") in said), None)
        start, word = typed or (after[0] if after and place.line else (column, " "))
        diagnostic = types.Diagnostic(
            range=span(text, line, start, len(word)),
            message=finding.text(language),
            severity=_SEVERITIES[finding.severity],
            code=finding.code,
            source=SOURCE,
        )
        yield diagnostic, typed


def _values(finding: Finding) -> Iterator[object]:
    """Yield what the sentence of a finding quotes."""
    for value in finding.message.values.values():
        inner = getattr(value, "values", None)
        yield from inner.values() if isinstance(inner, dict) else (value,)
