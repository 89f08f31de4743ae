"""Read files up to a limit and write them atomically."""

import os
import stat
from contextlib import suppress
from errno import EACCES
from pathlib import Path
from typing import BinaryIO

from attrs import frozen

_BINARY = getattr(os, "O_BINARY", 0)
"""Keeps Windows from changing line ends."""


@frozen(kw_only=True)
class InputFile:
    """A file given to this library: its name and its content."""

    name: str
    """Name of the file, for messages and for its suffix."""
    content: bytes
    """The bytes of the file."""


def input_file(path: str | os.PathLike[str]) -> InputFile:
    """Return a file with its name and its content."""
    return InputFile(name=Path(path).name, content=Path(path).read_bytes())


def read_beyond(source: Path, limit: int) -> bytes:
    """Return the content of `source`, or one byte more than `limit` of it where it is longer."""
    with source.open("rb") as file:
        stated = min(os.fstat(file.fileno()).st_size, limit) + 1  # with one more the end is seen
        content = file.read(stated)
        return content if len(content) < stated else content + file.read(limit + 1 - stated)  # a pipe has no size


def keep_copy(source: Path) -> Path:
    """Write a copy to the first free name of ``NAME.bak``, ``NAME.bak2`` and so on, and return its path."""
    from shutil import copymode

    content, number = source.read_bytes(), 1
    while True:
        copy = source.with_name(f"{source.name}.bak{number if number > 1 else ''}")
        try:
            with copy.open("xb") as file:
                file.write(content)
        except FileExistsError:
            number += 1
        else:
            copymode(source, copy)
            return copy


def write_whole(target: Path, content: bytes, *, through_link: bool = True) -> Path:
    """Write `content` to `target` atomically: a reader sees the old file or the new one, never a part.

    Mode, owner, group and extended attributes of an existing file are kept. Of a symbolic link the
    target is written and the link stays, unless `through_link` is false: then the link is replaced.
    A file that has hard links, or whose owner cannot be given to a new file, is written in place
    and restored if that fails. A pipe or a device is written into. Raises `OSError` with `target`:
    `IsADirectoryError` for a folder, `PermissionError` for a file whose mode forbids writing, to
    the superuser as well.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        _write(target, content, through_link=through_link)
    except OSError as error:  # it may name another file, or none
        raise OSError(error.errno, error.strerror, os.fspath(target)) from error
    return target


def _write(target: Path, content: bytes, *, through_link: bool) -> None:
    old = _status(target)
    if target.is_symlink() and not through_link:
        _replace(target, content, None)
    elif old is None:
        _replace(Path(os.path.realpath(target)), content, None)
    elif not old.st_mode & 0o222 or not os.access(target, os.W_OK):
        raise PermissionError(EACCES, os.strerror(EACCES))
    elif stat.S_ISREG(old.st_mode):
        _replace(Path(os.path.realpath(target)), content, old)
    else:
        with target.open("wb", buffering=0) as stream:  # a pipe or a device; a folder is refused
            stream.write(content)


def _status(target: Path) -> os.stat_result | None:
    try:
        return target.stat()
    except FileNotFoundError:
        return None


def _replace(place: Path, content: bytes, old: os.stat_result | None) -> None:
    """Write a temporary file in the same folder, and rename it when it is on the disk."""
    beside = place.with_name(f".{os.urandom(8).hex()}")  # short: the file's own name may be as long as names can be
    try:
        mode = 0o666 if old is None else 0o600  # what the system masks, or what is set below
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, mode), "wb") as file:
            _write_synced(file, content)
        if old is None or (old.st_nlink == 1 and _made_like(beside, place, old)):
            beside.replace(place)
        else:
            _write_in_place(place, content)
            beside.unlink()
    except BaseException:
        beside.unlink(missing_ok=True)  # an interrupt may come when it has just been put in place
        raise
    _sync_folder(place.parent)


def _write_synced(file: BinaryIO, content: bytes) -> None:
    file.write(content)
    file.truncate()
    file.flush()
    os.fsync(file.fileno())


def _write_in_place(place: Path, content: bytes) -> None:
    old = place.read_bytes()
    with place.open("r+b") as file:
        try:
            _write_synced(file, content)
        except BaseException:
            file.seek(0)
            _write_synced(file, old)
            raise


def _made_like(new: Path, place: Path, old: os.stat_result) -> bool:
    """Copy owner, group, mode and attributes to a new file; return False where owner and group cannot be set."""
    fresh = new.stat()
    if (fresh.st_uid, fresh.st_gid) != (old.st_uid, old.st_gid):
        try:
            os.chown(new, old.st_uid, old.st_gid)
        except OSError:
            return False
    new.chmod(stat.S_IMODE(old.st_mode))
    with suppress(AttributeError, OSError):  # not every system has such attributes
        for name in os.listxattr(place):
            with suppress(OSError):  # some are the system's own
                os.setxattr(new, name, os.getxattr(place, name))
    return True


def _sync_folder(folder: Path) -> None:
    """Write the folder to disk, so that a renamed file keeps its new name after a power failure."""
    with suppress(OSError):  # a folder cannot be opened everywhere
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
