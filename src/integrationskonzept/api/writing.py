"""Concepts into files and texts."""

import os
from pathlib import Path

from integrationskonzept.api.hosting import default_host, writable
from integrationskonzept.errors import UnknownNameError
from integrationskonzept.files import write_whole
from integrationskonzept.formats.format import Format
from integrationskonzept.formats.writing import plain
from integrationskonzept.language import message
from integrationskonzept.model.concept import Concept
from integrationskonzept.plugins.host import PluginHost


def save(
    concept: Concept, path: str | os.PathLike[str], *, format: str | None = None, host: PluginHost | None = None
) -> Path:
    """Write a concept to a file, whole or not at all; the suffix tells the format where none is named."""
    file = Path(path)
    return write_whole(file, _written(concept, writable(host or default_host(), format or file.suffix)))


def dumps(concept: Concept, format: str = "yaml", *, host: PluginHost | None = None) -> str:
    """Write a concept as text in the format of this name. The same concept gives the same text.

    Raises `UnknownNameError` for a format that writes no text; `save` writes it to a file.
    """
    form = writable(host or default_host(), format)
    try:
        return _written(concept, form).decode("utf-8")
    except UnicodeDecodeError:
        no_text = message(
            "the format '{format}' is no text; write it to a file: save(concept, 'NAME{suffix}')",
            format=form.name,
            suffix=form.suffixes[0],
        )
        raise UnknownNameError(no_text) from None


def _written(concept: Concept, form: Format) -> bytes:
    return form.write(plain(concept))  # type: ignore[misc]  # `writable` gave it
