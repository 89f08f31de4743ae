"""Letting a plugin work without letting it do harm."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from integrationskonzept.errors import PluginError
from integrationskonzept.language import Message, message
from integrationskonzept.plugins.entry import Entry
from integrationskonzept.plugins.quiet import quiet, said

_HERE = Path(__file__).parent
_LONGEST = 300


@contextmanager
def fenced(entry: Entry, doing: Message, *let_through: type[BaseException]) -> Iterator[None]:
    """Turn whatever goes wrong inside into a `PluginError`, and keep standard output clean.

    A `KeyboardInterrupt` is the user's and passes; `let_through` names what else may.
    """
    entry.tell(doing.text())
    with quiet() as catch:
        try:
            yield
        except BaseException as error:  # also SystemExit: a plugin must not end the program
            if isinstance(error, (KeyboardInterrupt, *let_through)):
                raise
            raise PluginError(_failure(entry, doing, error)) from error
        finally:
            printed = said(catch)
            if printed.strip():
                entry.remark(
                    message("printed to standard output while {doing}: {text}", doing=doing, text=one_line(printed))
                )


def _failure(entry: Entry, doing: Message, error: BaseException) -> Message:
    plugin = str(entry.provider)
    said = error.args[0] if isinstance(error, PluginError) and error.args else None  # what it says of itself, it knows
    problem = said if isinstance(said, Message) else problem_of(error)
    return message("plugin {plugin} failed while {doing}: {problem}", plugin=plugin, doing=doing, problem=problem)


def problem_of(error: BaseException) -> str:
    """Say an exception in one line, with the place it was raised at."""
    from traceback import extract_tb

    kind = type(error).__name__
    text = one_line(_text(error))
    frames = [frame for frame in extract_tb(error.__traceback__) if Path(frame.filename).parent != _HERE]
    place = f" ({Path(frames[-1].filename).name}, line {frames[-1].lineno})" if frames else ""
    return f"{kind}: {text}{place}" if text else kind + place


def _text(error: BaseException) -> str:
    try:
        return str(error)
    except Exception:  # noqa: BLE001 - a plugin's exception may fail even at saying itself
        return ""


def one_line(text: str) -> str:
    """Put text on one line and cut it."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def shown(thing: object) -> str:
    """Show what a plugin handed over, which may fail even at that."""
    try:
        return one_line(repr(thing))
    except Exception:  # noqa: BLE001 - the plugin's own `__repr__` may raise anything
        return f"<{type(thing).__name__}>"
