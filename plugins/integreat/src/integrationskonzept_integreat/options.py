"""Options of the exporters and the publisher for Integreat.

Files are read when the options are created, so that exporting reads none.
"""

from datetime import date
from enum import StrEnum
from pathlib import Path

from attrs import field, frozen
from attrs.validators import ge, le

from integrationskonzept.translation import Catalogue, catalogues_in
from integrationskonzept_ical import Kind
from integrationskonzept_integreat.cms_site import Site, site_in
from integrationskonzept_integreat.i18n import message
from integrationskonzept_integreat.readability import readability_validator
from integrationskonzept_integreat.templates import templates_in

_TODAY = message("leave out what is over on this day; without it, on the day of the edition")
_CORRECTED = message("tell the right date where the concept knows that the printed one is wrong")


@frozen(kw_only=True)
class EventOptions:
    """The options of the exporter ``integreat-events``."""

    kinds: tuple[Kind, ...] = field(
        default=(Kind.ACTION_DAYS, Kind.ACTIVITIES, Kind.MEETINGS),
        metadata={"help": message("only these kinds of entries")},
    )
    category: str = field(
        default="integreat",
        metadata={
            "help": message(
                "the category that the CMS's import of this calendar filters by",
            )
        },
    )
    corrected_dates: bool = field(default=False, metadata={"help": _CORRECTED})
    today: date | None = field(default=None, metadata={"help": _TODAY})


@frozen(kw_only=True)
class PageOptions:
    """The options of the exporter ``integreat-pages``, and the common ones of everything that builds pages."""

    about_concept: bool = field(
        default=False,
        metadata={
            "help": message(
                "also pages about the concept: its fields of action with goals and measures, and who does what",
            )
        },
    )
    corrected_dates: bool = field(default=False, metadata={"help": _CORRECTED})
    today: date | None = field(default=None, metadata={"help": _TODAY})
    readability: bool = field(
        default=False,
        metadata={
            "help": message(
                "list the German sentences that are very hard to read; needs the extra 'readability' of this plugin",
            )
        },
        validator=readability_validator,
    )
    translations: Path | None = field(
        default=None,
        metadata={
            "help": message(
                "folder of translation catalogues, one for each language, such as en.po",
            )
        },
    )
    languages: tuple[str, ...] = field(default=(), metadata={"help": message("only pages in these languages")})
    templates: Path | None = field(
        default=None,
        metadata={
            "help": message(
                "folder of templates that replace those of the same name",
            )
        },
    )
    site: Path | None = field(
        default=None,
        metadata={
            "help": message(
                "file that says where the pages are in the CMS (integreat.toml)",
            )
        },
    )
    catalogues: tuple[Catalogue, ...] = field(init=False, repr=False)
    own: tuple[tuple[str, str], ...] = field(init=False, repr=False)
    """The town's own templates by name."""
    place: Site = field(init=False)

    @catalogues.default
    def _read_catalogues(self) -> tuple[Catalogue, ...]:
        return catalogues_in(self.translations) if self.translations else ()

    @own.default
    def _read_templates(self) -> tuple[tuple[str, str], ...]:
        return templates_in(self.templates) if self.templates else ()

    @place.default
    def _read_site(self) -> Site:
        return site_in(self.site) if self.site else Site()


class XliffVersion(StrEnum):
    """The versions of XLIFF that the CMS imports."""

    ONE = "1.2"
    TWO = "2.0"


@frozen(kw_only=True)
class XliffOptions(PageOptions):
    """The options of the exporter ``integreat-xliff``."""

    version: XliffVersion = field(default=XliffVersion.ONE, metadata={"help": message("version of XLIFF")})
    originals: bool = field(
        default=False,
        metadata={
            "help": message(
                "also write the pages in the concept's own language, which sets their titles and texts",
            )
        },
    )


@frozen(kw_only=True)
class PushOptions(PageOptions):
    """The options of the publisher ``integreat``."""

    tokens: Path | None = field(
        default=None,
        metadata={
            "help": message(
                "file with the access token of each page, which only its owner may read;"
                " without it, the environment's INTEGREAT_TOKENS",
            )
        },
    )
    overwrite: bool = field(
        default=False,
        metadata={
            "help": message(
                "also send pages that somebody edited in the CMS since they were last sent;"
                " what was edited is replaced",
            )
        },
    )
    timeout: float = field(
        default=20.0,
        validator=[ge(0.1), le(600)],
        metadata={"help": message("seconds to wait for an answer")},
    )
    attempts: int = field(
        default=4,
        validator=[ge(1), le(10)],
        metadata={"help": message("how often to try when the network fails")},
    )
