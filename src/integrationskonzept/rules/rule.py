"""The contract of a rule: data, and a pure function that yields hits."""

import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any

from attrs import Attribute, field, frozen
from attrs.validators import optional

from integrationskonzept.findings import Path, Severity
from integrationskonzept.i18n.messages import Message, is_message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.municipality import is_in, municipality_codes
from integrationskonzept.model.names import named
from integrationskonzept.model.validators import is_function, is_one

MAX_HITS = 10_000
"""Largest number of hits taken from one rule, so that a rule cannot run forever."""

BUILTIN_CODES = "IK"
"""Prefix of the codes of this library's own rules, forbidden for plugins."""

_CODE = re.compile(r"[A-Z]{2,12}[0-9]{3,4}")


@frozen
class Hit:
    """One place where a rule applies."""

    path: Path
    """From the concept to the value the finding is about."""
    values: Mapping[str, Any] = field(default=MappingProxyType({}), hash=False)
    """Values for the placeholders of the rule's message and hint."""


def _spelled_like_a_code(_: Any, __: "Attribute[str]", code: object) -> None:
    if not isinstance(code, str) or not _CODE.fullmatch(code):
        raise ValueError(f"a rule's code is capital letters and three or four digits, such as 'IK301'; got {code!r}")


@frozen(kw_only=True)
class Rule:
    """A rule for a concept's content.

    Codes of this library begin with ``IK``; a plugin takes a prefix of its own.
    """

    code: str = field(validator=_spelled_like_a_code)
    """Such as ``IK301``."""
    family: str = field(validator=named)
    """The family it belongs to, such as ``measurability``."""
    title: Message = field(validator=is_message)
    """The rule as a heading."""
    why: Message = field(validator=is_message)
    """Reason for the rule, from a town's point of view."""
    severity: Severity = field(validator=is_one(Severity))
    """Severity unless a profile or the concept sets another one."""
    message: Message = field(validator=is_message)
    """The finding, with places for a hit's values; the element it is about is named beside it."""
    hint: Message | None = field(default=None, validator=optional(is_message))
    """The next step, with places for a hit's values."""
    check: Callable[[Concept], Iterable[Hit]] = field(validator=is_function)
    """Find the hits; it must not raise, whatever the concept contains."""
    summary: Message | None = field(default=None, validator=optional(is_message))
    """All hits in one sentence, with places for their ``count`` and the ``total`` looked at."""
    total: Callable[[Concept], int] | None = field(default=None, validator=optional(is_function))
    """Return the number of elements checked; required with `summary`."""
    municipalities: tuple[str, ...] = field(default=(), validator=municipality_codes)
    """Official keys (AGS) of the municipalities that the rule holds for, or the beginnings of them; empty for all.
    Of any other concept it is checked only if a profile or the concept names it."""
    opt_in: bool = False
    """Whether a rule without municipalities is checked only if a profile or the concept names it. The host sets this
    for the rules of plugins."""

    def holds_for(self, concept: Concept) -> bool:
        """Return whether the rule is checked of a concept without being named by a profile or the concept."""
        return is_in(concept.municipality, self.municipalities) if self.municipalities else not self.opt_in

    def __attrs_post_init__(self) -> None:
        if (self.summary is None) is not (self.total is None):
            raise ValueError(f"{self.code}: a summary needs a total, and a total a summary")


def rule(  # noqa: PLR0913 - each text of a rule is an argument of its own
    code: str,
    *,
    family: str,
    title: Message,
    why: Message,
    severity: Severity,
    message: Message,
    hint: Message | None = None,
    summary: Message | None = None,
    total: Callable[[Concept], int] | None = None,
    municipalities: tuple[str, ...] = (),
) -> Callable[[Callable[[Concept], Iterable[Hit]]], Rule]:
    """Return a decorator that makes a rule of the function that finds its hits; see `Rule` for the arguments.

    With a `summary` and no `total`, the function itself must have one, as `Each` does.
    """

    def decorate(check: Callable[[Concept], Iterable[Hit]]) -> Rule:
        return Rule(
            code=code,
            family=family,
            title=title,
            why=why,
            severity=severity,
            message=message,
            hint=hint,
            check=check,
            summary=summary,
            total=total or (getattr(check, "total", None) if summary else None),
            municipalities=municipalities,
        )

    return decorate


def rules_of(module: object) -> tuple[Rule, ...]:
    """Return the rules that a module defines, in their order."""
    return tuple(found for found in vars(module).values() if isinstance(found, Rule))
