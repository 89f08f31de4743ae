"""Drafts: concepts read from documents by rule, each with the doubts that a person resolves.

A name is imported from its module on first use.
"""

from integrationskonzept.lazy import lazy_names

_MODULES = {
    "draft": ("Doubt", "Draft"),
    "next_edition": ("NextEdition", "next_edition_of", "next_period"),
}
__all__, __getattr__, __dir__ = lazy_names(globals(), _MODULES)
