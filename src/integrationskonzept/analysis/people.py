"""Who is to be asked."""

from collections.abc import Iterable

from integrationskonzept.model.actor import Actor, Involvement
from integrationskonzept.model.concept import Concept


def names(involved: Iterable[Involvement], concept: Concept) -> tuple[str, ...]:
    """Name who is involved: actors by the register, others as printed; each once."""
    found: list[str] = []
    for one in involved:
        found += actor_names(one.actors, concept) or [one.printed or one.role or ""]
    return tuple(dict.fromkeys(name for name in found if name))


def actor_names(ids: Iterable[str], concept: Concept) -> list[str]:
    """Name actors by the register; an id that it does not have stays as it is."""
    entries = ((id, concept.index.get(f"{Actor.noun}/{id}")) for id in ids)
    return [entry[1].title if entry and isinstance(entry[1], Actor) else id for id, entry in entries]
