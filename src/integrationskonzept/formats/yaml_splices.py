"""Replace pieces of YAML text, in the layout of the text around them."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from attrs import define, field, frozen

from integrationskonzept.formats.yaml_nodes import LINE_BREAK, Node
from integrationskonzept.formats.yaml_writer import (
    WIDTH,
    Layout,
    double_quoted,
    entry,
    folded,
    inline,
    is_foldable,
    is_literal,
    needs_escapes,
    pair,
    plain_value,
    single_quoted,
)
from integrationskonzept.printable import escaped

_COMMENT_LINE = re.compile(r"( *)#[^\r\n]*(?:\r\n|\r|\n|\Z)")
_BLANK_LINE = re.compile(r"[ \t]*(?:\r\n|\r|\n)")
_BLANK_BETWEEN = re.compile(r"(?>\r\n|\r|\n)[ \t]*(?>\r\n|\r|\n)")
_COLON = re.compile(r"[ \t]*:")
_HEADER = re.compile(r"(?P<indicators>[|>][^\s#]*)(?P<comment>[ \t]+#[^\r\n]*)?")
_NOT_IN_BRACKETS = re.compile(r"[][{},:?#]")


@frozen
class Slot:
    """The place of a value and the indentation of its lines."""

    start: int
    """The offset directly after the colon or dash."""
    column: int
    """The column of its key or dash."""
    is_flow: bool
    is_item: bool


@define
class Splices:
    """Replacements of pieces of a text."""

    text: str
    root: Node
    pieces: list[tuple[int, int, str]] = field(factory=list)
    layout: Layout = field(init=False)
    line_break: str = field(init=False)
    has_returns: bool = field(init=False)
    is_json: bool = field(init=False)
    """Whether the text is JSON, or written like it."""

    def __attrs_post_init__(self) -> None:
        breaks = Counter(LINE_BREAK.findall(self.text)).most_common(1)
        self.line_break = breaks[0][0] if breaks else "\n"
        self.has_returns = "\r" in self.text
        self.layout = _layout(self.root)
        self.is_json = self.root.is_flow and any(key.style == '"' for key in self.root.keys)

    @property
    def only_add(self) -> bool:
        """Whether nothing of the text is replaced or removed."""
        return all(start == end for start, end, _ in self.pieces)

    def apply(self) -> str:
        """Return the text with all replacements, which must not overlap."""
        parts, at = [], 0
        for start, end, piece in sorted(self.pieces, key=lambda each: each[:2]):
            parts += [self.text[at:start], piece]
            at = end
        return "".join((*parts, self.text[at:]))

    def slot_after_key(self, node: Node, position: int) -> Slot:
        """Return the slot of a mapping's value."""
        end = node.keys[position].end
        colon = _COLON.match(self.text, end)
        return Slot(colon.end() if colon else end, node.column, node.is_flow, is_item=False)

    def slot_after_dash(self, node: Node, position: int) -> Slot:
        """Return the slot of a list's item."""
        start = node.values[position].start if node.is_flow else self._dash(node, position) + 1
        return Slot(start, node.column, node.is_flow, is_item=True)

    # -- replacing -------------------------------------------------------------------------------

    def replace(self, node: Node, value: Any, slot: Slot) -> None:
        """Replace a value and keep its quotes."""
        if slot.is_flow:
            written = self._in_same_quotes(node, value) or self._flow(value)
            self._put(node.start, node.end, f" {written}" if node.is_missing else written)
            return
        first, *lines = self._lines(node, value, slot)
        if node.is_block_text:
            comment = _HEADER.match(self.text, node.start)["comment"] or ""  # type: ignore[index]  # it begins with one
            last = self.line_break if self._is_line_start(node.end) else ""
            self._put(slot.start, node.end, self._joined(first + comment, lines) + last)
        elif node.is_block and self._line_start(node.start) > slot.start:
            self._put(slot.start, slot.start, first)
            is_text = isinstance(value, str)  # a comment above its lines would belong to it
            start = self._next_line(slot.start) if is_text else self._line_start(node.start)
            self._put(start, self._end_of_lines(node), self._whole_lines(lines))
        elif node.is_block:
            self._put(slot.start, node.end, self._joined(first, lines))
        elif lines:
            self._put(slot.start, node.end, first)
            self._insert(self._next_line(node.end), lines)
        else:
            self._put(node.start, node.end, first if node.is_missing else first[1:])

    def _lines(self, node: Node, value: Any, slot: Slot) -> list[str]:
        """Return the lines of a value; the first without its key or dash."""
        in_same_style = self._in_same_quotes(node, value) or self._in_same_block_style(node, value, slot)
        if in_same_style:
            first, *lines = in_same_style.split("\n")
            return [f" {first}", *lines]
        head = self.text[self._line_start(slot.start) : slot.start]
        first, *lines = entry(head, value, slot.column, self.layout)
        return [first.removeprefix(head), *lines]

    def _in_same_quotes(self, node: Node, value: Any) -> str | None:
        if not isinstance(value, str) or node.style not in ("'", '"') or self.is_json:
            return None
        is_single = node.style == "'" and "\n" not in value and not needs_escapes(value)
        return single_quoted(value) if is_single else double_quoted(value)

    def _in_same_block_style(self, node: Node, value: Any, slot: Slot) -> str | None:
        """Return a text with the ``|`` or ``>`` of the text it replaces, if that preserves it."""
        if not isinstance(value, str) or not node.is_block_text:
            return None
        indicators = _HEADER.match(self.text, node.start)["indicators"]  # type: ignore[index]  # it begins with one
        indent = slot.column + (2 if slot.is_item else self.layout.step)
        if indicators == ">-" and is_foldable(value):
            return "\n".join((indicators, *folded(value, indent)))
        if indicators == ("|" if value.endswith("\n") else "|-") and is_literal(value) and value[0] not in " \n":
            lines = value.removesuffix("\n").split("\n")
            return "\n".join((indicators, *(" " * indent + line if line else "" for line in lines)))
        return None

    # -- adding ----------------------------------------------------------------------------------

    def add(self, node: Node, added: list[tuple[int | None, Any, Any]]) -> None:
        """Insert keys or items after those at an index; for None, before the first."""
        for previous, step, value in added:
            if node.is_flow:
                written = self._flow_pair(step, value) if node.kind is dict else self._flow(value)
                end = self._starts(node)[0] if previous is None else node.values[previous].end
                self._put(end, end, f"{written}, " if previous is None else f", {written}")
            else:
                lines = list(self._added_lines(node, step, value))
                if previous is None:
                    self._insert_before(node, self._starts(node)[0], lines)
                else:
                    place = self._end_with_comments(node.values[previous], node.column)
                    self._insert(place, [""] * self._is_section(node, lines, place) + lines)

    def _added_lines(self, node: Node, step: Any, value: Any) -> Iterator[str]:
        if node.kind is dict:
            return pair(step, value, node.column, self.layout)
        dash = " " * node.column + "-"
        if isinstance(value, (dict, list)) and all(item.is_flow for item in node.values):
            beside = f"{dash} {self._flow(value)}"
            if len(beside) <= WIDTH:
                return iter([beside])
        return entry(dash, value, node.column, self.layout)

    def _is_section(self, node: Node, lines: list[str], place: int) -> bool:
        """Return whether lines are a section that needs a blank line before it, as other sections of the file have."""
        if node is not self.root or len(lines) == 1:
            return False
        if place < len(self.text):
            return _BLANK_LINE.match(self.text, place) is not None
        return _BLANK_BETWEEN.search(self.text) is not None

    def _insert_before(self, node: Node, start: int, lines: list[str]) -> None:
        line_start = self._line_start(start)
        if self.text[line_start:start].strip(" "):  # it follows a dash on its line
            padded = self._whole_lines(lines) + " " * node.column
            self._put(start, start, padded[node.column :])
            return
        if node.kind is list:  # comments above an item stay with it
            above = self._line_above(line_start)
            while (match := _COMMENT_LINE.match(self.text, above)) and len(match[1]) >= node.column:
                line_start, above = above, self._line_above(above)
        self._put(line_start, line_start, self._whole_lines(lines))

    def _end_with_comments(self, node: Node, column: int) -> int:
        """Return the offset after the last line of a value and after comments indented deeper than `column`."""
        place = self._end_of_lines(node)
        while (match := _COMMENT_LINE.match(self.text, place)) and match.end() > place and len(match[1]) > column:
            place = match.end()
        return place

    # -- removing --------------------------------------------------------------------------------

    def remove(self, node: Node, kept: list[int]) -> None:
        """Remove all keys or items except those kept, with the comments below them."""
        starts = self._starts(node)
        is_beside = node.is_flow or self.text[self._line_start(starts[0]) : starts[0]].strip(" ") != ""
        leading = kept[0] if is_beside else 0
        if leading:
            self._put(starts[0], starts[leading], "")
        for position in sorted({*range(leading, len(starts))} - {*kept}):
            if node.is_flow:
                self._put(node.values[position - 1].end, node.values[position].end, "")
            else:
                end = self._end_with_comments(node.values[position], node.column)
                self._put(self._line_start(starts[position]), end, "")

    # -- the text --------------------------------------------------------------------------------

    def _starts(self, node: Node) -> list[int]:
        """Return the beginning of each key or dash; in brackets that of each item."""
        if node.kind is dict:
            return [key.start for key in node.keys]
        if node.is_flow:
            return [value.start for value in node.values]
        return [self._dash(node, position) for position in range(len(node.values))]

    def _dash(self, node: Node, position: int) -> int:
        """Return the offset of the dash of an item, of which the parser gives only the column."""
        place = self._line_start(node.values[position].start) + node.column
        while self.text[place] != "-":
            place = self._line_above(place - node.column) + node.column
        return place

    def _put(self, start: int, end: int, piece: str) -> None:
        self.pieces.append((start, end, piece))

    def _insert(self, place: int, lines: list[str]) -> None:
        """Insert lines before the line that begins at `place`, where the text may end without a line break."""
        if self._is_line_start(place):
            self._put(place, place, self._whole_lines(lines))
        else:
            self._put(place, place, self.line_break + self.line_break.join(lines))

    def _whole_lines(self, lines: list[str]) -> str:
        return "".join(line + self.line_break for line in lines)

    def _joined(self, first: str, lines: list[str]) -> str:
        return self.line_break.join((first, *lines))

    def _is_line_start(self, place: int) -> bool:
        return place > 0 and self.text[place - 1] in "\r\n"

    def _line_start(self, place: int) -> int:
        before = self.text.rfind("\n", 0, place)
        return (max(before, self.text.rfind("\r", 0, place)) if self.has_returns else before) + 1

    def _line_above(self, line_start: int) -> int:
        """Return the beginning of the line before the one that begins at `line_start`."""
        is_pair = self.text.startswith("\r\n", line_start - 2)
        return self._line_start(line_start - 2 if is_pair else line_start - 1)

    def _end_of_lines(self, node: Node) -> int:
        """Return the beginning of the line after the last line of a value."""
        return node.end if self._is_line_start(node.end) else self._next_line(node.end)

    def _next_line(self, place: int) -> int:
        match = LINE_BREAK.search(self.text, place)
        return match.end() if match else len(self.text)

    # -- between brackets ------------------------------------------------------------------------

    def _flow(self, value: Any) -> str:
        """Return a value on one line, as it is written in brackets."""
        if self.is_json:
            return escaped(json.dumps(value, ensure_ascii=False))
        if isinstance(value, dict):
            return f"{{{', '.join(self._flow_pair(key, item) for key, item in value.items())}}}"
        if isinstance(value, list):
            return f"[{', '.join(map(self._flow, value))}]"
        if not isinstance(value, str):
            return plain_value(value)
        written = inline(value)
        return single_quoted(value) if written == value and _NOT_IN_BRACKETS.search(value) else written

    def _flow_pair(self, key: str, value: Any) -> str:
        return f"{self._flow(key)}: {self._flow(value)}"


def _layout(root: Node) -> Layout:
    """Return the most common indentation of a file."""
    steps: Counter[int] = Counter()
    dashes: Counter[int] = Counter()
    _count_indentation(root, steps, dashes)
    step, dash = (most.most_common(1)[0][0] if most else 2 for most in (steps, dashes))
    return Layout(step=step, dash=dash)


def _count_indentation(node: Node, steps: Counter[int], dashes: Counter[int]) -> None:
    for value in node.values:
        if node.kind is dict and node.is_block and value.is_block:
            (steps if value.kind is dict else dashes)[value.column - node.column] += 1
        _count_indentation(value, steps, dashes)
