"""Parse YAML text into nodes with their extent, for changes in the text."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

import yaml
from attrs import define, field

from integrationskonzept.formats.yaml_reader import LOADER
from integrationskonzept.gc_pause import collector_paused

LINE_BREAK = re.compile(r"\r\n|\r|\n")


class UnsupportedYamlError(ValueError):
    """A text with an anchor, alias, tag or second document, which nodes do not represent."""


@define(eq=False)
class Node:
    """A value or key and its extent in the text."""

    kind: type
    """`dict`, `list`, or `str` for any scalar."""
    start: int
    end: int
    """The end; for a block list or mapping, that of its last value."""
    column: int
    style: str | None = None
    """The quote or indicator of a scalar; None for a plain one."""
    is_flow: bool = False
    """Whether a list or mapping is in brackets."""
    keys: list["Node"] = field(factory=list)
    """Of a mapping, in the order of the text."""
    names: list[str] = field(factory=list)
    """The text of each key."""
    values: list["Node"] = field(factory=list)
    """Of a list or mapping, in the order of the text."""

    @property
    def is_block_text(self) -> bool:
        """Whether it is a block of text after ``|`` or ``>``."""
        return self.style in ("|", ">")

    @property
    def is_missing(self) -> bool:
        """Whether the value is empty."""
        return self.kind is str and self.start == self.end

    @property
    def is_block(self) -> bool:
        """Whether it is a list or mapping without brackets."""
        return self.kind is not str and not self.is_flow


def compose(text: str) -> Node:
    """Return the root node of a text that `yaml_reader` has read, or raise `UnsupportedYamlError`."""
    events = iter(LOADER(text).get_event, None)
    next(events), next(events)  # the stream and the document begin
    with collector_paused():
        root = _node(next(events), events, text)
    next(events)
    if type(next(events)) is not yaml.StreamEndEvent:
        raise UnsupportedYamlError
    return root


def _node(event: Any, events: Iterator[Any], text: str) -> Node:
    if type(event) is yaml.AliasEvent or event.anchor is not None or event.tag is not None:
        raise UnsupportedYamlError
    start, column = event.start_mark.index, event.start_mark.column
    if type(event) is yaml.ScalarEvent:
        if not event.value and not event.style:  # the parsers in C and Python place an empty value differently
            start = end = _without_blanks(text, start)
        else:
            end = _end_of_scalar(event, text)
        return Node(str, start, end, column, style=event.style or None)
    if type(event) is yaml.SequenceStartEvent:
        node = Node(list, start, start, column, is_flow=bool(event.flow_style))
        while type(event := next(events)) is not yaml.SequenceEndEvent:
            node.values.append(_node(event, events, text))
    else:
        node = Node(dict, start, start, column, is_flow=bool(event.flow_style))
        while type(event := next(events)) is not yaml.MappingEndEvent:
            node.names.append(event.value)
            node.keys.append(_node(event, events, text))
            node.values.append(_node(next(events), events, text))
    node.end = event.end_mark.index if node.is_flow else node.values[-1].end
    return node


def _without_blanks(text: str, end: int) -> int:
    while end and text[end - 1] == " ":
        end -= 1
    return end


def _end_of_scalar(event: Any, text: str) -> int:
    """Return where a scalar ends; a text in lines at its last line that is not blank, unless it keeps those."""
    start, end = event.start_mark.index, event.end_mark.index
    if event.style not in ("|", ">"):
        return int(end)
    header = LINE_BREAK.split(text[start:end], maxsplit=1)[0]
    keeps_blank_lines = "+" in header.partition("#")[0]
    return int(end if keeps_blank_lines else start + len(text[start:end].rstrip()))


_COMMENT = re.compile(r"(?:(?<=[ \t\r\n])|\A)#[^\r\n]*")


def comments(text: str, root: Node) -> list[str]:
    """Return the comments of a text with these nodes."""
    scalars = sorted(_scalars(root, text))
    starts = [start for start, _ in scalars]
    found = []
    for match in _COMMENT.finditer(text):
        before = bisect_right(starts, match.start()) - 1
        if before < 0 or match.start() >= scalars[before][1]:
            found.append(match[0])
    return found


def _scalars(node: Node, text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each scalar, without the first line of a block of text."""
    if node.kind is str:
        header = LINE_BREAK.search(text, node.start) if node.is_block_text else None
        yield (header.end() if header else node.start), node.end
    for inside in (*node.keys, *node.values):
        yield from _scalars(inside, text)
