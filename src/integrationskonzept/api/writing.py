"""Concepts into files and texts."""

import os
from pathlib import Path

from integrationskonzept.api.hosting import default_host, readable, writable
from integrationskonzept.errors import UnknownNameError
from integrationskonzept.files import read_beyond, write_whole
from integrationskonzept.formats.file_data import file_data
from integrationskonzept.formats.limits import MAX_BYTES
from integrationskonzept.formats.text_edits import edit_text
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.concept import Concept
from integrationskonzept.plugins.host import PluginHost


def save(
    concept: Concept, path: str | os.PathLike[str], *, format: str | None = None, host: PluginHost | None = None
) -> Path:
    """Write a concept to a file, whole or not at all; the suffix tells the format where none is named.

    All of it is written, what is marked internal too, over whatever stands there; comments of
    a file are not kept (`update` keeps them). ``save(concept.public(), path)`` leaves out what is internal.
    """
    file = Path(path)
    return write_whole(file, encoded(concept, format or file.suffix, host=host))


def update(concept: Concept, path: str | os.PathLike[str], *, host: PluginHost | None = None) -> Path:
    """Change a file so that it holds a concept, and leave the rest of its text as it is.

    Comments, order, quotes and blank lines stay; only the lines of values that differ are changed.
    A comment inside something that is removed, or that can only be written anew as a whole, goes
    with it. Nothing is written where nothing differs. Raises `UneditableError` (a `ValueError`)
    and writes nothing where the text cannot be changed in place; `save` then writes the file as a
    whole. Raises `InvalidConceptError` when the file holds no concept, and `OSError` when it
    cannot be read or written.
    """
    file = Path(path)
    content = read_beyond(file, MAX_BYTES)
    new = edit_text(content, readable(host or default_host(), file.suffix), concept).content
    return file if new == content else write_whole(file, new)


def dumps(concept: Concept, format: str = "yaml", *, host: PluginHost | None = None) -> str:
    """Write a concept as text in the format of this name. The same concept gives the same text.

    Raises `UnknownNameError` for a format that writes no text; `save` writes it to a file.
    """
    try:
        return encoded(concept, format, host=host).decode("utf-8")
    except UnicodeDecodeError:
        form = writable(host or default_host(), format)
        no_text = message(
            "the format '{format}' is no text; write it to a file: save(concept, 'NAME{suffix}')",
            format=form.name,
            suffix=form.suffixes[0],
        )
        raise UnknownNameError(no_text) from None


def encoded(concept: Concept, format: str, *, host: PluginHost | None = None) -> bytes:
    """Return the bytes of a concept's file in the format of this name or suffix."""
    form = writable(host or default_host(), format)
    return form.write(file_data(concept))  # type: ignore[misc]  # `writable` gave it
