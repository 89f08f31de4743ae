"""Options of the exporters and the publisher for Integreat.

Files are read when the options are created, so that exporting reads none.
"""

from datetime import date
from enum import StrEnum
from pathlib import Path

from attrs import field, frozen
from attrs.validators import ge, le

from integrationskonzept import Message
from integrationskonzept_ical import Kind
from integrationskonzept_integreat.catalogue import Catalogue, catalogues_in
from integrationskonzept_integreat.cms_site import Site, site_in
from integrationskonzept_integreat.i18n import say
from integrationskonzept_integreat.templates import templates_in


def _help(english: str, german: str) -> dict[str, Message]:
    return {"help": say(english, german)}


@frozen(kw_only=True)
class EventOptions:
    """The options of the exporter ``integreat-events``."""

    kinds: tuple[Kind, ...] = field(
        default=(Kind.ACTION_DAYS, Kind.ACTIVITIES, Kind.MEETINGS),
        metadata=_help("only these kinds of entries", "nur diese Arten von Einträgen"),
    )
    category: str = field(
        default="integreat",
        metadata=_help(
            "the category that the CMS's import of this calendar filters by",
            "die Kategorie, nach der der Import dieses Kalenders im CMS filtert",
        ),
    )
    today: date | None = field(
        default=None,
        metadata=_help(
            "leave out what is over on this day; without it, on the day of the edition",
            "weglassen, was an diesem Tag vorbei ist; ohne Angabe am Stand des Konzepts",
        ),
    )


@frozen(kw_only=True)
class PageOptions:
    """The options of the exporter ``integreat-pages``, and the common ones of everything that builds pages."""

    translations: Path | None = field(
        default=None,
        metadata=_help(
            "folder of translation catalogues, one for each language, such as en.po",
            "Ordner mit Übersetzungskatalogen, einem je Sprache, wie en.po",
        ),
    )
    languages: tuple[str, ...] = field(
        default=(), metadata=_help("only pages in these languages", "nur Seiten in diesen Sprachen")
    )
    templates: Path | None = field(
        default=None,
        metadata=_help(
            "folder of templates that replace those of the same name",
            "Ordner mit Vorlagen, die gleichnamige ersetzen",
        ),
    )
    site: Path | None = field(
        default=None,
        metadata=_help(
            "file that says where the pages are in the CMS (integreat.toml)",
            "Datei, die sagt, wo die Seiten im CMS sind (integreat.toml)",
        ),
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

    version: XliffVersion = field(default=XliffVersion.ONE, metadata=_help("version of XLIFF", "XLIFF-Version"))
    originals: bool = field(
        default=False,
        metadata=_help(
            "also write the pages in the concept's own language, which sets their titles and texts",
            "auch die Seiten in der Sprache des Konzepts schreiben; das setzt deren Titel und Texte",
        ),
    )


@frozen(kw_only=True)
class MirrorOptions(PageOptions):
    """The options of the exporter ``integreat-mirror``."""

    today: date | None = field(
        default=None,
        metadata=_help(
            "leave out what is over on this day; without it, on the day of the edition",
            "weglassen, was an diesem Tag vorbei ist; ohne Angabe am Stand des Konzepts",
        ),
    )


@frozen(kw_only=True)
class PushOptions(PageOptions):
    """The options of the publisher ``integreat``."""

    tokens: Path | None = field(
        default=None,
        metadata=_help(
            "file with the access token of each page, which only its owner may read;"
            " without it, the environment's INTEGREAT_TOKENS",
            "Datei mit dem Zugriffstoken jeder Seite, die nur ihr Besitzer lesen darf;"
            " ohne Angabe INTEGREAT_TOKENS der Umgebung",
        ),
    )
    overwrite: bool = field(
        default=False,
        metadata=_help(
            "also send pages that somebody edited in the CMS since they were last sent; what was edited is replaced",
            "auch Seiten senden, die seit dem letzten Senden im CMS bearbeitet wurden; das Bearbeitete wird ersetzt",
        ),
    )
    timeout: float = field(
        default=20.0,
        validator=[ge(0.1), le(600)],
        metadata=_help("seconds to wait for an answer", "so viele Sekunden auf eine Antwort warten"),
    )
    attempts: int = field(
        default=4,
        validator=[ge(1), le(10)],
        metadata=_help("how often to try when the network fails", "wie oft es bei Störungen des Netzes versucht wird"),
    )
