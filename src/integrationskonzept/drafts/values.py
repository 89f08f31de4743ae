"""Values of a draft's measures: the text under each label, by the shape of its attribute."""

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from attrs import evolve

from integrationskonzept.drafts.actors import OPEN_END, Register, split_list
from integrationskonzept.drafts.attributes import ATTRIBUTES, Shape
from integrationskonzept.drafts.draft import DoubtCode
from integrationskonzept.drafts.found import FoundValue
from integrationskonzept.drafts.ledger import Ledger, Reading, Subject
from integrationskonzept.drafts.notation import Item, items_of, may_hold_several, possible_parts
from integrationskonzept.drafts.status import StatusScale
from integrationskonzept.drafts.time_frames import TimeFrames
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.activity import Activity
from integrationskonzept.model.element import Statement
from integrationskonzept.model.german_spelling import amount_spelling
from integrationskonzept.model.indicator import Indicator, IndicatorKind
from integrationskonzept.model.measure import Measure, MeasureKind
from integrationskonzept.model.money import Amount, Cost, Funding, Per
from integrationskonzept.model.provenance import Discrepancy
from integrationskonzept.model.schedule import Step
from integrationskonzept.model.stocktake import TargetGroup
from integrationskonzept.model.synonyms import folded

_KINDS = {
    "projekt": MeasureKind.PROJECT, "einmalig": MeasureKind.PROJECT, "daueraufgabe": MeasureKind.PERMANENT,
    "dauerhaft": MeasureKind.PERMANENT, "fortlaufend": MeasureKind.PERMANENT, "laufend": MeasureKind.PERMANENT,
    "wiederkehrend": MeasureKind.RECURRING, "turnusmaessig": MeasureKind.RECURRING, "konzept": MeasureKind.CONCEPT,
    "struktur": MeasureKind.STRUCTURE,
}  # fmt: skip
_KINDS_BY_FORM = {folded(word): kind for word, kind in _KINDS.items()}
_SEVERAL = (Shape.STATEMENTS, Shape.INDICATORS, Shape.ACTIVITIES, Shape.STEPS)
_COUNT = re.compile(r"(?:Anzahl|Zahl)\b")


def is_open_ended(text: str) -> bool:
    """Return whether a text says that there is more."""
    return OPEN_END.search(text) is not None


class TargetGroups:
    """The target groups of a draft, one for each wording."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._groups: dict[str, TargetGroup] = {}

    @property
    def groups(self) -> tuple[TargetGroup, ...]:
        """Every target group, in the order of the document."""
        return tuple(self._groups.values())

    def refs(self, texts: Sequence[str], subject: Subject) -> tuple[str, ...]:
        """Return the ids of the target groups with these names."""
        found = []
        for text in texts:
            key = folded(text) or text
            if key not in self._groups:
                self._groups[key] = TargetGroup(
                    id=self._ledger.id("target_group", text), title=text, printed=text,
                    sources=self._ledger.sources(subject.place, subject.section),
                )  # fmt: skip
            found.append(self._groups[key].id)
        return tuple(dict.fromkeys(found))


class ValueReader:
    """Reads the text of labels into the attributes of a measure."""

    def __init__(self, ledger: Ledger, register: Register, scale: StatusScale, marked: frozenset[str]) -> None:
        self._ledger = ledger
        self._register = register
        self._scale = scale
        self._marked = marked
        self.frames = TimeFrames(ledger)
        self.groups = TargetGroups(ledger)
        self._readers: Mapping[Shape, Callable[[str, list[Item], FoundValue, Subject], dict[str, Any]]] = {
            Shape.TEXT: self._text,
            Shape.STATEMENTS: self._statements,
            Shape.TEXTS: self._texts,
            Shape.INDICATORS: self._indicators,
            Shape.ACTIVITIES: self._activities,
            Shape.STEPS: self._steps,
            Shape.SUB_MEASURES: self._sub_measures,
            Shape.ACTORS: self._actors,
            Shape.TARGET_GROUPS: self._target_groups,
            Shape.TIME_FRAMES: self._time_frames,
            Shape.EFFECT: self._effect,
            Shape.COST: self._cost,
            Shape.FUNDING: self._funding,
            Shape.KIND: self._kind,
            Shape.STATUS: self._status,
        }

    def read(self, attribute: str, value: FoundValue, subject: Subject) -> tuple[dict[str, Any], list[Discrepancy]]:
        """Return attributes of the measure with their values, and the doubts.

        Values of lists are tuples, to be joined with those of further labels. Text that does not fit
        the attribute is under ``extra``, by the label.
        """
        items = items_of(value.lines)
        doubts = self._doubts_of_items(attribute, items, value, subject)
        found = self._readers[ATTRIBUTES[attribute]](attribute, items, value, subject)
        return found, [*doubts, *found.pop("doubts", [])]

    def _doubts_of_items(
        self, attribute: str, items: Sequence[Item], value: FoundValue, subject: Subject
    ) -> list[Discrepancy]:
        found = []
        at = evolve(subject, place=value.joined_at or value.place)
        is_listed = value.is_list or attribute in self._marked
        has_marks = any(line.marked for line in value.lines)
        is_several = ATTRIBUTES[attribute] in _SEVERAL
        if len(items) == 1 and is_several and is_listed and not has_marks and may_hold_several(items[0].text):
            parts = possible_parts(items[0].text)
            said = message("the list marks may be lost: taken as one item, it may be {count}", count=len(parts))
            reading = Reading(items[0].text, items[0].text, parts)
            found.append(self._ledger.doubt(DoubtCode.SPLIT, said, evolve(subject, place=value.place), reading))
        if value.joined_at is not None:
            said = message("text without a label was joined to '{label}'", label=value.label)
            reading = Reading(value.joined, value.label or attribute, ("description",))
            found.append(self._ledger.doubt(DoubtCode.CONTINUED, said, at, reading))
        return found

    # -- by shape ---------------------------------------------------------------------------

    def _text(self, attribute: str, items: list[Item], value: FoundValue, subject: Subject) -> dict[str, Any]:
        notes = [number for item in items for number in item.footnotes]
        refs = self._ledger.footnote_refs(notes)
        return {attribute: "\n".join(item.text for item in items), **({"footnote_refs": refs} if refs else {})}

    def _statements(self, attribute: str, items: list[Item], value: FoundValue, subject: Subject) -> dict[str, Any]:
        return {
            attribute: tuple(
                Statement(
                    text=item.text,
                    open_ended=is_open_ended(item.text),
                    footnote_refs=self._ledger.footnote_refs(item.footnotes),
                )
                for item in items
            )
        }

    def _texts(self, attribute: str, items: list[Item], value: FoundValue, subject: Subject) -> dict[str, Any]:
        return {attribute: tuple(item.text for item in items)}

    def _element(self, noun: str, item: Item, value: FoundValue, subject: Subject) -> dict[str, Any]:
        """Return what every element has: id, wording, sources and footnotes."""
        return {
            "id": self._ledger.id(noun, f"{(subject.address or '').partition('/')[2]} {item.text}"),
            "title": item.text,
            "printed": item.text,
            "sources": self._ledger.sources(value.place, subject.section),
            "footnote_refs": self._ledger.footnote_refs(item.footnotes),
            "open_ended": is_open_ended(item.text),
        }

    def _indicators(self, attribute: str, items: list[Item], value: FoundValue, subject: Subject) -> dict[str, Any]:
        found = []
        for item in items:
            is_count = _COUNT.match(item.text) is not None
            found.append(
                Indicator(
                    kind=IndicatorKind.COUNT if is_count else None,
                    inferred=("kind",) if is_count else (),
                    **self._element("indicator", item, value, subject),
                )
            )
        return {attribute: tuple(found)}

    def _activities(self, attribute: str, items: list[Item], value: FoundValue, subject: Subject) -> dict[str, Any]:
        return {attribute: tuple(Activity(**self._element("activity", item, value, subject)) for item in items)}

    def _steps(self, attribute: str, items: list[Item], value: FoundValue, subject: Subject) -> dict[str, Any]:
        return {attribute: tuple(Step(**self._element("step", item, value, subject)) for item in items)}

    def _sub_measures(self, attribute: str, items: list[Item], value: FoundValue, subject: Subject) -> dict[str, Any]:
        return {attribute: tuple(Measure(**self._element("measure", item, value, subject)) for item in items)}

    def _actors(self, attribute: str, items: list[Item], value: FoundValue, subject: Subject) -> dict[str, Any]:
        involvements, doubts = self._register.involvements(value.lines, subject)
        return {attribute: involvements, "doubts": doubts}

    def _target_groups(self, attribute: str, items: list[Item], value: FoundValue, subject: Subject) -> dict[str, Any]:
        names = [name for item in items for name in split_list(item.text)[0]]
        return {"target_group_refs": self.groups.refs([name.rstrip(".") for name in names], subject)}

    def _time_frames(self, attribute: str, items: list[Item], value: FoundValue, subject: Subject) -> dict[str, Any]:
        return {attribute: self.frames.statements([item.text for item in items], subject)}

    def _effect(self, attribute: str, items: list[Item], value: FoundValue, subject: Subject) -> dict[str, Any]:
        first, *others = self.frames.statements([item.text for item in items], subject)
        rest = {value.label: "; ".join(other.printed or "" for other in others)} if others else {}
        return {attribute: first, "extra": rest}

    def _cost(self, attribute: str, items: list[Item], value: FoundValue, subject: Subject) -> dict[str, Any]:
        text = "\n".join(item.text for item in items)
        found = amount_spelling(text)
        is_amount = found is not None and any(char.isdigit() for char in text) and "-" not in text[:1]
        total = None
        if found and is_amount:
            total = Amount(
                value=_amount(found.value),
                minimum=_amount(found.minimum),
                maximum=_amount(found.maximum),
                per=Per(found.per) if found.per else Per.TOTAL,
                approximate=found.approximate,
                printed=text,
            )
        return {attribute: Cost(total=total, text=text)}

    def _funding(self, attribute: str, items: list[Item], value: FoundValue, subject: Subject) -> dict[str, Any]:
        return {attribute: tuple(Funding(text=item.text) for item in items)}

    def _kind(self, attribute: str, items: list[Item], value: FoundValue, subject: Subject) -> dict[str, Any]:
        text = " ".join(item.text for item in items)
        kind = _KINDS_BY_FORM.get(folded(text))
        return {attribute: kind} if kind else {"extra": {value.label: text}}

    def _status(self, attribute: str, items: list[Item], value: FoundValue, subject: Subject) -> dict[str, Any]:
        text = " ".join(item.text for item in items)
        entry = self._scale.entry(text, subject)
        return {"status_reports": (entry,)} if entry else {"extra": {value.label: text}}


def _amount(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
