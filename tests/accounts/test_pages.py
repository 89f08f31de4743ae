"""Pages of a site about one element, and the body of a page whose links lead to other pages."""

from integrationskonzept.blocks import (
    Chapter,
    Document,
    ElementLink,
    Paragraph,
    page_style,
    to_html,
    to_html_body,
    to_text,
)
from integrationskonzept.documents import report
from integrationskonzept.evaluation import evaluate
from integrationskonzept.model import Actor, Decision, FieldOfAction
from integrationskonzept.model.concept import Concept
from integrationskonzept.testing import town
from tests.evaluation.town import TODAY

TOWN = town(
    """
actors:
  - {id: buero, title: Integrationsbüro, kind: administration}
  - {id: rat, title: Gemeinderat}
  - {id: verein, title: Verein}
groups: [{id: kreis, title: Runder Tisch, members: [buero]}]
fields_of_action:
  - id: sprache
    title: Sprache
    description: Alle reden miteinander.
    goals:
      - id: ziel
        text: Alle verstehen einander
        indicators: [{id: stimmung, title: Stimmung}]
    measures:
      - id: kurse
        title: Sprachkurse
        leads: [buero]
        partners: [verein]
        decisions:
          - {id: alt, body: Ausschuss, date: 2023-05, title: Erster Bericht}
          - {id: neu, body_ref: rat, date: 2025-02-03, number: "12", text: Der Rat beschließt., result: adopted}
          - {id: spaet, body_ref: rat, date: 2025-03, title: Kurse}
          - {id: ohne}
        indicators:
          - {id: zahl, title: Zahl der Kurse, unit: Kurse, target: {value: 10, due: 2029}, collected_by: [buero]}
  - {id: wohnen, title: Wohnen}
"""
)


def _said(blocks: tuple[object, ...]) -> str:
    return to_text(Document(title="Seite", blocks=blocks, language="de"), language="de")  # type: ignore[arg-type]


def _field(concept: Concept, id: str) -> FieldOfAction:
    return concept.field_of_action(id)


def test_the_page_of_a_field_tells_of_it_its_goals_and_its_measures_in_a_table() -> None:
    said = _said(report.field_blocks(evaluate(TOWN, TODAY), _field(TOWN, "sprache")))
    assert "Alle reden miteinander." in said
    assert "Alle verstehen einander" in said
    assert "Umsetzungsstand" in said
    assert "Zahl der Kurse" not in said  # it has a page of its own
    assert report.field_blocks(evaluate(TOWN, TODAY), _field(TOWN, "wohnen")) == ()


def test_the_page_of_an_indicator_tells_what_it_belongs_to_and_its_target() -> None:
    evaluation = evaluate(TOWN, TODAY)
    zahl, stimmung = (
        next(one for one in evaluation.indicators if one.address == f"indicator/{id}") for id in ("zahl", "stimmung")
    )
    said = _said(report.indicator_blocks(evaluation, zahl, "de"))
    assert "Gehört zu:  Sprachkurse" in said
    assert "bis 2029: 10" in said
    assert "Gehört zu:  Alle verstehen einander" in _said(report.indicator_blocks(evaluation, stimmung, "de"))


def test_the_page_of_an_actor_tells_in_what_it_takes_part_and_as_what() -> None:
    said = _said(report.actor_blocks(TOWN, next(one for one in TOWN.every(Actor) if one.id == "buero")))
    assert "Federführung\n------------\n- Sprachkurse" in said
    assert "Mitglieder" in said
    assert "Zahl der Kurse" in said
    partner = _said(report.actor_blocks(TOWN, next(one for one in TOWN.every(Actor) if one.id == "verein")))
    assert "Beteiligte" in partner
    assert "Sprachkurse" in partner


def test_the_page_of_an_actor_tells_which_actors_are_part_of_it_and_what_it_is_part_of() -> None:
    concept = town("actors: [{id: stadt, title: Stadt}, {id: amt, title: Sozialamt, part_of: stadt}]")
    whole, part = concept.actors
    assert "Dazu gehören\n------------\n- Sozialamt" in _said(report.actor_blocks(concept, whole))
    assert "Teil von:  Stadt" in _said(report.actor_blocks(concept, part))


def test_decisions_are_listed_with_the_latest_first() -> None:
    table = report.decided_table(TOWN.every(Decision), TOWN)
    said = _said((table,))
    assert said.index("März 2025") < said.index("03.02.2025") < said.index("Mai 2023")
    assert "Gemeinderat" in said
    assert "12, Der Rat beschließt." in said
    assert "beschlossen" in said


def test_the_links_of_a_page_that_is_put_together_elsewhere_lead_to_other_pages() -> None:
    link, own, unknown = (ElementLink(id, f"measure/{id}") for id in ("kurse", "hier", "fehlt"))
    document = Document(
        title="Seite", blocks=Chapter("Hier", Paragraph((link, own, unknown)), "measure/hier"), language="de"
    )
    body = to_html_body(document, {"measure/kurse": "measures/kurse.html?a&b"})
    assert body.startswith("<h1>Seite</h1>")
    assert '<a href="measures/kurse.html?a&amp;b">kurse</a>' in body
    assert '<a href="#measure-hier">hier</a>fehlt' in body
    assert page_style() in to_html(document)
