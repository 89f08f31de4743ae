"""Sentences of this plugin in English and in German, and texts made fit for a picture."""

import json
import re
from collections.abc import Mapping
from datetime import date
from textwrap import wrap
from typing import Any

from integrationskonzept import Concept, Message

_UNDRAWABLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
"""Control characters, which SVG cannot hold, and those that turn the reading direction of what follows."""

LANGUAGES = ("de", "en")


def say(english: str, german: str, **values: Any) -> Message:
    """Build a sentence; both templates have the same places for `values`."""
    return Message(template=english, values=values, translations={"de": german})


def language_of(concept: Concept, asked: str | None) -> str:
    """Return the language a picture is labelled in: the one asked for, or else the concept's."""
    own = concept.language.partition("-")[0]
    return asked or (own if own in LANGUAGES else "en")


def on(day: date, language: str) -> str:
    """Write a day as people write it."""
    return f"{day.day:02}.{day.month:02}.{day.year:04}" if language == "de" else day.isoformat()


def drawable(text: str) -> str:
    """Put a text on one line and take out what cannot be drawn."""
    return " ".join(_UNDRAWABLE.sub(" ", text).split())


def lines(text: str, width: int, most: int) -> list[str]:
    """Break a text into lines of at most `width` characters; what does not fit into `most` of them is cut."""
    broken = wrap(drawable(text), width, max_lines=most, placeholder=" …")
    return broken or ["–"]


def short(element: Any, width: int) -> str:
    """Return the title of an element, or its short one where the title needs more than two lines."""
    title: str = element.title
    return element.short_title or title if len(lines(title, width, 3)) > 2 else title  # noqa: PLR2004 - as said


def by_label(labels: Mapping[str, str]) -> str:
    """Write the expression that gives each entry of a legend its label."""
    choices = "".join(
        f"datum.label == {json.dumps(str(key))} ? {json.dumps(label)} : " for key, label in labels.items()
    )
    return f"{choices}datum.label"
