"""Derived values with their rule and inputs."""

from enum import StrEnum
from typing import Any, Generic, TypeVar

from attrs import frozen

from integrationskonzept.i18n.formatting import Describable
from integrationskonzept.i18n.messages import Message, label, message
from integrationskonzept.model.format_value import format_value

T = TypeVar("T")


class Basis(StrEnum):
    """Where a value comes from: stated, derived or unknown."""

    STATED = "stated"
    DERIVED = "derived"
    UNKNOWN = "unknown"


@frozen(repr=False)
class Input(Describable):
    """An attribute that a value was taken or computed from."""

    address: str
    """Address of the element."""
    attribute: str
    """Path of the attribute in it, such as ``schedule.planned.end``."""
    value: Any
    """Its value."""

    @property
    def label(self) -> Message:
        """The label of the attribute, such as ``Beginn``."""
        return label(self.attribute.rpartition(".")[2].partition("[")[0])

    def text(self, language: str = "en") -> str:
        """Return address, attribute and value."""
        return f"{self.address} {self.attribute} = {format_value(self.value, language)}"


@frozen(repr=False)
class Derived(Describable, Generic[T]):
    """A value with its basis: stated in the concept, derived from it by a rule, or unknown."""

    value: T | None
    """The value; None when it is unknown."""
    basis: Basis
    rule: Message
    """Place where it is stated, rule by which it is derived, or reason why it is unknown."""
    inputs: tuple[Input, ...] = ()
    """The attributes it was taken or computed from."""
    approximate: bool = False
    """An input is approximate ("ca.", "rund"), and so is the value."""

    @property
    def known(self) -> bool:
        """The value is stated or derived."""
        return self.basis is not Basis.UNKNOWN

    def text(self, language: str = "en") -> str:
        """Return the value, its basis and its rule."""
        about = f"{message('about').text(language)} " if self.approximate else ""
        said = f"{about}{format_value(self.value, language)} " if self.known else ""
        return f"{said}({_WORDS[self.basis].text(language)}: {self.rule.text(language)})"


_WORDS = {Basis.STATED: message("stated"), Basis.DERIVED: message("derived"), Basis.UNKNOWN: message("unknown")}


def stated(value: T, rule: Message, *inputs: Input) -> Derived[T]:
    """Return a value that the concept states."""
    return Derived(value, Basis.STATED, rule, inputs)


def derived(value: T, rule: Message, *inputs: Input, approximate: bool = False) -> Derived[T]:
    """Return a value computed by a rule."""
    return Derived(value, Basis.DERIVED, rule, inputs, approximate)


def unknown(why: Message, *inputs: Input) -> Derived[Any]:
    """Return an unknown value with the reason."""
    return Derived(None, Basis.UNKNOWN, why, inputs)
