"""Portfolios of concepts: read from many files, checked, and tabulated together.

A name is imported from its module on first use.
"""

from integrationskonzept.lazy import lazy_names

_MODULES = {"entry": ("PortfolioEntry",), "portfolio": ("Portfolio",)}
__all__, __getattr__, __dir__ = lazy_names(globals(), _MODULES)
