"""State of the recognition of one document, as the readers of its parts see it."""

from collections.abc import Sequence
from typing import Protocol

from integrationskonzept.drafts.found import Found, FoundField, FoundMeasure
from integrationskonzept.drafts.heads import Head, Heads
from integrationskonzept.drafts.labels import Label, Labels
from integrationskonzept.drafts.layout import DocumentLayout
from integrationskonzept.drafts.tree import DocumentPlace, Heading, Line


class State(Protocol):
    """What readers of tables and text need of the recognition."""

    layout: DocumentLayout
    labels: Labels
    heads: Heads
    found: Found
    measure: FoundMeasure | None

    @property
    def section(self) -> Heading | None:
        """The nearest heading above."""

    def set_field(self, head: Head, place: DocumentPlace) -> FoundField:
        """Set the field of action that is read."""

    def field_here(self) -> FoundField | None:
        """Return the field of action that is read."""

    def start_measure(self, head: Head, place: DocumentPlace, *, level: int | None = None) -> FoundMeasure:
        """Begin a measure."""

    def title_above(self) -> Head | None:
        """Return the nearest heading that has named nothing yet."""

    def add_lines(self, lines: Sequence[Line], place: DocumentPlace) -> None:
        """Add lines of a cell to the measure that is read."""

    def note_label(self, label: Label) -> None:
        """Count a label."""

    def unread(self, text: str, place: DocumentPlace, measure: FoundMeasure | None = None) -> None:
        """Keep in mind that text is not in the draft."""
