"""Results that are told to people as a document."""

from pkgutil import resolve_name
from typing import ClassVar

import integrationskonzept.blocks as blocks_of  # its names are imported when they are used


class HasBlocks:
    """A result with a document: `blocks` for every writer, and its HTML for notebooks."""

    __slots__ = ()

    ACCOUNT: ClassVar[str]
    """The function that makes the document, as ``package.module:name``; it is imported when it is asked for."""
    IN_NOTEBOOKS: ClassVar[str | None] = None
    """The function that makes a shorter document for notebooks, where there is one."""

    def blocks(self, language: str | None = None) -> "blocks_of.Document":
        """Return what the result tells people, as a document for the writers of `integrationskonzept.blocks`.

        Args:
            language: The language of its sentences; by default that of the concept, or else German.
        """
        return _document(self.ACCOUNT, self, language)

    def _repr_html_(self) -> str:
        document = _document(self.IN_NOTEBOOKS or self.ACCOUNT, self, None)
        return blocks_of.to_html(document, profile=blocks_of.HtmlProfile.NOTEBOOK)


def _document(account: str, result: HasBlocks, language: str | None) -> "blocks_of.Document":
    document: blocks_of.Document = resolve_name(f"integrationskonzept.{account}")(result, language)
    return document
