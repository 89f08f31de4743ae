"""Messages for the answers of the CMS."""

from attrs import evolve

from integrationskonzept import Message
from integrationskonzept_integreat.i18n import message

HIDDEN = message(
    "the CMS took the text, but visitors do not see it: the newest version of the page is a draft, the page or one"
    " above it is archived, or the token belongs to another page; publish the page in the CMS or check the token",
)
OTHERWISE = message(
    "the CMS took the text, and shows it otherwise than it was sent; look at the page",
)
TOO_LARGE = message(
    "the page is larger than the 2.5 MB that the CMS takes; split the concept's field of action or shorten its texts",
)
NO_TOKEN = message(
    "there is no token for this page; create one in the CMS, in the page's settings, and add it to your tokens",
)
UNCHANGED = message("already there")
EDITED_STATE = message("edited in the CMS")
PERHAPS_EDITED_STATE = message("perhaps edited in the CMS")
EDITED = message(
    "somebody edited it in the CMS since it was last sent; take the change into the concept,"
    " or replace it with -o overwrite=yes",
)
PERHAPS_EDITED = message(
    "it differs, and {file} does not say how it was last sent, so somebody may have edited it in the CMS; look at the"
    " page, and replace it with -o overwrite=yes",
)
OVERWRITTEN = message("what was edited in the CMS is replaced")
NEVER_SENT = message(
    "page {number} in {language} has a text in the CMS that was never sent from here; sending replaces it",
)
NOT_KEPT = message(
    "not sent, since {file} cannot be written: {problem}; without it, an editor's changes could not be told later",
)
NOT_TRIED = message(
    "not tried, since the CMS could not be reached before",
)

_PUSH = {
    400: TOO_LARGE,
    403: message(
        "the CMS does not accept the token; in the page's settings, check that write access is allowed,"
        " and that this is the token shown there",
    ),
    404: message(
        "the CMS knows no such region, or has no interface to send pages to; check 'server' and 'region' of the site",
    ),
    405: message(
        "the CMS refused the text or the form of the request;"
        " if other pages work, open this one in the CMS and save it once",
    ),
    429: message("the CMS asks to be left alone for a while; try again later"),
    500: message(
        "the CMS failed, most likely because the page has no translation in this language yet:"
        " create it in the CMS, or import it as XLIFF, and send again",
    ),
}
_BUSY = message(
    "the CMS is out of service at the moment ({status}); try again later",
)


def refused(status: int, location: str | None = None) -> Message:
    """Return the reason why a page was rejected."""
    if status in _PUSH:
        return _PUSH[status]
    return _other(status, location)


def _other(status: int, location: str | None) -> Message:
    if 300 <= status < 400:  # noqa: PLR2004 - redirects
        return message(
            "the CMS has moved to {location}; write its address into 'server' of the site", location=location or "?"
        )
    if 502 <= status <= 504:  # noqa: PLR2004 - sent by a proxy in front of a server that is down
        return evolve(_BUSY, values={"status": status})
    return message(
        "the CMS answered in a way it is not known for ({status}); nothing is known of the page",
        status=status,
    )


UNKNOWN_REGION = message(
    "the CMS knows no region {region!r}; check 'region' of the site",
)
UNKNOWN_LANGUAGE = message(
    "the region has no language {language!r} in the CMS, so these pages are not sent",
)
UNKNOWN_PAGE = message(
    "the region has no page {number} in the CMS, so it is not sent; check its number in the site",
)
ARCHIVED = message(
    "page {number} is archived in the CMS, so visitors will not see what is sent",
)
UNPUBLISHED = message(
    "the CMS shows no page {number} in {language}: the translation is a draft, or there is none yet",
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
    return message(
        "{server} cannot be reached, tried {attempts} times: {problem}",
        server=server,
        attempts=attempts,
        problem=problem,
    )


def too_much(most: int) -> Message:
    """Return the message that an answer was too large."""
    return message(
        "the CMS answers with more than {most} MB, which is no page; check 'server' of the site",
        most=most // 1_000_000,
    )


def too_slow(seconds: float) -> Message:
    """Return the message that an answer took too long."""
    return message(
        "the CMS has not finished its answer within {seconds:g} seconds; try again later, or wait longer with"
        " -o timeout=…",
        seconds=seconds,
    )
