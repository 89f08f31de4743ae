"""Status of measures in a draft, as levels of a scale in the document's own words."""

from integrationskonzept.drafts.ledger import Ledger, Subject
from integrationskonzept.model.partial_date import PartialDate
from integrationskonzept.model.status import NeutralStatus, StatusEntry, StatusLevel
from integrationskonzept.model.synonyms import folded

_NEUTRAL = (
    (NeutralStatus.NOT_STARTED, ("nicht begonnen", "noch nicht", "offen", "nicht gestartet")),
    (NeutralStatus.CANCELLED, ("abgebrochen", "eingestellt", "entfällt", "verworfen", "nicht umgesetzt")),
    (NeutralStatus.DONE, ("abgeschlossen", "umgesetzt", "erledigt", "erreicht", "fertig")),
    (NeutralStatus.PERMANENT, ("daueraufgabe", "etabliert", "dauerhaft", "verstetigt")),
    (NeutralStatus.DELAYED, ("verzögert", "verschoben", "zurückgestellt")),
    (NeutralStatus.ADVANCED, ("fortgeschritten", "weitgehend")),
    (NeutralStatus.PLANNED, ("geplant", "in planung", "in vorbereitung", "vorgesehen")),
    (
        NeutralStatus.STARTED,
        ("begonnen", "gestartet", "in umsetzung", "laufend", "läuft", "in arbeit", "in bearbeitung"),
    ),
)
_MOST_WORDS = 6


class StatusScale:
    """The levels of status that a document names."""

    def __init__(self, ledger: Ledger, as_of: PartialDate | None) -> None:
        self._ledger = ledger
        self._as_of = as_of
        self._levels: dict[str, StatusLevel] = {}

    @property
    def levels(self) -> tuple[StatusLevel, ...]:
        """Every level, in the order of the neutral statuses."""
        order = list(NeutralStatus)
        return tuple(sorted(self._levels.values(), key=lambda level: order.index(level.neutral)))

    def entry(self, text: str, subject: Subject) -> StatusEntry | None:
        """Return the status that a short text names; None for longer text, or if the document has no date."""
        key = folded(text)
        if self._as_of is None or not key or len(text.split()) > _MOST_WORDS:
            return None
        if key not in self._levels:
            neutral = _neutral(text)
            self._levels[key] = StatusLevel(
                id=self._ledger.id("status_level", text), title=text, neutral=neutral, printed=text,
                inferred=("neutral",), sources=self._ledger.sources(subject.place, subject.section),
            )  # fmt: skip
        return StatusEntry(as_of=self._as_of, level_ref=self._levels[key].id, printed=text, inferred=("as_of",))


def _neutral(text: str) -> NeutralStatus:
    plain = text.casefold()
    return next((status for status, words in _NEUTRAL if any(word in plain for word in words)), NeutralStatus.UNKNOWN)
