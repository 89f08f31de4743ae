"""Options of the exporter ``charts``."""

from datetime import date
from enum import StrEnum

from attrs import field, frozen

from integrationskonzept.plugins.kit import LanguageCode
from integrationskonzept_charts.i18n import message


class Kind(StrEnum):
    """The kinds of charts."""

    TIMELINE = "timeline"
    OVERVIEW = "overview"
    COURSES = "courses"
    INVOLVEMENT = "involvement"


class PaperSize(StrEnum):
    """The paper that a page fills, with margins of 20 mm."""

    PORTRAIT = "a4-portrait"
    LANDSCAPE = "a4-landscape"


@frozen(kw_only=True)
class Options:
    """The options of the exporter ``charts``."""

    kinds: tuple[Kind, ...] = field(
        default=tuple(Kind),
        metadata={
            "help": message(
                "which pictures: timeline, overview (of the measures), courses (of indicators), involvement"
                " (who does what)"
            )
        },
    )
    today: date | None = field(
        default=None,
        metadata={"help": message("show how things stand on this day; without it, on the day of the youngest record")},
    )
    language: LanguageCode | None = field(
        default=None,
        metadata={"help": message("language of the labels; without it the concept's own")},
    )
    paper: PaperSize = field(
        default=PaperSize.PORTRAIT,
        metadata={"help": message("paper that a page fills")},
    )
