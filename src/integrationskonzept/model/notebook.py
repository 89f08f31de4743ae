"""How a notebook shows a thing: a heading, a line below it, and a table."""

from collections.abc import Iterable, Sequence

ROWS = 100
"""How many rows are shown; of more, a last row says how many follow."""


def page(heading: str, line: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Return HTML in which no text, hostile as it may be, is taken for markup."""
    from html import escape

    body = "".join(_row("td", row) for row in rows[:ROWS])
    if len(rows) > ROWS:
        body += f'<tr><td colspan="{len(columns)}">… + {len(rows) - ROWS}</td></tr>'
    table = f"<table><thead>{_row('th', columns)}</thead><tbody>{body}</tbody></table>" if rows else ""
    return f"<h3>{escape(heading)}</h3><p>{escape(line)}</p>{table}"


def _row(tag: str, cells: Iterable[object]) -> str:
    from html import escape

    return "<tr>" + "".join(f"<{tag}>{escape(str(cell))}</{tag}>" for cell in cells) + "</tr>"
