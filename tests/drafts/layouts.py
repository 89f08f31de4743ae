"""Documents written from a concept, in five layouts and three formats, without any code of the importers."""

from collections.abc import Callable, Iterator, Sequence
from html import escape

from attrs import frozen

from integrationskonzept.model.concept import Concept
from integrationskonzept.model.field_of_action import FieldOfAction
from integrationskonzept.model.measure import Measure


@frozen
class Title:
    """A heading."""

    level: int
    text: str


@frozen
class Prose:
    """A paragraph, with a beginning in bold if it has one."""

    text: str
    bold: str = ""


@frozen
class Bullets:
    """A list."""

    items: tuple[str, ...]


@frozen
class Grid:
    """A table; a cell with several texts is a list."""

    rows: tuple[tuple[tuple[str, ...], ...], ...]


Part = Title | Prose | Bullets | Grid
Layout = Callable[[Concept], Iterator[Part]]

_LABELS = ("Ist-Zustand", "Zeitrahmen", "Indikatoren", "Soll-Zustand")
_QUESTIONS = ("Wo stehen wir?", "Bis wann?", "Woran erkennen wir den Erfolg?", "Was wollen wir erreichen?")


def values(measure: Measure) -> tuple[tuple[str, ...], ...]:
    """Return what the bundled concept says of a measure: state, time frames, indicators and target state."""
    return (
        tuple(statement.text for statement in measure.current_state),
        tuple(frame.printed or "" for frame in measure.time_frames),
        tuple(indicator.title or "" for indicator in measure.indicators),
        tuple(statement.text for statement in measure.target_state),
    )


def _fields(concept: Concept) -> Iterator[FieldOfAction]:
    return iter(concept.fields_of_action)


def _cover(concept: Concept) -> Iterator[Part]:
    yield Title(1, concept.title)
    yield Prose("Stand: November 2024")


def labels_in_the_first_column(concept: Concept) -> Iterator[Part]:
    """Write a table for each field, with labels in the first column."""
    yield from _cover(concept)
    for field in _fields(concept):
        yield Title(2, f"Handlungsfeld: {field.title}")
        rows: list[tuple[tuple[str, ...], ...]] = []
        for measure in field.measures:
            rows.append(((f"Maßnahme {measure.number}",), (measure.title or "",)))
            rows += [((label,), texts) for label, texts in zip(_LABELS, values(measure), strict=True)]
        yield Grid(tuple(rows))


def one_row_a_measure(concept: Concept) -> Iterator[Part]:
    """Write a table for each field, with a measure in each row."""
    yield from _cover(concept)
    for field in _fields(concept):
        yield Title(2, f"Handlungsfeld {field.title}")
        head = tuple((text,) for text in ("Nr.", "Maßnahme", *_LABELS))
        rows = [((measure.number or "",), (measure.title or "",), *values(measure)) for measure in field.measures]
        yield Grid((head, *rows))


def running_text(concept: Concept) -> Iterator[Part]:
    """Write a heading for each measure, and labels in bold before their text."""
    yield from _cover(concept)
    for field in _fields(concept):
        yield Title(2, f"Handlungsfeld: {field.title}")
        for measure in field.measures:
            yield Title(3, f"Maßnahme {measure.number}: {measure.title}")
            for label, texts in zip(_LABELS, values(measure), strict=True):
                if len(texts) == 1:
                    yield Prose(texts[0], bold=f"{label}:")
                else:
                    yield Prose("", bold=f"{label}:")
                    yield Bullets(texts)


def questions(concept: Concept) -> Iterator[Part]:
    """Write questions in the place of labels, each with its answer below."""
    yield from _cover(concept)
    for field in _fields(concept):
        yield Title(2, field.title or "")
        for measure in field.measures:
            yield Title(3, measure.title or "")
            for question, texts in zip(_QUESTIONS, values(measure), strict=True):
                yield Title(4, question)
                yield Bullets(texts)


def glued_labels(concept: Concept) -> Iterator[Part]:
    """Write labels that run into their values, as text taken from a PDF has them."""
    yield from _cover(concept)
    for field in _fields(concept):
        yield Title(2, f"Handlungsfeld: {field.title}")
        for measure in field.measures:
            yield Prose(f"Maßnahme {measure.number} {measure.title}")
            for label, (first, *others) in zip(_LABELS, values(measure), strict=True):
                yield Prose(f"{label}{first[:1].upper()}{first[1:]}")
                if others:
                    yield Bullets(tuple(others))


LAYOUTS: tuple[Layout, ...] = (
    labels_in_the_first_column,
    one_row_a_measure,
    running_text,
    questions,
    glued_labels,
)


def as_markdown(parts: Iterator[Part]) -> bytes:
    """Write parts as Markdown."""
    return "\n\n".join(_markdown(part) for part in parts).encode()


def _markdown(part: Part) -> str:
    if isinstance(part, Title):
        return f"{'#' * part.level} {part.text}"
    if isinstance(part, Prose):
        return f"**{part.bold}** {part.text}".strip() if part.bold else part.text
    if isinstance(part, Bullets):
        return "\n".join(f"- {item}" for item in part.items)
    lines = ["| " + " | ".join("<br>".join(cell) for cell in row) + " |" for row in part.rows]
    return "\n".join([lines[0], "|" + " --- |" * len(part.rows[0]), *lines[1:]])


def as_html(parts: Iterator[Part]) -> bytes:
    """Write parts as a page in HTML."""
    return f"<!doctype html><html><body>{''.join(_html(part) for part in parts)}</body></html>".encode()


def _html(part: Part) -> str:
    if isinstance(part, Title):
        return f"<h{part.level}>{escape(part.text)}</h{part.level}>"
    if isinstance(part, Prose):
        bold = f"<strong>{escape(part.bold)}</strong> " if part.bold else ""
        return f"<p>{bold}{escape(part.text)}</p>"
    if isinstance(part, Bullets):
        return _html_list(part.items)
    rows = ["".join(f"<td>{_html_cell(cell)}</td>" for cell in row) for row in part.rows]
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def _html_cell(texts: Sequence[str]) -> str:
    return escape(texts[0]) if len(texts) == 1 else _html_list(texts)


def _html_list(texts: Sequence[str]) -> str:
    return f"<ul>{''.join(f'<li>{escape(text)}</li>' for text in texts)}</ul>"


def as_text(parts: Iterator[Part]) -> bytes:
    """Write parts as plain text, with tabulators between cells."""
    return "\n\n".join(_text(part) for part in parts).encode()


def _text(part: Part) -> str:
    if isinstance(part, Title):
        return part.text
    if isinstance(part, Prose):
        return f"{part.bold} {part.text}".strip()
    if isinstance(part, Bullets):
        return "\n".join(f"- {item}" for item in part.items)
    return "\n".join("\t".join(_text_cell(cell) for cell in row) for row in part.rows)


def _text_cell(texts: Sequence[str]) -> str:
    return texts[0] if len(texts) == 1 else " ".join(f"▪ {text}" for text in texts)


FORMATS = {".md": as_markdown, ".html": as_html, ".txt": as_text}
