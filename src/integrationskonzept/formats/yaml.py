"""YAML as a town types it: plain data with the place of every key and value.

The parser's events are taken as they come, and data is built here, because no loader of the
parser reads YAML 1.2 (in which ``no`` is a word), knows positions and refuses doubled keys at
once. Aliases and anchors are refused outright: the layout has no use for them, a reader of the
file would have to look for the value elsewhere, and unfolding them is how small files grow huge.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from integrationskonzept.formats import problems
from integrationskonzept.formats.document import Document
from integrationskonzept.formats.emitter import emit
from integrationskonzept.formats.encoding import decode
from integrationskonzept.formats.format import Format
from integrationskonzept.formats.scalars import LeadingZeroError, UnkeptNumberError, resolve
from integrationskonzept.formats.tree import Tree
from integrationskonzept.language import message

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The parser in C where PyYAML was built with it: some twenty times faster, with the same events."""


def read(content: bytes) -> Document:
    """Read YAML; raises `InvalidConceptError` where nothing can be made of it."""
    tree = Tree()
    try:
        _grow(tree, yaml.parse(decode(content), Loader=_LOADER))
    except yaml.MarkedYAMLError as error:
        raise _syntax_error(tree, error) from None
    return Document(tree.data, tree.marks, tuple(tree.findings))


def write(data: Mapping[str, Any]) -> bytes:
    """Write YAML: the same data, the same bytes."""
    return emit(data).encode("utf-8")


def _grow(tree: Tree, events: Iterator[Any]) -> None:
    for event in events:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            _scalar(tree, event)
        elif kind is yaml.MappingStartEvent:
            _open(tree, event, {})
        elif kind is yaml.SequenceStartEvent:
            _open(tree, event, [])
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            tree.close()
        elif kind is yaml.AliasEvent:
            _alias(tree, event)
        elif kind is yaml.DocumentStartEvent and len(tree.marks):
            mark = event.start_mark
            tree.note(problems.SECOND_DOCUMENT, mark.line + 1, mark.column + 1)
            return


def _scalar(tree: Tree, event: Any) -> None:
    mark = event.start_mark
    line, column = mark.line + 1, mark.column + 1
    text = event.value
    if event.anchor is not None or event.tag is not None:
        _refuse_marking(tree, event)
    if tree.expects_key:
        if text == "<<" and not event.style:
            tree.note(problems.MERGE_KEY, line, column)
        tree.key(text, line, column)
    elif event.style:
        tree.scalar(text, line, column)
    else:
        tree.scalar(_plain(tree, text, line, column), line, column)


def _plain(tree: Tree, text: str, line: int, column: int) -> Any:
    try:
        return resolve(text)
    except LeadingZeroError:
        tree.note(problems.LEADING_ZERO, line, column, text=text)
    except UnkeptNumberError:
        tree.note(problems.NUMBER, line, column, text=text)
    return text


def _open(tree: Tree, event: Any, value: list[Any] | dict[str, Any]) -> None:
    mark = event.start_mark
    if event.anchor is not None or event.tag is not None:
        _refuse_marking(tree, event)
    if tree.expects_key:
        raise tree.stop(problems.KEY_NOT_TEXT, mark.line + 1, mark.column + 1)
    tree.open(value, mark.line + 1, mark.column + 1)


def _alias(tree: Tree, event: Any) -> None:
    mark = event.start_mark
    line, column = mark.line + 1, mark.column + 1
    tree.note(problems.ALIAS, line, column, text=f"*{event.anchor}")
    if tree.expects_key:
        tree.key(f"*{event.anchor}", line, column)
    else:
        tree.scalar(None, line, column)


def _refuse_marking(tree: Tree, event: Any) -> None:
    mark = event.start_mark
    line, column = mark.line + 1, mark.column + 1
    if event.anchor is not None:
        tree.note(problems.ALIAS, line, column, text=f"&{event.anchor}")
    if event.tag is not None:
        tree.note(problems.TAG, line, column, text=event.tag)


def _syntax_error(tree: Tree, error: yaml.MarkedYAMLError) -> Exception:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return tree.stop(problems.SYNTAX, line, column, format="YAML", reason=error.problem)


YAML = Format(
    name="yaml",
    title=message("YAML"),
    suffixes=(".yaml", ".yml"),
    media_type="application/yaml",
    read=read,
    write=write,
)
"""The format a town types in."""
