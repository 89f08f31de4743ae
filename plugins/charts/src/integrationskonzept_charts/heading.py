"""Headings of the Altair charts, the day they show, and the chart of a concept that says nothing."""

from datetime import date
from typing import Any

import altair as alt

from integrationskonzept import Concept, Message
from integrationskonzept_charts import theme
from integrationskonzept_charts.i18n import lines, message, on

NOTHING = message("There is nothing to draw.")
_TITLE = 100
"""Characters in a line of the concept's title."""
_MOST = 4
"""Maximum number of its lines."""


def heading(concept: Concept, title: Message, day: date, language: str) -> alt.Title:
    """Return the title of a chart, the title of the concept, and the day."""
    said = lines(concept.title, _TITLE, _MOST)
    said.append(message("as of {day}", day=on(day, language)).text(language))
    return alt.Title(text=title.text(language), subtitle=said)


def empty(concept: Concept, title: Message, day: date, language: str) -> alt.Chart:
    """Return a chart whose only text is that there is nothing to draw."""
    data: dict[str, Any] = {"text": NOTHING.text(language)}
    return (
        alt.Chart(alt.Data(values=[data]))
        .mark_text(align="left", color=theme.GREY, fontSize=theme.SMALL, fontStyle="italic")
        .encode(x=alt.value(0), y=alt.value(8), text="text:N")
        .properties(width=360, height=20, title=heading(concept, title, day, language))
        .configure(**theme.config())
    )
