"""File names that are safe on every operating system and stay below one folder."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any
from unicodedata import normalize

from integrationskonzept.errors import UnsafePathError
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.names import is_device

_FORBIDDEN = frozenset('<>:"|?*\\')
_LONGEST = 255
"""Maximum length of one part of a name on common file systems, in bytes."""


def safe_name(_: Any, __: Any, name: str) -> None:
    """Raise `UnsafePathError` for a name that is absolute, leaves its folder, or is invalid on some system."""
    problem = _problem(name)
    if problem is not None:
        raise UnsafePathError(
            message(
                "an export cannot have a file '{name}': {problem}; expected a name such as 'a/b.ics'",
                name=_visible(name),
                problem=problem,
            )
        )


def _visible(name: object) -> str:
    """Return a name with invisible characters escaped."""
    return repr(name)[1:-1] if isinstance(name, str) else repr(name)


def _problem(name: object) -> Message | None:
    if not isinstance(name, str) or not name:
        return message("it needs a name")
    if name.startswith("/"):
        return message("it begins with '/'")
    return next((problem for part in name.split("/") if (problem := _part_problem(part))), None)


def _part_problem(part: str) -> Message | None:
    if part in ("", ".", ".."):
        return message("a part of it is '{part}'", part=part)
    if not part.isprintable() or _FORBIDDEN & set(part):
        return message("it contains a character that file names cannot have everywhere")
    if part[-1] in ". " or part[0] == " ":
        return message("a part of it begins or ends with a space, or ends with a dot")
    if is_device(part):
        return message("'{part}' is a device of Windows", part=part)
    if len(part.encode("utf-8")) > _LONGEST:
        return message("a part of it is longer than {longest} bytes", longest=_LONGEST)
    return None


def reject_name_collisions(names: Iterable[str]) -> None:
    """Raise `UnsafePathError` for names that collide on case-insensitive or Unicode-normalising file systems.

    A file whose name is needed for a folder is a collision too.
    """
    seen: dict[str, str] = {}
    folders: dict[str, str] = {}
    for name in names:
        key = _key(name)
        if key in seen:
            raise UnsafePathError(
                message("an export cannot have both '{one}' and '{other}'", one=seen[key], other=name)
            )
        seen[key] = name
        parts = key.split("/")
        folders |= {"/".join(parts[:length]): name for length in range(1, len(parts))}
    for key in sorted(folders.keys() & seen.keys()):
        raise UnsafePathError(
            message("an export cannot have both '{one}' and '{other}'", one=seen[key], other=folders[key])
        )


def _key(name: str) -> str:
    return normalize("NFC", normalize("NFC", name).casefold())


def within(folder: Path, name: str) -> Path:
    """Return the path of `name` below `folder`; raise `UnsafePathError` if a symbolic link leads out of it."""
    path = folder / name
    if not path.parent.resolve().is_relative_to(folder.resolve()):
        raise UnsafePathError(
            message("{path} would be written outside of {folder}: a symbolic link leads away", path=path, folder=folder)
        )
    if path.is_dir() and not path.is_symlink():
        raise UnsafePathError(message("a folder stands at {path} where a file is to be written", path=path))
    return path
