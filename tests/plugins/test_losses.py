"""What a concept states and an exporter does not declare is lost, and said so."""

from integrationskonzept import Concept
from integrationskonzept.i18n.messages import message
from integrationskonzept.model import (
    Activity,
    Actor,
    Contact,
    FieldOfAction,
    Involvement,
    Measure,
    Municipality,
    Offer,
    Overarching,
)
from integrationskonzept.plugins.kit import Declaration, undeclared
from integrationskonzept.testing import town

DOCUMENT = """
checks: {ignore: [{code: IK101, element: measure/a, reason: gewollt}]}
actors: [{id: vhs, title: VHS, contact: {phone: 07147 28, email: vhs@stadt.example}}]
offers: [{id: cafe, title: Café, fee: frei, contacts: [{actor_refs: [vhs], role: Leitung}]}]
fields_of_action:
  - id: f
    title: F
    measures:
      - {id: a, title: A, cost: {total: {value: 5}}, activities: [{id: fest, title: Fest, location: Rathaus}]}
      - {id: b, title: B, cost: {total: {value: 7}}, inferred: [title], open_ended: true}
"""
TITLES = Declaration(
    written={
        Activity: {"title"},
        Actor: {"title"},
        Concept: {"municipality"},
        FieldOfAction: {"title"},
        Measure: {"title"},
        Municipality: {"name"},
        Offer: {"title", "contacts"},
        Overarching: {},
    }
)


def told(declaration: Declaration, document: str = DOCUMENT) -> list[str]:
    """Return the losses of a concept, without those about the concept itself."""
    losses = [loss.message.text("de") for loss in undeclared(town(document), declaration)]
    return [line for line in losses if not line.startswith(("Integrationskonzept", "Kommune"))]


def test_nothing_is_lost_of_what_is_declared() -> None:
    assert told(TITLES, "offers: [{id: cafe, title: Café}]") == []


def test_attributes_that_are_not_declared_are_lost_with_their_number() -> None:
    assert told(TITLES) == [
        "Angebot, Kosten der Teilnahme (1): nicht in der Ausgabe",
        "Akteur, Ansprechpartner (1): nicht in der Ausgabe",
        "Maßnahme, Kosten (2): nicht in der Ausgabe",
        "Aktivität, Ort (1): nicht in der Ausgabe",
        "Fundstellen, Unstimmigkeiten und Anmerkungen (1): nicht in der Ausgabe",
    ]


def test_a_class_that_is_not_declared_is_lost_and_what_is_below_it_only_if_it_is_not_declared_either() -> None:
    without = {kind: names for kind, names in TITLES.written.items() if kind is not Measure}
    assert "Maßnahme (2): nicht in der Ausgabe" in told(Declaration(written=without))
    assert "Aktivität, Ort (1): nicht in der Ausgabe" in told(Declaration(written=without))


def test_a_class_without_an_address_is_written_as_a_whole_unless_it_is_declared() -> None:
    assert not [line for line in told(TITLES) if line.startswith("Beteiligung")]
    some = TITLES | Declaration(
        written={Involvement: {"actor_refs"}, Actor: {"contact"}, Contact: {"phone"}, Offer: {"fee"}}
    )
    assert "Beteiligung, Rolle (1): nicht in der Ausgabe" in told(some)
    assert "Ansprechpartner, E-Mail (1): nicht in der Ausgabe" in told(some)
    assert not [line for line in told(some) if line.startswith(("Akteur", "Angebot"))]


def test_origins_that_are_declared_are_not_lost() -> None:
    origins = TITLES | Declaration(written={Measure: {"inferred", "open_ended"}})
    assert not [line for line in told(origins) if line.startswith("Fundstellen")]


def test_what_decides_is_lost_all_the_same_and_joined_with_that_of_another() -> None:
    decisive = TITLES | Declaration(written={}, decisive={Measure: {"cost"}})
    assert told(decisive) == told(TITLES)
    assert decisive.decisive == {Measure: {"cost"}}


def test_the_exporter_says_where_it_is_not() -> None:
    (loss, *_) = undeclared(town(DOCUMENT), TITLES, message("in no table"))
    assert str(loss).endswith(": in no table")
    assert loss.address == "concept/musterstadt"


def test_an_export_of_a_selection_speaks_of_what_was_selected() -> None:
    lost = undeclared(town(DOCUMENT), Declaration(written={Measure: {"title"}}), only=[Measure])
    assert [loss.message.text("de") for loss in lost] == ["Maßnahme, Kosten (2): nicht in der Ausgabe"]


def test_settings_of_the_checks_are_no_content() -> None:
    whole = [loss.message.text("de") for loss in undeclared(town(DOCUMENT), Declaration(written={}))]
    assert "IK" not in "".join(whole)
    assert not [line for line in whole if "Prüf" in line]


def test_foreign_attributes_are_losses_unless_they_are_declared() -> None:
    concept = town("overarching: {measures: [{id: a, title: A, x-budget: 3, x-code: c}]}")
    written = Declaration(written={Measure: {"title"}})
    said = [str(loss.message) for loss in undeclared(concept, written)]
    assert "x-budget (1), x-code (1): not in the export" in said
    more = Declaration(written={Measure: {"title", "x-code"}})
    assert not any("x-code" in str(loss.message) for loss in undeclared(concept, more))
