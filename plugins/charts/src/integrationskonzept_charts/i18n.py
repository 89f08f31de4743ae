"""Messages of the charts, and texts prepared for drawing."""

import json
import re
from collections.abc import Mapping
from datetime import date
from textwrap import wrap

from integrationskonzept.plugins.kit import MessageDomain, clean_text, value_message

_DIRECTIONS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Characters that change the reading direction of the following text."""

message = MessageDomain("integrationskonzept_charts").message
"""Build a message of this plugin; its German is in the folder `locale`."""


def on(day: date, language: str) -> str:
    """Return a day in the usual notation of the language."""
    return value_message(day).text(language)


def drawable(text: str) -> str:
    """Return a text on one line, without characters that cannot be drawn."""
    return " ".join(_DIRECTIONS.sub(" ", clean_text(text)).split())


def lines(text: str, width: int, most: int) -> list[str]:
    """Return a text in at most `most` lines of at most `width` characters; the rest is cut off."""
    broken = wrap(drawable(text), width, max_lines=most, placeholder=" …")
    return broken or ["–"]


def by_label(labels: Mapping[str, str]) -> str:
    """Return the Vega expression that maps the entries of a legend to their labels."""
    choices = "".join(
        f"datum.label == {json.dumps(str(key))} ? {json.dumps(label)} : " for key, label in labels.items()
    )
    return f"{choices}datum.label"
