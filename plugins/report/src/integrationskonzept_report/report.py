"""A report that is ready to be written: its document, and what stands around it on paper."""

import re
from datetime import date

from attrs import frozen

from integrationskonzept import Message
from integrationskonzept.blocks import Document, Text
from integrationskonzept_report.i18n import message
from integrationskonzept_report.logo import Logo

_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


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
    def tag(self) -> str:
        """Its language as a tag of BCP 47; ``und`` where the concept states something else."""
        return self.language if _TAG.fullmatch(self.language) else "und"

    @property
    def numbered(self) -> Message | None:
        """The number of the council paper, in words."""
        return message("Council paper {number}", number=self.number) if self.number else None
