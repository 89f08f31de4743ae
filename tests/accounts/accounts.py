"""Every kind of document that is made of the bundled towns."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import integrationskonzept as ik
from integrationskonzept.blocks.account import HasBlocks
from integrationskonzept.blocks.tree import Block, Document
from integrationskonzept.comparison.compare import compare
from integrationskonzept.documents import report as parts
from integrationskonzept.documents.concept import element_document, overview_document, whole_document
from integrationskonzept.documents.findings import report_document
from integrationskonzept.documents.status_report import Order, Selection, evaluation_document
from integrationskonzept.evaluation.agenda import due
from integrationskonzept.evaluation.evaluation import ConceptEvaluation, evaluate
from integrationskonzept.evaluation.schedule import schedule
from integrationskonzept.model.element import Element
from integrationskonzept.model.tree import walk
from integrationskonzept.plugins.account import plugins_document
from integrationskonzept.plugins.host import default_host
from integrationskonzept.portfolio.reading import read_portfolio
from integrationskonzept.portfolio.tables import tables

TOWNS = ("musterstadt-2025", "musterstadt-2027", "sachsenheim")
EARLIER, TODAY = date(2026, 6, 1), date(2027, 11, 27)
_FILES = Path(ik.__file__).parent / "concepts"


@cache
def town_documents(name: str, language: str) -> dict[str, Document]:
    """Return the documents about a bundled town, by what they tell of."""
    concept = ik.concept(name)
    evaluation = evaluate(concept, TODAY)
    report = ik.check(concept)
    frames = tables(concept)
    results: dict[str, HasBlocks] = {
        "concept": concept,
        "evaluation": evaluation,
        "totals": evaluation.totals,
        "schedule": schedule(concept, TODAY),
        "agenda": due(concept, EARLIER, TODAY),
        "check": report,
        "tables": frames,
        "since": evaluation.snapshot().compare(evaluate(concept, EARLIER).snapshot()),
    }
    results |= {f"field {one.address}": one for one in evaluation.fields}
    results |= {f"progress {one.address}": one for one in evaluation.measures[:5]}
    results |= {f"progress {one.address}": one for one in evaluation.indicators[:5]}
    results |= {f"finding {number}": one for number, one in enumerate(report.findings[:5])}
    results |= {f"table {title}": frame for title, frame in frames.items()}
    found = {kind: result.blocks(language) for kind, result in results.items()}
    found["everything"] = whole_document(concept, language)
    found["overview"] = overview_document(concept, language)
    found["places"] = report_document(report, language, all_places=True)
    found["by lead"] = evaluation_document(evaluation, language, order=Order.LEAD)
    found["report"] = Document(title="Bericht", blocks=report_parts(evaluation, language), language=language)
    found["overdue"] = evaluation_document(evaluation, language, only=Selection.OVERDUE)
    for element in one_of_each_class(name):
        found[f"element {element.address}"] = element_document(element, language, concept)
    return found


def report_parts(evaluation: ConceptEvaluation, language: str) -> Iterator[Block]:
    """Yield the parts of a report."""
    sheets = parts.FactSheets(evaluation, language)
    yield from parts.field_chapters(evaluation)
    yield from (sheets.chapter(one, new_page=True) for one in evaluation.measures)
    yield parts.changes_chapter(evaluate(evaluation.concept, EARLIER), evaluation)
    yield parts.coverage_chapter(evaluation)
    yield parts.sources_chapter(evaluation.concept)


@cache
def other_documents(language: str) -> dict[str, Document]:
    """Return the documents about several concepts, and about plugins."""
    concepts = [ik.concept(name) for name in TOWNS]
    portfolio = read_portfolio(_FILES)
    return {
        "comparison": compare(*concepts[:2]).blocks(language),
        "portfolio": portfolio.blocks(language),
        "plugins": plugins_document(default_host().plugins(), language),
        "several towns": tables(*concepts).blocks(language),
    }


def one_of_each_class(name: str) -> Iterator[Element]:
    """Yield the first element of each class of a concept."""
    seen: set[type] = set()
    for _, element in walk(ik.concept(name), Element):
        if type(element) not in seen:
            seen.add(type(element))
            yield element


def every_document(language: str) -> Iterator[tuple[str, Document]]:
    """Yield every document with its name."""
    for name in TOWNS:
        yield from ((f"{name}: {kind}", document) for kind, document in town_documents(name, language).items())
    yield from other_documents(language).items()
