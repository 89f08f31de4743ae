"""Changes since a snapshot, for people and programs."""

from typing import Any

from integrationskonzept.blocks.sheet import Block, Sheet
from integrationskonzept.evaluation.snapshot import SnapshotComparison
from integrationskonzept.i18n.messages import message


def snapshot_sheet(comparison: SnapshotComparison) -> Sheet:
    """Return the changes since a snapshot as a table."""
    block = Block(title=message("Changes"), heads=comparison.heads, rows=comparison.rows)
    return Sheet(title=comparison.heading, sentences=(), blocks=(block,))


def snapshot_text(comparison: SnapshotComparison, language: str = "en") -> str:
    """Return the changes since a snapshot, one per line."""
    lines = (f"- {one.text(language)}" for one in comparison.changes)
    return "\n".join((comparison.text(language), *lines))


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
