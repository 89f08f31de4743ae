"""The kinds of things that can be brought in: one a hook."""

from collections.abc import Callable
from typing import Any

from attrs import frozen

from integrationskonzept.formats.format import Format
from integrationskonzept.language import Message, message
from integrationskonzept.plugins.bundle import BundledConcept
from integrationskonzept.plugins.exporter import Exporter
from integrationskonzept.plugins.publisher import Publisher
from integrationskonzept.rules.profile import Profile
from integrationskonzept.rules.rule import Rule
from integrationskonzept.tabular.table import Table


def _name(thing: Any) -> str:
    name: str = thing.name
    return name


def _code(thing: Rule) -> str:
    return thing.code


@frozen(kw_only=True)
class Kind:
    """A kind of thing that plugins bring in."""

    name: str
    """Name of the hook without its prefix, such as ``exporters``."""
    singular: str
    """One such thing, such as ``exporter``."""
    title: Message
    """What people call one such thing."""
    contract: type
    """What the hook's implementations return a sequence of."""
    key: Callable[[Any], str] = _name
    """What must be unique."""

    @property
    def hook(self) -> str:
        """Name of the hook."""
        return f"integrationskonzept_{self.name}"


KINDS = {
    kind.name: kind
    for kind in (
        Kind(name="formats", singular="format", title=message("format"), contract=Format),
        Kind(name="rules", singular="rule", title=message("rule"), contract=Rule, key=_code),
        Kind(name="profiles", singular="profile", title=message("profile"), contract=Profile),
        Kind(name="exporters", singular="exporter", title=message("exporter"), contract=Exporter),
        Kind(name="publishers", singular="publisher", title=message("publisher"), contract=Publisher),
        Kind(name="concepts", singular="concept", title=message("bundled concept"), contract=BundledConcept),
        Kind(name="tables", singular="table", title=message("table"), contract=Table),
    )
}
"""Every kind, by the name of its hook."""
