"""Read documents and observations with the importers and sources of a host."""

import os
from pathlib import Path
from typing import Any

from integrationskonzept.drafts.draft import Draft
from integrationskonzept.errors import InvalidConceptError
from integrationskonzept.files import input_file
from integrationskonzept.findings import located
from integrationskonzept.model.concept import Concept
from integrationskonzept.observations.sources import ObservationTable
from integrationskonzept.plugins.host import PluginHost, default_host
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
    chosen = (host or default_host()).importer_for(importer or Path(path).suffix)
    try:
        found: Draft = chosen.read(input_file(path), options_from(chosen, options))
    except InvalidConceptError as error:
        raise InvalidConceptError(str(error), [*located(error.findings, os.fspath(path))]) from None
    return found


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
