"""Read documents and observations with the importers and sources of a host."""

import os
from pathlib import Path
from typing import Any

from integrationskonzept.drafts.draft import Draft
from integrationskonzept.drafts.problems import unreadable
from integrationskonzept.errors import InvalidConceptError, UnknownNameError
from integrationskonzept.files import InputFile, input_file, read_beyond
from integrationskonzept.findings import located
from integrationskonzept.formats.limits import MAX_BYTES
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.concept import Concept
from integrationskonzept.observations.sources import ObservationTable
from integrationskonzept.plugins.host import PluginHost, default_host
from integrationskonzept.plugins.input_contracts import Importer
from integrationskonzept.plugins.options import options_from


def draft(
    path: str | os.PathLike[str], *, importer: str | None = None, host: PluginHost | None = None, **options: Any
) -> Draft:
    """Return a draft of a concept from a document, with everything that is doubtful in it.

    Args:
        path: The document.
        importer: Name of the importer; by default the suffix of the document decides.
        host: The plugins to use; by default the installed ones.
        options: The importer's own options.

    Raises:
        InvalidConceptError: The importer cannot read the document at all.
        UnknownNameError: There is no such importer, or none for the suffix.
        OptionError: The importer has no such option, or it cannot take the value.
        PluginError: The importer fails.
        OSError: The document cannot be read.
    """
    chosen = importer_for(path, importer, host or default_host())
    try:
        found: Draft = chosen.read(_document(path), options_from(chosen, options))
    except InvalidConceptError as error:
        raise InvalidConceptError(str(error), [*located(error.findings, os.fspath(path))]) from None
    return found


def importer_for(path: str | os.PathLike[str], name: str | None, host: PluginHost) -> Importer:
    """Return the importer of a document: the one of this name, or else the one that reads files with its suffix.

    Raises:
        UnknownNameError: There is no such importer, or none for the suffix.
    """
    suffix = Path(path).suffix.lower()
    known = sorted({each.lower() for found in host.importers().values() for each in found.suffixes})
    if name is None and suffix not in known:
        raise UnknownNameError(
            message(
                "{file}: no importer reads files that end in '{suffix}'; save the document as one of {known}, or name"
                " an importer (--from)",
                file=os.fspath(path),
                suffix=suffix,
                known=", ".join(known),
            )
        )
    return host.importer_for(name or suffix)


def _document(path: str | os.PathLike[str]) -> InputFile:
    """Return a document with its content; raise `InvalidConceptError` for one that is too large."""
    content = read_beyond(Path(path), MAX_BYTES)
    if len(content) > MAX_BYTES:
        raise unreadable(
            message("the document is larger than {limit} MB", limit=MAX_BYTES // 2**20),
            message("leave out its pictures, or save its parts as documents of their own"),
        )
    return InputFile(name=Path(path).name, content=content)


def observations(
    concept: Concept,
    source: str,
    path: str | os.PathLike[str] | None = None,
    *,
    host: PluginHost | None = None,
    **options: Any,
) -> ObservationTable:
    """Return the observations that a plugin's source has for a concept, for `merge_observations`.

    Args:
        concept: The concept whose indicators they belong to.
        source: Name of the source, or the suffix of the files it reads.
        path: The file to read, if the source reads files.
        host: The plugins to use; by default the installed ones.
        options: The source's own options.

    Raises:
        UnknownNameError: There is no such source.
        OptionError: The source has no such option, or it cannot take the value.
        PluginError: The source fails.
        OSError: The file cannot be read.
    """
    chosen = (host or default_host()).source_for(source)
    file = None if path is None else input_file(path)
    rows = chosen.read(concept, file, options_from(chosen, options))
    return ObservationTable(rows=tuple(rows), file=chosen.name if path is None else os.fspath(path))


__all__ = ["draft", "observations"]
