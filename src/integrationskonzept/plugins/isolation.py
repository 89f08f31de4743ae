"""Run plugin code isolated from the host, and wrap plugin objects so that failures name the plugin."""

import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from decimal import Decimal
from functools import singledispatch
from itertools import islice
from numbers import Integral, Real
from threading import Lock
from typing import Any

from attrs import evolve

from integrationskonzept.drafts.draft import Draft
from integrationskonzept.errors import InvalidConceptError, OptionError, PluginError, UneditableError
from integrationskonzept.files import InputFile
from integrationskonzept.formats.format import Edited, Format, ParsedData
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.concept import Concept
from integrationskonzept.plugins.contracts import (
    BundledConcept,
    CliCommand,
    Export,
    Exporter,
    Publisher,
    SendPlan,
    Sent,
)
from integrationskonzept.plugins.input_contracts import Importer, ObservationSource
from integrationskonzept.plugins.plugin_record import PluginRecord, describe_error, one_line, safe_repr
from integrationskonzept.rules.rule import MAX_HITS, Hit, Rule
from integrationskonzept.tabular.table import FIRST_COLUMN, ColumnType, Table

_caught: ContextVar[io.TextIOWrapper | None] = ContextVar("caught", default=None)


class _ThreadedStdout:
    """Replacement of standard output while plugins run: each of their threads writes into its own buffer."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._users = 0
        self._before: Any = None

    def __getattr__(self, name: str) -> Any:
        return getattr(_caught.get() or self._before, name)

    def install(self) -> None:
        with self._lock:
            if self._users == 0:
                self._before, sys.stdout = sys.stdout, self
            self._users += 1

    def uninstall(self) -> None:
        with self._lock:
            self._users -= 1
            if self._users == 0:
                sys.stdout = self._before


_stdout = _ThreadedStdout()


@contextmanager
def captured_stdout() -> Iterator[io.BytesIO]:
    """Capture the output of this thread, as UTF-8; other threads print as before.

    Output of subprocesses and C extensions bypasses Python and is not captured.
    """
    catch = io.BytesIO()
    stream = io.TextIOWrapper(catch, encoding="utf-8", errors="backslashreplace", write_through=True)
    token = _caught.set(stream)
    _stdout.install()
    try:
        yield catch
    finally:
        _stdout.uninstall()
        _caught.reset(token)
        if not stream.closed:
            stream.detach()  # otherwise it would close the buffer


def captured_text(catch: io.BytesIO) -> str:
    """Return the captured text."""
    return "" if catch.closed else catch.getvalue().decode("utf-8", "replace")


@contextmanager
def isolated(record: PluginRecord, doing: Message, *let_through: type[BaseException]) -> Iterator[None]:
    """Raise a `PluginError` for any exception inside, capture standard output, and keep the current folder.

    `KeyboardInterrupt` and the exceptions in `let_through` pass unchanged.
    """
    record.log(doing.text())
    with _current_folder_kept(record, doing), captured_stdout() as catch:
        try:
            yield
        except BaseException as error:  # also SystemExit: a plugin must not end the program
            if isinstance(error, (KeyboardInterrupt, *let_through)):
                raise
            raise PluginError(_failure(record, doing, error)) from error
        finally:
            printed = captured_text(catch)
            if printed.strip():
                record.remark(
                    message("printed to standard output while {doing}: {text}", doing=doing, text=one_line(printed))
                )


@contextmanager
def _current_folder_kept(record: PluginRecord, doing: Message) -> Iterator[None]:
    """Change the current folder back, so that the caller writes where the user said."""
    before = _current_folder()
    try:
        yield
    finally:
        if before is not None and _current_folder() != before:
            os.chdir(before)
            record.remark(message("changed the current folder while {doing}; it was changed back", doing=doing))


def _current_folder() -> str | None:
    """Return the current folder; None if it was removed."""
    try:
        return os.getcwd()  # noqa: PTH109 - called for each rule, and a path is not needed
    except OSError:
        return None


def _failure(record: PluginRecord, doing: Message, error: BaseException) -> Message:
    plugin = str(record.source)
    said = error.args[0] if isinstance(error, PluginError) and error.args else None  # the most precise
    problem = said if isinstance(said, Message) else describe_error(error)
    return message("plugin {plugin} failed while {doing}: {problem}", plugin=plugin, doing=doing, problem=problem)


Function = Callable[..., Any]


@singledispatch
def wrapped(thing: Any, _: PluginRecord) -> Any:
    """Return the same thing with its functions isolated.

    Exceptions meant for the caller pass: `OptionError` from everything that takes options, `InvalidConceptError` from
    what reads a file and from a format that writes one, `UneditableError` from a format that edits. Any other becomes
    a `PluginError`.
    """
    return thing


@wrapped.register
def _(thing: Format, record: PluginRecord) -> Format:
    return evolve(
        thing,
        read=thing.read
        and _isolated_call(record, thing.read, message("reading a file"), ParsedData, InvalidConceptError),
        write=thing.write
        and _isolated_call(record, thing.write, message("writing a file"), bytes, InvalidConceptError),
        edit=thing.edit and _isolated_call(record, thing.edit, message("changing a file"), Edited, UneditableError),
    )


@wrapped.register
def _(thing: Rule, record: PluginRecord) -> Rule:
    doing = message("checking the rule {code}", code=thing.code)

    def check(*arguments: Any) -> tuple[Hit, ...]:
        with isolated(record, doing):
            return tuple(_expected(hit, Hit) for hit in islice(thing.check(*arguments), MAX_HITS + 1))

    return evolve(
        thing, opt_in=True, check=check, total=thing.total and _isolated_call(record, thing.total, doing, int)
    )


@wrapped.register
def _(thing: Exporter, record: PluginRecord) -> Exporter:
    return evolve(thing, export=_isolated_call(record, thing.export, message("exporting"), Export, OptionError))


@wrapped.register
def _(thing: Publisher, record: PluginRecord) -> Publisher:
    def perform(plan: SendPlan, options: Any) -> Iterator[Sent]:
        doing = message("sending")
        with isolated(record, doing, OptionError):
            steps = iter(thing.perform(plan, options))
        while True:  # step by step, so that steps before a failure are reported
            with isolated(record, doing, OptionError):
                sent = next(steps, None)
                if sent is not None:
                    _expected(sent, Sent)
            if sent is None:
                return
            yield sent

    plan = _isolated_call(record, thing.plan, message("planning what to send"), SendPlan, OptionError)
    return evolve(thing, plan=plan, perform=perform)


@wrapped.register
def _(thing: BundledConcept, record: PluginRecord) -> BundledConcept:
    doing = message("reading its concept {name}", name=thing.name)
    return evolve(thing, read=_isolated_call(record, thing.read, doing, bytes))


@wrapped.register
def _(thing: Table, record: PluginRecord) -> Table:
    doing = message("filling the table {name}", name=thing.name)

    def fill(concept: Concept) -> Mapping[str, Sequence[Any]]:
        with isolated(record, doing):
            return checked_columns(thing, concept.id, thing.fill(concept))

    fill_on = thing.fill_on
    return evolve(thing, fill=fill, fill_on=fill_on and _isolated_fill_on(thing, fill_on, record))


def _isolated_fill_on(table: Table, fill_on: Function, record: PluginRecord) -> Function:
    def fill(concept: Concept, today: date) -> Mapping[str, Sequence[Any]]:
        with isolated(record, message("filling the table {name}", name=table.name)):
            return checked_columns(table, concept.id, fill_on(concept, today))

    return fill


@wrapped.register
def _(thing: Importer, record: PluginRecord) -> Importer:
    doing = message("reading a document")
    return evolve(thing, read=_isolated_call(record, thing.read, doing, Draft, InvalidConceptError, OptionError))


@wrapped.register
def _(thing: ObservationSource, record: PluginRecord) -> ObservationSource:
    doing = message("reading observations")

    def read(concept: Concept, file: InputFile | None, options: Any) -> tuple[Mapping[str, Any], ...]:
        with isolated(record, doing, InvalidConceptError, OptionError):
            return tuple(_expected(row, Mapping) for row in thing.read(concept, file, options))

    return evolve(thing, read=read)


@wrapped.register
def _(thing: CliCommand, record: PluginRecord) -> CliCommand:
    doing = message("building the command {name}", name=thing.name)
    return evolve(thing, build=_isolated_call(record, thing.build, doing, object))


def _isolated_call(
    record: PluginRecord, function: Function, doing: Message, expected: type, *let_through: type[Exception]
) -> Function:
    def call(*arguments: Any) -> Any:
        with isolated(record, doing, *let_through):
            return _expected(function(*arguments), expected)

    return call


def _expected(got: Any, kind: type) -> Any:
    if not isinstance(got, kind):
        raise TypeError(f"expected {kind.__name__}, got {safe_repr(got)}")
    return got


_KINDS: Mapping[ColumnType, tuple[type, ...]] = {
    ColumnType.STRING: (str,),
    ColumnType.INTEGER: (Integral,),
    ColumnType.NUMBER: (Real, Decimal),
    ColumnType.BOOLEAN: (bool,),
    ColumnType.DATE: (date,),
}
"""Python types of the values in a column, besides None for missing ones."""


def checked_columns(table: Table, concept: str, data: Any) -> Mapping[str, Sequence[Any]]:
    """Return the columns of `data` in the order of the table; raise `ValueError` if they do not match it."""
    if not isinstance(data, Mapping):
        raise _wrong(table, f"expected a list of values for each column, got {safe_repr(data)}")
    names = [column.name for column in table.columns]
    if data.keys() != set(names):
        raise _wrong(table, f"expected the columns {', '.join(names)}; got {', '.join(map(safe_repr, data)) or 'none'}")
    rows = {name: _length(table, name, data[name]) for name in names}
    if len(set(rows.values())) > 1:
        told = ", ".join(f"{name} {count}" for name, count in rows.items())
        raise _wrong(table, f"expected as many values in every column; got {told}")
    for column in table.columns:
        _check_values(table, column.name, column.type, data[column.name])
    strange = next((value for value in data[FIRST_COLUMN] if value != concept), concept)
    if strange != concept:
        raise _wrong(
            table, f"expected the concept's id {concept!r} in every row of {FIRST_COLUMN}; got {safe_repr(strange)}"
        )
    return {name: data[name] for name in names}


def _length(table: Table, name: str, values: Any) -> int:
    if isinstance(values, (str, bytes, Mapping)) or not hasattr(values, "__getitem__"):
        raise _wrong(table, f"expected a list of values in {name}, got {safe_repr(values)}")
    return len(values)


def _check_values(table: Table, name: str, kind: ColumnType, values: Iterable[Any]) -> None:
    for row, value in enumerate(values, start=1):
        if value is not None and not _fits(value, kind):
            raise _wrong(table, f"expected {kind.value} or None in {name}, row {row}; got {safe_repr(value)}")


def _fits(value: Any, kind: ColumnType) -> bool:
    if isinstance(value, bool):
        return kind is ColumnType.BOOLEAN
    return isinstance(value, _KINDS[kind]) and not isinstance(value, datetime)


def _wrong(table: Table, said: str) -> ValueError:
    return ValueError(f"{table.name}: {said}")
