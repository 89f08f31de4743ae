"""Layouts of documents as data: the labels and structure that one town uses, in a TOML file."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import evolve, field, frozen

from integrationskonzept.drafts.attributes import ATTRIBUTES, IGNORED
from integrationskonzept.errors import InvalidLayoutError
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.suggest import suggestion_or_choices

ORIENTATIONS = ("auto", "labels", "rows", "columns")
_TEXTS = ("measure", "field", "skip")


@frozen(kw_only=True)
class DocumentLayout:
    """What a town's documents look like, where it cannot be recognised."""

    labels: Mapping[str, str] = field(factory=dict)
    """Attributes by label, as printed; ``ignore`` for text that is no part of the concept."""
    measure: tuple[str, ...] = ()
    """Words with which the head of a measure begins, such as ``Handlungsempfehlung``."""
    field: tuple[str, ...] = ()
    """Words with which the head of a field of action begins, such as ``Säule``."""
    skip: tuple[str, ...] = ()
    """Headings of the parts that are not read."""
    orientation: str = "auto"
    """Tables of measures: ``labels`` in the first column, ``rows`` with a measure each, or ``columns``."""
    glued: bool = False
    """Whether labels and values stand together without a mark, as in ``ZielgruppeFamilien``."""
    town: str | None = None
    """Name of the municipality."""
    title: str | None = None
    """Title of the concept."""


def read_layout(file: Path) -> DocumentLayout:
    """Return the layout in a TOML file, or raise `InvalidLayoutError`."""
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InvalidLayoutError(
            message("{file} is not readable as TOML: {problem}", file=file, problem=error)
        ) from None
    try:
        return layout_of(data)
    except InvalidLayoutError as error:
        raise InvalidLayoutError(message("{file}: {problem}", file=file, problem=error.args[0])) from None


def _layout(stated: DocumentLayout | Path | None) -> DocumentLayout:
    """Return a layout, read from its file if one is named."""
    return read_layout(stated) if isinstance(stated, Path) else stated or DocumentLayout()


@frozen(kw_only=True)
class DraftOptions:
    """Options of the importers that use the engine of this package."""

    layout: DocumentLayout | Path | None = field(
        default=None,
        converter=_layout,
        metadata={"help": message("TOML file with the labels and the structure of your documents")},
    )
    """What the documents of the town look like, as far as it cannot be recognised; the file is read at once."""
    town: str | None = field(
        default=None, metadata={"help": message("name of the municipality, where the document does not say it")}
    )
    """Name of the municipality; it outweighs the one in the layout."""

    @property
    def document_layout(self) -> DocumentLayout:
        """The layout, with the name of the municipality."""
        layout = _layout(self.layout)
        return evolve(layout, town=self.town) if self.town else layout


def layout_of(data: Mapping[str, Any]) -> DocumentLayout:
    """Return the layout that plain data describes, or raise `InvalidLayoutError`."""
    known = ("labels", *_TEXTS, "orientation", "glued", "town", "title")
    for key in data:
        if key not in known:
            nothing = message("a layout has no key '{key}'", key=key)
            raise InvalidLayoutError(suggestion_or_choices(nothing, key, known))
    values: dict[str, Any] = {key: _texts(key, data[key]) for key in _TEXTS if key in data}
    values |= {key: _typed(key, data[key], str) for key in ("town", "title", "orientation") if key in data}
    if "glued" in data:
        values["glued"] = _typed("glued", data["glued"], bool)
    if values.get("orientation", "auto") not in ORIENTATIONS:
        nothing = message("'{value}' is no orientation", value=values["orientation"])
        raise InvalidLayoutError(suggestion_or_choices(nothing, values["orientation"], ORIENTATIONS))
    return DocumentLayout(labels=_labels(data.get("labels", {})), **values)


def _typed(key: str, value: Any, kind: type) -> Any:
    if not isinstance(value, kind):
        wanted = message("true or false") if kind is bool else message("a text")
        raise _wrong(key, wanted, value)
    return value


def _texts(key: str, value: Any) -> tuple[str, ...]:
    texts = [value] if isinstance(value, str) else value
    if not isinstance(texts, list) or not all(isinstance(each, str) and each.strip() for each in texts):
        raise _wrong(key, message("a text, or a list of texts"), value)
    return tuple(texts)


def _labels(value: Any) -> dict[str, str]:
    if not isinstance(value, dict):
        raise _wrong("labels", message('lines such as "Was tun wir?" = "description"'), value)
    names = (*ATTRIBUTES, IGNORED)
    for label, attribute in value.items():
        if attribute not in names:
            nothing = message("'{label}': nothing is called '{name}'", label=label, name=attribute)
            raise InvalidLayoutError(suggestion_or_choices(nothing, str(attribute), names))
    return dict(value)


def _wrong(key: str, wanted: Message, value: Any) -> InvalidLayoutError:
    return InvalidLayoutError(message("'{key}': expected {wanted}; got {value!r}", key=key, wanted=wanted, value=value))
