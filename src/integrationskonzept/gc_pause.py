"""Longer intervals between garbage collections while many objects are made that are kept.

A collection looks at objects that are nearly all alive after reading a concept, and finds nothing.
So the collector is not switched off, but asked to wait until more objects were made:

- it looks again after `OBJECTS` new objects at the latest, however long a pause lasts;
- pauses of several threads that overlap end together after `OVERLAPPING` of them at the latest,
  and the next pause begins only when the last of these is over;
- `gc.disable`, `gc.enable` and `gc.set_threshold` stay the application's: what it decides before or
  during a pause holds afterwards.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

OBJECTS = 100_000
"""New objects after which the collector looks all the same: those of a few dozen concepts."""

OVERLAPPING = 16
"""How many pauses may begin before all of them are over."""

_lock = Lock()


class _Pauses:
    """The pauses of this process that are not over yet."""

    def __init__(self) -> None:
        self._open = 0
        self._begun = 0
        self._before: tuple[int, int, int] | None = None
        """The thresholds of the application, while others hold."""

    def begin(self) -> bool:
        """Begin a pause; return whether there is one, as too many may overlap already."""
        with _lock:
            if self._begun == OVERLAPPING:
                return False
            self._begun += 1
            self._open += 1
            if self._open == 1:
                young, *older = thresholds = gc.get_threshold()
                if 0 < young < OBJECTS:  # 0: the application never wants a collection
                    self._before = thresholds
                    gc.set_threshold(OBJECTS, *older)
            return True

    def end(self) -> None:
        """End a pause; the last one gives the application its thresholds back, unless it has set others meanwhile."""
        with _lock:
            self._open -= 1
            if self._open:
                return
            self._begun = 0
            before, self._before = self._before, None
            if before is not None and gc.get_threshold() == (OBJECTS, *before[1:]):
                gc.set_threshold(*before)


_pauses = _Pauses()


@contextmanager
def collector_paused() -> Iterator[None]:
    """Let the garbage collector of this process wait longer than usual; see the module.

    What nothing refers to any more is freed at once as ever; this is about objects that refer to
    each other.
    """
    begun = _pauses.begin()
    try:
        yield
    finally:
        if begun:
            _pauses.end()
