"""Refused values of a file, each with its path and the records around it."""

from collections.abc import Mapping
from typing import Any

from attrs import frozen

from integrationskonzept.findings import Path
from integrationskonzept.i18n.messages import Message
from integrationskonzept.model.description import MODEL
from integrationskonzept.model.record import Record
from integrationskonzept.model.refusal import RefusedError


@frozen
class Refusal:
    """A refused value: its path, the element it belongs to, and the error."""

    path: Path
    address: str | None
    error: Exception
    records: tuple[tuple[Path, type[Record]], ...] = ()
    """The records around it, the outermost first, each with its path."""
    is_bare: bool = False
    """Whether it is the short form of the innermost record."""

    @property
    def hint(self) -> Message | None:
        """The next step, if the value allows one."""
        error = self.error
        if not isinstance(error, RefusedError) or error.spelling is None or not self.records:
            return error.hint if isinstance(error, RefusedError) else None
        path, kind = self.records[-1]
        key = next((step for step in reversed(self.path) if isinstance(step, str)), "")
        holder = next((step for step in reversed(path) if isinstance(step, str)), None)
        beside = holder if len(self.records) > 1 and "printed" in MODEL[self.records[-2][1]].keys else None
        return error.spelling.answer(MODEL[kind].keys, key, holder if self.is_bare else None, beside) or error.hint


def address_of(kind: type, data: Any) -> str | None:
    """Return the address of the element in plain data; None for other records and without an id."""
    noun, id = getattr(kind, "noun", None), data.get("id") if isinstance(data, Mapping) else None
    return f"{noun}/{id}" if noun and isinstance(id, str) else None
