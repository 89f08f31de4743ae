"""Keeping what a plugin prints out of standard output, where a program may be reading JSON."""

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Lock
from typing import Any

_caught: ContextVar[io.TextIOWrapper | None] = ContextVar("caught", default=None)
_lock = Lock()
_fences = 0
_standard_output: Any = None


class _Divided:
    """Stands in for standard output while plugins work: each of their threads writes into its own catch."""

    def __getattr__(self, name: str) -> Any:
        return getattr(_caught.get() or _standard_output, name)


@contextmanager
def quiet() -> Iterator[io.TextIOWrapper]:
    """Catch what this thread prints; other threads print as before.

    What a subprocess or a C extension writes past Python is not caught.
    """
    catch = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="backslashreplace", write_through=True)
    token = _caught.set(catch)
    _put_up()
    try:
        yield catch
    finally:
        _take_down()
        _caught.reset(token)


def said(catch: io.TextIOWrapper) -> str:
    """Return what was caught."""
    if catch.closed:
        return ""
    catch.flush()
    content = catch.buffer
    assert isinstance(content, io.BytesIO)
    return content.getvalue().decode("utf-8", "replace")


def _put_up() -> None:
    global _fences, _standard_output
    with _lock:
        if _fences == 0:
            _standard_output = sys.stdout
            sys.stdout = _Divided()  # quacks like the stream it stands in for
        _fences += 1


def _take_down() -> None:
    global _fences
    with _lock:
        _fences -= 1
        if _fences == 0:
            sys.stdout = _standard_output
