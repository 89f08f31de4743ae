"""A report that is ready to be written: its document, and what stands around it on paper."""

from datetime import date

from attrs import frozen

from integrationskonzept import Message
from integrationskonzept.blocks import Document, Text
from integrationskonzept_report.i18n import message
from integrationskonzept_report.logo import Logo


@frozen(kw_only=True)
class Report:
    """A report that is ready to be written."""

    document: Document
    """Its title and blocks."""
    subtitle: Text
    """The line below its title."""
    running: Text
    """What stands at the top of its further pages."""
    town: str
    """The name of the town, its author."""
    today: date | None
    """Its day, where one is known."""
    letterhead: tuple[str, ...]
    """Lines at the top of its first page."""
    logo: Logo | None
    number: str | None
    """Number of the council paper."""

    @property
    def language(self) -> str:
        """The language of its sentences."""
        return self.document.language

    @property
    def numbered(self) -> Message | None:
        """The number of the council paper, in words."""
        return message("Council paper {number}", number=self.number) if self.number else None
