"""Small pages for notebooks."""

from collections.abc import Iterable
from html import escape
from typing import Any

from integrationskonzept.analysis.words import Said, show
from integrationskonzept.language import LANGUAGES, Message

_LANGUAGE = LANGUAGES[0]


def table(heads: Iterable[Message], rows: Iterable[Iterable[Any]], caption: Said | Message) -> str:
    """Lay values out as an HTML table in the language of a German town."""
    head = "".join(f"<th>{escape(head.text(_LANGUAGE))}</th>" for head in heads)
    body = "".join(f"<tr>{''.join(f'<td>{_cell(value)}</td>' for value in row)}</tr>" for row in rows)
    return f"<p>{_cell(caption)}</p><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cell(value: Any) -> str:
    return "–" if value is None else escape(show(value, _LANGUAGE))
