"""The calls most people need."""

import os
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from integrationskonzept.analysis import comparison, evaluation, observations
from integrationskonzept.analysis.changes import Comparison
from integrationskonzept.analysis.evaluation import ConceptEvaluation
from integrationskonzept.errors import InvalidConceptError, UnknownNameError
from integrationskonzept.files import write_whole
from integrationskonzept.formats.format import Format
from integrationskonzept.formats.reading import read_concept
from integrationskonzept.formats.writing import plain
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.nearby import did_you_mean
from integrationskonzept.plugins.exporter import Export
from integrationskonzept.plugins.host import PluginHost
from integrationskonzept.plugins.options import options_from
from integrationskonzept.rules.profile import Profile
from integrationskonzept.rules.report import Report
from integrationskonzept.rules.running import run

Source = Concept | str | os.PathLike[str]
"""A concept, or the name of a file that holds one."""


@cache
def default_host() -> PluginHost:
    """Return the host used where a call names none: every installed plugin, found when first needed."""
    return PluginHost()


def load(path: str | os.PathLike[str], *, host: PluginHost | None = None) -> Concept:
    """Read a concept from a file; the suffix tells the format.

    Raises `InvalidConceptError` (a `ValueError`) whose `findings` hold every problem with file,
    line and column, and `OSError` when the file cannot be read.
    """
    file = Path(path)
    format = _readable(host or default_host(), file.suffix)
    return _read(format, file.read_bytes(), str(path))


def loads(text: str | bytes, format: str = "yaml", *, host: PluginHost | None = None) -> Concept:
    """Read a concept from text in the format of this name; see `load`."""
    content = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    return _read(_readable(host or default_host(), format), content, None)


def save(concept: Concept, path: str | os.PathLike[str], *, host: PluginHost | None = None) -> Path:
    """Write a concept to a file, whole or not at all; the suffix tells the format."""
    file = Path(path)
    return write_whole(file, _write(_writable(host or default_host(), file.suffix), concept))


def dumps(concept: Concept, format: str = "yaml", *, host: PluginHost | None = None) -> str:
    """Write a concept as text in the format of this name. The same concept gives the same text."""
    return _write(_writable(host or default_host(), format), concept).decode("utf-8")


def concept(name: str, *, host: PluginHost | None = None) -> Concept:
    """Return a bundled concept by its name, such as ``sachsenheim``.

    Raises `UnknownNameError` (a `KeyError`) with near names when there is none.
    """
    known = (host or default_host()).concepts()
    if name not in known:
        raise UnknownNameError(f"no concept {name!r} is bundled{did_you_mean(name, known)}")
    return known[name].load()


def check(source: Source, *, profile: str | Profile | None = None, host: PluginHost | None = None) -> Report:
    """Check a concept, or the file that holds one, and report every finding.

    Nothing in a concept or its file makes this raise; a file that cannot be opened does (`OSError`).
    Without a profile, the one the concept names itself is used, or else ``draft``.
    """
    host = host or default_host()
    if not isinstance(source, Concept):
        try:
            source = load(source, host=host)
        except InvalidConceptError as problem:
            return Report(findings=problem.findings)
    return run(source, host.rules(), _profile(host, profile or (source.checks and source.checks.profile) or "draft"))


def export(
    concept: Concept, exporter: str, *, internal: bool = False, host: PluginHost | None = None, **options: Any
) -> Export:
    """Export a concept with the exporter of this name; `options` are the exporter's own.

    The exporter is given the public view unless `internal` is true. Raises `OptionError` for
    an option that does not exist or cannot take its value, and `PluginError` when the exporter fails.
    """
    host = host or default_host()
    chosen = host.exporter(exporter)
    return chosen.export(concept if internal else concept.public(), options_from(chosen, options))


def replace(concept: Concept, address: str, **changes: Any) -> Concept:
    """Return a concept in which what has this address has other values for some attributes."""
    return concept.replace(address, **changes)


def observe(concept: Concept, address: str, **observation: Any) -> Concept:
    """Return a concept with one more observation of an indicator, kept in the order of dates.

    ``observe(konzept, "indicator/anzahl-kurse", as_of="2026-06", value=12)``
    """
    return observations.observe(concept, address, **observation)


def compare(old: Concept, new: Concept) -> Comparison:
    """Tell what changed between two editions, by address."""
    return comparison.compare(old, new)


def evaluate(concept: Concept, today: date) -> ConceptEvaluation:
    """Tell how the concept stands on the day `today`: due, overdue (yes, no, cannot be said), progress."""
    return evaluation.evaluate(concept, today)


def _read(format: Format, content: bytes, file: str | None) -> Concept:
    assert format.read is not None
    return read_concept(format.read(content), file)


def _write(format: Format, concept: Concept) -> bytes:
    assert format.write is not None
    return format.write(plain(concept))
