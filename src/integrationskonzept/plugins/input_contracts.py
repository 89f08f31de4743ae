"""Contracts of plugins that bring data in: importers of documents, and sources of observations."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from attrs import field, frozen

from integrationskonzept.drafts.draft import Draft
from integrationskonzept.files import InputFile
from integrationskonzept.i18n.messages import Message, is_message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.names import named
from integrationskonzept.model.validators import is_function, suffixes_with_dots
from integrationskonzept.plugins.contracts import NoOptions, options_class


@frozen(kw_only=True)
class Importer:
    """Conversion of a document to a draft of a concept: a name, options, and a pure function."""

    name: str = field(validator=named)
    """Short name, such as ``docx``."""
    title: Message = field(validator=is_message)
    """Name shown to users, such as "Word document"."""
    suffixes: tuple[str, ...] = field(validator=suffixes_with_dots)
    """Suffixes of the documents it reads, with the dot."""
    read: Callable[[InputFile, Any], Draft] = field(validator=is_function)
    """Function of document and options that returns the draft. It must not read the clock, the network or other
    files. For a document that it cannot read at all it raises `InvalidConceptError`."""
    options: type = field(default=NoOptions, validator=options_class)
    """An attrs class; every attribute has a default, so that no option is ever required."""


@frozen(kw_only=True)
class ObservationSource:
    """A source of observations for the indicators of a concept, such as a file of statistics or a web service."""

    name: str = field(validator=named)
    """Short name, such as ``regional-statistics``."""
    title: Message = field(validator=is_message)
    """Name shown to users."""
    read: Callable[[Concept, InputFile | None, Any], Iterable[Mapping[str, Any]]] = field(validator=is_function)
    """Function of concept, file and options that returns rows: mappings with the columns of ``observe``, such as
    ``indicator``, ``as_of`` and ``value``. The file is None where none is given. For a file that it cannot read at
    all it raises `InvalidConceptError` with findings."""
    suffixes: tuple[str, ...] = field(default=(), validator=suffixes_with_dots)
    """Suffixes of the files it reads, with the dot; none if it reads no files."""
    options: type = field(default=NoOptions, validator=options_class)
    """An attrs class; every attribute has a default, so that no option is ever required."""
