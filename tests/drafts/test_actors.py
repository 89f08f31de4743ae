"""Actors in documents: one entry of the register for each name, persons as internal contacts."""

import pytest

from integrationskonzept.model.actor import Involvement
from tests.drafts.towns import codes, draft

_HEAD = "### Maßnahme 1: Café\n\n"


def _leads(text: str) -> tuple[Involvement, ...]:
    return draft(f"{_HEAD}**Federführung:** {text}").concept.measures[0].leads


def test_one_name_is_one_actor_however_often_it_stands_there() -> None:
    concept = draft(f"{_HEAD}**Federführung:** Sozialamt\n\n**Beteiligte:** Sozialamt; VHS; –").concept

    assert [actor.title for actor in concept.actors] == ["Sozialamt", "VHS"]
    assert [part.actor_refs for part in concept.measures[0].partners] == [("sozialamt",), ("vhs",)]
    assert concept.actors[0].sources


def test_names_between_commas_are_several_actors() -> None:
    found = draft(f"{_HEAD}**Beteiligte:** Kirchen (ev., kath.), Vereine und Schulen")

    assert [actor.title for actor in found.concept.actors] == ["Kirchen (ev., kath.)", "Vereine", "Schulen"]
    assert codes(found) == []


def test_a_name_of_an_office_may_hold_a_comma() -> None:
    found = draft(f"{_HEAD}**Federführung:** Amt für Schule, Jugend und Sport")

    assert codes(found) == ["split?"]
    assert found.doubts[0].alternatives == ("Amt für Schule, Jugend und Sport",)
    assert [lead.inferred for lead in found.concept.measures[0].leads] == [("actor_refs",), ("actor_refs",)]


@pytest.mark.parametrize("text", ["Amt für Familie, soziale Dienste", f"{'Verein, ' * 60}Kirche"])
def test_a_sentence_is_not_divided(text: str) -> None:
    assert len(_leads(text)) == 1


def test_names_with_a_slash_are_named_together_and_doubtful() -> None:
    found = draft(f"{_HEAD}**Federführung:** AK Asyl/ Stadt")

    (lead,) = found.concept.measures[0].leads
    assert (lead.actor_refs, lead.printed) == (("ak-asyl", "stadt"), "AK Asyl/ Stadt")
    assert codes(found) == ["slash"]
    assert found.doubts[0].taken == "AK Asyl; Stadt"


def test_a_slash_inside_a_word_divides_nothing() -> None:
    assert [lead.actor_refs for lead in _leads("Träger/innen")] == [("traeger-innen",)]


def test_more_actors_than_named_leave_the_list_open() -> None:
    first, last = _leads("Kirchen, Vereine etc.")

    assert (first.open_ended, last.open_ended, last.printed) == (False, True, "Vereine etc.")
    assert _leads("Kirchen, u. a.")[0].actor_refs == ("kirchen",)


@pytest.mark.parametrize(
    ("text", "name", "email", "phone"),
    [
        ("Frau Muster, Tel. 07147 123456", "Frau Muster", None, "07147 123456"),
        ("Herr Beispiel (a.b@auental.de)", "Herr Beispiel", "a.b@auental.de", None),
        ("rathaus@auental.de", None, "rathaus@auental.de", None),
    ],
)
def test_a_person_is_an_internal_contact(text: str, name: str | None, email: str | None, phone: str | None) -> None:
    (lead,) = _leads(text)

    assert lead.internal
    assert lead.contact is not None
    assert (lead.contact.name, lead.contact.email, lead.contact.phone) == (name, email, phone)
    assert lead.contact.printed == text
