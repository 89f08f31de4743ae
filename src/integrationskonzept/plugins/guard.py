"""Handing out what a plugin brings so that its failures name the plugin and go no further."""

from collections.abc import Callable
from typing import Any

from attrs import evolve

from integrationskonzept.errors import InvalidConceptError, OptionError
from integrationskonzept.formats.document import Document
from integrationskonzept.formats.format import Format
from integrationskonzept.language import Message, message
from integrationskonzept.plugins.bundle import BundledConcept
from integrationskonzept.plugins.exporter import Export, Exporter
from integrationskonzept.plugins.fence import fenced
from integrationskonzept.plugins.provider import Provider
from integrationskonzept.plugins.publisher import Plan, Publisher, Sent
from integrationskonzept.rules.rule import Hit, Rule
from integrationskonzept.tables.table import Table

Remark = Callable[[Message], None]


def guarded(thing: Any, provider: Provider, remark: Remark) -> Any:
    """Return the same thing with its functions behind a fence.

    Errors that are the caller's business pass: `OptionError` from an exporter or publisher,
    `InvalidConceptError` from a format that reads. Anything else becomes a `PluginError`.
    """

    def behind_fence(
        function: Callable[..., Any] | None,
        doing: Message,
        expected: type | tuple[type, ...],
        *let_through: type[Exception],
        each: type | None = None,
    ) -> Any:
        if function is None:
            return None

        def call(*arguments: Any) -> Any:
            with fenced(provider, doing, remark=remark, let_through=let_through):
                result = function(*arguments)
                if each is not None:
                    result = tuple(result)
                _expect(result, expected, each)
            return result

        return call

    match thing:
        case Format():
            return evolve(
                thing,
                read=behind_fence(thing.read, message("reading"), Document, InvalidConceptError),
                write=behind_fence(thing.write, message("writing"), bytes),
            )
        case Rule():
            doing = message("checking {rule}", rule=thing.code)
            return evolve(thing, check=behind_fence(thing.check, doing, tuple, each=Hit))
        case Exporter():
            return evolve(thing, export=behind_fence(thing.export, message("exporting"), Export, OptionError))
        case Publisher():
            return evolve(
                thing,
                plan=behind_fence(thing.plan, message("planning"), Plan, OptionError),
                perform=_stepwise(thing.perform, provider, remark),
            )
        case BundledConcept():
            return evolve(thing, read=behind_fence(thing.read, message("reading its concept"), bytes))
        case Table():
            return evolve(thing, fill=behind_fence(thing.fill, message("filling a table"), object))
        case _:
            return thing


def _expect(result: object, expected: type | tuple[type, ...], each: type | None) -> None:
    if not isinstance(result, expected):
        wanted = expected.__name__ if isinstance(expected, type) else " or ".join(one.__name__ for one in expected)
        raise TypeError(f"expected {wanted}, got {result!r:.100}")
    for item in result if each and isinstance(result, tuple) else ():
        if not isinstance(item, each or object):
            raise TypeError(f"expected only {getattr(each, '__name__', each)}, got {item!r:.100}")


def _stepwise(perform: Callable[[Plan, Any], Any], provider: Provider, remark: Remark) -> Callable[[Plan, Any], Any]:
    """Fence a publisher's run step by step, so that what was sent before a failure is known."""

    def call(plan: Plan, options: Any) -> Any:
        doing = message("sending")
        with fenced(provider, doing, remark=remark):
            steps = iter(perform(plan, options))
        while True:
            with fenced(provider, doing, remark=remark):
                sent = next(steps, None)
                if sent is None:
                    return
                _expect(sent, Sent, None)
            yield sent

    return call
