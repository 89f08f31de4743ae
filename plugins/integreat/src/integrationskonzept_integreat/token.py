"""Access tokens of pages, which are never shown: each allows to overwrite its page."""

import os
import stat
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import field, frozen

from integrationskonzept import Message
from integrationskonzept.errors import OptionError
from integrationskonzept_integreat.i18n import message

VARIABLE = "INTEGREAT_TOKENS"
"""Environment variable with the tokens, read if no file is given."""

_FOR_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_LONGEST = 36


@frozen(repr=False, eq=False)
class Token:
    """The access token of one page; only `reveal` returns its value."""

    _value: str = field(repr=False)

    def reveal(self) -> str:
        """Return the value of the token, to be sent to the CMS only."""
        return self._value

    def __repr__(self) -> str:
        return "Token(…)"

    __str__ = __repr__

    def __reduce__(self) -> str:
        raise TypeError("a token is not written anywhere")


def tokens_from(file: Path | None, environment: Mapping[str, str]) -> dict[str, Token]:
    """Return the token of each page, by the key of the page.

    They come from `file`, or else from the environment: lines such as ``start = "…"``. Raises `OptionError` if
    the file is readable by others, unreadable or invalid. No message quotes a token.
    """
    if file is not None:
        return _tokens(str(file), _private(file))
    return _tokens(VARIABLE, environment.get(VARIABLE, ""))


def _private(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            mode = os.fstat(stream.fileno()).st_mode
            if os.name == "posix" and mode & _FOR_OTHERS:  # other systems have no such permissions
                raise OptionError(_open_to_others(file, mode))
            return stream.read().decode("utf-8-sig")
    except OSError as error:
        problem = error.strerror or type(error).__name__
        raise OptionError(_unreadable(str(file), problem)) from None
    except UnicodeDecodeError:
        raise OptionError(_unreadable(str(file), "UTF-8")) from None


def _tokens(where: str, text: str) -> dict[str, Token]:
    stated = _parsed(where, text)
    tokens: dict[str, Token] = {}
    seen: dict[str, str] = {}
    for key, value in stated.items():
        if not isinstance(value, str) or not 0 < len(value.strip()) <= _LONGEST:
            raise OptionError(_no_token(where, key))
        if value.strip() in seen:
            raise OptionError(_twice(where, seen[value.strip()], key))
        seen[value.strip()] = key
        tokens[key] = Token(value.strip())
    return tokens


def _parsed(where: str, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        pass
    wanted = message(
        'lines such as: start = "…", with the key of a page and its token in quotes',
    )
    raise OptionError(message("{where} takes {wanted}", where=where, wanted=wanted))


def _open_to_others(file: Path, mode: int) -> Message:
    return message(
        "{file} can be read by others (mode {mode:o}), and whoever has a token can overwrite a page;"
        " make it private with: chmod 600 {file}",
        file=file,
        mode=stat.S_IMODE(mode),
    )


def _unreadable(where: str, problem: str) -> Message:
    return message("{where} cannot be read: {problem}", where=where, problem=problem)


def _no_token(where: str, key: str) -> Message:
    return message(
        "{where}: what stands for {key!r} is no token; expected text of at most 36 characters, as the CMS shows it",
        where=where,
        key=key,
    )


def _twice(where: str, one: str, other: str) -> Message:
    return message(
        "{where}: {one!r} and {other!r} have the same token, but a token belongs to one page;"
        " one would overwrite the other",
        where=where,
        one=one,
        other=other,
    )
