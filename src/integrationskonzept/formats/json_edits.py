"""Change a JSON file in the indentation it has."""

import json
import re
from codecs import BOM_UTF8
from typing import Any

from integrationskonzept.errors import UneditableError
from integrationskonzept.formats.format import Edited
from integrationskonzept.i18n.messages import message
from integrationskonzept.printable import escaped

_INDENTATION = re.compile(rb"\{(\r?\n)([ \t]*)\"")


def edit(content: bytes, old: Any, new: Any) -> Edited:
    """Return `new` as JSON with the indentation, line ends and escapes of a file that holds `old`.

    Raises `UneditableError` where the file is not laid out evenly, so that more would change than
    the values that differ.
    """
    for is_ascii in (False, True):
        if _written(content, old, is_ascii=is_ascii) == content:
            return Edited(_written(content, new, is_ascii=is_ascii))
    raise UneditableError(message("the lines of the JSON file are not laid out evenly"))


def _written(content: bytes, data: Any, *, is_ascii: bool) -> bytes:
    """Write data as the content of a file is written."""
    match = _INDENTATION.match(content.removeprefix(BOM_UTF8))
    indent = match[2].decode() if match else None
    comma, colon = (b'", "' in content or b"], " in content, b'": ' in content)
    separators = ("," if match or not comma else ", ", ": " if colon else ":")
    text = escaped(json.dumps(data, ensure_ascii=is_ascii, indent=indent, separators=separators))
    line_break = match[1].decode() if match else "\n"
    end = line_break if content.endswith(b"\n") else ""
    mark = BOM_UTF8 if content.startswith(BOM_UTF8) else b""
    return mark + (text.replace("\n", line_break) + end).encode("utf-8")
