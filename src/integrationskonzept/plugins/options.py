"""Options of exporters, publishers, importers and sources: their description, and conversion of values."""

import csv
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import Enum
from math import isfinite
from pathlib import Path
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, Union, get_args, get_origin

import attrs
from attrs import frozen

from integrationskonzept.errors import OptionError
from integrationskonzept.i18n.languages import LANGUAGES, LanguageCode, truth_word
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.german_spelling import Spelling, amount_spelling, date_spelling, number_spelling
from integrationskonzept.model.partial_date import PartialDate
from integrationskonzept.model.values import is_grouped
from integrationskonzept.plugins.contracts import Exporter, Publisher
from integrationskonzept.plugins.input_contracts import Importer, ObservationSource
from integrationskonzept.plugins.plugin_record import join_messages, safe_repr
from integrationskonzept.suggest import nearest, suggestion_or_choices

if TYPE_CHECKING:  # not loaded where no option is converted
    from cattrs import Converter

OptionOwner: TypeAlias = Exporter | Publisher | Importer | ObservationSource
"""A thing of a plugin that takes options."""

_DIGITS = {"1": True, "0": False}

_WORDS = {
    bool: message("yes or no"),
    int: message("a whole number"),
    float: message("a number"),
    Decimal: message("a number"),
    str: message("text"),
    date: message("a day such as 2027-06-30"),
    PartialDate: message("a date such as 2027, 2027-06 or 2027-06-30"),
    Path: message("the path of a file"),
    Concept: message("the file of a concept"),
}


class MismatchError(ValueError):
    """Raised for a value that cannot be converted to an option's type."""

    def __init__(
        self, expected: Message, got: object, near: str | None = None, spelling: Spelling | None = None
    ) -> None:
        super().__init__(expected, got)
        self.expected = expected
        self.got = got
        self.near = near
        self.answer = spelling and spelling.answer()
        """Advice on the spelling, for common German notations."""


def describe_type(kind: Any) -> Message:
    """Return a description of the values of this type."""
    if kind in _WORDS:
        return _WORDS[kind]
    if _is_choice(kind):
        return message("one of {choices}", choices=", ".join(_choices(kind)))
    if _is_tuple(kind):
        return message("{item}; several are separated by commas", item=describe_type(get_args(kind)[0]))
    members = _members(kind)
    if members:
        said = [describe_type(member) for member in members]
        joined = said[0]
        for other in said[1:]:
            joined = message("{first} or {second}", first=joined, second=other)
        return joined
    return message("{kind}", kind=getattr(kind, "__name__", str(kind)))


def option_converter(load: Callable[[str], Concept] | None) -> "Converter":
    """Return a new converter for the values of options.

    Booleans are words such as yes and no; text becomes a number, a date, a path or a choice,
    by the type; a tuple is text with commas, a collection, or one item; empty text is None
    where None is allowed; a concept is a concept, or the name of a file that `load` reads. A
    value that has the type already is kept, and other types accept nothing else.
    """
    from cattrs import Converter

    converter = Converter(detailed_validation=False)
    converter.register_structure_hook_func(_is_foreign, _unconverted)
    converter.register_structure_hook_factory(_is_tuple, lambda kind: _tuple_of(kind, converter))
    converter.register_structure_hook_factory(_is_union, lambda kind: _any_of(kind, converter))
    for kind, read in (_READERS | {Concept: load}).items():
        converter.register_structure_hook(kind, _reading(kind, read))
    converter.register_structure_hook(Enum, _chosen)  # for older versions of cattrs, whose own hook comes first
    converter.register_structure_hook_func(_is_choice, _chosen)
    return converter


def _reading(kind: type, read: Callable[[str], Any] | None) -> Callable[[Any, Any], Any]:
    def structure(value: Any, target: Any) -> Any:
        if _is_choice(target):  # such as a StrEnum: cattrs takes it for text
            return _chosen(value, target)
        if isinstance(value, kind) and (kind is not int or not isinstance(value, bool)):
            return value
        if kind in {float, Decimal} and isinstance(value, int) and not isinstance(value, bool):
            return kind(value)
        if read is None or not isinstance(value, str):
            raise MismatchError(_WORDS[kind], value)
        try:
            return read(value.strip() if kind is not str else value)
        except (ValueError, InvalidOperation) as error:
            if kind is Concept:
                raise
            raise MismatchError(_WORDS[kind], value, spelling=_SPELLINGS.get(kind, _unspelt)(value)) from error

    return structure


def _is_foreign(kind: Any) -> bool:
    return not (kind in _READERS or _is_choice(kind) or _is_tuple(kind) or _is_union(kind))


def _unconverted(value: Any, kind: Any) -> Any:
    plain = get_origin(kind) or kind
    if isinstance(plain, type) and not isinstance(value, plain):
        raise MismatchError(describe_type(kind), value)
    return value


def _truth(text: str) -> bool:
    found = _DIGITS.get(text, truth_word(text.lower()))
    if found is None:
        raise ValueError(text)
    return found


def _finite(text: str) -> float:
    number = float(_decimal(text))
    if not isfinite(number):
        raise ValueError(text)
    return number


def _decimal(text: str) -> Decimal:
    number = Decimal(text.replace(",", "."))
    if not number.is_finite() or is_grouped(text):  # 12.000 is twelve thousand to German readers
        raise ValueError(text)
    return number


_READERS: dict[Any, Callable[[str], Any] | None] = {
    bool: _truth,
    int: int,
    float: _finite,
    Decimal: _decimal,
    str: str,
    date: date.fromisoformat,
    PartialDate: PartialDate,
    Path: Path,
}


def _day_spelling(value: object) -> Spelling | None:
    """Return the spelling of a day; None for a date that is not a single day."""
    found = date_spelling(value)
    return found if found and found.value and PartialDate(found.value).day else None


def _unspelt(_: object) -> None:
    return None


_SPELLINGS: Mapping[Any, Callable[[object], Spelling | None]] = {
    int: number_spelling,
    float: number_spelling,
    Decimal: amount_spelling,
    date: _day_spelling,
    PartialDate: date_spelling,
}


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple and get_args(kind)[1:] == (...,)


def _tuple_of(kind: Any, converter: "Converter") -> Callable[[Any, Any], Any]:
    inner = get_args(kind)[0]

    def structure(value: Any, _: Any) -> Any:
        if isinstance(value, str):
            items: Iterable[Any] = (item.strip() for item in next(csv.reader([value], skipinitialspace=True), []))
            items = [item for item in items if item]
        elif isinstance(value, (list, tuple, set, frozenset)):
            items = value
        elif any(isinstance(one, type) and isinstance(value, one) for one in (inner, *_members(inner))):
            items = (value,)
        else:
            raise MismatchError(describe_type(kind), value)
        return tuple(converter.structure(item, inner) for item in items)

    return structure


def _is_union(kind: Any) -> bool:
    return get_origin(kind) in {Union, UnionType}


def _members(kind: Any) -> list[Any]:
    return [member for member in get_args(kind) if member is not NoneType] if _is_union(kind) else []


def _any_of(kind: Any, converter: "Converter") -> Callable[[Any, Any], Any]:
    members = _members(kind)
    optional = len(members) < len(get_args(kind))

    def structure(value: Any, _: Any) -> Any:
        if optional and (value is None or value == ""):
            return None
        for member in members[:-1]:
            try:
                return converter.structure(value, member)
            except MismatchError:
                continue
        return converter.structure(value, members[-1])

    return structure


def _is_choice(kind: Any) -> bool:
    return get_origin(kind) is Literal or (isinstance(kind, type) and issubclass(kind, (Enum, LanguageCode)))


def _choices(kind: Any) -> dict[str, Any]:
    if get_origin(kind) is Literal:
        return {str(choice): choice for choice in get_args(kind)}
    if issubclass(kind, LanguageCode):
        return {code: kind(code) for code in LANGUAGES}
    return {str(choice.value): choice for choice in kind}


def _chosen(value: Any, kind: Any) -> Any:
    choices = _choices(kind)
    if value in choices.values():
        return next(choice for choice in choices.values() if choice == value)
    text = str(value).strip()
    if text not in choices:
        raise MismatchError(describe_type(kind), value, nearest(text, choices))
    return choices[text]


def default_text(attribute: "attrs.Attribute[Any]") -> str:
    """Return the default of an option as text for a command line; empty for None."""
    default: Any = attribute.default
    if isinstance(default, attrs.Factory):  # type: ignore[arg-type]  # a class to isinstance, a function to mypy
        default = None if default.takes_self else default.factory()
    if default is None:
        return ""
    if isinstance(default, bool):
        return "yes" if default else "no"
    if isinstance(default, (tuple, list)):
        return ",".join(str(getattr(item, "value", item)) for item in default)
    return str(getattr(default, "value", default))


@frozen(kw_only=True)
class Option:
    """Description of one option for users."""

    name: str
    kind: Message
    """Description of its values."""
    default: str
    """Its default as text for a command line; empty for None."""
    help: Message
    """Its explanation: the `help` in the attribute's metadata."""


def describe(owner: OptionOwner) -> tuple[Option, ...]:
    """Return the description of every option, in the order of the class."""
    return tuple(
        Option(
            name=attribute.alias or attribute.name,
            kind=describe_type(attribute.type),
            default=default_text(attribute),
            help=_help(attribute.metadata.get("help")),
        )
        for attribute in _attributes(owner.options)
    )


def options_from(owner: OptionOwner, given: Mapping[str, Any], *, load: Callable[[str], Concept] | None = None) -> Any:
    """Return the options object of an exporter, publisher, importer or source for names and values.

    Values are text, as on a command line, or have their type already. `load` reads
    the file that an option of type `Concept` names. Raises `OptionError` with all problems:
    names that do not exist, and values that cannot be converted.
    """
    known = {attribute.alias or attribute.name: attribute for attribute in _attributes(owner.options)}
    problems: list[Message] = []
    converter = option_converter(load)
    values: dict[str, Any] = {}
    for name, value in given.items():
        if name not in known:
            problems.append(_unknown(owner, name, list(known)))
            continue
        try:
            values[name] = converter.structure(value, known[name].type or Any)
        except MismatchError as mismatch:
            problems.append(_wrong(owner, name, mismatch))
    if (problem := join_messages(*problems)) is not None:
        raise OptionError(problem)
    return _options_object(owner, values)


def _options_object(owner: OptionOwner, values: Mapping[str, Any]) -> Any:
    try:
        return owner.options(**values)
    except (ValueError, TypeError) as error:  # a validator of the plugin's own
        problem = error.args[0] if error.args else error
        sentence = message("the options of '{owner}' do not fit: {problem}", owner=owner.name, problem=problem)
        raise OptionError(sentence) from error


def _attributes(kind: Any) -> "list[attrs.Attribute[Any]]":
    attrs.resolve_types(kind)
    return [attribute for attribute in attrs.fields(kind) if attribute.init]


def _help(said: object) -> Message:
    return said if isinstance(said, Message) else Message(template="{said}", values={"said": said or ""})


def _unknown(owner: OptionOwner, name: str, known: list[str]) -> Message:
    if not known:
        return message("'{owner}' has no option '{name}'; it takes none", owner=owner.name, name=name)
    nothing = message("'{owner}' has no option '{name}'", owner=owner.name, name=name)
    return suggestion_or_choices(nothing, name, known)


def _wrong(owner: OptionOwner, name: str, mismatch: MismatchError) -> Message:
    sentence = message(
        "the option '{name}' of '{owner}' takes {expected}; got {got}",
        name=name,
        owner=owner.name,
        expected=mismatch.expected,
        got=safe_repr(mismatch.got),
    )
    if mismatch.answer is not None:
        return message("{first}; {second}", first=sentence, second=mismatch.answer)
    if mismatch.near is None:
        return sentence
    return message("{first}; did you mean '{near}'?", first=sentence, near=mismatch.near)
