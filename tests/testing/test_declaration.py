"""A declaration that is not kept is found by canaries in every attribute."""

from collections.abc import Sequence

import pytest

from integrationskonzept import Concept, Export, Exporter, ExportFile, message
from integrationskonzept.model import (
    ActionDay,
    Activity,
    Contact,
    Horizon,
    Involvement,
    Measure,
    Offer,
    Record,
    Schedule,
    Span,
    Term,
)
from integrationskonzept.plugins.kit import Declaration
from integrationskonzept.testing import ExporterContract, example_concept
from integrationskonzept.testing.declaration import breaches


def shown(concept: Concept) -> str:
    """Return an export with titles and themes of offers, titles and dates of activities, and what a measure is."""
    lines = [f"{offer.title} {offer.theme_ref} {offer.languages} {offer.contacts}" for offer in concept.offers]
    lines += [f"{day.title} {day.date}" for day in (*concept.activities, *concept.action_days)]
    lines += [f"{one.title} {one.kind} {one.schedule} {one.merged_into or one.cost or ''}" for one in concept.measures]
    lines += [f"{one.approximate} {one.permanent}" for one in concept.every(Horizon)]
    return "\n".join(lines)


def found(written: dict[type[Record], Sequence[str]], decisive: dict[type[Record], Sequence[str]] | None = None) -> str:
    """Return what is found of a declaration."""
    declaration = Declaration(written=written, decisive=decisive or {})
    return "\n".join(breaches(example_concept().public(), declaration, shown))


KEPT: dict[type[Record], Sequence[str]] = {
    Offer: ("title", "theme_ref", "languages", "contacts"),
    Measure: ("title", "kind", "schedule", "cost", "merged_into"),
    Horizon: ("approximate", "permanent"),
}
DAYS: dict[type[Record], Sequence[str]] = {Activity: ("title", "date"), ActionDay: ("title", "date")}


def test_nothing_is_found_of_a_declaration_that_is_kept() -> None:
    assert found({**KEPT, **DAYS}) == ""


@pytest.mark.parametrize(
    ("kind", "name"), [(Offer, "fee"), (Offer, "opening_times"), (Measure, "priority"), (Measure, "goal_refs")]
)
def test_what_is_declared_and_not_written_is_found(kind: type[Record], name: str) -> None:
    one = f"{kind.__name__}.{name} is declared, and the export does not show it"
    assert found({**KEPT, **DAYS, kind: (*KEPT[kind], name)}) == one


@pytest.mark.parametrize(
    ("kind", "name"),
    [(Offer, "theme_ref"), (Offer, "contacts"), (Measure, "title"), (Measure, "schedule"), (Horizon, "permanent")],
)
def test_what_is_written_and_not_declared_is_found(kind: type[Record], name: str) -> None:
    kept = tuple(each for each in KEPT[kind] if each != name)
    one = f"{kind.__name__}.{name} is not declared, and the export depends on it"
    assert found({**KEPT, **DAYS, kind: kept}) == one


def test_a_class_that_is_written_and_not_declared_is_found() -> None:
    assert found(KEPT).count("ActionDay.") == found(KEPT).count("Activity.") == 2


def test_classes_without_an_address_are_proven_by_themselves_once_they_are_declared() -> None:
    told = found({**KEPT, **DAYS, Involvement: ("actor_refs", "role"), Schedule: ("planned",), Span: ("start", "end")})
    assert "Involvement.affiliation is not declared, and the export depends on it" in told
    assert "Schedule.actual is not declared, and the export depends on it" in told
    assert "Span" not in told


def test_what_shows_only_together_is_found() -> None:
    def written(concept: Concept) -> str:
        return str([one.id for one in concept.measures if one.priority and one.obstacles])

    told = list(breaches(example_concept().public(), Declaration(written={}), written))
    assert told == ["the export depends on attributes that are not declared, on several of them together"]


def test_what_only_decides_is_not_found() -> None:
    kept = tuple(name for name in KEPT[Measure] if name != "merged_into")
    assert found({**KEPT, **DAYS, Measure: kept}, {Measure: ("merged_into",)}) == ""


def test_a_class_of_which_there_is_no_record_is_named() -> None:
    assert found({**KEPT, **DAYS, Term: ("title",)}) == ("the concept has no Term, so that nothing is proven of it")


def test_the_contract_of_exporters_tells_every_breach() -> None:
    def export(concept: Concept, _: object) -> Export:
        return Export(files=(ExportFile(name="a.txt", content=shown(concept).encode(), media_type="text/plain"),))

    contract = ExporterContract()
    contract.exporter = Exporter(
        name="a", title=message("yes"), media_type="text/plain", suffix=".txt", export=export, options=Contact
    )
    contract.test_it_writes_what_it_declares_and_nothing_else()
    contract.declares = Declaration(written={Term: ("title",), **KEPT, **DAYS})
    with pytest.raises(AssertionError, match="the concept has no Term"):
        contract.test_it_writes_what_it_declares_and_nothing_else()
