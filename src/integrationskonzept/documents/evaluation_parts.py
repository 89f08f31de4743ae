"""Parts of an evaluation: totals, fields of action, measures, indicators and open questions."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from integrationskonzept.blocks.tree import (
    Block,
    Chapter,
    Content,
    Definition,
    DefinitionList,
    Document,
    ElementLink,
    Emphasis,
    Inline,
    Item,
    ItemList,
    Marked,
    Paragraph,
    SmallPicture,
    StatusMark,
    Symbol,
    TableColumn,
    TextTable,
    joined,
    listed,
)
from integrationskonzept.documents.record import Account, paragraphs
from integrationskonzept.documents.record_lines import line
from integrationskonzept.documents.titles import counted_title, pursuit_mark, status_mark, title_of
from integrationskonzept.evaluation.answer import Answer, verdict_word
from integrationskonzept.evaluation.current_status import pursuit
from integrationskonzept.evaluation.evaluation import FieldEvaluation
from integrationskonzept.evaluation.open_items import Question
from integrationskonzept.evaluation.progress import IndicatorProgress
from integrationskonzept.evaluation.schedule import ConceptSchedule
from integrationskonzept.evaluation.targets import TargetResult
from integrationskonzept.evaluation.totals import MeasureEvaluation, Totals
from integrationskonzept.i18n.formatting import percent
from integrationskonzept.i18n.languages import DEFAULT_LANGUAGE
from integrationskonzept.i18n.messages import Message, label, message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.format_value import list_message, value_message
from integrationskonzept.model.measure import Measure

_EXAMPLES = 3
"""Maximum number of examples for a question that concerns several elements."""


def totals_list(totals: Totals) -> ItemList:
    """Return totals as a list of sentences."""
    states = totals.targets
    return ItemList(
        (
            message("Status of the measures: {statuses}", statuses=value_message(totals.statuses)),
            message("Overdue: {tally}", tally=value_message(totals.overdue)),
            message("Behind schedule: {tally}", tally=value_message(totals.behind_schedule)),
            message("Targets of the indicators: {states}", states=target_words(states)),
            message("Progress of the indicators: {shares}", shares=value_message(totals.overview.shares)),
            message(
                "Indicators with a baseline: {baselines}; with a value: {values}; with a target: {targets}",
                baselines=value_message(totals.overview.baselines),
                values=value_message(totals.overview.values),
                targets=value_message(totals.overview.targets),
            ),
        )
    )


def target_words(states: Mapping[TargetResult, int]) -> Message:
    """Return the numbers of targets by state in words."""
    said = (message("{count} {status}", count=states[one], status=one.word) for one in TargetResult if states.get(one))
    return list_message(said) if states else message("none stated")


def field_chapter(field: FieldEvaluation, concept: Concept | None, today: date | None = None) -> Chapter:
    """Return a field of action: its measures, its own indicators and its sub-fields."""
    blocks: list[Block] = [*measure_blocks(field.measures, concept, today)]
    if field.indicators:
        blocks.append(indicator_table(field.indicators, concept, today))
    blocks += [field_chapter(inner, concept, today) for inner in field.sub_fields]
    entry = concept.index.get(field.address) if concept else None
    return Chapter(title_of(entry[1]) if entry else field.title, tuple(blocks), field.address)


def measure_blocks(
    measures: Sequence[MeasureEvaluation], concept: Concept | None, today: date | None
) -> Iterator[Block]:
    """Yield the table of measures, what was reported of them, and the table of their indicators."""
    if measures:
        yield measure_table(measures)
    reports = [item for one in measures if (item := _report(one, concept))]
    if reports:
        yield ItemList(reports)
    indicators = [progress for one in measures for progress in one.indicators]
    if indicators:
        yield indicator_table(indicators, concept, today)


def measure_table(measures: Iterable[MeasureEvaluation]) -> TextTable:
    """Return measures with lead, plan, status, and whether they are overdue and meet their targets."""
    columns = (
        TableColumn(label("measure"), priority=0),
        TableColumn(label("leads"), priority=2),
        TableColumn(message("planned"), priority=3),
        TableColumn(message("status"), priority=0),
        TableColumn(message("overdue"), priority=1),
        TableColumn(message("targets"), priority=4),
    )
    return TextTable(columns, [_measure(one) for one in measures])


def _measure(one: MeasureEvaluation) -> tuple[Content, ...]:
    schedule = one.schedule
    return (
        (ElementLink(title_of(one.measure), one.address),),
        listed(one.lead),
        derived_value(schedule.planned),
        (status_mark(schedule.pursuit, schedule.reported),),
        (verdict_mark(schedule.overdue),),
        (target_words(one.targets),) if one.targets else (),
    )


def derived_value(found: Any) -> Content:
    """Return a value, marked where it is derived; that none is stated where it is not known."""
    if found.value is None:
        return (message("not stated"),)
    if found.basis == "derived":
        return (value_message(found.value), " ", Marked(message("(derived)"), Emphasis.QUIET))
    return (value_message(found.value),)


def verdict_mark(answer: Answer) -> Inline:
    """Return the word for whether something is overdue, with its sign if it is."""
    word = verdict_word(answer.verdict)
    return StatusMark(word, Symbol.OVERDUE) if answer.is_yes else word


def _report(one: MeasureEvaluation, concept: Concept | None) -> Item | None:
    """Return what was last reported of a measure, what comes next and what it costs; None where nothing is stated."""
    entry, account, said = one.schedule.reported.entry, Account(concept), []
    if not one.schedule.pursuit.stands:
        said.append(Definition(message("status"), value_message(one.schedule.pursuit)))
    if entry is not None:
        for name in ("report", "status_reason", "outlook"):
            if text := getattr(entry, name):
                first, *others = paragraphs(text)
                said.append(Definition(label(name), first, tuple(map(Paragraph, others))))
        texts = ((name, getattr(entry, name)) for name in ("obstacles", "risks"))
        said += [Definition(label(name), joined((each.text for each in found), "; ")) for name, found in texts if found]
    if step := next_step(one.measure):
        said.append(Definition(message("next step"), step))
    if one.measure.cost is not None:
        item = account.item(one.measure.cost)
        said.append(Definition(label("cost"), item.content, item.below))
    if not said:
        return None
    return Item(Marked(one.title), DefinitionList(said))


def next_step(measure: Measure) -> Content:
    """Return the first step that is not done, with its deadline; nothing where there is none."""
    step = next((each for each in measure.steps if each.done_on is None), None)
    if step is None:
        return ()
    due: Content = (" (", message("by {day}", day=value_message(step.due)), ")") if step.due else ()
    return (step.title, *due)


def indicator_table(
    indicators: Iterable[IndicatorProgress],
    concept: Concept | None,
    today: date | None = None,
    picture: Callable[[IndicatorProgress], SmallPicture | None] = lambda _: None,
) -> TextTable:
    """Return the progress of indicators, their values with units.

    Args:
        indicators: The indicators.
        concept: The concept, which says whether the measure or goal around an indicator is still pursued.
        today: The day for which it says so; without it every report counts.
        picture: The picture of the values of an indicator, beside the latest one.
    """
    columns = (
        TableColumn(label("indicator"), priority=0),
        TableColumn(message("baseline"), priority=3),
        TableColumn(message("latest"), priority=0),
        TableColumn(message("target"), priority=1),
        TableColumn(message("progress"), numeric=True, priority=4),
        TableColumn(message("target met"), priority=2),
    )
    return TextTable(columns, [_indicator(one, concept, today, picture(one)) for one in indicators])


def _indicator(
    one: IndicatorProgress, concept: Concept | None, today: date | None, picture: SmallPicture | None
) -> tuple[Content, ...]:
    def said(record: Any) -> Content:
        found = line(record, concept, one.unit) if record is not None else None
        return found.content if found else ()

    return (
        _indicator_title(one, concept, today),
        said(one.baseline),
        (*(said(one.latest) or ((one.missing,) if one.missing else ())), *((" ", picture) if picture else ())),
        said(one.target),
        () if one.share.value is None else (percent(one.share.value),),
        (one.final.standing,) if one.final else (message("no target is stated"),),
    )


def _indicator_title(one: IndicatorProgress, concept: Concept | None, today: date | None) -> Content:
    """Return the title of an indicator, with the state of its measure or goal if that is no longer pursued."""
    around = concept.parent(one.address) if concept else None
    found = pursuit(around, concept, today) if around is not None and concept else None
    if found is None or found.stands:
        return (ElementLink(one.title, one.address),)
    return (ElementLink(one.title, one.address), " (", pursuit_mark(found), ")")


def question_chapter(questions: Iterable[Question]) -> Chapter:
    """Return the table of open questions, one row for equal questions."""
    groups: dict[str, list[Question]] = {}
    for question in questions:
        groups.setdefault(question.what.text(), []).append(question)
    ordered = sorted(groups.values(), key=len, reverse=True)
    rows = [(found[0].what, str(len(found)), _examples(found)) for found in ordered]
    columns = (
        TableColumn(message("open"), priority=0),
        TableColumn(message("how often"), numeric=True),
        TableColumn(message("such as"), priority=2),
    )
    return Chapter(counted_title(message("Open questions"), len(rows)), TextTable(columns, rows))


def _examples(found: Sequence[Question]) -> Content:
    return listed(ElementLink(one.title, one.address) for one in found[:_EXAMPLES])


def field_document(field: FieldEvaluation, language: str | None = None) -> Document:
    """Return the evaluation of a field of action."""
    chapter = field_chapter(field, None)
    blocks = (totals_list(field.totals), *chapter.blocks)
    return Document(title=field.title, blocks=blocks, language=language or DEFAULT_LANGUAGE)


def measure_document(one: MeasureEvaluation, language: str | None = None) -> Document:
    """Return the evaluation of a measure."""
    schedule = one.schedule
    facts = DefinitionList(
        (
            Definition(label("leads"), listed(one.lead)),
            Definition(message("planned"), (*derived_value(schedule.planned), ": ", schedule.planned.rule)),
            Definition(message("status"), status_mark(schedule.pursuit, schedule.reported)),
            Definition(message("overdue"), value_message(schedule.overdue)),
            Definition(message("behind schedule"), value_message(schedule.behind_schedule)),
        )
    )
    report = _report(one, None)
    blocks: list[Block] = [facts, *(report.below if report else ())]
    if one.indicators:
        blocks.append(indicator_table(one.indicators, None))
    if one.questions:
        blocks.append(question_chapter(one.questions))
    return Document(title=one.title, blocks=blocks, language=language or DEFAULT_LANGUAGE)


def indicator_document(one: IndicatorProgress, language: str | None = None) -> Document:
    """Return the progress of an indicator."""
    blocks: list[Block] = [indicator_table((one,), None)]
    if one.cautions:
        blocks.append(ItemList(one.cautions))
    return Document(title=one.title, blocks=blocks, language=language or DEFAULT_LANGUAGE)


def totals_document(totals: Totals, language: str | None = None) -> Document:
    """Return totals over measures and indicators."""
    return Document(title=message("Totals"), blocks=totals_list(totals), language=language or DEFAULT_LANGUAGE)


def schedule_document(schedule: ConceptSchedule, language: str | None = None) -> Document:
    """Return the schedule of every measure."""
    columns = (
        TableColumn(label("measure"), priority=0),
        TableColumn(message("planned"), priority=0),
        TableColumn(message("basis"), priority=3),
        TableColumn(message("status"), priority=1),
        TableColumn(message("overdue"), priority=2),
    )
    rows = [
        (
            ElementLink(one.title, one.address),
            derived_value(one.planned),
            one.planned.rule,
            status_mark(one.pursuit, one.reported),
            verdict_mark(one.overdue),
        )
        for one in schedule.measures
    ]
    title = message("Schedule on {today}", today=value_message(schedule.today))
    return Document(title=title, blocks=TextTable(columns, rows), language=language or DEFAULT_LANGUAGE)
