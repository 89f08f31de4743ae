"""Detect the effect of the clock and the time zone on a function's result."""

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from types import FrameType
from typing import Any
from zoneinfo import ZoneInfo

import time_machine

from integrationskonzept.testing.purity import ImpureError

OTHER_TIMES = (
    datetime(2003, 2, 1, 4, 5, 6, tzinfo=ZoneInfo("Pacific/Kiritimati")),
    datetime(2069, 12, 31, 22, 59, 58, tzinfo=ZoneInfo("America/Adak")),
)
"""Times of other years, months, days, hours and zones."""

_CLOCKS = {
    clock for name in ("time", "time_ns", "localtime", "gmtime", "ctime", "strftime", "clock_gettime")
    if (clock := getattr(time, name, None))
}  # fmt: skip
_NOW = frozenset({"now", "utcnow", "today"})
_IGNORED = ("logging", "importlib", "_frozen_importlib", "hypothesis", "coverage", "time_machine", "threading")
"""Modules that read the clock without effect on the result."""


def assert_timeless(call: Callable[[], object]) -> None:
    """Call a function at several times in several time zones; raise `ImpureError` unless all results are equal.

    The clock may be read, as long as the result does not show it; it is shifted for other threads, too.
    """
    here = call()
    for when in OTHER_TIMES:
        with time_machine.travel(when):
            there = call()
        if there != here:
            read = "".join(f"; it {one}" for one in dict.fromkeys(_readings(call)))
            raise ImpureError(f"the clock or the time zone shows in the result{read}")


def _readings(call: Callable[[], object]) -> list[str]:
    """Return the places at which a function reads the clock, as far as they can be seen."""
    with clock_watched() as seen:
        call()
    return seen


@contextmanager
def clock_watched() -> Iterator[list[str]]:
    """Collect, in a list, where the clock is read inside, in threads begun inside too."""
    seen: list[str] = []

    def watch(frame: FrameType, event: str, function: Any) -> None:
        if event == "c_call" and _is_clock(function):
            module = frame.f_globals.get("__name__", "?")
            if not module.startswith(_IGNORED):
                seen.append(f"reads the clock: {function.__name__} in {module}, line {frame.f_lineno}")

    before = sys.getprofile()
    threading.setprofile(watch)
    sys.setprofile(watch)
    try:
        yield seen
    finally:
        sys.setprofile(before)
        threading.setprofile(before)  # None ends it


def _is_clock(function: Any) -> bool:
    if function.__name__ in _NOW:
        owner = getattr(function, "__self__", None)
        return isinstance(owner, type) and issubclass(owner, date)
    return function in _CLOCKS
