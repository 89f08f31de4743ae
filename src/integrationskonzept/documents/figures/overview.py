"""Overview of the measures: a small box for each, by field of action and sorted by status."""

from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import frozen

from integrationskonzept.blocks.tree import Picture, Symbol
from integrationskonzept.documents.figures import style
from integrationskonzept.documents.figures.canvas import Canvas
from integrationskonzept.documents.figures.letters import text_width, wrapped
from integrationskonzept.documents.figures.page import Frame, fill, sentences
from integrationskonzept.documents.figures.style import A4_PORTRAIT, Paper
from integrationskonzept.documents.figures.symbols import Legend, legend, overdue, symbol
from integrationskonzept.documents.figures.timeline_data import MeasureRow, Section, field_title, timeline_row
from integrationskonzept.documents.figures.timeline_legend import SYMBOL_WORDS, status_sign
from integrationskonzept.documents.figures.timeline_words import counts, overdue_sentence, timeline_table
from integrationskonzept.evaluation.evaluation import ConceptEvaluation
from integrationskonzept.i18n.messages import Message, message

_LABELS = 0.34
"""Part of the width for the titles of the fields."""
_BOX = 16.0
"""Height of a box."""
_GAP = 3.0
_SIGN = 11.0
_STRIPE = 2.5
"""Width of the stripe in the colour of the concept's own status scale."""
_PADDING = 6.0
_HEX = 7
_ORDER = tuple(SYMBOL_WORDS)


def overview(evaluation: ConceptEvaluation, language: str, paper: Paper = A4_PORTRAIT) -> tuple[Picture, ...]:
    """Return the overview of the measures, on several pages if need be; nothing where there is no measure."""
    frame = Frame(evaluation=evaluation, language=language, title=message("Overview of the measures"), paper=paper)
    return tuple(_Drawing(frame).pages()) if evaluation.measures else ()


@frozen(kw_only=True)
class _Box:
    """A measure as a box with its number."""

    row: MeasureRow
    text: str
    colour: str | None
    """The colour of its status in the concept's own scale."""


@frozen(kw_only=True)
class _Line:
    """A line of boxes, with the lines of text beside it where it is the first of its field."""

    section: int
    boxes: tuple[_Box, ...]
    label: list[str]
    is_last: bool

    @property
    def height(self) -> float:
        """The height by its boxes and its own text."""
        return max(_BOX + _GAP, style.LINE * len(self.label) + 2) + (_PADDING if self.is_last else 0)


class _Drawing:
    """The pages of an overview."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._left = round(frame.paper.width * _LABELS)
        evaluation = frame.evaluation
        rows = [timeline_row(one, evaluation) for one in evaluation.measures]
        texts = [_number(row, place) for place, row in enumerate(rows, 1)]
        room = frame.paper.width - self._left - 2 * _GAP
        widest = max(text_width(text, style.TEXT) for text in texts)
        self._box = min(max(_SIGN + widest + 5, 26.0), room)
        fields: dict[str | None, list[_Box]] = {}
        for text, row in zip(texts, rows, strict=True):
            box = _Box(row=row, text=text, colour=_own_colour(row))
            fields.setdefault(row.evaluation.field_of_action, []).append(box)
        self._titles = [field_title(evaluation.concept, field) for field in fields]
        self._fields = [sorted(boxes, key=_place) for boxes in fields.values()]
        counted = Counter(row.status.symbol for row in rows)
        entries = [
            (status_sign(sign), frame.said(message("{status}: {count}", status=word, count=counted[sign])))
            for sign, word in SYMBOL_WORDS.items()
            if counted[sign]
        ]
        late = sum(row.is_overdue for row in rows)
        if late:
            word = message("{status}: {count}", status=SYMBOL_WORDS[Symbol.OVERDUE], count=late)
            entries.append((overdue, frame.said(word)))
        if any(_own_colour(row) for row in rows):
            entries.append((_stripe, frame.said(message("colour of the concept's own status scale"))))
        if any(not row.measure.number for row in rows):
            said = message("a measure without a number bears its place in the concept, such as #1")
            entries.append((_no_sign, frame.said(said)))
        self._legend: Legend = legend(entries, frame.paper.width)
        self._lines = list(self._all_lines(max(int((room + _GAP) // (self._box + _GAP)), 1)))

    def _all_lines(self, across: int) -> Iterator[_Line]:
        for section, (title, boxes) in enumerate(zip(self._titles, self._fields, strict=True)):
            label = [
                *wrapped(self._frame.said(title), self._left - _GAP, style.TEXT, bold=True, most=6),
                self._frame.said(message("measures: {count}", count=len(boxes))),
            ]
            rows = [tuple(boxes[start : start + across]) for start in range(0, len(boxes), across)]
            for place, row in enumerate(rows):
                is_last = place + 1 == len(rows)
                yield _Line(section=section, boxes=row, label=label if place == 0 else [], is_last=is_last)

    def pages(self) -> Iterator[Picture]:
        """Yield the figure of each page."""
        lines = self._lines
        room = self._frame.room(self._legend)
        sections = [line.section for line in lines]
        pages = fill([line.height for line in lines], sections, [0.0] * len(self._titles), room)
        for number, page in enumerate(pages):
            yield self._page(number, len(pages), [lines[index] for index in page])

    def _page(self, number: int, count: int, lines: Sequence[_Line]) -> Picture:
        canvas = Canvas(self._frame.paper.width)
        y = self._frame.heading(canvas, number, count)
        for line in lines:
            self._draw(canvas, y, line)
            y += line.height
            if line.is_last:
                canvas.line(0, y - _PADDING / 2, canvas.width, y - _PADDING / 2)
        title = self._frame.titled(number, count)
        rows = [box.row for line in lines for box in line.boxes]
        sections = [
            Section(
                title=self._titles[place],
                rows=tuple(box.row for line in lines if line.section == place for box in line.boxes),
            )
            for place in dict.fromkeys(line.section for line in lines)
        ]
        description = self._described(rows)
        svg = self._frame.finish(canvas, y, self._legend, title, description)
        return Picture(svg, title, description, timeline_table(sections))

    def _described(self, rows: Sequence[MeasureRow]) -> Message:
        said = message(
            "Overview, {day}. Measures: {count} ({statuses}).",
            count=len(rows),
            day=self._frame.day(),
            statuses=counts(rows),
        )
        return sentences(said, overdue_sentence([row.title for row in rows if row.is_overdue]))

    def _draw(self, canvas: Canvas, y: float, line: _Line) -> None:
        canvas.lines(0, y + 1, line.label[:-1], bold=True)
        canvas.lines(0, y + 1 + style.LINE * (len(line.label) - 1), line.label[-1:], fill=style.QUIET)
        for place, box in enumerate(line.boxes):
            x = self._left + _GAP + place * (self._box + _GAP)
            sign = box.row.status.symbol
            canvas.begin(address=box.row.address)
            outline: dict[str, str | float] = {"stroke": style.INK, "stroke_width": 0.6}
            if box.row.is_overdue:
                outline = {"stroke": style.ALERT, "stroke_width": 1.6}
            canvas.rect(x, y, self._box, _BOX, style.STATUS_FILLS[sign], **outline)
            if box.colour:
                canvas.rect(x + 1.5, y + _BOX - _STRIPE - 1, self._box - 3, _STRIPE, box.colour)
            symbol(canvas, x + _SIGN / 2 + 1.5, y + 6.5, sign)
            if box.row.is_overdue:
                overdue(canvas, x + self._box - 1, y + 2, radius=3)
            text = wrapped(box.text, self._box - _SIGN - 3, style.TEXT, most=1)[0]
            canvas.text(x + _SIGN + 2, y + 9.5, text)
            canvas.end()


def _stripe(canvas: Canvas, x: float, y: float) -> None:
    canvas.rect(x - 6, y - _STRIPE / 2, 12, _STRIPE, style.QUIET)


def _no_sign(canvas: Canvas, x: float, y: float) -> None:
    canvas.text(x, y + 3, "#", text_anchor="middle")


def _number(row: MeasureRow, place: int) -> str:
    return row.measure.number or f"#{place}"


def _place(box: _Box) -> int:
    return _ORDER.index(box.row.status.symbol)


def _own_colour(row: MeasureRow) -> str | None:
    """Return the colour of a status where the concept's scale gives one as ``#rrggbb``."""
    level = row.evaluation.schedule.reported.level
    colour = (level.colour or "").strip() if level else ""
    is_hex = len(colour) == _HEX and colour[0] == "#" and all(digit in "0123456789abcdefABCDEF" for digit in colour[1:])
    return colour.lower() if is_hex and row.stands else None
