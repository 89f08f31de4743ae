"""Handing out what a plugin brings so that its failures name the plugin and go no further."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import singledispatch
from itertools import islice
from typing import Any

from attrs import evolve

from integrationskonzept.errors import InvalidConceptError, OptionError, UneditableError
from integrationskonzept.formats.document import Document
from integrationskonzept.formats.format import Edited, Format
from integrationskonzept.language import Message, message
from integrationskonzept.model.concept import Concept
from integrationskonzept.plugins.bundle import BundledConcept
from integrationskonzept.plugins.entry import Entry
from integrationskonzept.plugins.exporter import Export, Exporter
from integrationskonzept.plugins.fence import fenced, shown
from integrationskonzept.plugins.filling import as_announced
from integrationskonzept.plugins.publisher import Publisher, SendPlan, Sent
from integrationskonzept.rules.rule import MAX_HITS, Hit, Rule
from integrationskonzept.tabular.table import Table

Function = Callable[..., Any]


@singledispatch
def guarded(thing: Any, _: Entry) -> Any:
    """Return the same thing with its functions behind a fence.

    Errors that are the caller's business pass: `OptionError` from an exporter or publisher,
    `InvalidConceptError` from a format that reads or writes, `UneditableError` from one that edits. Anything
    else becomes a `PluginError`.
    """
    return thing


@guarded.register
def _(thing: Format, entry: Entry) -> Format:
    return evolve(
        thing,
        read=thing.read and _behind(entry, thing.read, message("reading a file"), Document, InvalidConceptError),
        write=thing.write and _behind(entry, thing.write, message("writing a file"), bytes, InvalidConceptError),
        edit=thing.edit and _behind(entry, thing.edit, message("changing a file"), Edited, UneditableError),
    )


@guarded.register
def _(thing: Rule, entry: Entry) -> Rule:
    doing = message("checking the rule {code}", code=thing.code)

    def check(*arguments: Any) -> tuple[Hit, ...]:
        with fenced(entry, doing):
            return tuple(_expected(hit, Hit) for hit in islice(thing.check(*arguments), MAX_HITS + 1))

    return evolve(thing, check=check, total=thing.total and _behind(entry, thing.total, doing, int))


@guarded.register
def _(thing: Exporter, entry: Entry) -> Exporter:
    return evolve(thing, export=_behind(entry, thing.export, message("exporting"), Export, OptionError))


@guarded.register
def _(thing: Publisher, entry: Entry) -> Publisher:
    def perform(plan: SendPlan, options: Any) -> Iterator[Sent]:
        doing = message("sending")
        with fenced(entry, doing, OptionError):
            steps = iter(thing.perform(plan, options))
        while True:  # step by step: what was sent before a failure is known
            with fenced(entry, doing, OptionError):
                sent = next(steps, None)
                if sent is not None:
                    _expected(sent, Sent)
            if sent is None:
                return
            yield sent

    plan = _behind(entry, thing.plan, message("planning what to send"), SendPlan, OptionError)
    return evolve(thing, plan=plan, perform=perform)


@guarded.register
def _(thing: BundledConcept, entry: Entry) -> BundledConcept:
    doing = message("reading its concept {name}", name=thing.name)
    return evolve(thing, read=_behind(entry, thing.read, doing, bytes))


@guarded.register
def _(thing: Table, entry: Entry) -> Table:
    doing = message("filling the table {name}", name=thing.name)

    def fill(concept: Concept) -> Mapping[str, Sequence[Any]]:
        with fenced(entry, doing):
            return as_announced(thing, concept.id, thing.fill(concept))

    return evolve(thing, fill=fill)


def _behind(
    entry: Entry, function: Function, doing: Message, expected: type, *let_through: type[Exception]
) -> Function:
    def call(*arguments: Any) -> Any:
        with fenced(entry, doing, *let_through):
            return _expected(function(*arguments), expected)

    return call


def _expected(got: Any, kind: type) -> Any:
    if not isinstance(got, kind):
        raise TypeError(f"expected {kind.__name__}, got {shown(got)}")
    return got
