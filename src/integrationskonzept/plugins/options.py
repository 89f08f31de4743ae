"""The options of an exporter or publisher: set from a mapping, and described from their class."""

from collections.abc import Callable, Mapping
from typing import Any

import attrs
from attrs import frozen

from integrationskonzept.errors import OptionError
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.concept import Concept
from integrationskonzept.plugins.contracts import Exporter, Publisher
from integrationskonzept.plugins.error_text import shown
from integrationskonzept.plugins.option_conversion import MismatchError, default_words, option_converter, words
from integrationskonzept.plugins.plugin_record import together
from integrationskonzept.suggest import suggestion_or_choices


@frozen(kw_only=True)
class Option:
    """One option, as a user is told of it."""

    name: str
    kind: Message
    """What it takes, in words."""
    default: str
    """What it is when not given, as it would be written on a command line; empty for nothing."""
    help: Message
    """What it does: the `help` in the attribute's metadata."""


def describe(owner: Exporter | Publisher) -> tuple[Option, ...]:
    """Describe every option, in the order of the class."""
    return tuple(
        Option(
            name=attribute.alias or attribute.name,
            kind=words(attribute.type),
            default=default_words(attribute),
            help=_help(attribute.metadata.get("help")),
        )
        for attribute in _attributes(owner.options)
    )


def options_from(
    owner: Exporter | Publisher, given: Mapping[str, Any], *, load: Callable[[str], Concept] | None = None
) -> Any:
    """Make the options object of an exporter or publisher from names and values.

    Values may be text, as a command line gives them, or have their type already. `load` reads
    the file that an option of type `Concept` names. Raises `OptionError` with everything that
    is wrong: names that do not exist, and values that an option cannot take.
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
    if (problem := together(*problems)) is not None:
        raise OptionError(problem)
    return _made(owner, values)


def _made(owner: Exporter | Publisher, values: Mapping[str, Any]) -> Any:
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


def _unknown(owner: Exporter | Publisher, name: str, known: list[str]) -> Message:
    if not known:
        return message("'{owner}' has no option '{name}'; it takes none", owner=owner.name, name=name)
    nothing = message("'{owner}' has no option '{name}'", owner=owner.name, name=name)
    return suggestion_or_choices(nothing, name, known)


def _wrong(owner: Exporter | Publisher, name: str, mismatch: MismatchError) -> Message:
    sentence = message(
        "the option '{name}' of '{owner}' takes {expected}; got {got}",
        name=name,
        owner=owner.name,
        expected=mismatch.expected,
        got=shown(mismatch.got),
    )
    if mismatch.answer is not None:
        return message("{first}; {second}", first=sentence, second=mismatch.answer)
    if mismatch.near is None:
        return sentence
    return message("{first}; did you mean '{near}'?", first=sentence, near=mismatch.near)
