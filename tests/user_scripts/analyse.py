# pyright: strict
"""A script of a user, checked by type checkers: every call of the front door."""

from datetime import date
from pathlib import Path

import integrationskonzept as ik
from integrationskonzept.errors import InvalidConceptError, UnknownElementError
from integrationskonzept.evaluation import ConceptEvaluation, Verdict
from integrationskonzept.model import Involvement, Measure, Statement
from integrationskonzept.rules import CheckReport


def titles(concept: ik.Concept) -> dict[str, str]:
    """Return the titles of measures by address."""
    return {measure.address: measure.display_title for measure in concept.measures}


def add_lead(concept: ik.Concept, measure: Measure, actor: str) -> ik.Concept:
    """Return the concept with one lead more."""
    return ik.replace(concept, measure, leads=(*measure.leads, Involvement(actor_refs=(actor,))))


def main(folder: Path, today: date) -> list[str]:
    """Check, change, evaluate and export a concept."""
    concept = ik.concept("sachsenheim")
    report: CheckReport = ik.check(concept, profile="council")
    said = [finding.text("de") for finding in report.findings if finding.severity is ik.Severity.ERROR]
    first = concept.measures[0]
    changed = add_lead(concept, first, concept.actors[0].id)
    changed = ik.replace(changed, first.address, target_state=(Statement(text="Alle Kurse sind besetzt."),))
    evaluation: ConceptEvaluation = ik.evaluate(changed, today=today)
    overdue = [one for one in evaluation.measures if one.schedule.overdue.verdict is Verdict.YES]
    said += [f"{one.measure.address}: {one.schedule.overdue}" for one in overdue]
    said += [str(change) for change in ik.compare(concept, changed).changes]
    for path in ik.export(changed, "datapackage").write_to(folder):
        said.append(path.name)
    try:
        ik.loads("schema: 2", "yaml")
    except InvalidConceptError as error:
        said += [finding.text() for finding in error.findings]
    try:
        concept.measure("gibt-es-nicht")
    except UnknownElementError as error:
        said.append(str(error))
    agenda = ik.due(concept, today, today.replace(year=today.year + 1))
    said += [one.title for one in agenda.items]
    return [*said, *titles(changed).values()]
