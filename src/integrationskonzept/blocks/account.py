"""Results that are told to people as a document."""

from pkgutil import resolve_name
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:  # writers are imported when something is written
    from integrationskonzept.blocks.tree import Document


class HasBlocks:
    """A result with a document: `blocks` for every writer, and its HTML for notebooks."""

    __slots__ = ()

    ACCOUNT: ClassVar[str]
    """The function that makes the document, as ``package.module:name``; it is imported when it is asked for."""

    def blocks(self, language: str | None = None) -> "Document":
        """Return what the result tells people, as a document for the writers of `integrationskonzept.blocks`.

        Args:
            language: The language of its sentences; by default that of the concept, or else German.
        """
        document: Document = resolve_name(f"integrationskonzept.{self.ACCOUNT}")(self, language)
        return document

    def _repr_html_(self) -> str:
        from integrationskonzept.blocks.html import HtmlProfile, to_html  # noqa: PLC0415 - only notebooks ask for it

        return to_html(self.blocks(), profile=HtmlProfile.NOTEBOOK)
