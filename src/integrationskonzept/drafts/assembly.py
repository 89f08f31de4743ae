"""Assembly of a draft: the concept made from what was recognised, with its doubts."""

from pathlib import PurePath

from attrs import evolve

from integrationskonzept.drafts.actors import Register
from integrationskonzept.drafts.cover import Town, as_of_in, period_in, title_in, town_in, town_of
from integrationskonzept.drafts.draft import DoubtCode, Draft
from integrationskonzept.drafts.fields import NO_FIELD, Fields
from integrationskonzept.drafts.found import Found
from integrationskonzept.drafts.inventory import Inventory
from integrationskonzept.drafts.layout import DocumentLayout
from integrationskonzept.drafts.ledger import Ledger, Reading, Subject, spelled_id
from integrationskonzept.drafts.measures import MeasureBuilder, usually_marked
from integrationskonzept.drafts.problems import unreadable
from integrationskonzept.drafts.recognition import recognise
from integrationskonzept.drafts.remainder import doubts_of_labels, doubts_of_rest, recognised_in
from integrationskonzept.drafts.status import StatusScale
from integrationskonzept.drafts.tree import DocumentTree
from integrationskonzept.drafts.values import ValueReader
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.dates import Span
from integrationskonzept.model.edition import Edition
from integrationskonzept.model.field_of_action import FieldOfAction, Overarching
from integrationskonzept.model.municipality import Municipality
from integrationskonzept.model.provenance import Citation
from integrationskonzept.model.source_document import Footnote

_UNKNOWN_TOWN = "(unbekannt)"


def draft_of(tree: DocumentTree, layout: DocumentLayout, file: str = "") -> Draft:
    """Return the draft of a concept that a document contains; `file` is its name.

    Raises:
        InvalidConceptError: The document holds no text.
    """
    if tree.is_empty:
        raise unreadable(
            message("the document holds no text"),
            message("if it is a scan, have its text recognised (OCR), save it again, and read the new file"),
        )
    return Assembly(recognise(tree, layout), layout, file).draft()


class Assembly:
    """Makes the concept of one document."""

    def __init__(self, found: Found, layout: DocumentLayout, file: str) -> None:
        self._found = found
        self._layout = layout
        self._name = PurePath(file).name
        self._file = PurePath(file).stem
        self._ledger = Ledger()
        self._ledger.footnotes = frozenset(found.footnotes)
        self._register = Register(self._ledger)
        self._as_of = as_of_in(found.opening)
        self._scale = StatusScale(self._ledger, self._as_of[0] if self._as_of else None)
        self._reader = ValueReader(self._ledger, self._register, self._scale, usually_marked(found.measures))

    def draft(self) -> Draft:
        """Return the concept and the doubts."""
        found, ledger = self._found, self._ledger
        builder = MeasureBuilder(ledger, self._reader)
        measures = [builder.build(each) for each in found.measures]
        inventory = Inventory(ledger, self._register, found, self._reader.groups)
        fields = Fields(ledger, found)
        by_field = fields.built()
        parts = inventory.activities(fields)
        for each, measure in zip(found.measures, measures, strict=True):
            parts.of(fields.key(each.field_of_action)).measures.append(measure)
        offers = inventory.offers()
        timeline = inventory.timeline(measures)
        discrepancies = [*doubts_of_labels(ledger, found, measures), *doubts_of_rest(ledger, found, measures)]
        rest = parts.of(NO_FIELD).attributes()
        filled = [evolve(field, **parts.of(key).attributes()) for key, field in by_field.items()]
        concept = evolve(
            self._frame(),
            themes=offers.themes,
            offers=offers.offers,
            overarching=Overarching(**rest) if any(rest.values()) else None,
            fields_of_action=tuple(field for field in filled if _is_field(field)),
            timeline=timeline,
            discrepancies=tuple(discrepancies),
        )
        concept = evolve(
            concept,
            horizons=self._reader.frames.horizons,
            status_scale=self._scale.levels,
            target_groups=self._reader.groups.groups,
            actors=self._register.actors,
            sections=ledger.sections(found.headings),
        )
        return Draft(concept=concept, doubts=ledger.doubts(), recognised=recognised_in(found))

    def _frame(self) -> Concept:
        """Return the concept with what the first pages say, and its footnotes."""
        found, layout = self._found, self._layout
        title = layout.title or title_in(found.opening) or found.title
        texts = [title or "", *found.opening, *(heading.text for heading in found.headings)]
        town = town_of(layout.town) if layout.town else town_in(texts)
        period = period_in(title or "")
        name = town.name.partition(" ")[2] or town.name if town else self._file
        return Concept(
            id=spelled_id(name, "konzept"),
            title=title or self._file or "Integrationskonzept",
            printed=title,
            inferred=() if title else ("title",),
            sources=(Citation(text=self._name),) if self._name else (),
            municipality=self._municipality(town),
            edition=Edition(as_of=self._as_of[0], printed=self._as_of[1]) if self._as_of else Edition(),
            period=Span(start=period[0], end=period[1]) if period else Span(),
            footnotes=tuple(
                Footnote(
                    id=f"fn-{number}",
                    number=number,
                    text=text,
                    printed=text,
                    sources=self._ledger.sources(place, None),
                )
                for number, (text, place) in sorted(found.footnotes.items())
            ),
        )

    def _municipality(self, town: Town | None) -> Municipality:
        if town is not None:
            return Municipality(name=town.name, kind=town.kind, inferred=("kind",) if town.kind else ())
        said = message("the name of the municipality was not recognised; a layout can say it")
        reading = Reading(alternatives=('town = "Stadt Musterstadt"',))
        doubt = self._ledger.doubt(DoubtCode.UNREAD, said, Subject(attribute="name"), reading)
        return Municipality(name=_UNKNOWN_TOWN, inferred=("name",), discrepancies=(doubt,))


def _is_field(field: FieldOfAction) -> bool:
    """Return whether a field has content, or a head of its own in the document."""
    return bool(field.measures or field.activities or field.action_days) or field.printed != field.title
