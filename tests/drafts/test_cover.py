"""Title, town, date and period of a document, from its first pages."""

import pytest

from integrationskonzept.drafts import DocumentLayout, DocumentTree, Heading, draft_of
from integrationskonzept.drafts.cover import as_of_in, period_in, title_in, town_in, town_of
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.municipality import MunicipalityKind
from tests.drafts.towns import tree


def _concept(text: str, file: str = "plan.md", **layout: str) -> Concept:
    return draft_of(tree(text), DocumentLayout(**layout), file).concept  # type: ignore[arg-type]  # texts only


def test_the_first_pages_say_title_town_date_and_period() -> None:
    found = _concept("# Integrationskonzept der Stadt Bad Auental am See 2025–2029\n\nStand: Mai 2025")

    assert (found.id, found.title) == (
        "bad-auental-am-see",
        "Integrationskonzept der Stadt Bad Auental am See 2025–2029",
    )
    assert (found.municipality.name, found.municipality.kind) == ("Stadt Bad Auental am See", MunicipalityKind.TOWN)
    assert (str(found.edition.as_of), found.edition.printed) == ("2025-05", "Stand: Mai 2025")
    assert found.period.years == "2025–2029"


def test_a_document_without_title_is_named_by_its_file() -> None:
    found = _concept("Ein Satz.")

    assert (found.title, found.inferred) == ("plan", ("title",))
    assert _concept("Ein Satz.", "").title == "Integrationskonzept"
    assert _concept("Ein Satz.", "").id == "konzept"


def test_the_properties_of_a_file_may_say_the_title() -> None:
    assert (
        draft_of(DocumentTree(blocks=(Heading(text="Hallo"),), title="Unser Plan"), DocumentLayout()).concept.title
        == "Unser Plan"
    )


def test_a_layout_says_town_and_title() -> None:
    found = _concept("Ein Satz.", town="Gemeinde Auental", title="Unser Konzept")

    assert (found.title, found.municipality.name, found.municipality.kind) == (
        "Unser Konzept",
        "Gemeinde Auental",
        "municipality",
    )
    assert town_of("Auental").kind is None


def test_a_document_that_names_no_town_is_doubtful() -> None:
    draft = draft_of(tree("Ein Satz."), DocumentLayout(), "plan.md")

    assert draft.concept.municipality.name == "(unbekannt)"
    assert [doubt.alternatives for doubt in draft.doubts if doubt.code == "unread"] == [('town = "Stadt Musterstadt"',)]


@pytest.mark.parametrize(
    ("texts", "name"),
    [
        (["die Stadt Auental und die Stadt Bergen", "in der Stadt Bergen"], "Stadt Bergen"),
        (["Konzept des Landkreises Waldtal"], "Landkreis Waldtal"),
        (["die Stadt und die Gemeinde Verwaltung"], None),
        ([], None),
    ],
)
def test_the_town_is_the_one_named_most_often(texts: list[str], name: str | None) -> None:
    town = town_in(texts)

    assert (town.name if town else None) == name


def test_a_title_about_integration_with_a_town_comes_first() -> None:
    assert (
        title_in(["Leitbild", "Integrationskonzept", "Integrationskonzept der Stadt Auental"])
        == "Integrationskonzept der Stadt Auental"
    )
    assert title_in(["Leitbild", "Integrationskonzept"]) == "Integrationskonzept"
    assert title_in(["Leitbild"]) == "Leitbild"
    assert title_in(["Vorwort"]) is None


def test_a_date_follows_the_word_stand() -> None:
    found = as_of_in(["Stand der Dinge", "(Stand: 1. Mai 2025)"])

    assert found is not None
    assert (str(found[0]), found[1]) == ("2025-05-01", "Stand: 1. Mai 2025")
    assert as_of_in(["Stand: jetzt gleich"]) is None


def test_a_period_has_two_years_in_their_order() -> None:
    assert period_in("Konzept 2029 bis 2025") is None
    assert period_in("Konzept") is None
