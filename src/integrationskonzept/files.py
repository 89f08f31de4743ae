"""Reading files within bounds, and writing them whole or not at all."""

import os
import stat
from contextlib import suppress
from errno import EACCES
from pathlib import Path
from typing import BinaryIO

_BINARY = getattr(os, "O_BINARY", 0)
"""Windows would change line ends otherwise."""


def read_beyond(source: Path, limit: int) -> bytes:
    """Return the content of `source`, or one byte more than `limit` of it where it is longer."""
    with source.open("rb") as file:
        stated = min(os.fstat(file.fileno()).st_size, limit) + 1  # with one more the end is seen
        content = file.read(stated)
        return content if len(content) < stated else content + file.read(limit + 1 - stated)  # a pipe has no size


def keep_copy(source: Path) -> Path:
    """Copy a file beside itself, as ``NAME.bak``, ``NAME.bak2`` and so on, whichever is free; return the copy."""
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
    """Write `content` to `target` so that a reader sees the old file or the new one, never half of one.

    Mode, owner, group and extended attributes of a file that is overwritten are kept. What a
    symbolic link leads to is written and the link stays, unless `through_link` is false: then the
    link is replaced. A file that has several names (hard links), or whose owner cannot be given
    to a new one, is written in place and gets its old content back where that fails. A pipe or a
    device is written into. Raises `OSError`, which names `target`: `IsADirectoryError` for a
    folder, `PermissionError` for a file whose mode forbids writing, to the superuser as well.
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
    """Write beside the old file, and put the new one in its place when it is on the disk."""
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
    """Give a new file owner, group, mode and attributes of the old one; return whether owner and group could be."""
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
    """Make sure that a renamed file is found under its new name after a power failure."""
    with suppress(OSError):  # a folder cannot be opened everywhere
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
