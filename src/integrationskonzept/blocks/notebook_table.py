"""HTML tables for notebooks."""

from collections.abc import Iterable, Sequence

from integrationskonzept.i18n.formatting import Describable
from integrationskonzept.i18n.languages import LANGUAGES
from integrationskonzept.i18n.messages import Message

_LANGUAGE = next(iter(LANGUAGES))


def table(heads: Iterable[Message], rows: Iterable[Iterable[Message | None]], caption: Describable | Message) -> str:
    """Return an HTML table in German."""
    head = "".join(f"<th>{_escaped(head.text(_LANGUAGE))}</th>" for head in heads)
    body = "".join(f"<tr>{''.join(f'<td>{_cell(value)}</td>' for value in row)}</tr>" for row in rows)
    return f"<p>{_cell(caption)}</p><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _escaped(text: str) -> str:
    from html import escape

    return escape(text)


def _cell(value: Describable | Message | None) -> str:
    return "–" if value is None else _escaped(value.text(_LANGUAGE))


ROWS = 100
"""Maximum number of rows; a last row states the number of those left out."""


def page(heading: str, line: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Return HTML with a heading, a line of text and a table, all texts escaped."""
    body = "".join(_row("td", row) for row in rows[:ROWS])
    if len(rows) > ROWS:
        body += f'<tr><td colspan="{len(columns)}">… + {len(rows) - ROWS}</td></tr>'
    table = f"<table><thead>{_row('th', columns)}</thead><tbody>{body}</tbody></table>" if rows else ""
    return f"<h3>{_escaped(heading)}</h3><p>{_escaped(line)}</p>{table}"


def _row(tag: str, cells: Iterable[object]) -> str:
    return "<tr>" + "".join(f"<{tag}>{_escaped(str(cell))}</{tag}>" for cell in cells) + "</tr>"
