# The public names as type checkers see them; written by `nox -s generate`.

from integrationskonzept.portfolio.entry import PortfolioEntry as PortfolioEntry
from integrationskonzept.portfolio.portfolio import Portfolio as Portfolio

__all__ = [
    "Portfolio",
    "PortfolioEntry",
]
