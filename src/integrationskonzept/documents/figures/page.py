"""Pages of a figure: what they have in common, and how many rows fit on each."""

from collections.abc import Sequence

from attrs import frozen

from integrationskonzept.blocks.tree import Text
from integrationskonzept.blocks.words import written
from integrationskonzept.documents.figures.canvas import Canvas
from integrationskonzept.documents.figures.style import A4_PORTRAIT, Paper
from integrationskonzept.documents.figures.symbols import Legend
from integrationskonzept.evaluation.evaluation import ConceptEvaluation
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.format_value import value_message

_GAP = 6.0


def fill(heights: Sequence[float], sections: Sequence[int], headings: Sequence[float], room: float) -> list[list[int]]:
    """Divide rows among pages by summing their heights; return the numbers of the rows on each page.

    Row `n` belongs to section ``sections[n]``, whose heading is repeated on every page that has rows of it.
    """
    pages: list[list[int]] = []
    used = 0.0
    for number, height in enumerate(heights):
        section = sections[number]
        is_first = not pages or sections[pages[-1][-1]] != section
        needed = height + (headings[section] if is_first else 0)
        if not pages or used + needed > room:
            pages.append([])
            used, needed = 0.0, height + headings[section]
        pages[-1].append(number)
        used += needed
    return pages


@frozen(kw_only=True)
class Frame:
    """What every page of a figure has: paper, title and the day it shows."""

    evaluation: ConceptEvaluation
    language: str
    title: Message
    paper: Paper = A4_PORTRAIT

    def said(self, text: Text) -> str:
        """Return a text in the language of the figure."""
        return written(text, self.language)

    def day(self) -> Message:
        """Return the words for the day that is shown."""
        return message("as of {day}", day=value_message(self.evaluation.today))

    def heading(self, canvas: Canvas, page: int = 0, pages: int = 1) -> float:
        """Write title, concept and day; return the height used."""
        subtitles = [self.evaluation.concept.title, self.said(self.day())]
        if pages > 1:
            subtitles[1] += f" · {self.said(sheet(page, pages))}"
        return canvas.heading(self.said(self.title), subtitles) + _GAP

    def titled(self, page: int, pages: int) -> Message:
        """Return the title of a page, with its number where there are several."""
        if pages == 1:
            return self.title
        return message("{title}, {sheet}", title=self.title, sheet=sheet(page, pages))

    def room(self, legend: Legend, header: float = 0) -> float:
        """Return the height that is left for rows."""
        return self.paper.height - self.heading(Canvas(self.paper.width), 0, 2) - legend.height - header - _GAP

    def finish(self, canvas: Canvas, bottom: float, legend: Legend, title: Message, description: Text) -> str:
        """Draw the legend below the rows; return the figure as SVG."""
        legend.draw(canvas, bottom)
        return canvas.svg(bottom + legend.height + 4, self.said(title), self.said(description), self.language)


def sheet(page: int, pages: int) -> Message:
    """Return the words for the number of a page."""
    return message("sheet {page} of {pages}", page=page + 1, pages=pages)


def sentences(*parts: Message | None) -> Message:
    """Return sentences one after the other."""
    said = [part for part in parts if part is not None]
    template = " ".join(f"{{part{number}}}" for number in range(len(said)))
    return Message(template=template, values={f"part{number}": part for number, part in enumerate(said)})
