"""The chapters of a report, by its kind and by those for whom it is made."""

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from integrationskonzept import Concept, ConceptEvaluation, Message, OptionError, UnknownElementError, evaluate
from integrationskonzept.blocks import Block, Chapter, Definition, DefinitionList, Document, Paragraph
from integrationskonzept.documents import figures
from integrationskonzept.documents import report as parts
from integrationskonzept.evaluation import latest_day
from integrationskonzept.plugins.kit import document_language, in_language_of, value_message
from integrationskonzept_report.i18n import message
from integrationskonzept_report.logo import read_logo
from integrationskonzept_report.options import Audience, Kind, Options
from integrationskonzept_report.report import Report

_NO_DAY = date(2000, 1, 1)
"""Day of the evaluation of a concept that states no day: its report bears none."""


def assemble(concept: Concept, options: Options) -> Report:
    """Return the report that the options ask for.

    Raises:
        OptionError: A comparison without a previous concept, a file that cannot be read, or an id that the concept
            does not have.
    """
    concept = in_language_of(concept, options.catalogue)
    public = concept.public()
    is_public = options.audience is Audience.PUBLIC or concept == public  # then nobody asked for what is internal
    seen = public if is_public else concept
    previous = options.previous and in_language_of(options.previous, options.catalogue)
    previous = previous.public() if previous and is_public else previous
    today = options.today or latest_day(seen)
    language = document_language(seen, options.language)
    town = seen.municipality.name
    builder = _Assembly(
        options=options,
        before=_before(seen, previous, options),
        now=evaluate(seen, today or _NO_DAY),
        language=language,
        address=_address(seen, options),
    )
    title = _TITLES[options.kind]
    day = value_message(today)
    subtitle = message("{title}; as of {day}", title=seen.title, day=day) if today else seen.title
    return Report(
        document=Document(title=builder.title(title), blocks=tuple(builder.blocks()), language=language),
        subtitle=subtitle,
        running=message("{report}, {town}, as of {day}", report=title, town=town, day=day) if today else title,
        town=town,
        today=today,
        letterhead=options.letterhead or (town,),
        logo=read_logo(options.logo, town),
        number=options.number,
    )


_TITLES = {
    Kind.STATUS: message("Status report"),
    Kind.CONCEPT: message("Integration concept"),
    Kind.FACT_SHEETS: message("Fact sheets of the measures"),
    Kind.COMPARISON: message("What changed"),
}


def _before(concept: Concept, previous: Concept | None, options: Options) -> ConceptEvaluation | None:
    """Return the evaluation at the last report, where the options tell of one."""
    if previous is None and options.previous_day is None:
        if options.kind is Kind.COMPARISON:
            raise OptionError(
                message(
                    "the kind 'comparison' needs the concept as it was (-o previous=FILE) or the day of the last report"
                    " (-o previous_day=2026-06-30)"
                )
            )
        return None
    then = previous or concept
    return evaluate(then, options.previous_day or latest_day(then) or _NO_DAY)


def _address(concept: Concept, options: Options) -> str | None:
    """Return the address of the field of action or measure that the report is limited to."""
    try:
        if options.measure is not None:
            return concept.measure(options.measure).address
        if options.field_of_action is not None:
            return concept.field_of_action(options.field_of_action).address
    except UnknownElementError as error:
        raise OptionError(error.args[0]) from error
    return None


@frozen(kw_only=True)
class _Assembly:
    """Puts the chapters of a report together."""

    options: Options
    before: ConceptEvaluation | None
    now: ConceptEvaluation
    language: str
    address: str | None
    """Address of the field of action or measure that the report is limited to."""

    def title(self, title: Message) -> Message:
        """Return the title of the report, with that of the element it is limited to."""
        if self.address is None:
            return title
        element = self.now.concept.element(self.address)
        return message("{title}: {element}", title=title, element=parts.title_of(element))

    def blocks(self) -> Iterator[Block]:
        """Yield the chapters of the report."""
        match self.options.kind:
            case Kind.STATUS:
                yield from self._status()
            case Kind.FACT_SHEETS:
                yield from self._fact_sheets(first=True)
            case Kind.CONCEPT:
                yield from self._concept()
        if self.options.kind is Kind.COMPARISON and self.before is not None:
            yield from self._changes(self.before).blocks

    @property
    def _shown(self) -> ConceptEvaluation:
        """The evaluation of what the report is limited to."""
        return self.now if self.address is None else parts.limited(self.now, self.address)

    def _status(self) -> Iterator[Block]:
        shown, for_council = self._shown, self.options.audience is Audience.COUNCIL
        if for_council:
            yield self._for_decision()
        yield self._overview(shown)
        yield Chapter(message("The fields of action"), parts.field_chapters(shown), new_page=True)
        if shown.indicators:
            yield Chapter(message("The indicators"), tuple(self._indicators(shown)))
        if self.before is not None:
            yield self._changes(self.before)
        yield self._unknown(shown, for_council=for_council)
        yield from self._fact_sheets(first=False)
        yield parts.sources_chapter(shown.concept)

    def _for_decision(self) -> Chapter:
        """Return what the council has to decide, on the first page."""
        found = parts.decisions_within(self.now, self.address)
        return Chapter(message("For decision"), (*self._facts(), *parts.decision_chapter(found).blocks))

    def _facts(self) -> list[Block]:
        """Return the period of the concept and its next evaluation, as far as they are known."""
        concept, review = self.now.concept, self.now.next_review
        facts: list[Definition] = []
        if concept.period.start or concept.period.end:
            facts.append(Definition(message("period"), value_message(concept.period)))
        if review is not None and review.due.value is not None:
            facts.append(Definition(message("next evaluation"), value_message(review.due.value)))
        return [DefinitionList(facts)] if facts else []

    def _overview(self, shown: ConceptEvaluation) -> Chapter:
        pictures = (*figures.overview(shown, self.language), *figures.timeline(shown, self.language))
        return Chapter(message("Overview"), (parts.totals_list(shown.totals), *pictures))

    def _indicators(self, shown: ConceptEvaluation) -> Iterator[Block]:
        """Yield the indicators of which a value or a target is stated, and the number of the others."""
        told = [one for one in shown.indicators if one.baseline or one.latest or one.target]
        if told:
            yield from parts.compact((parts.indicator_table(told, shown.concept, shown.today, self._sheets.picture),))
        if others := len(shown.indicators) - len(told):
            yield Paragraph(message("Indicators without baseline, value and target: {count}", count=others))

    def _changes(self, before: ConceptEvaluation) -> Chapter:
        in_full = self.options.kind is Kind.COMPARISON
        return parts.changes_chapter(before, self.now, self.address, in_full=in_full)

    def _unknown(self, shown: ConceptEvaluation, *, for_council: bool) -> Chapter:
        chapter = parts.coverage_chapter(shown)
        if not for_council:
            return chapter
        more = [parts.question_chapter(shown.questions)] if shown.questions else []
        more += [parts.collection_chapter(shown)] if shown.to_collect else []
        return Chapter(chapter.title, (*chapter.blocks, *parts.compact(more)))

    @property
    def _sheets(self) -> parts.FactSheets:
        return parts.FactSheets(self.now, self.language)

    def _fact_sheets(self, *, first: bool) -> Iterator[Block]:
        """Yield the fact sheets of each field of action; where they are the whole report, it begins with the first."""
        sheets = self._sheets
        found = [one for one in parts.measures_by_field(self._shown) if one[-1]]
        fields = [
            Chapter(title, [sheets.chapter(one) for one in measures], new_page=not first or place > 0)
            for place, (title, _, measures) in enumerate(found)
        ]
        if not fields:
            yield Paragraph(message("There is no measure."))
        if first:
            yield from fields
        elif fields:
            opening = Chapter(fields[0].title, fields[0].blocks)
            yield Chapter(message("The measures one by one"), (opening, *fields[1:]), new_page=True)

    def _concept(self) -> Iterator[Block]:
        concept = self.now.concept
        if self.address is None:
            document = parts.whole_document(concept, self.language, with_addresses=False)
        else:
            document = parts.element_document(concept.element(self.address), self.language, concept)
        yield from parts.compact(document.blocks)
