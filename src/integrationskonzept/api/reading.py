"""Concepts out of files, texts and packages."""

import os
from pathlib import Path

from integrationskonzept.api.hosting import default_host, readable
from integrationskonzept.files import read_beyond
from integrationskonzept.formats.limits import MAX_BYTES
from integrationskonzept.formats.load import read_file
from integrationskonzept.model.concept import Concept
from integrationskonzept.plugins.host import PluginHost


def load(path: str | os.PathLike[str], *, format: str | None = None, host: PluginHost | None = None) -> Concept:
    """Read a concept from a file; the suffix tells the format where none is named.

    What the format remarks without refusing the file is in ``origin.findings``, and `check` reports it.

    Raises `InvalidConceptError` (a `ValueError`) whose `findings` hold every problem with file,
    line and column, `UnknownNameError` (a `KeyError`) for a suffix no format has, and `OSError`
    when the file cannot be read.
    """
    file = Path(path)
    form = readable(host or default_host(), format or file.suffix)
    return read_file(read_beyond(file, MAX_BYTES), form, os.fspath(path))


def loads(text: str | bytes, format: str = "yaml", *, host: PluginHost | None = None) -> Concept:
    """Read a concept from text in the format of this name; see `load`."""
    content = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    return read_file(content, readable(host or default_host(), format))


def concept(name: str, *, host: PluginHost | None = None) -> Concept:
    """Return a bundled concept by its name, such as ``sachsenheim``.

    Raises `UnknownNameError` (a `KeyError`) with near names when there is none.
    """
    host = host or default_host()
    bundled = host.concept(name)
    return read_file(bundled.read(), readable(host, bundled.format), f"{name}.{bundled.format}")
