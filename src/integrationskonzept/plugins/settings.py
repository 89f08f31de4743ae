"""Settings of plugins in the file ``integrationskonzept.toml`` beside a concept."""

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, get_args

import attrs
from attrs import field, frozen

from integrationskonzept.errors import OptionError
from integrationskonzept.files import read_beyond
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.concept import Concept
from integrationskonzept.plugins.contracts import Exporter, Publisher
from integrationskonzept.plugins.input_contracts import Importer, ObservationSource
from integrationskonzept.plugins.options import OptionOwner, options_from
from integrationskonzept.suggest import suggestion_or_choices

SETTINGS_FILE = "integrationskonzept.toml"
"""Name of the file."""

_MAX_BYTES = 1_000_000
"""Largest size of the file: hundreds of times what the options of all plugins need."""

_SECTIONS: Mapping[str, type] = {
    "exporter": Exporter,
    "publisher": Publisher,
    "importer": Importer,
    "source": ObservationSource,
}
"""The first part of a section's name, such as ``[exporter.ical]``, and the contract of what it sets options of."""


@frozen(kw_only=True)
class Settings:
    """Options of exporters, publishers, importers and sources that a town has set for its concept."""

    file: Path | None = None
    """The file they stand in; None if there is none."""
    sections: Mapping[str, Mapping[str, Mapping[str, Any]]] = field(factory=dict)
    """Options by name, by the name of their owner and by the kind of it, such as ``exporter``."""

    def options_of(self, owner: OptionOwner, load: Callable[[str], Concept] | None = None) -> Mapping[str, Any]:
        """Return the options that are set for an exporter, publisher, importer or source.

        Paths and names of concept files are relative to the folder of the file; `load` reads such a concept.

        Raises:
            OptionError: The owner has no such option, or it cannot take the value.
        """
        kind = next(name for name, contract in _SECTIONS.items() if isinstance(owner, contract))
        stated = self.sections.get(kind, {}).get(owner.name, {})
        if self.file is None or not stated:
            return {}
        files = {each.name for each in attrs.fields(attrs.resolve_types(owner.options)) if _is_file(each.type)}
        folder = self.file.parent
        found = {name: _in_folder(folder, value) if name in files else value for name, value in stated.items()}
        try:
            options_from(owner, found, load=load)
        except OptionError as error:
            raise OptionError(
                message(
                    "{file}, [{section}.{name}]: {problem}",
                    file=self.file,
                    section=kind,
                    name=owner.name,
                    problem=error.args[0],
                )
            ) from error
        return found


def _is_file(kind: Any) -> bool:
    """Return whether an option of this type is a path or the name of a concept's file, or holds several of them."""
    return kind in (Path, Concept) or any(map(_is_file, get_args(kind)))


def _in_folder(folder: Path, stated: Any) -> Any:
    """Return a path, or a list of paths, relative to a folder."""
    if isinstance(stated, list):
        return [_in_folder(folder, each) for each in stated]
    return str(folder / stated) if isinstance(stated, str) else stated


def read_settings(folder: Path) -> Settings:
    """Return the settings in a folder; none if it has no such file.

    Raises:
        OptionError: The file cannot be read as TOML, or has a section that means nothing.
    """
    file = folder / SETTINGS_FILE
    if not file.is_file():
        return Settings()
    content = read_beyond(file, _MAX_BYTES)
    if len(content) > _MAX_BYTES:
        raise _wrong(file, message("larger than {limit} MB, as no settings are", limit=_MAX_BYTES // 10**6))
    try:
        data = tomllib.loads(content.decode("utf-8"))
    except (ValueError, RecursionError) as error:  # a decoding error is a ValueError too
        raise _wrong(file, message("not readable as TOML in UTF-8: {error}", error=error)) from error
    for kind, owners in data.items():
        if kind not in _SECTIONS:
            nothing = message("there is no section [{kind}.…]", kind=kind)
            raise _wrong(file, suggestion_or_choices(nothing, kind, _SECTIONS))
        if not isinstance(owners, dict) or not all(isinstance(options, dict) for options in owners.values()):
            raise _wrong(
                file, message("options of an {kind} stand in a section such as [{kind}.name] of their own", kind=kind)
            )
    return Settings(file=file, sections=data)


def _wrong(file: Path, problem: Message) -> OptionError:
    return OptionError(message("{file}: {problem}", file=file, problem=problem))
