"""The contract of a rule: data, and a pure function that yields hits."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from attrs import field, frozen

from integrationskonzept.findings import Path, Severity
from integrationskonzept.language import Message
from integrationskonzept.model.concept import Concept


@frozen
class Hit:
    """One place where a rule applies."""

    path: Path
    """From the concept to the value the finding is about."""
    values: Mapping[str, Any] = field(factory=dict, hash=False)
    """What stands in the places of the rule's message and hint."""


@frozen(kw_only=True)
class Rule:
    """Something to know about a concept's content.

    Codes of this library begin with ``IK``; a plugin takes a prefix of its own.
    """

    code: str
    """Such as ``IK301``."""
    family: str
    """The family it belongs to, such as ``measurability``."""
    title: Message
    """The rule as a heading."""
    why: Message
    """Why it matters to a town."""
    severity: Severity
    """How much it weighs unless a profile or the concept says otherwise."""
    message: Message
    """The finding, with places for a hit's values."""
    hint: Message | None = None
    """The next step, with places for a hit's values."""
    check: Callable[[Concept], Iterable[Hit]]
    """Find the hits; it must not raise, whatever the concept contains."""
