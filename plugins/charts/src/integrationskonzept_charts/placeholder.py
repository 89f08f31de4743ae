"""Placeholder for a chart without data."""

from datetime import date

import altair as alt

from integrationskonzept import Concept, Message
from integrationskonzept_charts import theme
from integrationskonzept_charts.i18n import message
from integrationskonzept_charts.timeline_data import subtitle

NOTHING = message("There is nothing to draw.")


def empty(concept: Concept, title: Message, today: date | None, language: str) -> alt.Chart:
    """Return a chart whose subtitle says that there is nothing to draw."""
    heading = alt.Title(text=title.text(language), subtitle=subtitle(concept, today, language))
    return (
        alt.Chart(alt.Data(values=[{"text": NOTHING.text(language)}]))
        .mark_text(align="left", color=theme.GREY, fontSize=theme.SMALL, fontStyle="italic")
        .encode(x=alt.value(0), y=alt.value(8), text="text:N")
        .properties(width=360, height=20, title=heading)
        .configure(**theme.config())
    )
