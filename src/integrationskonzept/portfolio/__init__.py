"""Many concepts at once: read side by side, laid out in common tables, compared where they can be."""

from integrationskonzept.portfolio.entry import PortfolioEntry
from integrationskonzept.portfolio.portfolio import Portfolio

__all__ = ["Portfolio", "PortfolioEntry"]
