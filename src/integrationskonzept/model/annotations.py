"""Annotations of the model's attributes: ids, references and bounded numbers."""

import re
from decimal import Decimal
from typing import Annotated, TypeAlias

from attrs import frozen

ID_PATTERN = r"[a-z0-9]+(?:[-._][a-z0-9]+)*"
"""Spelling of an id: lower-case ASCII letters and digits in groups joined by ``-``, ``.`` or ``_``."""

_ID = re.compile(ID_PATTERN)


@frozen
class RefersTo:
    """Annotation of an attribute that holds the id of an element of the same concept."""

    noun: str
    """The noun of the element, such as ``measure``; ``*`` for a full ``kind/id`` address."""


Id: TypeAlias = Annotated[str, "id"]
Address: TypeAlias = Annotated[str, RefersTo("*")]
ActorRef: TypeAlias = Annotated[str, RefersTo("actor")]
ChallengeRef: TypeAlias = Annotated[str, RefersTo("challenge")]
FieldRef: TypeAlias = Annotated[str, RefersTo("field_of_action")]
FigureRef: TypeAlias = Annotated[str, RefersTo("figure")]
FootnoteRef: TypeAlias = Annotated[str, RefersTo("footnote")]
GoalRef: TypeAlias = Annotated[str, RefersTo("goal")]
GroupRef: TypeAlias = Annotated[str, RefersTo("group")]
HorizonRef: TypeAlias = Annotated[str, RefersTo("horizon")]
MeasureRef: TypeAlias = Annotated[str, RefersTo("measure")]
NeedRef: TypeAlias = Annotated[str, RefersTo("need")]
PriorityRef: TypeAlias = Annotated[str, RefersTo("priority_level")]
RatingRef: TypeAlias = Annotated[str, RefersTo("rating_level")]
OfferRef: TypeAlias = Annotated[str, RefersTo("offer")]
ReferenceRef: TypeAlias = Annotated[str, RefersTo("reference")]
RoleRef: TypeAlias = Annotated[str, RefersTo("role")]
SectionRef: TypeAlias = Annotated[str, RefersTo("section")]
StatusRef: TypeAlias = Annotated[str, RefersTo("status_level")]
TargetGroupRef: TypeAlias = Annotated[str, RefersTo("target_group")]
ThemeRef: TypeAlias = Annotated[str, RefersTo("theme")]

Number: TypeAlias = int | float
"""A finite number, not a truth value."""


@frozen
class Bounded:
    """Annotation of a number with a minimum, for readers, the JSON Schema and the model itself."""

    minimum: int


Count: TypeAlias = Annotated[int, Bounded(0)]
Quantity: TypeAlias = Annotated[int | float, Bounded(0)]
Money: TypeAlias = Annotated[Decimal, Bounded(0)]


def is_id(text: str) -> bool:
    """Return whether `text` is spelled like an id (see `ID_PATTERN`)."""
    return _ID.fullmatch(text) is not None
