"""Options of the exporter ``site``."""

from datetime import date
from pathlib import Path

from attrs import field, frozen

from integrationskonzept import Concept
from integrationskonzept.plugins.kit import LanguageCode
from integrationskonzept.translation import Catalogue, catalogue_at, catalogues_in
from integrationskonzept_site.i18n import message


@frozen(kw_only=True)
class Options:
    """The options of the exporter ``site``."""

    today: date | None = field(
        default=None,
        metadata={"help": message("day of the site; without it that of the youngest record, or else the edition's")},
    )
    language: LanguageCode | None = field(
        default=None,
        metadata={"help": message("language of headings and sentences; without it the concept's own")},
    )
    translations: Path | None = field(
        default=None,
        metadata={"help": message("catalogue of translations, such as ar.po, or a folder with one for each language")},
    )
    base: str | None = field(
        default=None,
        metadata={"help": message("address at which the site is published, for the news feed and the list of pages")},
    )
    previous: Concept | None = field(
        default=None,
        metadata={"help": message("the edition before: its pages that are gone say what became of them")},
    )
    contact: str | None = field(
        default=None, metadata={"help": message("mail address or telephone number to report barriers to")}
    )

    @property
    def catalogues(self) -> tuple[Catalogue, ...]:
        """The translations."""
        if self.translations is None:
            return ()
        return catalogues_in(self.translations) if self.translations.is_dir() else (catalogue_at(self.translations),)
