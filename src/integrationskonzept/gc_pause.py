"""Pause cyclic garbage collection while building many long-lived objects.

While a concept is read nearly all objects stay alive, so that a collection finds nothing. The
collector is not switched off, but runs less often:

- it runs after `OBJECTS` new objects at the latest, however long a pause lasts;
- overlapping pauses of several threads end together after `OVERLAPPING` of them at the latest,
  and the next pause begins only when the last of these is over;
- calls of `gc.disable`, `gc.enable` and `gc.set_threshold` by the application, before or during a
  pause, stay in effect afterwards.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

OBJECTS = 100_000
"""New objects after which the collector runs even during a pause: those of a few dozen concepts."""

OVERLAPPING = 16
"""Maximum number of overlapping pauses."""

_lock = Lock()


class _Pauses:
    """The open pauses of this process."""

    def __init__(self) -> None:
        self._open = 0
        self._begun = 0
        self._before: tuple[int, int, int] | None = None
        """The thresholds of the application, during a pause."""

    def begin(self) -> bool:
        """Begin a pause; return False where too many overlap already."""
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
        """End a pause; the last one restores the thresholds, unless the application has set others meanwhile."""
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
    """Run the garbage collector of this process less often; see the module.

    Objects without references are freed at once as usual; only reference cycles wait.
    """
    begun = _pauses.begin()
    try:
        yield
    finally:
        if begun:
            _pauses.end()
