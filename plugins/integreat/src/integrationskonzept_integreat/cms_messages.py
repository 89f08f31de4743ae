"""Messages for the answers of the CMS."""

from integrationskonzept import Message
from integrationskonzept_integreat.i18n import say

HIDDEN = say(
    "the CMS took the text, but visitors do not see it: the newest version of the page is a draft, the page or one"
    " above it is archived, or the token belongs to another page; publish the page in the CMS or check the token",
    "das CMS hat den Text angenommen, aber Besucher sehen ihn nicht: die neueste Fassung der Seite ist ein Entwurf, die"
    " Seite oder eine über ihr ist archiviert, oder das Token gehört zu einer anderen Seite; Seite im CMS"
    " veröffentlichen oder Token prüfen",
)
OTHERWISE = say(
    "the CMS took the text, and shows it otherwise than it was sent; look at the page",
    "das CMS hat den Text angenommen, zeigt ihn aber anders, als er gesendet wurde; bitte die Seite ansehen",
)
TOO_LARGE = say(
    "the page is larger than the 2.5 MB that the CMS takes; split the concept's field of action or shorten its texts",
    "die Seite ist größer als die 2,5 MB, die das CMS annimmt; Handlungsfeld teilen oder Texte kürzen",
)
NO_TOKEN = say(
    "there is no token for this page; create one in the CMS, in the page's settings, and add it to your tokens",
    "für diese Seite gibt es kein Token; im CMS in den Einstellungen der Seite anlegen und zu den Tokens eintragen",
)
UNCHANGED = say("already there", "schon vorhanden")
EDITED_STATE = say("edited in the CMS", "im CMS bearbeitet")
PERHAPS_EDITED_STATE = say("perhaps edited in the CMS", "vielleicht im CMS bearbeitet")
EDITED = say(
    "somebody edited it in the CMS since it was last sent; take the change into the concept,"
    " or replace it with -o overwrite=yes",
    "im CMS bearbeitet, seit sie zuletzt gesendet wurde; die Änderung ins Konzept übernehmen"
    " oder mit -o overwrite=yes ersetzen",
)
PERHAPS_EDITED = say(
    "it differs, and {file} does not say how it was last sent, so somebody may have edited it in the CMS; look at the"
    " page, and replace it with -o overwrite=yes",
    "sie ist anders, und wie sie zuletzt gesendet wurde, steht nicht in {file}; vielleicht wurde sie im CMS bearbeitet;"
    " bitte ansehen und mit -o overwrite=yes ersetzen",
)
OVERWRITTEN = say("what was edited in the CMS is replaced", "was im CMS bearbeitet wurde, wird ersetzt")
NEVER_SENT = say(
    "page {number} in {language} has a text in the CMS that was never sent from here; sending replaces it",
    "Seite {number} hat auf {language} im CMS einen Text, der nie von hier gesendet wurde; Senden ersetzt ihn",
)
NOT_KEPT = say(
    "not sent, since {file} cannot be written: {problem}; without it, an editor's changes could not be told later",
    "nicht gesendet, da {file} nicht zu schreiben ist: {problem}; Änderungen im CMS wären später nicht zu erkennen",
)
NOT_TRIED = say(
    "not tried, since the CMS could not be reached before",
    "nicht versucht, da das CMS schon vorher nicht zu erreichen war",
)

_PUSH = {
    400: TOO_LARGE,
    403: say(
        "the CMS does not accept the token; in the page's settings, check that write access is allowed,"
        " and that this is the token shown there",
        "das CMS nimmt das Token nicht an; in den Einstellungen der Seite prüfen, ob der Schreibzugriff erlaubt ist"
        " und ob dort dieses Token steht",
    ),
    404: say(
        "the CMS knows no such region, or has no interface to send pages to; check 'server' and 'region' of the site",
        "das CMS kennt die Region nicht oder hat keine Schnittstelle für Seiten; 'server' und 'region' prüfen",
    ),
    405: say(
        "the CMS refused the text or the form of the request;"
        " if other pages work, open this one in the CMS and save it once",
        "das CMS hat den Text oder die Form der Anfrage abgelehnt; wenn es bei anderen geht, die Seite im CMS"
        " einmal öffnen und speichern",
    ),
    429: say(
        "the CMS asks to be left alone for a while; try again later", "das CMS bittet um Pause; später wieder versuchen"
    ),
    500: say(
        "the CMS failed, most likely because the page has no translation in this language yet:"
        " create it in the CMS, or import it as XLIFF, and send again",
        "das CMS ist gescheitert, wahrscheinlich weil es die Seite in dieser Sprache noch nicht gibt:"
        " im CMS anlegen oder als XLIFF importieren, dann erneut senden",
    ),
}
_BUSY = say(
    "the CMS is out of service at the moment ({status}); try again later",
    "das CMS ist gerade außer Betrieb ({status}); später wieder versuchen",
)
_MOVED = "the CMS has moved to {location}; write its address into 'server' of the site"
_MOVED_DE = "das CMS ist umgezogen nach {location}; die Adresse als 'server' eintragen"


def refused(status: int, location: str | None = None) -> Message:
    """Return the reason why a page was rejected."""
    if status in _PUSH:
        return _PUSH[status]
    return _other(status, location)


def _other(status: int, location: str | None) -> Message:
    if 300 <= status < 400:  # noqa: PLR2004 - redirects
        return say(_MOVED, _MOVED_DE, location=location or "?")
    if 502 <= status <= 504:  # noqa: PLR2004 - sent by a proxy in front of a server that is down
        return Message(template=_BUSY.template, values={"status": status}, translations=_BUSY.translations)
    return say(
        "the CMS answered in a way it is not known for ({status}); nothing is known of the page",
        "das CMS hat auf unbekannte Weise geantwortet ({status}); ob die Seite ankam, ist unbekannt",
        status=status,
    )


UNKNOWN_REGION = say(
    "the CMS knows no region {region!r}; check 'region' of the site",
    "das CMS kennt keine Region {region!r}; 'region' prüfen",
)
UNKNOWN_LANGUAGE = say(
    "the region has no language {language!r} in the CMS, so these pages are not sent",
    "die Region hat im CMS keine Sprache {language!r}; diese Seiten werden nicht gesendet",
)
UNKNOWN_PAGE = say(
    "the region has no page {number} in the CMS, so it is not sent; check its number in the site",
    "die Region hat im CMS keine Seite {number}; sie wird nicht gesendet, bitte ihre Nummer prüfen",
)
ARCHIVED = say(
    "page {number} is archived in the CMS, so visitors will not see what is sent",
    "Seite {number} ist im CMS archiviert; was gesendet wird, sehen Besucher nicht",
)
UNPUBLISHED = say(
    "the CMS shows no page {number} in {language}: the translation is a draft, or there is none yet",
    "das CMS zeigt keine Seite {number} auf {language}: die Übersetzung ist ein Entwurf, oder es gibt noch keine",
)

_UNKNOWN = "No Page matches the given query."
_GONE = "No matching page translation found for url."


def is_unknown(words: str | None) -> bool:
    """Return whether the words of the CMS mean that it has no page of that number."""
    return words == _UNKNOWN


def invisible(words: str | None) -> Message:
    """Return the reason why a page is not shown, from the words of the CMS."""
    return ARCHIVED if words == _GONE else UNPUBLISHED


def unreadable(status: int, location: str | None = None) -> Message:
    """Return the reason why the current page cannot be read."""
    return _other(status, location)


def unreachable(server: str, attempts: int, problem: str) -> Message:
    """Return the message that the network failed."""
    return say(
        "{server} cannot be reached, tried {attempts} times: {problem}",
        "{server} ist nicht zu erreichen, {attempts}-mal versucht: {problem}",
        server=server,
        attempts=attempts,
        problem=problem,
    )


def too_much(most: int) -> Message:
    """Return the message that an answer was too large."""
    return say(
        "the CMS answers with more than {most} MB, which is no page; check 'server' of the site",
        "das CMS antwortet mit mehr als {most} MB, das ist keine Seite; 'server' prüfen",
        most=most // 1_000_000,
    )


def too_slow(seconds: float) -> Message:
    """Return the message that an answer took too long."""
    return say(
        "the CMS has not finished its answer within {seconds:g} seconds; try again later, or wait longer with"
        " -o timeout=…",
        "das CMS war nach {seconds:g} Sekunden noch nicht fertig mit seiner Antwort; später wieder versuchen"
        " oder mit -o timeout=… länger warten",
        seconds=seconds,
    )
