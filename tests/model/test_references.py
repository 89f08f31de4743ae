"""References between elements: one by one, and together as far as they are alike."""

from integrationskonzept.model import Concept
from integrationskonzept.model.references import Referrer


def of(konzept: Concept, attribute: str) -> Referrer:
    """Return what refers under an attribute that one kind of record has."""
    (referring,) = (each for each in konzept.referring if each.attribute == attribute)
    return referring


def test_what_refers_is_together_by_kind_and_attribute(konzept: Concept) -> None:
    assert tuple(link for referring in konzept.referring for link in referring) == konzept.links
    for referring in konzept.referring:
        assert {(type(link.record), link.attribute, link.noun) for link in referring} == {
            (referring.kind, referring.attribute, referring.noun)
        }
        assert referring.addresses == {link.address for link in referring}


def test_an_address_is_asked_about_once_however_often_it_is_referred_to(konzept: Concept) -> None:
    asked: list[str] = []

    def is_asked_for(address: str) -> bool:
        asked.append(address)
        return True

    actors = of(konzept, "actor_refs")
    assert list(actors.leading(is_asked_for)) == list(actors)
    assert sorted(asked) == sorted(actors.addresses)


def test_only_references_to_what_is_asked_for_are_gone_through(konzept: Concept) -> None:
    actors = of(konzept, "actor_refs")
    (wanted, *_) = sorted(actors.addresses)
    assert {link.address for link in actors.leading(lambda address: address == wanted)} == {wanted}
    assert list(actors.leading(lambda _: False)) == []
