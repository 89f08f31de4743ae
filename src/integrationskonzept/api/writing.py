"""Concepts into files and texts."""

import os
from pathlib import Path

from integrationskonzept.api.hosting import default_host, writable
from integrationskonzept.files import write_whole
from integrationskonzept.formats.format import Format
from integrationskonzept.formats.writing import plain
from integrationskonzept.model.concept import Concept
from integrationskonzept.plugins.host import PluginHost


def save(concept: Concept, path: str | os.PathLike[str], *, host: PluginHost | None = None) -> Path:
    """Write a concept to a file, whole or not at all; the suffix tells the format."""
    file = Path(path)
    return write_whole(file, _written(concept, writable(host or default_host(), file.suffix)))


def dumps(concept: Concept, format: str = "yaml", *, host: PluginHost | None = None) -> str:
    """Write a concept as text in the format of this name. The same concept gives the same text."""
    return _written(concept, writable(host or default_host(), format)).decode("utf-8")


def _written(concept: Concept, form: Format) -> bytes:
    return form.write(plain(concept))  # type: ignore[misc]  # `writable` gave it
