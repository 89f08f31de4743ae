"""Short names that plugins give to what they bring: typed on a command line, and used as file names."""

import re
from typing import Any

import attrs

from integrationskonzept.model.record import brief, is_id

_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\..*)?", re.IGNORECASE)
_LONGEST = 100


def is_device(name: str) -> bool:
    """Tell whether Windows takes a file of this name, whatever its suffix, for a device."""
    return _DEVICES.fullmatch(name) is not None


def is_name(name: object) -> bool:
    """Tell whether `name` can be typed on a command line and be the name of a file on every system."""
    return isinstance(name, str) and is_id(name) and len(name) <= _LONGEST and not is_device(name)


def named(_: Any, attribute: "attrs.Attribute[Any]", name: object) -> None:
    """Refuse a name that cannot be typed on a command line, or cannot be the name of a file everywhere."""
    if not is_name(name):
        raise ValueError(
            f"{attribute.name} must be lower-case letters and digits joined by '-', '.' or '_',"
            f" such as 'ical', {_LONGEST} characters at most, and no device of Windows; got {brief(name)}"
        )
