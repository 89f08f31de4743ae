"""Options of the exporter ``charts``."""

from datetime import date
from enum import StrEnum

from attrs import field, frozen

from integrationskonzept import Message
from integrationskonzept_charts.i18n import say


class Language(StrEnum):
    """The language of labels; the texts of the concept are not translated."""

    GERMAN = "de"
    ENGLISH = "en"


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


def _help(english: str, german: str) -> dict[str, Message]:
    return {"help": say(english, german)}


@frozen(kw_only=True)
class Options:
    """The options of the exporter ``charts``."""

    kinds: tuple[Kind, ...] = field(
        default=tuple(Kind),
        metadata=_help(
            "which pictures: timeline, overview (of the measures), courses (of indicators), involvement (who does"
            " what)",
            "welche Bilder: timeline (Zeitplan), overview (Übersicht der Maßnahmen), courses (Verlauf der Indikatoren),"
            " involvement (wer macht was)",
        ),
    )
    today: date | None = field(
        default=None,
        metadata=_help(
            "show how things stand on this day; without it, on the day of the youngest record",
            "den Stand an diesem Tag zeigen; ohne Angabe den am Tag der jüngsten Angabe",
        ),
    )
    language: Language | None = field(
        default=None,
        metadata=_help(
            "language of the labels, de or en; without it the concept's own",
            "Sprache der Beschriftung, de oder en; ohne Angabe die des Konzepts",
        ),
    )
    paper: PaperSize = field(
        default=PaperSize.PORTRAIT,
        metadata=_help("paper that a page fills", "Papier, das eine Seite füllt"),
    )
