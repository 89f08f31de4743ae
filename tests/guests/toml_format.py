"""Reads and writes concepts as TOML."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import tomli_w

from integrationskonzept import Finding, Format, InvalidConceptError, Message, Severity, hookimpl
from integrationskonzept.findings import Place
from integrationskonzept.plugins import ParsedData

NO_TOML = Message(template="no TOML: {problem}", translations={"de": "kein TOML: {problem}"})
NO_NULL = Message(template="TOML has no value for 'nothing'", translations={"de": "TOML hat keinen Wert für „nichts“"})


def read(content: bytes) -> ParsedData:
    """Return the plain data in a file."""
    try:
        return ParsedData(tomllib.loads(content.decode("utf-8")))
    except (ValueError, RecursionError) as error:
        said = Message(template=NO_TOML.template, values={"problem": error}, translations=NO_TOML.translations)
        raise InvalidConceptError(str(said), [_error(said)]) from error


def write(data: Mapping[str, Any]) -> bytes:
    """Return plain data as the bytes of a file; refuse what TOML cannot say."""
    refused = [_error(NO_NULL, path) for path in _nulls(data, ())]
    if refused:
        raise InvalidConceptError(str(NO_NULL), refused)
    return tomli_w.dumps(data).encode("utf-8")


def _nulls(value: Any, path: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    """Yield the paths of values that are None."""
    if value is None:
        yield path
    inside = value.items() if isinstance(value, Mapping) else enumerate(value) if isinstance(value, list) else ()
    for step, each in inside:
        yield from _nulls(each, (*path, step))


def _error(said: Message, path: tuple[str | int, ...] = ()) -> Finding:
    return Finding(code="TOML001", severity=Severity.ERROR, message=said, places=(Place(path=path),))


FORMAT = Format(
    name="toml",
    title=Message(template="TOML", translations={"de": "TOML"}),
    suffixes=(".toml",),
    media_type="application/toml",
    read=read,
    write=write,
)


@hookimpl
def integrationskonzept_formats() -> Sequence[Format]:
    """Return the format."""
    return (FORMAT,)
