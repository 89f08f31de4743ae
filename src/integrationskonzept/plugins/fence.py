"""Letting a plugin work without letting it do harm."""

import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from integrationskonzept.errors import PluginError
from integrationskonzept.language import Message, message
from integrationskonzept.plugins.provider import Provider
from integrationskonzept.plugins.quiet import quiet, said

_LONGEST = 300


@contextmanager
def fenced(
    provider: Provider,
    doing: Message,
    *,
    remark: Callable[[Message], None],
    let_through: tuple[type[BaseException], ...] = (),
) -> Iterator[None]:
    """Turn whatever goes wrong inside into a `PluginError`, and keep standard output clean.

    A `KeyboardInterrupt` is the user's and passes; `let_through` names what else may.
    """
    with quiet() as catch:
        try:
            yield
        except BaseException as error:  # also SystemExit: a plugin must not end the program
            if isinstance(error, (KeyboardInterrupt, PluginError, *let_through)):
                raise
            raise PluginError(failure(provider, doing, error)) from error
        finally:
            printed = said(catch)
            if printed.strip():
                remark(message("printed to standard output while {doing}: {text}", doing=doing, text=one_line(printed)))


def failure(provider: Provider, doing: Message, error: BaseException) -> Message:
    """Say what a plugin was doing and what went wrong."""
    return message(
        "plugin {plugin} failed while {doing}: {problem}", plugin=str(provider), doing=doing, problem=problem_of(error)
    )


def problem_of(error: BaseException) -> str:
    """Say an exception in one line, with the place it was raised at."""
    try:
        text = str(error)
    except Exception:  # a plugin's exception may fail even at that
        text = ""
    kind = type(error).__name__
    said_as = f"{kind}: {one_line(text)}" if text.strip() else kind
    frames = traceback.extract_tb(error.__traceback__)
    return f"{said_as} ({Path(frames[-1].filename).name}, line {frames[-1].lineno})" if frames else said_as


def one_line(text: str) -> str:
    """Put text on one line and cut it."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
