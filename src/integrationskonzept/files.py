"""Reading files within bounds, and writing them whole or not at all."""

import os
from pathlib import Path


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


def write_whole(target: Path, content: bytes) -> Path:
    """Write `content` to `target` so that a reader sees the old file or the new one, never half of one."""
    from tempfile import mkstemp

    target.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(temporary).chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink()
        raise
    return target


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
