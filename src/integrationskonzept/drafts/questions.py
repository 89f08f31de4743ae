"""Questions as labels: attributes by their first words."""

import re
from functools import cache

_FORMS = {
    "areas": (r"wo(?= findet| wird umgesetzt| setzen|\?)",),
    "contacts": (r"wer ist (?:der |die )?ansprech", r"an wen kann"),
    "target_groups": (
        r"für wen",
        r"an wen",
        r"wen (?:wollen|möchten|soll|erreich|betrifft|sprech)",
        r"wem ",
    ),
    "partners": (
        r"mit wem",
        r"wer (?:ist|sind|wird|soll)? ?(?:noch |alles |außerdem )?(?:beteiligt|einbezogen|eingebunden)",
        r"wer (?:macht|wirkt|arbeitet|hilft|unterstützt) ?(?:noch )?(?:mit|uns|dabei)",
        r"wer (?:hilft|unterstützt)",
    ),
    "leads": (r"wer\b",),
    "time_frames": (r"(?:bis |ab )?wann", r"wie lange", r"in welche[mr] zeit"),
    "funding": (r"(?:wie|woraus|wodurch|von wem|womit) .*finanzier", r"woher kommt das geld"),
    "cost": (r"was kostet", r"wie ?viel", r"womit", r"welche (?:kosten|mittel|ressourcen)"),
    "indicators": (
        r"woran",
        r"wie (?:messen|merken|erkennen|wissen|wird gemessen|wird der erfolg|überprüfen)",
        r"was messen",
    ),
    "risks": (r"welche (?:risiken|gefahren)",),
    "obstacles": (
        r"(?:welche|was sind) .*(?:hindernisse|hürden|stolpersteine)",
        r"was (?:kann|könnte) .*(?:hinder|schief|erschwer)",
    ),
    "rationale": (r"warum", r"weshalb", r"wieso", r"wozu", r"aus welchem grund"),
    "current_state": (
        r"wo stehen",
        r"wie ist die (?:lage|situation|ausgangs)",
        r"was (?:gibt es|ist) (?:schon|bereits|die ausgangs)",
        r"wovon gehen",
        r"was haben wir",
    ),
    "target_state": (
        r"was (?:soll|wollen wir|möchten wir) (?:damit |dadurch |konkret )?erreich",
        r"wohin",
        r"welche ziele",
        r"welches ziel",
        r"was ist (?:das|unser) ziel",
        r"was (?:wollen|möchten) wir\?",
    ),
    "steps": (r"wie gehen wir vor", r"welche schritte", r"was sind die (?:nächsten )?schritte"),
    "status": (
        r"wie weit",
        r"wie ist der stand",
        r"was wurde (?:bisher |schon |bereits )?(?:erreicht|getan|umgesetzt)",
    ),
    "description": (r"was\b", r"wie\b"),
}
"""Beginnings of questions by attribute; the first attribute with one that matches counts."""


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((attribute, re.compile("|".join(forms))) for attribute, forms in _FORMS.items())


def asked_attribute(question: str) -> str | None:
    """Return the attribute of a measure that a question asks for, or None."""
    plain = question.casefold()
    return next((attribute for attribute, pattern in _patterns() if pattern.match(plain)), None)
