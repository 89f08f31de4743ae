"""JSON."""
import json
from collections.abc import Mapping
from typing import Any

from integrationskonzept.formats.document import Document
from integrationskonzept.formats.encoding import decode
from integrationskonzept.formats.format import Format
from integrationskonzept.language import message


def read(content: bytes) -> Document:
    return Document(json.loads(decode(content)))


def write(data: Mapping[str, Any]) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


JSON = Format(
    name="json",
    title=message("JSON"),
    suffixes=(".json",),
    media_type="application/json",
    read=read,
    write=write,
)
"""The format other programs read."""
