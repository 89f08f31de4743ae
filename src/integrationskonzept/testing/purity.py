"""Noticing when a function that should be pure looks at the machine."""

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
_BYSTANDERS = ("logging", "importlib", "_frozen_importlib", "hypothesis", "coverage")
"""Modules that look at the clock without telling the one who called."""

_CACHE = "__pycache__"


class ImpureError(AssertionError):
    """A function that should depend on its arguments alone looked at something else."""


@contextmanager
def pure() -> Iterator[None]:
    """Refuse, inside, the network, other programs, writing to the disk, and reading the clock.

    The first three are stopped before they happen; `ImpureError` names everything that was tried.
    """
    _listen()
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
    """Note, as a profile function of this thread, who calls a clock."""
    seen = _seen.get()
    if event == "c_call" and seen is not None and _tells_the_time(function):
        module = frame.f_globals.get("__name__", "?")
        if not module.startswith(_BYSTANDERS):
            seen.append(f"reads the clock: {function.__name__} in {module}, line {frame.f_lineno}")


def _tells_the_time(function: Any) -> bool:
    if function.__name__ in _NOW:
        owner = getattr(function, "__self__", None)
        return isinstance(owner, type) and issubclass(owner, date)
    return function in _CLOCKS


_listening = False


def _listen() -> None:
    global _listening  # noqa: PLW0603 - an audit hook is for the whole process, and stays
    if not _listening:
        _listening = True
        sys.addaudithook(_audit)


def _audit(event: str, arguments: tuple[Any, ...]) -> None:
    seen = _seen.get() if _listening else None
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
