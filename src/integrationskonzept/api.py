"""Read, check, write and export concepts, with the plugins of a host.

The other functions of the package live in lower modules: `compare`, `evaluate`, `due`, `observe`,
`merge_observations`, `tables` and `read_portfolio`. All are available as ``integrationskonzept.…``.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Unpack

import attrs

from integrationskonzept.errors import InvalidConceptError, UnknownNameError
from integrationskonzept.files import read_beyond, write_whole
from integrationskonzept.formats.file_data import file_data
from integrationskonzept.formats.format import Format, ParsedData
from integrationskonzept.formats.limits import MAX_BYTES
from integrationskonzept.formats.load import read_concept, read_file
from integrationskonzept.formats.partial_concept import read_partial_concept
from integrationskonzept.formats.text_edits import edit_text
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.changes import Changes
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.element import Addressed
from integrationskonzept.plugins.check import check_with
from integrationskonzept.plugins.contracts import Export
from integrationskonzept.plugins.host import PluginHost, default_host
from integrationskonzept.plugins.options import options_from
from integrationskonzept.rules.former_words import with_former_names
from integrationskonzept.rules.profiles import Profile
from integrationskonzept.rules.report import CheckReport

__all__ = ["check", "concept", "dumps", "export", "from_dict", "load", "loads", "replace", "save", "to_dict", "update"]


def load(path: str | os.PathLike[str], *, format: str | None = None, host: PluginHost | None = None) -> Concept:
    """Read a concept from a file; the suffix decides the format unless `format` is given.

    Remarks of the format that do not keep the file from being read are in ``origin.findings``, and
    `check` reports them.

    Raises `InvalidConceptError` (a `ValueError`) whose `findings` hold every problem with file,
    line and column, `UnknownNameError` (a `KeyError`) for a suffix no format has, and `OSError`
    when the file cannot be read.
    """
    file = Path(path)
    content = read_beyond(file, MAX_BYTES)
    return read_file(content, _readable(host or default_host(), format or file.suffix), os.fspath(path))


def loads(text: str | bytes, format: str = "yaml", *, host: PluginHost | None = None) -> Concept:
    """Read a concept from text in the format of this name; see `load`."""
    content = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    return read_file(content, _readable(host or default_host(), format))


def from_dict(data: Mapping[str, Any]) -> Concept:
    """Return the concept that a dictionary in the layout of a file describes; the inverse of `to_dict`.

    Raises `InvalidConceptError` with every problem and its path, as `loads` does for a text.
    """
    return read_concept(ParsedData(data))


def to_dict(concept: Concept) -> dict[str, Any]:
    """Return a concept as a dictionary in the layout of a file: text, numbers, truth values, lists and dictionaries.

    All of it is contained, what is marked internal and the town's own ``x-`` keys too. `json.dumps` can write it.
    Raises `InvalidConceptError` for a value that no file can hold.
    """
    return file_data(concept)


def concept(name: str, *, host: PluginHost | None = None) -> Concept:
    """Return a bundled concept by its name, such as ``sachsenheim``.

    Raises `UnknownNameError` (a `KeyError`) with similar names when there is none.
    """
    host = host or default_host()
    bundled = host.concept(name)
    return read_file(bundled.read(), _readable(host, bundled.format), f"{name}.{bundled.format}")


def check(
    source: Concept | str | os.PathLike[str], *, profile: str | Profile | None = None, host: PluginHost | None = None
) -> CheckReport:
    """Check a concept, or a file with a concept, and report every finding.

    Without a profile the one that the concept names applies, or else ``draft``. Nothing in
    a concept or its file makes this raise; a file that cannot be opened does (`OSError`), a profile
    that does not exist (`UnknownNameError`), and one that checks nothing (`InvalidProfileError`).
    Rules that a profile names and nobody provides, and plugins with faults, are findings.
    """
    host = host or default_host()
    if isinstance(source, Concept):
        return _in_names_of_file(check_with(host, source, profile), source)
    content = read_beyond(Path(source), MAX_BYTES)
    return _check_content(content, _readable(host, Path(source).suffix), os.fspath(source), profile, host)


def check_text(
    content: bytes, *, format: str, name: str, profile: str | Profile | None = None, host: PluginHost | None = None
) -> CheckReport:
    """Check the content of a file in the format of this name, and report every finding; see `check`."""
    host = host or default_host()
    return _check_content(content, _readable(host, format), name, profile, host)


def _check_content(
    content: bytes, form: Format, name: str, profile: str | Profile | None, host: PluginHost
) -> CheckReport:
    """Report the findings of a file, or its problems and the findings in the rest that do not depend on them."""
    try:
        concept = read_file(content, form, name)
    except InvalidConceptError as problem:
        rest = form.read and read_partial_concept(content, form.read, name)
        if not rest:
            return CheckReport(findings=problem.findings)
        found = check_with(host, rest.concept, profile)
        certain = attrs.evolve(found, findings=tuple(filter(rest.is_certain, found.findings)))
        return CheckReport(findings=(*problem.findings, *_in_names_of_file(certain, rest.concept).findings))
    return _in_names_of_file(check_with(host, concept, profile), concept)


def _in_names_of_file(report: CheckReport, concept: Concept) -> CheckReport:
    """Return a report with the names of keys that stand in the concept's file."""
    if concept.origin is None or not concept.origin.is_former:
        return report
    return attrs.evolve(report, findings=with_former_names(report.findings))


def save(
    concept: Concept, path: str | os.PathLike[str], *, format: str | None = None, host: PluginHost | None = None
) -> Path:
    """Write a concept to a file, whole or not at all; the suffix decides the format unless `format` is given.

    All of it is written, what is marked internal too, over an existing file; comments of
    the file are not kept (`update` keeps them). ``save(concept.public(), path)`` leaves out what is internal.
    """
    file = Path(path)
    return write_whole(file, encode(concept, format or file.suffix, host=host))


def update(concept: Concept, path: str | os.PathLike[str], *, host: PluginHost | None = None) -> Path:
    """Change the text of a file so that it holds a concept, and leave the rest of the text as it is.

    Comments, order, quotes and blank lines stay; only the lines of values that differ are changed.
    A comment inside something that is removed, or that can only be rewritten as a whole, is
    lost. Nothing is written if nothing differs. Raises `UneditableError` (a `ValueError`)
    and writes nothing if the text cannot be changed in place; `save` then writes the file as a
    whole. Raises `InvalidConceptError` when the file holds no concept, and `OSError` when it
    cannot be read or written.
    """
    file = Path(path)
    content = read_beyond(file, MAX_BYTES)
    new = edit_text(content, _readable(host or default_host(), file.suffix), concept).content
    return file if new == content else write_whole(file, new)


def dumps(concept: Concept, format: str = "yaml", *, host: PluginHost | None = None) -> str:
    """Return a concept as text in the format of this name. The same concept gives the same text.

    Raises `UnknownNameError` for a format that is not text; `save` writes it to a file.
    """
    try:
        return encode(concept, format, host=host).decode("utf-8")
    except UnicodeDecodeError:
        form = _writable(host or default_host(), format)
        no_text = message(
            "the format '{format}' is no text; write it to a file: save(concept, 'NAME{suffix}')",
            format=form.name,
            suffix=form.suffixes[0],
        )
        raise UnknownNameError(no_text) from None


def encode(concept: Concept, format: str, *, host: PluginHost | None = None) -> bytes:
    """Return the bytes of a concept's file in the format of this name or suffix."""
    form = _writable(host or default_host(), format)
    return form.write(file_data(concept))  # type: ignore[misc]  # `_writable` gave it


def export(
    concept: Concept, exporter: str, *, internal: bool = False, host: PluginHost | None = None, **options: Any
) -> Export:
    """Export a concept with the exporter of this name; `options` are the exporter's own.

    The exporter gets the public view unless `internal` is true. Raises `OptionError` for
    an option that does not exist or cannot take its value, and `PluginError` when the exporter fails.
    """
    host = host or default_host()
    chosen = host.exporter(exporter)
    given = options_from(chosen, options, load=lambda named: _named_concept(named, host))
    return chosen.export(concept if internal else concept.public(), given)


def _named_concept(named: str, host: PluginHost) -> Concept:
    """Return the concept of a file, or the bundled concept of that name where there is no such file."""
    is_name = not Path(named).suffix and not Path(named).exists()
    return concept(named, host=host) if is_name else load(named, host=host)


def replace(concept: Concept, address: str | Addressed, **changes: Unpack[Changes]) -> Concept:
    """Return a concept in which the element with this address has other values for some attributes.

    ``replace(konzept, "measure/sprachkurse", title="Sprachkurse am Abend")``
    """
    return concept.replace(address if isinstance(address, str) else address.address, **changes)


def _readable(host: PluginHost, suffix_or_name: str) -> Format:
    """Return the format of a suffix or name; raise `UnknownNameError` if it cannot be read."""
    form = host.format_for(suffix_or_name)
    if form.read is None:
        raise UnknownNameError(message("the format '{format}' is only written, not read", format=form.name))
    return form


def _writable(host: PluginHost, suffix_or_name: str) -> Format:
    """Return the format of a suffix or name; raise `UnknownNameError` if it cannot be written."""
    form = host.format_for(suffix_or_name)
    if form.write is None:
        raise UnknownNameError(message("the format '{format}' is only read, not written", format=form.name))
    return form
