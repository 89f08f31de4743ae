"""Offers, activities and the timeline of a draft."""

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from attrs import define, evolve, frozen
from attrs import field as attribute_of

from integrationskonzept.drafts.actors import OPEN_END, Register
from integrationskonzept.drafts.draft import DoubtCode
from integrationskonzept.drafts.fields import Fields
from integrationskonzept.drafts.found import Found, FoundActivity, FoundOffer, FoundTimelineRow
from integrationskonzept.drafts.ledger import Ledger, Reading, Subject
from integrationskonzept.drafts.notation import (
    Item,
    clean,
    items_of,
    may_hold_several,
    possible_parts,
    without_footnote_marks,
)
from integrationskonzept.drafts.similarity import best_match, exact_match
from integrationskonzept.drafts.time_frames import date_of
from integrationskonzept.drafts.tree import Line, text_of
from integrationskonzept.drafts.values import TargetGroups
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.activity import ActionDay, Activity
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.provenance import Discrepancy
from integrationskonzept.model.stocktake import Offer, Theme
from integrationskonzept.model.synonyms import folded
from integrationskonzept.model.timeline import Timeline, TimelineRow

_DATE = re.compile(r"\s*\((\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{4})?)\)\s*$")
_DAYS = "aktionstag"


@define(kw_only=True)
class FieldContent:
    """What belongs to one field of action."""

    measures: list[Measure] = attribute_of(factory=list)
    activities: list[Activity] = attribute_of(factory=list)
    action_days: list[ActionDay] = attribute_of(factory=list)

    def attributes(self) -> dict[str, Any]:
        """Return the attributes of the field with their values."""
        return {
            "measures": tuple(self.measures),
            "activities": tuple(self.activities),
            "action_days": tuple(self.action_days),
        }


class ContentByField:
    """Measures, activities and action days by the key of their field."""

    def __init__(self) -> None:
        self._parts: dict[int, FieldContent] = defaultdict(FieldContent)

    def of(self, key: int) -> FieldContent:
        """Return the content of a field, empty at first."""
        return self._parts[key]


@frozen(kw_only=True)
class Offers:
    """Offers with their themes."""

    offers: tuple[Offer, ...]
    themes: tuple[Theme, ...]


class Inventory:
    """Makes offers, activities and the timeline from what was found."""

    def __init__(self, ledger: Ledger, register: Register, found: Found, groups: TargetGroups) -> None:
        self._ledger = ledger
        self._register = register
        self._found = found
        self._groups = groups

    # -- activities -------------------------------------------------------------------------

    def activities(self, fields: Fields) -> ContentByField:
        """Return all activities of tables by field, each cell split into its items."""
        parts = ContentByField()
        for found in self._found.activities:
            content = parts.of(fields.key(found.field_of_action))
            items = items_of(found.lines)
            doubts = self._doubts(found, items)
            for item in items:
                element = self._activity(found, item, doubts)
                if isinstance(element, ActionDay):
                    content.action_days.append(element)
                else:
                    content.activities.append(element)
                doubts = []
        return parts

    def _doubts(self, found: FoundActivity, items: Sequence[Item]) -> list[Discrepancy]:
        field = found.field_of_action
        subject = Subject(scope=found.area or (field.title if field else ""), place=found.place, section=found.section)
        doubts = []
        has_marks = any(line.marked for line in found.lines)
        if len(items) == 1 and not has_marks and may_hold_several(items[0].text):
            parts = possible_parts(items[0].text)
            said = message("the list marks may be lost: taken as one item, it may be {count}", count=len(parts))
            reading = Reading(items[0].text, items[0].text, parts)
            doubts.append(self._ledger.doubt(DoubtCode.SPLIT, said, subject, reading))
        if found.joined_at is not None:
            doubts.append(self._continued(found.joined, evolve(subject, place=found.joined_at)))
        return doubts

    def _continued(self, text: str, subject: Subject) -> Discrepancy:
        said = message("a row without a beginning was joined to the row above")
        return self._ledger.doubt(DoubtCode.CONTINUED, said, subject, Reading(text, subject.scope))

    def _activity(self, found: FoundActivity, item: Item, doubts: Sequence[Discrepancy]) -> Activity:
        is_day = found.area is not None and folded(found.area).startswith(_DAYS)
        dated = _DATE.search(item.text) if is_day else None
        date = date_of(dated[1].replace(" ", "")) if dated else None
        title = clean(item.text[: dated.start()]) if dated and date else item.text
        kind = ActionDay if is_day else Activity
        return kind(
            id=self._ledger.id(kind.noun, title), title=title, area=found.area, date=date, printed=item.text,
            open_ended=OPEN_END.search(item.text) is not None,
            footnote_refs=self._ledger.footnote_refs(item.footnotes),
            sources=self._ledger.sources(found.place, found.section), discrepancies=tuple(doubts),
        )  # fmt: skip

    # -- offers -----------------------------------------------------------------------------

    def offers(self) -> Offers:
        """Return all offers, and their themes in the order of the document."""
        themes: dict[str, Theme] = {}
        made = []
        for found in self._found.offers:
            theme = self._theme(found, themes) if found.theme else None
            made.append(self._offer(found, theme))
        return Offers(offers=tuple(made), themes=tuple(themes.values()))

    def _theme(self, found: FoundOffer, themes: dict[str, Theme]) -> str:
        title = without_footnote_marks(clean(found.theme or ""))[0]
        key = folded(title)
        if key not in themes:
            themes[key] = Theme(
                id=self._ledger.id("theme", title), title=title, printed=clean(found.theme or ""),
                sources=self._ledger.sources(found.place, found.section),
            )  # fmt: skip
        return themes[key].id

    def _offer(self, found: FoundOffer, theme: str | None) -> Offer:
        title, notes = without_footnote_marks(clean(found.title))
        ident = self._ledger.id("offer", title)
        subject = Subject(
            scope=title,
            place=found.place,
            section=found.section,
            address=f"offer/{ident}",
            attribute="contacts",
        )
        contacts, doubts = self._register.involvements(found.columns.get("contacts", []), subject)
        if found.joined_at is not None:
            doubts = [*doubts, self._continued(found.joined, evolve(subject, place=found.joined_at))]
        groups = [item.text for item in items_of(found.columns.get("target_groups", []))]
        return Offer(
            id=ident, title=title, theme_ref=theme, printed=clean(found.title), contacts=contacts,
            description=_text(found, "description"), location=_text(found, "location"), fee=_text(found, "fee"),
            url=_text(found, "url"), note=_text(found, "note"),
            target_group_refs=self._groups.refs(groups, evolve(subject, attribute="target_group_refs")),
            inferred=("contacts",) if found.joined_at else (),
            footnote_refs=self._ledger.footnote_refs(notes),
            sources=self._ledger.sources(found.place, found.section), discrepancies=tuple(doubts),
        )  # fmt: skip

    # -- timeline ---------------------------------------------------------------------------

    def timeline(self, measures: Sequence[Measure]) -> Timeline | None:
        """Return the timeline, its rows linked to the measures of the same title."""
        if not self._found.timeline:
            return None
        titles = [measure.title for measure in measures if measure.title]
        rows = tuple(self._row(row, measures, titles) for row in self._found.timeline)
        return Timeline(years=self._found.timeline_years, rows=rows)

    def _row(self, row: FoundTimelineRow, measures: Sequence[Measure], titles: Sequence[str]) -> TimelineRow:
        title, notes = without_footnote_marks(clean(row.title))
        ident = self._ledger.id("timeline_row", title)
        sources = self._ledger.sources(row.place, row.section)
        is_exact = exact_match(title, titles) is not None
        known = best_match(title, titles)
        measure = next((each for each in measures if known is not None and each.title == known), None)
        doubts: list[Discrepancy] = []
        if measure is not None and not is_exact:
            said = message("the row was taken for the measure '{title}'", title=measure.title)
            subject = Subject(
                scope=row.section.text if row.section else "",
                place=row.place,
                section=row.section,
                address=f"timeline_row/{ident}",
                attribute="measure_ref",
            )
            doubts.append(self._ledger.doubt(DoubtCode.JOINED, said, subject, Reading(title, measure.address)))
        missing = None if row.years else "Die Jahre dieser Zeile sind im Dokument nicht als Text markiert."
        return TimelineRow(
            id=ident, title=title, printed=clean(row.title), measure_ref=measure.id if measure else None,
            inferred=("measure_ref",) if measure else (), years=row.years, missing=missing, sources=sources,
            footnote_refs=self._ledger.footnote_refs(notes), discrepancies=tuple(doubts),
        )  # fmt: skip


def _text(found: FoundOffer, column: str) -> str | None:
    lines: list[Line] = found.columns.get(column, [])
    return text_of(lines) or None
