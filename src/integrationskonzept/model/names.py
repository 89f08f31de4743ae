"""Short names of extensions, valid on a command line and as file names."""

import re
from typing import Any

import attrs

from integrationskonzept.model.annotations import is_id
from integrationskonzept.printable import brief

_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\..*)?", re.IGNORECASE)
_LONGEST = 100


def is_device(name: str) -> bool:
    """Return whether Windows treats a file of this name, with any suffix, as a device."""
    return _DEVICES.fullmatch(name) is not None


def is_name(name: object) -> bool:
    """Return whether `name` is valid on a command line and as a file name on every system."""
    return isinstance(name, str) and is_id(name) and len(name) <= _LONGEST and not is_device(name)


def named(_: Any, attribute: "attrs.Attribute[Any]", name: object) -> None:
    """Raise `ValueError` for a name that is not valid on a command line or as a file name on every system."""
    if not is_name(name):
        raise ValueError(
            f"{attribute.name} must be lower-case letters and digits joined by '-', '.' or '_',"
            f" such as 'ical', {_LONGEST} characters at most, and no device of Windows; got {brief(name)}"
        )
