"""Values that say where they come from."""

from enum import StrEnum
from typing import Any, Generic, TypeVar

from attrs import frozen

from integrationskonzept.i18n.formatting import Describable
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.format_value import format_value

T = TypeVar("T")


class Basis(StrEnum):
    """How far a value can be leant on."""

    STATED = "stated"
    DERIVED = "derived"
    UNKNOWN = "unknown"


@frozen(repr=False)
class Input(Describable):
    """One thing a value was taken or reckoned from."""

    address: str
    """Address of the element."""
    attribute: str
    """Path of the attribute in it, such as ``schedule.planned.end``."""
    value: Any
    """What stands there."""

    def text(self, language: str = "en") -> str:
        """Say where it stands and what."""
        return f"{self.address} {self.attribute} = {format_value(self.value, language)}"


@frozen(repr=False)
class Derived(Describable, Generic[T]):
    """A value with its basis: stated in the concept, derived from it by a rule, or unknown."""

    value: T | None
    """The value; None when it is unknown."""
    basis: Basis
    rule: Message
    """Where it is stated, by which rule it is derived, or why it is unknown."""
    inputs: tuple[Input, ...] = ()
    """What it rests on."""
    approximate: bool = False
    """An input says "ca." or "rund", and so does the value."""

    @property
    def known(self) -> bool:
        """There is a value, stated or derived."""
        return self.basis is not Basis.UNKNOWN

    def text(self, language: str = "en") -> str:
        """Say the value, its basis and its rule."""
        about = f"{message('about').text(language)} " if self.approximate else ""
        said = f"{about}{format_value(self.value, language)} " if self.known else ""
        return f"{said}({_WORDS[self.basis].text(language)}: {self.rule.text(language)})"


_WORDS = {Basis.STATED: message("stated"), Basis.DERIVED: message("derived"), Basis.UNKNOWN: message("unknown")}


def stated(value: T, rule: Message, *inputs: Input) -> Derived[T]:
    """Give a value that stands in the concept."""
    return Derived(value, Basis.STATED, rule, inputs)


def derived(value: T, rule: Message, *inputs: Input, approximate: bool = False) -> Derived[T]:
    """Give a value reckoned by a rule."""
    return Derived(value, Basis.DERIVED, rule, inputs, approximate)


def unknown(why: Message, *inputs: Input) -> Derived[Any]:
    """Give no value, and the reason."""
    return Derived(None, Basis.UNKNOWN, why, inputs)
