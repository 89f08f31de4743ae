"""Keeping what a plugin prints out of standard output, where a program may be reading JSON."""

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Lock
from typing import Any

_caught: ContextVar[io.TextIOWrapper | None] = ContextVar("caught", default=None)


class _Divided:
    """Stands in for standard output while plugins work: each of their threads writes into its own catch."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._fences = 0
        self._before: Any = None

    def __getattr__(self, name: str) -> Any:
        return getattr(_caught.get() or self._before, name)

    def put_up(self) -> None:
        with self._lock:
            if self._fences == 0:
                self._before, sys.stdout = sys.stdout, self
            self._fences += 1

    def take_down(self) -> None:
        with self._lock:
            self._fences -= 1
            if self._fences == 0:
                sys.stdout = self._before


_divided = _Divided()


@contextmanager
def quiet() -> Iterator[io.BytesIO]:
    """Catch what this thread prints, as UTF-8; other threads print as before.

    What a subprocess or a C extension writes past Python is not caught.
    """
    catch = io.BytesIO()
    stream = io.TextIOWrapper(catch, encoding="utf-8", errors="backslashreplace", write_through=True)
    token = _caught.set(stream)
    _divided.put_up()
    try:
        yield catch
    finally:
        _divided.take_down()
        _caught.reset(token)
        if not stream.closed:
            stream.detach()  # or else it takes its catch along when it goes


def said(catch: io.BytesIO) -> str:
    """Return what was caught."""
    return "" if catch.closed else catch.getvalue().decode("utf-8", "replace")
