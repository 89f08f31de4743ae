"""Detect access to clock, network, disk and programs in functions that should be pure."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from types import FrameType
from typing import Any

_seen: ContextVar[list[str] | None] = ContextVar("seen", default=None)

_EVENTS = {
    "socket.connect": "uses the network",
    "socket.bind": "uses the network",
    "socket.sendto": "uses the network",
    "socket.getaddrinfo": "uses the network",
    "socket.gethostbyname": "uses the network",
    "subprocess.Popen": "runs a program",
    "os.system": "runs a program",
    "os.exec": "runs a program",
    "os.fork": "runs a program",
    "os.posix_spawn": "runs a program",
    "os.putenv": "changes the environment",
    "os.mkdir": "writes to the disk",
    "os.remove": "writes to the disk",
    "os.rename": "writes to the disk",
    "tempfile.mkstemp": "writes to the disk",
}
_CLOCKS = {
    clock for name in ("time", "time_ns", "localtime", "ctime", "clock_gettime", "clock_gettime_ns")
    if (clock := getattr(time, name, None))
}  # fmt: skip
_NOW = frozenset({"now", "utcnow", "today"})
_IGNORED = ("logging", "importlib", "_frozen_importlib", "hypothesis", "coverage")
"""Modules that read the clock without effect on the result."""

_CACHE = "__pycache__"


class ImpureError(AssertionError):
    """Raised if a function depends on something besides its arguments."""


@contextmanager
def pure() -> Iterator[None]:
    """Raise `ImpureError` for use of the network, other programs, the disk or the clock inside.

    The first three are stopped before they happen; the error lists all attempts.
    """
    _add_audit_hook()
    seen: list[str] = []
    token = _seen.set(seen)
    before = sys.getprofile()
    sys.setprofile(watch)
    try:
        yield
    finally:
        sys.setprofile(before)
        _seen.reset(token)
        if seen:
            raise ImpureError("; ".join(dict.fromkeys(seen)))


def watch(frame: FrameType, event: str, function: Any) -> None:
    """Record calls of a clock, as a profile function of this thread."""
    seen = _seen.get()
    if event == "c_call" and seen is not None and _is_clock(function):
        module = frame.f_globals.get("__name__", "?")
        if not module.startswith(_IGNORED):
            seen.append(f"reads the clock: {function.__name__} in {module}, line {frame.f_lineno}")


def _is_clock(function: Any) -> bool:
    if function.__name__ in _NOW:
        owner = getattr(function, "__self__", None)
        return isinstance(owner, type) and issubclass(owner, date)
    return function in _CLOCKS


_audited = False


def _add_audit_hook() -> None:
    global _audited  # noqa: PLW0603 - an audit hook is for the whole process, and stays
    if not _audited:
        _audited = True
        sys.addaudithook(_audit)


def _audit(event: str, arguments: tuple[Any, ...]) -> None:
    seen = _seen.get() if _audited else None
    if seen is None:
        return
    what = _EVENTS.get(event)
    if event == "open" and _writes(*arguments):
        what = "writes to the disk"
    if what is not None and not any(_CACHE in str(argument) for argument in arguments):
        seen.append(f"{what}: {event} {', '.join(map(repr, arguments[:2]))}")
        raise ImpureError(seen[-1])


_audit.__cantrace__ = True  # type: ignore[attr-defined]  # debuggers and coverage may look in


def _writes(_: object, mode: str | None, flags: int) -> bool:
    return bool(set(mode) - set("rbtU")) if mode else bool(flags & 0b11)
