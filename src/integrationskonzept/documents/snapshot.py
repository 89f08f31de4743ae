"""Changes since a snapshot, for people and programs."""

from typing import Any

from integrationskonzept.blocks.tree import Document, ElementLink, TableColumn, TextTable
from integrationskonzept.evaluation.snapshot import SnapshotComparison
from integrationskonzept.i18n.languages import DEFAULT_LANGUAGE
from integrationskonzept.i18n.messages import message


def snapshot_document(comparison: SnapshotComparison, language: str | None = None) -> Document:
    """Return the changes since a snapshot as a table."""
    columns = (
        TableColumn(message("element"), priority=0),
        TableColumn(message("figure"), priority=0),
        TableColumn(message("then"), priority=0),
        TableColumn(message("now"), priority=0),
    )
    rows = [(ElementLink(one.title, one.address), one.words, one.before, one.after) for one in comparison.changes]
    blocks = TextTable(columns, rows) if rows else ()
    return Document(title=comparison.heading, blocks=blocks, language=language or DEFAULT_LANGUAGE)


def snapshot_data(comparison: SnapshotComparison) -> dict[str, Any]:
    """Return the changes since a snapshot as plain data that JSON can hold."""
    return {
        "concept": comparison.now.concept,
        "title": comparison.now.title,
        "then": comparison.then.today.isoformat(),
        "now": comparison.now.today.isoformat(),
        "same_concept": comparison.same_concept,
        "changes": [
            {"address": one.address, "title": one.title, "name": one.name, "then": one.then, "now": one.now}
            for one in comparison.changes
        ],
    }
