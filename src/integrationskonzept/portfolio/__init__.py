"""Portfolios of concepts: read from many files, checked, and tabulated together."""

from integrationskonzept.class_docs import document_classes
from integrationskonzept.portfolio.entry import PortfolioEntry
from integrationskonzept.portfolio.portfolio import Portfolio

__all__ = ["Portfolio", "PortfolioEntry"]

document_classes(globals())
