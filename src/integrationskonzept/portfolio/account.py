"""A portfolio as a document: each file with its concept, or with what keeps it from being read."""

from typing import Any

from integrationskonzept.blocks.tree import Document, TableColumn, TextTable
from integrationskonzept.i18n.languages import DEFAULT_LANGUAGE
from integrationskonzept.i18n.messages import label, message
from integrationskonzept.portfolio.entry import PortfolioEntry
from integrationskonzept.portfolio.portfolio import Portfolio


def portfolio_document(portfolio: Portfolio, language: str | None = None) -> Document:
    """Return the files of a portfolio, each with its concept and counts, or with the finding about it."""
    columns = (
        TableColumn(message("file"), priority=0),
        TableColumn(label("concept"), priority=1),
        TableColumn(label("municipality"), priority=1),
        TableColumn(message("years"), priority=2),
        TableColumn(label("measures"), numeric=True, priority=3),
        TableColumn(label("indicators"), numeric=True, priority=3),
        TableColumn(message("finding"), priority=1),
    )
    rows = [_row(entry) for entry in portfolio.entries]
    title = message("{count} concepts from {files} files", count=len(portfolio), files=len(portfolio.entries))
    return Document(title=title, blocks=TextTable(columns, rows), language=language or DEFAULT_LANGUAGE)


def _row(entry: PortfolioEntry) -> tuple[Any, ...]:
    concept = entry.concept
    if concept is None:
        return entry.path, None, None, None, None, None, entry.findings[0].message
    counts = (str(len(concept.measures)), str(len(concept.indicators)))
    return entry.path, concept.id, concept.municipality.name, concept.years, *counts, None
