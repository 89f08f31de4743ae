"""Measures in running text: headings and beginnings of paragraphs as labels."""

import re
from collections.abc import Sequence

from attrs import evolve

from integrationskonzept.drafts.attributes import IGNORED
from integrationskonzept.drafts.found import FoundValue
from integrationskonzept.drafts.labels import Label
from integrationskonzept.drafts.notation import without_mark
from integrationskonzept.drafts.state import State
from integrationskonzept.drafts.tree import DocumentPlace, Line

_UNKNOWN = re.compile(r"([A-ZÄÖÜ][\wäöüß/-]{3,24}(?: [\wäöüß/-]{2,20}){0,2}):\s+(?=\S)")
"""A label that is in no catalogue: one to three words before a colon."""


class TextReader:
    """Reads the paragraphs below a measure into its values."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._has_colons = False
        self.value: FoundValue | None = None
        """The value that further text belongs to."""

    def end(self) -> None:
        """Close the value."""
        self.value = None

    def read(self, lines: Sequence[Line], place: DocumentPlace, *, lead: str | None = None) -> None:
        """Read a paragraph or heading; `lead` is its beginning in bold, which may be a label."""
        lines = [evolve(lines[0], apart=True), *lines[1:]]
        first = lines[0].text
        label = self._state.labels.find(lead) if lead else None
        if lead and len(lead) < len(first) and (label or first[len(lead) :].lstrip().startswith(":")):
            self._open_with(label or lead, first[len(lead) :], place)
            lines = lines[1:]
        elif unknown := self._unknown(lines[0]):
            self._open_with(unknown[1], first[unknown.end() :], place)
            lines = lines[1:]
        self.add_lines(lines, place)

    def _open_with(self, label: Label | str, rest: str, place: DocumentPlace) -> None:
        """Begin a value whose first line stands behind its label."""
        self._open(label, place)
        if text := without_mark(rest):
            self._add(Line(text, apart=True), place)

    def _unknown(self, line: Line) -> re.Match[str] | None:
        """Return the unknown label that a line begins with, in a document whose known labels end with a colon."""
        if self.value is None or line.marked or not self._has_colons or self._state.labels.split(line.text):
            return None
        return _UNKNOWN.match(line.text)

    def add_lines(self, lines: Sequence[Line], place: DocumentPlace) -> None:
        """Add lines to the open value of the measure that is read; a label begins a further value."""
        for line in lines:
            label = self._state.labels.find(line.text) if not line.marked else None
            split = self._state.labels.split(line.text) if label is None else None
            if split and line.marked and not (split[0].is_sure and split[1] and ":" in line.text):
                split = None  # an item of a list is a value, unless a known label and a colon begin it
            if split is not None:
                self._has_colons = True
                self._open_with(*split, place)
            elif label is not None:
                self._open(label, place)
            else:
                self._add(line, place)

    def _open(self, label: Label | str, place: DocumentPlace) -> None:
        """Begin a value of the measure, under a label or under an unknown one."""
        if isinstance(label, str):
            self._state.found.unlabelled[label] += 1
            self._begin(FoundValue(attribute=None, label=label, place=place))
        else:
            self._state.note_label(label)
            self._begin(FoundValue(attribute=label.attribute, label=label.printed, place=place, is_sure=label.is_sure))

    def _begin(self, value: FoundValue) -> FoundValue:
        self.value = value
        if self._state.measure is not None and value.attribute != IGNORED:
            self._state.measure.values.append(value)
        return value

    def _add(self, line: Line, place: DocumentPlace) -> None:
        """Add a line to the open value; the first one below a head without title is the title."""
        measure = self._state.measure
        if self.value is None and measure is not None and measure.title is None and not line.marked:
            measure.title = line.text
            return
        value = self.value or self._begin(FoundValue(attribute="description", label="", place=place, is_sure=False))
        value.lines.append(line)
