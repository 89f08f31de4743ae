"""Detect access to the network, to other programs and to files in functions that should be pure.

The clock is not among it: its effect is tested (`clock`), because many libraries read it without consequence.
"""

import mimetypes
import os
import sys
import sysconfig
import tempfile
import zoneinfo
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from enum import Flag, auto
from functools import cache
from importlib.machinery import all_suffixes
from pathlib import Path
from threading import enumerate as threads
from threading import get_ident
from typing import Any, NamedTuple


class Access(Flag):
    """Kinds of access that can be detected."""

    NETWORK = auto()
    """Connections, and questions to a name server."""
    MACHINE = auto()
    """Other programs, the environment, and the current folder."""
    WRITING = auto()
    """Writing outside the folder for temporary files."""
    READING = auto()
    """Reading of files besides installed ones and those that the options name."""


ALL = Access.NETWORK | Access.MACHINE | Access.WRITING | Access.READING
"""Every kind of access."""


class ImpureError(AssertionError):
    """Raised if a function depends on something besides its arguments, or affects something besides its result."""


_EVENTS = {
    "socket.connect": (Access.NETWORK, "uses the network"),
    "socket.bind": (Access.NETWORK, "uses the network"),
    "socket.sendto": (Access.NETWORK, "uses the network"),
    "socket.getaddrinfo": (Access.NETWORK, "uses the network"),
    "socket.gethostbyname": (Access.NETWORK, "uses the network"),
    "subprocess.Popen": (Access.MACHINE, "runs a program"),
    "os.system": (Access.MACHINE, "runs a program"),
    "os.exec": (Access.MACHINE, "runs a program"),
    "os.fork": (Access.MACHINE, "runs a program"),
    "os.posix_spawn": (Access.MACHINE, "runs a program"),
    "os.putenv": (Access.MACHINE, "changes the environment"),
    "os.unsetenv": (Access.MACHINE, "changes the environment"),
    "os.chdir": (Access.MACHINE, "changes the current folder"),
    "os.mkdir": (Access.WRITING, "writes to the disk"),
    "os.remove": (Access.WRITING, "writes to the disk"),
    "os.rmdir": (Access.WRITING, "writes to the disk"),
    "os.rename": (Access.WRITING, "writes to the disk"),
    "os.link": (Access.WRITING, "writes to the disk"),
    "os.symlink": (Access.WRITING, "writes to the disk"),
    "os.truncate": (Access.WRITING, "writes to the disk"),
    "shutil.rmtree": (Access.WRITING, "writes to the disk"),
    "tempfile.mkstemp": (Access.WRITING, "writes to the disk"),
    "tempfile.mkdtemp": (Access.WRITING, "writes to the disk"),
}
_CODE = tuple(all_suffixes())
_CACHE = "__pycache__"


class _Watch(NamedTuple):
    """What is watched at the moment."""

    kinds: Access
    bystanders: frozenset[int | None]
    """Threads that ran before."""
    scratch: str
    """The folder for temporary files."""
    files: tuple[str, ...]
    """Files and folders that may be read."""
    seen: list[str]


_watches: list[_Watch] = []


@contextmanager
def pure(*, kinds: Access = ALL, files: Iterable[str | os.PathLike[str]] = ()) -> Iterator[None]:
    """Raise `ImpureError` for access to the network, other programs or files inside, in threads too.

    Each attempt is stopped before it happens, and the error lists all of them. Installed files and `files` may be read,
    and temporary files be written; those are removed at the end. `kinds` limits what is forbidden.
    """
    _add_audit_hook()
    bystanders = frozenset(thread.ident for thread in threads()) - {get_ident()}
    before = tempfile.tempdir
    with tempfile.TemporaryDirectory() as folder:
        scratch = os.path.realpath(folder)
        watch = _Watch(kinds, bystanders, scratch, tuple(map(_absolute, files)), [])
        tempfile.tempdir = scratch
        _watches.append(watch)
        try:
            yield
        finally:
            _watches.remove(watch)
            tempfile.tempdir = before
            if watch.seen:
                raise ImpureError("; ".join(dict.fromkeys(watch.seen)))


_audited = False


def _add_audit_hook() -> None:
    global _audited  # noqa: PLW0603 - an audit hook is for the whole process, and stays
    if not _audited:
        _audited = True
        sys.addaudithook(_audit)


def _audit(event: str, arguments: tuple[Any, ...]) -> None:
    if not _watches or get_ident() in _watches[-1].bystanders:
        return
    watch = _watches[-1]
    kind, what = _opening(watch, *arguments) if event == "open" else _EVENTS.get(event, _NOTHING)
    if kind is Access.WRITING and event != "open" and _is_temporary(watch, event, arguments):
        return
    if kind & watch.kinds:
        watch.seen.append(f"{what}: {event} {', '.join(map(repr, arguments[:2]))}")
        raise ImpureError(watch.seen[-1])


_audit.__cantrace__ = True  # type: ignore[attr-defined]  # debuggers and coverage may look in

_NOTHING = (Access(0), "")


def _opening(watch: _Watch, path: object, mode: str | None, flags: int) -> tuple[Access, str]:
    """Return the kind of access that opening a file is, if any."""
    if not isinstance(path, (str, bytes, os.PathLike)) or _CACHE in os.fsdecode(path):
        return _NOTHING
    name = os.fsdecode(path)
    if _is_below(_absolute(name), (watch.scratch,)) or name == os.devnull:
        return _NOTHING
    if set(mode) - set("rbtU") if mode else flags & (os.O_WRONLY | os.O_RDWR):
        return Access.WRITING, "writes to the disk"
    return _NOTHING if _may_be_read(watch, name) else (Access.READING, "reads a file")


def _may_be_read(watch: _Watch, name: str) -> bool:
    """Return whether a file is installed, or one of those that may be read."""
    if _is_below(_absolute(name), watch.files) or name.endswith(_CODE):
        return True
    if _called_by("shutil"):  # folders are opened relative to each other while they are removed
        return True
    return Path(name).is_absolute() and _is_below(_absolute(name), _installed(_absolute("."), tuple(sys.path)))


def _called_by(module: str) -> bool:
    return sys._getframe(4).f_globals.get("__name__") == module  # noqa: SLF001 - the caller of the audit hook


@cache
def _installed(current: str, path: tuple[str, ...]) -> tuple[str, ...]:
    """Return the folders of installed files: Python's own, those of packages, and those of the system."""
    system = ("/usr", "/lib", "/lib64", "/opt", "/System", "/Library", "/dev/urandom", "/etc/localtime", "/proc/self")
    windows = filter(None, (os.environ.get("SYSTEMROOT"), os.environ.get("PROGRAMFILES")))
    packages = (entry for entry in path if entry and _absolute(entry) != current)
    python = (sys.prefix, sys.base_prefix, *sysconfig.get_paths().values())
    return tuple(map(_absolute, (*system, *windows, *python, *packages, *zoneinfo.TZPATH, *mimetypes.knownfiles)))


def _is_temporary(watch: _Watch, event: str, arguments: tuple[Any, ...]) -> bool:
    """Return whether every path of an event is in the folder for temporary files."""
    paths = [os.fsdecode(one) for one in arguments if isinstance(one, (str, bytes, os.PathLike))]
    relative = all(not Path(path).is_absolute() for path in paths) and arguments[-1] not in (-1, None)
    if relative and event in {"os.remove", "os.rmdir"}:  # relative to a folder that was opened before
        return True
    return any(_CACHE in path for path in paths) or all(_is_below(_absolute(path), (watch.scratch,)) for path in paths)


def _absolute(path: str | os.PathLike[str]) -> str:
    return os.path.realpath(path)


def _is_below(path: str, folders: Iterable[str]) -> bool:
    return any(path == folder or path.startswith(folder.rstrip(os.sep) + os.sep) for folder in folders)


def files_of(function: Callable[..., object] | None) -> tuple[str, ...]:
    """Return the folder of the module in which a function is defined: its files belong to the plugin."""
    file = getattr(sys.modules.get(getattr(function, "__module__", None) or ""), "__file__", None)
    return (str(Path(file).parent),) if file else ()
