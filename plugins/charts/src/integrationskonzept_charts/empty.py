"""The picture of nothing: it says that there is nothing to draw."""

from datetime import date

import altair as alt

from integrationskonzept import Concept, Message
from integrationskonzept_charts import look
from integrationskonzept_charts.spans import subtitle
from integrationskonzept_charts.words import say

NOTHING = say("There is nothing to draw.", "Es gibt nichts zu zeichnen.")


def empty(concept: Concept, title: Message, today: date | None, language: str) -> alt.Chart:
    """Say below a picture's title that there is nothing to draw."""
    heading = alt.Title(text=title.text(language), subtitle=subtitle(concept, today, language))
    return (
        alt.Chart(alt.Data(values=[{"text": NOTHING.text(language)}]))
        .mark_text(align="left", color=look.GREY, fontSize=look.SMALL, fontStyle="italic")
        .encode(x=alt.value(0), y=alt.value(8), text="text:N")
        .properties(width=360, height=20, title=heading)
        .configure(**look.config())
    )
