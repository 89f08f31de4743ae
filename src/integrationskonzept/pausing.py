"""Making much that is kept without the garbage collector looking, again and again, at all of it."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_lock = Lock()
_waiting: list[bool] = []
"""For everyone who asked for a pause and has not ended it: whether the collector ran before."""


@contextmanager
def collector_paused() -> Iterator[None]:
    """Pause the collector of this process; when the last of several pauses ends, it is as it was before the first.

    What is read, or found by a check, is kept: nearly nothing would come of collecting, which takes
    longer the more there is. What nothing refers to any more is freed at once as ever.
    """
    with _lock:
        _waiting.append(gc.isenabled())
        gc.disable()
    try:
        yield
    finally:
        with _lock:
            was_enabled = _waiting.pop()
            if not _waiting and was_enabled:
                gc.enable()


_MUCH = 20_000
"""How many objects, made since the last collection and alive, are much: those of a dozen concepts."""

_FEW = 1000
"""How many frozen objects are few: Python 3.12 begins with 375, and who freezes anything freezes thousands."""


def settle() -> None:
    """Let the collector take for old whatever is alive now, without looking at it, if much was made.

    The first collection after a pause would go over all that was made in it, at a sixth of the time
    that reading takes. Freezing and thawing at once leaves nothing frozen. It also counts as a
    collection, so little is left to the collector, or it would never come to look.
    """
    if gc.get_count()[0] >= _MUCH and gc.get_freeze_count() < _FEW:  # what somebody else froze stays so
        gc.freeze()
        gc.unfreeze()
