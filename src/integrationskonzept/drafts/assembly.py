"""Assembly of a draft: the concept made from what was recognised, with its doubts."""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import PurePath
from typing import Any

from attrs import evolve

from integrationskonzept.drafts.actors import Owner, Register
from integrationskonzept.drafts.attributes import ATTRIBUTES, Shape
from integrationskonzept.drafts.cover import Town, as_of_in, period_in, title_in, town_in, town_of
from integrationskonzept.drafts.draft import Draft, DoubtCode, Recognised, RecognisedLabel, RecognisedTable
from integrationskonzept.drafts.found import Found, FoundField, FoundMeasure
from integrationskonzept.drafts.inventory import Inventory
from integrationskonzept.drafts.labels import Label
from integrationskonzept.drafts.layout import Layout
from integrationskonzept.drafts.ledger import Ledger, spelled_id
from integrationskonzept.drafts.matching import best_match
from integrationskonzept.drafts.recognition import recognise
from integrationskonzept.drafts.status import StatusScale
from integrationskonzept.drafts.tree import DocumentPlace, DocumentTree
from integrationskonzept.drafts.values import ValueReader
from integrationskonzept.drafts.wording import items_of
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.dates import Span
from integrationskonzept.model.edition import Edition
from integrationskonzept.model.field_of_action import FieldOfAction, Overarching
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.municipality import Municipality
from integrationskonzept.model.provenance import Discrepancy
from integrationskonzept.model.source_document import Footnote
from integrationskonzept.model.synonyms import folded

_MANY = 2
_UNTITLED = "(Titel nicht erkannt)"


def draft_of(tree: DocumentTree, layout: Layout, file: str = "") -> Draft:
    """Return the draft of a concept that a document contains; `file` is its name."""
    return Assembly(recognise(tree, layout), layout, file).draft()


class Assembly:
    """Makes the concept of one document."""

    def __init__(self, found: Found, layout: Layout, file: str) -> None:
        self._found = found
        self._layout = layout
        self._file = file
        self._ledger = Ledger()
        self._ledger.footnotes = frozenset(found.footnotes)
        self._register = Register(self._ledger)
        as_of = as_of_in(found.opening)
        self._as_of = as_of
        self._scale = StatusScale(self._ledger, as_of[0] if as_of else None)
        self._reader = ValueReader(self._ledger, self._register, self._scale, self._marked())
        self._fields: dict[int, FieldOfAction] = {}
        self._measures: dict[int, Measure] = {}
        self._discrepancies: list[Discrepancy] = []

    def _marked(self) -> frozenset[str]:
        """Return the attributes whose values have list marks in most measures."""
        marked: dict[str, int] = defaultdict(int)
        plain: dict[str, int] = defaultdict(int)
        for measure in self._found.measures:
            for value in measure.values:
                has_marks = any(line.marked for line in value.lines)
                (marked if has_marks else plain)[value.attribute or ""] += 1
        return frozenset(name for name, count in marked.items() if count >= _MANY and count > plain[name])

    def draft(self) -> Draft:
        """Return the concept and the doubts."""
        found = self._found
        fields = self._merged_fields()
        measures = [(measure, self._measure(measure)) for measure in found.measures]
        inventory = Inventory(self._ledger, self._register, found, self._reader.groups)
        activities = inventory.activities()
        offers = inventory.offers()
        built = {key: self._field(field) for key, field in fields.items()}
        by_field: dict[int, list[Measure]] = defaultdict(list)
        for measure, made in measures:
            by_field[self._key(measure.field_of_action)].append(made)
        fields_of_action = tuple(
            evolve(
                built[key], measures=tuple(by_field[key]), activities=tuple(activities.plain[key]),
                action_days=tuple(activities.days[key]),
            )  # fmt: skip
            for key, field in fields.items()
            if by_field[key] or activities.plain[key] or activities.days[key] or field.printed != field.title
        )
        overarching = None
        if by_field[0] or activities.plain[0] or activities.days[0]:
            overarching = Overarching(
                measures=tuple(by_field[0]), activities=tuple(activities.plain[0]), action_days=tuple(activities.days[0])
            )
        timeline = inventory.timeline([made for _, made in measures])
        self._doubts_of_labels(measures)
        self._doubts_of_rest()
        concept = self._concept(
            fields_of_action=fields_of_action,
            overarching=overarching,
            timeline=timeline,
            offers=offers.offers,
            themes=offers.themes,
        )
        return Draft(concept=concept, doubts=self._ledger.doubts(), recognised=recognised_in(found))

    def _concept(self, **parts: Any) -> Concept:
        """Return the concept with what the first pages say, and with every register."""
        found, layout = self._found, self._layout
        title = layout.title or title_in(found.opening) or found.title
        texts = [title or "", *found.opening, *(heading.text for heading in found.headings)]
        town = town_of(layout.town) if layout.town else town_in(texts)
        period = period_in(title or "")
        footnotes = tuple(
            Footnote(id=f"fn-{number}", number=number, text=text, printed=text, sources=self._ledger.sources(place, None))
            for number, (text, place) in sorted(found.footnotes.items())
        )
        edition = Edition()
        if self._as_of:
            edition = Edition(as_of=self._as_of[0], printed=self._as_of[1])
        municipality = self._municipality(town)
        return Concept(
            id=spelled_id(town.name.partition(" ")[2] or town.name if town else PurePath(self._file).stem, "concept"),
            title=title or PurePath(self._file).stem or "Integrationskonzept",
            printed=title,
            inferred=() if title else ("title",),
            municipality=municipality,
            edition=edition,
            period=Span(start=period[0], end=period[1]) if period else Span(),
            horizons=self._reader.frames.horizons,
            status_scale=self._scale.levels,
            target_groups=self._reader.groups.groups,
            actors=self._register.actors,
            sections=self._ledger.sections(found.headings),
            footnotes=footnotes,
            discrepancies=tuple(self._discrepancies),
            sources=self._ledger.sources(DocumentPlace(), None) if title else (),
            **parts,
        )

    def _municipality(self, town: Town | None) -> Municipality:
        if town is not None:
            return Municipality(name=town.name, kind=town.kind, inferred=("kind",) if town.kind else ())
        said = message("the name of the municipality was not recognised; a layout can say it")
        doubt = self._ledger.doubt(
            DoubtCode.UNREAD, said, place=DocumentPlace(), alternatives=('town = "Stadt Musterstadt"',), attribute="name"
        )
        return Municipality(name="(unbekannt)", inferred=("name",), discrepancies=(doubt,))

    # -- fields of action ---------------------------------------------------------------------

    def _merged_fields(self) -> dict[int, FoundField]:
        """Return the fields by identity; one that only lists activities joins the field it is most similar to."""
        with_measures = {self._identity(measure.field_of_action) for measure in self._found.measures}
        main = [field for field in self._found.fields if id(field) in with_measures]
        self._joined: dict[int, int] = {}
        self._aliases: dict[int, list[FoundField]] = defaultdict(list)
        for field in self._found.fields:
            if id(field) in with_measures:
                continue
            title = best_match(field.title, [each.title for each in main])
            used = any(activity.field_of_action is field for activity in self._found.activities)
            if title is not None and used:
                target = next(each for each in main if each.title == title)
                self._joined[id(field)] = id(target)
                self._aliases[id(target)].append(field)
        for activity in self._found.activities:
            if activity.field_of_action is not None:
                target_id = self._joined.get(id(activity.field_of_action))
                activity.field_of_action = next(
                    (each for each in main if id(each) == target_id), activity.field_of_action
                )
        return {id(field): field for field in self._found.fields if id(field) not in self._joined}

    def _identity(self, field: FoundField | None) -> int:
        return id(field) if field is not None else 0

    def _key(self, field: FoundField | None) -> int:
        return self._joined.get(self._identity(field), self._identity(field))

    def _field(self, field: FoundField) -> FieldOfAction:
        ident = self._ledger.id("field_of_action", field.title)
        sources = self._ledger.sources(field.place, field.section)
        doubts = []
        for alias in self._aliases[id(field)]:
            said = message("'{other}' was taken for the field of action '{title}'", other=alias.title, title=field.title)
            doubts.append(
                self._ledger.doubt(
                    DoubtCode.JOINED, said, place=alias.place, scope=alias.printed, quotation=alias.title,
                    taken=field.title, alternatives=(alias.title,), address=f"field_of_action/{ident}",
                    attribute="aliases", sources=self._ledger.sources(alias.place, alias.section),
                )  # fmt: skip
            )
        aliases = tuple(alias.title for alias in self._aliases[id(field)])
        return FieldOfAction(
            id=ident, title=field.title, number=field.number, printed=field.printed, sources=sources, aliases=aliases,
            inferred=("aliases",) if aliases else (), discrepancies=tuple(doubts),
        )  # fmt: skip

    # -- measures -----------------------------------------------------------------------------

    def _measure(self, measure: FoundMeasure) -> Measure:
        ident = self._ledger.id("measure", measure.title or f"massnahme {measure.number or ''}")
        address = f"measure/{ident}"
        scope = measure.title or measure.printed
        values: dict[str, Any] = {}
        extra: dict[str, str] = {}
        doubts: list[Discrepancy] = []
        inferred: list[str] = []
        if not measure.title and not measure.number:
            said = message("a measure without title; labels stand below no heading that may be one")
            doubts.append(
                self._ledger.doubt(
                    DoubtCode.UNREAD, said, place=measure.place, scope=scope, address=address, attribute="title",
                    sources=self._ledger.sources(measure.place, measure.section),
                )  # fmt: skip
            )
        for value in measure.values:
            if not value.lines:
                continue
            if value.attribute is None or ATTRIBUTES[value.attribute] in (Shape.TITLE, Shape.NUMBER, Shape.FIELD):
                _add_text(extra, value.label or value.attribute or "", " / ".join(item.text for item in items_of(value.lines)))
                continue
            owner = Owner(address, value.attribute, scope, value.place, measure.section)
            found, more = self._reader.read(value.attribute, value, owner)
            doubts += more
            for label, text in found.pop("extra", {}).items():
                _add_text(extra, label, text)
            if not value.is_sure or value.joined_at:
                inferred += [name for name in found if name != "footnote_refs"]
            for name, content in found.items():
                _merge(values, extra, name, content, value.label)
        if not measure.title and not measure.number:
            inferred.append("title")
        return Measure(
            id=ident,
            number=measure.number,
            title=measure.title or (None if measure.number else _UNTITLED),
            printed=measure.printed or None,
            inferred=tuple(dict.fromkeys(inferred)),
            sources=self._ledger.sources(measure.place, measure.section),
            discrepancies=tuple(doubts),
            extra=extra,
            **values,
        )

    # -- doubts of the document ---------------------------------------------------------------

    def _doubts_of_labels(self, measures: Sequence[tuple[FoundMeasure, Measure]]) -> None:
        """Add one doubt for each unsure wording of a label, and for each unknown one."""
        for label, count in self._unsure().items():
            concerned = [
                made.address for measure, made in measures if any(each.label == label.printed for each in measure.values)
            ]
            place = next(
                (each.place for measure, _ in measures for each in measure.values if each.label == label.printed),
                DocumentPlace(),
            )
            said = message(
                "'{label}' was read as '{attribute}', {count} times", label=label.printed, attribute=label.attribute, count=count
            )
            self._discrepancies.append(
                self._ledger.doubt(
                    DoubtCode.LABEL, said, place=place, scope=label.printed, quotation=label.printed,
                    taken=label.attribute, alternatives=label.alternatives, concerns=concerned, address="concept",
                )  # fmt: skip
            )
        for unknown, count in self._found.unlabelled.items():
            concerned = [
                made.address
                for measure, made in measures
                if any(each.attribute is None and each.label == unknown for each in measure.values)
            ]
            said = message(
                "the label '{label}' is unknown, {count} times; its text is kept under '{key}'. To read it, copy the line"
                " into [labels] of a layout, with the attribute that is meant",
                label=unknown, count=count, key=_key_of(unknown),
            )  # fmt: skip
            self._discrepancies.append(
                self._ledger.doubt(
                    DoubtCode.UNLABELLED, said, place=self._place_of(unknown), scope=unknown, quotation=unknown,
                    taken=_key_of(unknown), alternatives=(f'"{unknown}" = "description"',), concerns=concerned,
                )  # fmt: skip
            )

    def _unsure(self) -> dict[Label, int]:
        return {label: count for label, count in self._found.labels.items() if not label.is_sure}

    def _place_of(self, unknown: str) -> DocumentPlace:
        return next(
            value.place
            for measure in self._found.measures
            for value in measure.values
            if value.attribute is None and value.label == unknown
        )

    def _doubts_of_rest(self) -> None:
        """Add a doubt for each text that was not read, and for each heading whose text is not in the draft."""
        for unread in self._found.unread:
            self._discrepancies.append(
                self._ledger.doubt(
                    DoubtCode.UNREAD, message("this text has no place in the draft"), place=unread.place,
                    scope=unread.scope, quotation=unread.text, sources=self._ledger.sources(unread.place, None),
                )  # fmt: skip
            )
        if self._found.outside:
            headings = [outside.heading or outside.first[:60] for outside in self._found.outside]
            whole = self._ledger.summary(
                DoubtCode.OUTSIDE,
                message("the text below {count} headings is not in the draft: it holds nothing that was recognised", count=len(headings)),
                tuple(headings),
            )
            self._discrepancies.append(whole)
        for outside in self._found.outside:
            self._ledger.doubt(
                DoubtCode.OUTSIDE,
                message("{count} paragraphs below this heading are not in the draft", count=outside.blocks),
                place=outside.place, scope=outside.heading, quotation=outside.first,
            )  # fmt: skip


def _key_of(label: str) -> str:
    return f"x-{spelled_id(label, 'text')}"


def _add_text(extra: dict[str, str], label: str, text: str) -> None:
    key = _key_of(label)
    extra[key] = f"{extra[key]} / {text}" if key in extra else text


def _merge(values: dict[str, Any], extra: dict[str, str], name: str, content: Any, label: str) -> None:
    """Set an attribute, joined with what an earlier label gave; a second single value is kept by its label."""
    if name not in values or not values[name]:
        values[name] = content
    elif isinstance(content, tuple):
        values[name] = (*values[name], *(each for each in content if name != "target_group_refs" or each not in values[name]))
    elif isinstance(content, str):
        values[name] = f"{values[name]}\n{content}"
    else:
        text = getattr(content, "text", None) or getattr(content, "printed", None) or str(content)
        _add_text(extra, label, text)


def recognised_in(found: Found) -> Recognised:
    """Return what was recognised, for people who write a layout."""
    labels = [
        RecognisedLabel(printed=label.printed, attribute=label.attribute, count=count, is_sure=label.is_sure)
        for label, count in found.labels.most_common()
    ]
    labels += [
        RecognisedLabel(printed=printed, attribute=None, count=count, is_sure=False)
        for printed, count in found.unlabelled.most_common()
    ]
    tables = [
        RecognisedTable(header=header, kind=kind, count=count) for (kind, header), count in found.headers.items()
    ]
    return Recognised(
        labels=tuple(labels), tables=tuple(tables), headings=tuple(outside.heading for outside in found.outside)
    )
