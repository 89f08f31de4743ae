"""Pages of a site about one element: a field of action, an indicator, an actor; and what was decided."""

from collections.abc import Iterable, Iterator

from integrationskonzept.blocks.tree import (
    Block,
    Chapter,
    Content,
    Definition,
    DefinitionList,
    ElementLink,
    Item,
    ItemList,
    TableColumn,
    TextTable,
    listed,
)
from integrationskonzept.documents.evaluation_parts import indicator_table
from integrationskonzept.documents.record import Account
from integrationskonzept.documents.report.compact import compact
from integrationskonzept.documents.report.fact_sheet import FactSheets
from integrationskonzept.documents.report.fields import measures_by_field, status_table
from integrationskonzept.documents.titles import link, title_attribute, title_of
from integrationskonzept.evaluation.evaluation import ConceptEvaluation
from integrationskonzept.evaluation.progress import IndicatorProgress
from integrationskonzept.i18n.messages import label, message
from integrationskonzept.model.actor import Actor
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.edition import Decision
from integrationskonzept.model.element import Addressed
from integrationskonzept.model.field_of_action import FieldOfAction
from integrationskonzept.model.format_value import value_message
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.tree import iter_path


def field_blocks(evaluation: ConceptEvaluation, field: FieldOfAction) -> tuple[Block, ...]:
    """Return what is stated of a field of action, its goals, and the table of its measures."""
    account = Account(evaluation.concept, with_addresses=False)
    chapters = [
        Chapter(chapter.title, tuple(each for each in chapter.blocks if not _is_measure(each)), chapter.address)
        for chapter in account.contained(field)
    ]
    own = [measures for _, address, measures in measures_by_field(evaluation) if address == field.address and measures]
    tables = [Chapter(label("measures"), compact((status_table(measures),))) for measures in own]
    return (
        *compact(_stated(account, field)),
        *(chapter for chapter in chapters if chapter.blocks),
        *tables,
    )


def _is_measure(block: Block) -> bool:
    return isinstance(block, Chapter) and (block.address or "").startswith(f"{Measure.noun}/")


def indicator_blocks(evaluation: ConceptEvaluation, one: IndicatorProgress, language: str) -> tuple[Block, ...]:
    """Return the values of an indicator beside its target, what it belongs to, and what is stated of it."""
    concept = evaluation.concept
    element = concept.index[one.address][1]
    account = Account(concept, with_addresses=False)
    around = concept.parent(one.address)
    told = [one] if one.baseline or one.latest or one.target else []
    picture = FactSheets(evaluation, language).picture
    return (
        *([DefinitionList([Definition(message("belongs to"), _link(around))])] if around is not None else []),
        *(compact((indicator_table(told, concept, evaluation.today, picture),)) if told else ()),
        *compact(_stated(account, element)),
    )


def actor_blocks(concept: Concept, actor: Actor) -> tuple[Block, ...]:
    """Return what is stated of an actor, and everything in which it takes part."""
    blocks = [*compact(_stated(Account(concept, with_addresses=False), actor))]
    for name, elements in _parts_of(concept, actor.address):
        items = ItemList([Item((_link(each),)) for each in elements])
        title = message("Actors that are part of it") if name == "part_of" else label(name)
        blocks.append(Chapter(title, items))
    return tuple(blocks)


def _parts_of(concept: Concept, address: str) -> Iterator[tuple[str, list[Addressed]]]:
    """Yield the attributes by which elements name an actor, and the elements."""
    found: dict[str, dict[str, Addressed]] = {}
    for each in concept.links:
        if each.address != address:
            continue
        around = next(one for one in reversed([*iter_path(concept, each.path[:-1])]) if isinstance(one, Addressed))
        attributes = [step for step in each.path if isinstance(step, str)]
        is_record = not isinstance(each.record, Addressed)
        found.setdefault(attributes[-2 if is_record else -1], {})[around.address] = around
    for name, elements in found.items():
        yield name, [*elements.values()]


def decided_table(decisions: Iterable[Decision], concept: Concept) -> TextTable:
    """Return the decisions of the committees, the latest first."""
    columns = (
        TableColumn(label("date"), priority=0),
        TableColumn(label("body"), priority=1),
        TableColumn(label("decision"), priority=0),
        TableColumn(label("result"), priority=0),
        TableColumn(message("concerns"), priority=2),
    )
    rows = sorted(decisions, key=lambda one: str(one.date or ""), reverse=True)
    return TextTable(columns, [_decided(one, concept) for one in rows])


def _decided(one: Decision, concept: Concept) -> tuple[Content, ...]:
    around = concept.parent(one.address)
    named = (one.number, one.title or one.text)
    return (
        (value_message(one.date),) if one.date else (),
        (one.body,) if one.body else (link(concept, f"actor/{one.body_ref}"),) if one.body_ref else (),
        listed(text for text in named if text),
        (value_message(one.result),) if one.result else (),
        (_link(around),) if around is not None else (),
    )


def _stated(account: Account, element: Addressed) -> tuple[Block, ...]:
    return account.definitions(element, covers=frozenset(filter(None, (title_attribute(element), "number"))))


def _link(element: Addressed) -> ElementLink:
    return ElementLink(title_of(element), element.address)
