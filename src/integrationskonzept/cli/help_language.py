"""Help and usage errors in the language of the call: the texts of our commands, and click's own sentences."""

import gettext
import os
import re
from collections.abc import Callable, Iterator, Sequence
from copy import copy
from typing import Any, TypeVar

import click

from integrationskonzept.i18n.languages import language_of
from integrationskonzept.i18n.messages import help_text

_DOMAIN = "integrationskonzept"
_VARIABLE = "LANGUAGE"
"""The variable by which gettext, and click with it, chooses a language."""
_NAMED = (click.Path, click.IntRange, click.DateTime, type(click.STRING))
"""Types whose name is their placeholder in the help."""
_Command = TypeVar("_Command", bound=click.Command)
_Say = Callable[[str], str]


def use_language(code: str) -> None:
    """Let click speak a language: its sentences are in our catalogue."""
    os.environ[_VARIABLE] = code
    gettext.bindtextdomain(_DOMAIN, str(language_of(code).catalogues))
    gettext.textdomain(_DOMAIN)


def in_language(command: _Command, code: str, domain: str = _DOMAIN) -> _Command:
    """Return a command with its help in a language; `domain` is the package whose catalogues have it."""
    return reworded(command, lambda text: help_text(text, code, domain))


def reworded(command: _Command, say: _Say) -> _Command:
    """Return a command whose texts are what `say` returns for them: paragraphs of help, and placeholders."""
    other = copy(command)
    other.help, other.epilog = _paragraphs(command.help, say), _paragraphs(command.epilog, say)
    other.short_help = _paragraphs(command.short_help, say)
    other.options_metavar = command.options_metavar and say(command.options_metavar)
    other.params = [_reworded_parameter(parameter, say) for parameter in command.params]
    if isinstance(command, click.Group) and isinstance(other, click.Group):
        other.subcommand_metavar = say(other.subcommand_metavar)
        other.commands = {name: reworded(each, say) for name, each in command.commands.items()}
    return other


def _paragraphs(text: str | None, say: _Say) -> str | None:
    """Return a text with each paragraph reworded; where its lines end does not matter."""
    if not text:
        return text
    return "\n\n".join(say(" ".join(paragraph.split())) for paragraph in re.split(r"\n\s*\n", text))


def _name_of(kind: Any) -> str:
    """Return the English name of a type: click names paths in the language in which a command is first imported."""
    if isinstance(kind, click.Path):
        return "path" if kind.file_okay and kind.dir_okay else "file" if kind.file_okay else "directory"
    name: str = kind.name
    return name


def _reworded_parameter(parameter: click.Parameter, say: _Say) -> click.Parameter:
    other = copy(parameter)
    other.type = copy(parameter.type)
    if isinstance(other.type, _NAMED):
        other.type.name = say(_name_of(parameter.type))
    if isinstance(other, click.Option):
        other.help = _paragraphs(other.help, say)
        other.metavar = other.metavar and say(other.metavar)
        return other
    name = (other.metavar or (other.name or "").upper()).removesuffix("...")
    more = "" if other.nargs == 1 else "..."
    other.metavar = f"{say(name)}{more}" if other.required else f"[{say(name)}]{more}"
    return other


def arranged(words: Sequence[str], group: click.Group, known: Sequence[str]) -> tuple[list[str], str | None]:
    """Return the words of a call with the option ``--lang`` before the command and its help, and the language.

    The option counts wherever it stands, also after a command; commands of plugins may have one of their own.
    """
    taking = {
        name for each in group.params if isinstance(each, click.Option) and not each.is_flag for name in each.opts
    }
    before: list[list[str]] = []
    rest = list(words)
    while rest and rest[0].startswith("-") and rest[0] != "--":
        end = 2 if rest[0] in taking else 1
        before.append(rest[:end])
        rest = rest[end:]
    if rest and rest[0] in known:
        rest = list(_without_language(rest, before))
    if ["--lang"] in before:
        return ["--lang"], None  # click says what is missing
    before.sort(key=_rank)
    languages = [each[-1].removeprefix("--lang=") for each in before if _rank(each) == 1]
    return [word for each in before for word in each] + rest, languages[-1] if languages else None


def _without_language(words: Sequence[str], found: list[list[str]]) -> Iterator[str]:
    """Yield the words other than ``--lang`` and its value, which are added to `found`."""
    iterator = iter(words)
    for word in iterator:
        if word == "--":
            yield word
            yield from iterator
        elif word == "--lang":
            found.append([word, *(value for value in [next(iterator, None)] if value is not None)])
        elif word.startswith("--lang="):
            found.append([word])
        else:
            yield word


def _rank(words: Sequence[str]) -> int:
    """Return the place of a global option: plugins are chosen first, then the language, which they can add."""
    name = words[0].partition("=")[0]
    return 0 if name.startswith("--plugin") else 1 if name == "--lang" else 2
