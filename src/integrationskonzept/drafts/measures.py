"""Measures of a draft, from the values under their labels."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from integrationskonzept.drafts.draft import DoubtCode
from integrationskonzept.drafts.found import FoundMeasure, FoundValue
from integrationskonzept.drafts.ledger import Ledger, Reading, Subject, spelled_id
from integrationskonzept.drafts.notation import items_of
from integrationskonzept.drafts.values import ValueReader
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.foreign import FOREIGN
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.provenance import Discrepancy

_FEWEST = 2
"""Number of values with list marks from which on marks are usual for an attribute."""
_UNTITLED = "(Titel nicht erkannt)"


def usually_marked(measures: Sequence[FoundMeasure]) -> frozenset[str]:
    """Return the attributes whose values have list marks in most measures."""
    marked: dict[str, int] = defaultdict(int)
    plain: dict[str, int] = defaultdict(int)
    for value in (value for measure in measures for value in measure.values):
        has_marks = any(line.marked for line in value.lines)
        (marked if has_marks else plain)[value.attribute or ""] += 1
    return frozenset(name for name, count in marked.items() if count >= _FEWEST and count > plain[name])


class MeasureBuilder:
    """Builds the measures of one document."""

    def __init__(self, ledger: Ledger, reader: ValueReader) -> None:
        self._ledger = ledger
        self._reader = reader

    def build(self, found: FoundMeasure) -> Measure:
        """Return the measure with all that was found of it; text without an attribute is kept under its label."""
        title, number = found.title, found.number
        ident = self._ledger.id("measure", title or f"massnahme {number or ''}")
        subject = Subject(
            scope=title or found.printed, place=found.place, section=found.section, address=f"measure/{ident}"
        )
        values = _Values()
        if not title and not number:
            title = _UNTITLED
            values.inferred.append("title")
            values.doubts.append(self._untitled(subject))
        for value in found.values:
            if value.lines:
                self._read(value, values, subject)
        return Measure(
            id=ident,
            number=number,
            title=title,
            printed=found.printed or None,
            inferred=tuple(dict.fromkeys(values.inferred)),
            sources=self._ledger.sources(found.place, found.section),
            discrepancies=tuple(values.doubts),
            extra=values.extra,
            **values.attributes,
        )

    def _untitled(self, subject: Subject) -> Discrepancy:
        said = message("a measure without title; labels stand below no heading that may be one")
        about = Subject(place=subject.place, section=subject.section, address=subject.address, attribute="title")
        return self._ledger.doubt(DoubtCode.UNREAD, said, about, Reading())

    def _read(self, value: FoundValue, values: "_Values", subject: Subject) -> None:
        if value.attribute is None:
            values.keep_text(value.label, " / ".join(item.text for item in items_of(value.lines)))
            return
        about = Subject(
            scope=subject.scope,
            place=value.place,
            section=subject.section,
            address=subject.address,
            attribute=value.attribute,
        )
        found, doubts = self._reader.read(value.attribute, value, about)
        values.doubts += doubts
        for label, text in found.pop("extra", {}).items():
            values.keep_text(label, text)
        if not value.is_sure or value.joined_at:
            values.inferred += [name for name in found if name != "footnote_refs"]
        for name, content in found.items():
            values.add(name, content, value.label)


class _Values:
    """The attributes of a measure while they are read."""

    def __init__(self) -> None:
        self.attributes: dict[str, Any] = {}
        self.extra: dict[str, str] = {}
        self.inferred: list[str] = []
        self.doubts: list[Discrepancy] = []

    def keep_text(self, label: str, text: str) -> None:
        """Keep text that fits no attribute under its label."""
        key = key_of(label)
        self.extra[key] = f"{self.extra[key]} / {text}" if key in self.extra else text

    def add(self, name: str, content: Any, label: str) -> None:
        """Set an attribute, joined with what an earlier label gave; a second single value is kept by its label."""
        known = self.attributes.get(name)
        if not known:
            self.attributes[name] = content
        elif isinstance(content, tuple):
            self.attributes[name] = tuple(dict.fromkeys((*known, *content)))
        elif type(content) is str:
            self.attributes[name] = f"{known}\n{content}"
        else:
            text = getattr(content, "text", None) or getattr(content, "printed", None) or str(content)
            self.keep_text(label, text)


def key_of(label: str) -> str:
    """Return the key of a town's own for a label, such as ``x-besonderheiten``."""
    return f"{FOREIGN}{spelled_id(label, 'text')}"
