"""The calls most people need."""

import os
from collections.abc import Callable
from concurrent.futures import Executor
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from attrs import evolve

from integrationskonzept.analysis import comparison, evaluation, observations
from integrationskonzept.analysis.changes import Comparison
from integrationskonzept.analysis.due import Agenda, due_between
from integrationskonzept.analysis.evaluation import ConceptEvaluation
from integrationskonzept.analysis.merging import Merged
from integrationskonzept.errors import InvalidConceptError, UnknownNameError
from integrationskonzept.files import read_beyond, write_whole
from integrationskonzept.findings import located
from integrationskonzept.formats.format import Format
from integrationskonzept.formats.limits import MAX_BYTES
from integrationskonzept.formats.reading import read_file
from integrationskonzept.formats.writing import plain
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.dates import PartialDate
from integrationskonzept.plugins.exporter import Export
from integrationskonzept.plugins.host import PluginHost
from integrationskonzept.plugins.options import options_from
from integrationskonzept.portfolio import reading
from integrationskonzept.portfolio.laying import tables_of
from integrationskonzept.portfolio.portfolio import Portfolio
from integrationskonzept.rules.profile import Profile
from integrationskonzept.rules.report import Report
from integrationskonzept.rules.running import run
from integrationskonzept.tabular.collection import Tables
from integrationskonzept.tabular.incoming import incoming


@cache
def default_host() -> PluginHost:
    """Return the host used where a call names none: every installed plugin, found when first needed."""
    return PluginHost()


def load(path: str | os.PathLike[str], *, host: PluginHost | None = None) -> Concept:
    """Read a concept from a file; the suffix tells the format.

    Raises `InvalidConceptError` (a `ValueError`) whose `findings` hold every problem with file,
    line and column, `UnknownNameError` (a `KeyError`) for a suffix no format has, and `OSError`
    when the file cannot be read.
    """
    file = Path(path)
    form = _readable(host or default_host(), file.suffix)
    return read_file(read_beyond(file, MAX_BYTES), form, os.fspath(path))


def loads(text: str | bytes, format: str = "yaml", *, host: PluginHost | None = None) -> Concept:
    """Read a concept from text in the format of this name; see `load`."""
    content = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    return read_file(content, _readable(host or default_host(), format))


def save(concept: Concept, path: str | os.PathLike[str], *, host: PluginHost | None = None) -> Path:
    """Write a concept to a file, whole or not at all; the suffix tells the format."""
    file = Path(path)
    return write_whole(file, _written(concept, _writable(host or default_host(), file.suffix)))


def dumps(concept: Concept, format: str = "yaml", *, host: PluginHost | None = None) -> str:
    """Write a concept as text in the format of this name. The same concept gives the same text."""
    return _written(concept, _writable(host or default_host(), format)).decode("utf-8")


def concept(name: str, *, host: PluginHost | None = None) -> Concept:
    """Return a bundled concept by its name, such as ``sachsenheim``.

    Raises `UnknownNameError` (a `KeyError`) with near names when there is none.
    """
    host = host or default_host()
    bundled = host.concept(name)
    return read_file(bundled.read(), _readable(host, bundled.format), f"{name}.{bundled.format}")


def check(
    source: Concept | str | os.PathLike[str], *, profile: str | Profile | None = None, host: PluginHost | None = None
) -> Report:
    """Check a concept, or the file that holds one, and report every finding.

    Without a profile the one that the concept names itself holds, or else ``draft``. Nothing in
    a concept or its file makes this raise; a file that cannot be opened does (`OSError`), and a
    profile that does not exist (`UnknownNameError`).
    """
    host = host or default_host()
    if not isinstance(source, Concept):
        try:
            source = load(source, host=host)
        except InvalidConceptError as problem:
            return Report(findings=problem.findings)
    return run(source, host.rules(), profile, host.profiles().values())


def export(
    concept: Concept, exporter: str, *, internal: bool = False, host: PluginHost | None = None, **options: Any
) -> Export:
    """Export a concept with the exporter of this name; `options` are the exporter's own.

    The exporter is given the public view unless `internal` is true. Raises `OptionError` for
    an option that does not exist or cannot take its value, and `PluginError` when the exporter fails.
    """
    host = host or default_host()
    chosen = host.exporter(exporter)
    return chosen.export(concept if internal else concept.public(), options_from(chosen, options, load=_loader(host)))


def replace(concept: Concept, address: str, **changes: Any) -> Concept:
    """Return a concept in which what has this address has other values for some attributes.

    ``replace(konzept, "measure/sprachkurse", title="Sprachkurse am Abend")``
    """
    return concept.replace(address, **changes)


def compare(old: Concept, new: Concept) -> Comparison:
    """Tell what changed between two editions of a concept, by address.

    ``compare(edition_2025, edition_2027).markdown()`` is a paper for the council.
    """
    return comparison.compare(old, new)


def evaluate(concept: Concept, today: date) -> ConceptEvaluation:
    """Tell how a concept stands on the day `today`: due, overdue, reached, and what is still to be collected.

    Questions about time are answered yes, no, or *cannot be said*, each with its reason.
    """
    return evaluation.evaluate(concept, today)


def due(concept: Concept, start: date, end: date) -> Agenda:
    """List what falls due from the day `start` to the day `end`, in the order of time."""
    return due_between(concept, start, end)


def observe(
    concept: Concept,
    address: str,
    *,
    as_of: PartialDate | date | str | None = None,
    replace: bool = False,
    **found: Any,
) -> Concept:
    """Return a concept with one more observation of an indicator; the same one again changes nothing.

    ``observe(konzept, "indicator/anzahl-kurse", as_of="2026-06", value=12)``; `found` are attributes
    of an observation. Raises `ValueError` when there is another one of the same date and
    population, unless `replace` is true.
    """
    return observations.observe(concept, address, as_of=as_of, replace=replace, **found)


def merge_observations(concept: Concept, table: Any, *, overwrite: bool = False, decimal: str | None = None) -> Merged:
    """Merge a table of observations into a concept: what fits is taken, the rest reported with row and column.

    `table` is the path of a CSV file, an iterable of mappings, or a frame (pandas, polars, Arrow
    or any that narwhals knows) with the columns ``indicator``, ``as_of``, ``value`` and others of
    an observation. The same table a second time changes nothing. Where the concept says
    otherwise, a row is taken only if `overwrite` is true. `decimal` is the table's decimal mark,
    where numbers such as 1.234 could be read in two ways.
    """
    came = incoming(table)
    merged = observations.merge(concept, came.rows, overwrite=overwrite, decimal=decimal, first_row=came.first_row)
    findings = (*came.findings, *merged.findings)
    placed = tuple(located(findings, came.file)) if came.file else findings
    return evolve(merged, findings=placed, remarks=came.remarks)


def tables(*concepts: Concept, host: PluginHost | None = None) -> Tables:
    """Lay out one concept, or several under each other, in tidy tables.

    ``tables(konzept).indicators.to_pandas()``; every table has documented columns and its first
    one names the concept. A table is filled when it is first asked for, and only that of
    findings checks the concepts.
    """
    return tables_of(concepts, host or default_host())


def read_portfolio(
    paths: reading.Paths,
    *,
    executor: Executor | None = None,
    progress: reading.Progress | None = None,
    host: PluginHost | None = None,
) -> Portfolio:
    """Read the concepts of many files; a folder stands for the files in it that a format reads.

    A file that holds no concept is among the portfolio's findings, and the others are read. Any
    `concurrent.futures` executor shares the work out: threads, processes, Dask's
    ``client.get_executor()``. `progress` is called with how many of how many files are done.
    """
    return reading.read_portfolio(paths, host or default_host(), executor=executor, progress=progress)


def _loader(host: PluginHost) -> Callable[[str], Concept]:
    return lambda path: load(path, host=host)


def _readable(host: PluginHost, suffix_or_name: str) -> Format:
    form = host.format_for(suffix_or_name)
    if form.read is None:
        raise UnknownNameError(f"the format {form.name!r} is only written, not read")
    return form


def _writable(host: PluginHost, suffix_or_name: str) -> Format:
    form = host.format_for(suffix_or_name)
    if form.write is None:
        raise UnknownNameError(f"the format {form.name!r} is only read, not written")
    return form


def _written(concept: Concept, form: Format) -> bytes:
    return form.write(plain(concept))  # type: ignore[misc]  # `_writable` gave it
