"""Options of the exporter ``report``."""

from datetime import date
from enum import StrEnum
from pathlib import Path

from attrs import field, frozen

from integrationskonzept import Concept
from integrationskonzept.plugins.kit import Catalogue, LanguageCode, catalogue_at, translations_help
from integrationskonzept_report.i18n import message


class Kind(StrEnum):
    """The kinds of reports."""

    STATUS = "status"
    CONCEPT = "concept"
    FACT_SHEETS = "fact-sheets"
    COMPARISON = "comparison"


class Audience(StrEnum):
    """Those for whom a report is made."""

    COUNCIL = "council"
    PUBLIC = "public"


class FileType(StrEnum):
    """The types of files that a report is written in."""

    PDF = "pdf"
    DOCX = "docx"
    HTML = "html"
    MARKDOWN = "md"


@frozen(kw_only=True)
class Options:
    """The options of the exporter ``report``."""

    kind: Kind = field(
        default=Kind.STATUS,
        metadata={
            "help": message(
                "status (how the measures stand), concept (everything the concept states), fact-sheets (one for each"
                " measure) or comparison (what changed since the previous edition)"
            )
        },
    )
    audience: Audience = field(
        default=Audience.COUNCIL,
        metadata={
            "help": message(
                "council (with what is to be decided and what is still to be asked) or public (without it, and never"
                " with anything internal)"
            )
        },
    )
    format: FileType = field(
        default=FileType.PDF,
        metadata={"help": message("type of the file; the suffix of the output chooses it, too")},
    )
    today: date | None = field(
        default=None,
        metadata={"help": message("the report's day; without it that of the youngest record, or else the edition's")},
    )
    language: LanguageCode | None = field(
        default=None,
        metadata={"help": message("language of headings and sentences; without it the concept's own")},
    )
    translations: Path | None = field(default=None, metadata={"help": translations_help()})
    previous: Concept | None = field(
        default=None,
        metadata={"help": message("the concept as it was at the last report: tell what changed since")},
    )
    previous_day: date | None = field(
        default=None,
        metadata={
            "help": message(
                "the day of the last report; without it that of the youngest record of the previous concept. Without a"
                " previous concept, the present one is seen as of that day"
            )
        },
    )
    field_of_action: str | None = field(
        default=None, alias="field", metadata={"help": message("tell of this field of action only, by id")}
    )
    measure: str | None = field(default=None, metadata={"help": message("tell of this measure only, by id")})
    letterhead: tuple[str, ...] = field(
        default=(), metadata={"help": message("lines at the top of the first page; without them the town's name")}
    )
    logo: Path | None = field(
        default=None, metadata={"help": message("logo or coat of arms of the town (.svg, .png or .jpg)")}
    )
    number: str | None = field(default=None, metadata={"help": message("number of the council paper")})
    template: Path | None = field(
        default=None, metadata={"help": message("Word file (.docx) whose styles, page and header are used")}
    )
    catalogue: Catalogue | None = field(init=False, repr=False)
    """The translations."""

    @catalogue.default
    def _read_catalogue(self) -> Catalogue | None:
        return catalogue_at(self.translations, self.language) if self.translations else None
