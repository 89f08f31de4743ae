"""The exporter ``datapackage``: every table as CSV, described as a Frictionless Data Package for open data."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from hashlib import sha256
from typing import Any

from attrs import field, frozen

from integrationskonzept.errors import PluginError
from integrationskonzept.i18n.languages import LANGUAGES
from integrationskonzept.i18n.messages import Message, label, message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.edition import Edition
from integrationskonzept.model.element import Addressed
from integrationskonzept.plugins.contracts import Export, Exporter, ExportFile, Loss
from integrationskonzept.tabular.builtin import BUILTIN
from integrationskonzept.tabular.frame import Frame
from integrationskonzept.tabular.record_classes import LEFT_OUT
from integrationskonzept.tabular.schedule import LONGEST, years_of
from integrationskonzept.tabular.table import Column, Table, file_name
from integrationskonzept.tabular.tables import Tables

BUILTIN_TABLES = {table.name: table for table in BUILTIN}
"""Tables of this library, written if no others are given."""

_LICENCES = {
    "cc0": "CC0-1.0",
    "cc010": "CC0-1.0",
    "cczero": "CC0-1.0",
    "ccby40": "CC-BY-4.0",
    "ccbysa40": "CC-BY-SA-4.0",
    "dldeby20": "dl-de-by-2.0",
    "dlbyde20": "dl-de-by-2.0",
    "dldezero20": "dl-de-zero-2.0",
    "dlzerode20": "dl-de-zero-2.0",
}
"""Letters and digits of licences as towns and DCAT-AP.de write them, and their ids in the register of open licences."""


class Language(StrEnum):
    """Language of titles and descriptions."""

    GERMAN = "de"
    ENGLISH = "en"


@frozen(kw_only=True)
class Options:
    """Options of the exporter ``datapackage``."""

    language: Language = field(
        default=Language.GERMAN,
        metadata={"help": message("language of titles and descriptions, de or en; both stand under 'descriptions'")},
    )
    today: date | None = field(
        default=None,
        metadata={"help": message("day of the tables 'agenda' and 'evaluation'; without one they are left out")},
    )


def export(concept: Concept, options: Options, tables: Mapping[str, Table] = BUILTIN_TABLES) -> Export:
    """Return a concept's tables as CSV, and the descriptor that explains every column.

    A table that cannot be filled is reported in a warning, and the others are written.
    """
    frames, failed = _filled(concept, tables, options.today)
    contents = {name: frame.to_csv().encode("utf-8", "backslashreplace") for name, frame in frames.items()}
    package = {
        **_about(concept),
        "resources": [_resource(name, frames, contents[name], options.language) for name in frames],
    }
    descriptor = json.dumps(package, ensure_ascii=False, indent=2).encode("utf-8", "backslashreplace") + b"\n"
    files = [ExportFile(name="datapackage.json", content=descriptor, media_type="application/json")]
    files += [
        ExportFile(name=_path(name), content=content, media_type="text/csv") for name, content in contents.items()
    ]
    return Export(
        files=tuple(files), losses=tuple(losses(concept, tables)), warnings=(*failed, *_warnings(concept, frames))
    )


def _filled(concept: Concept, tables: Mapping[str, Table], today: date | None) -> tuple[dict[str, Frame], list[Loss]]:
    frames, failed = {}, []
    filled = Tables((concept,), tables, today)
    for name in filled:
        try:
            frames[file_name(name)] = filled[name]
        except PluginError as error:
            failed.append(
                _loss(concept, message("the table '{name}' is left out: {problem}", name=name, problem=error.args[0]))
            )
    return frames, failed


def _path(table: str) -> str:
    return f"data/{table}.csv"


def _about(concept: Concept) -> dict[str, Any]:
    edition, town = concept.edition, concept.municipality
    said = {
        "profile": "tabular-data-package",
        "name": concept.id,
        "title": concept.title,
        "description": concept.motto,
        "version": edition.as_of and str(edition.as_of),
        "homepage": edition.url,
        "licenses": _licences(edition),
        "contributors": [
            *([{"title": edition.publisher, "role": "publisher"}] if edition.publisher else ()),
            *({"title": author, "role": "author"} for author in edition.authors),
        ],
        "languages": [concept.language],
        "municipality": {"name": town.name, "ags": town.ags, "state": town.state},
        "period": {"start": str(concept.period.start or ""), "end": str(concept.period.end or "")},
    }
    return {name: value for name, value in said.items() if value}


def _licences(edition: Edition) -> list[dict[str, str]]:
    """Return the licence of the data if it has a registered id or is an address."""
    stated = (edition.data_licence or "").strip()
    if stated.startswith(("http://", "https://")):
        return [{"path": stated}]
    name = _LICENCES.get("".join(filter(str.isalnum, stated.casefold())))
    return [{"name": name, "title": stated}] if name else []


def _resource(name: str, frames: dict[str, Frame], content: bytes, language: str) -> dict[str, Any]:
    frame = frames[name]
    return {
        "name": name,
        "path": _path(name),
        "profile": "tabular-data-resource",
        "title": frame.table.title.text(language),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
        "dialect": {"delimiter": ",", "quoteChar": '"', "doubleQuote": True, "lineTerminator": "\r\n", "header": True},
        "schema": _schema(name, frames, language),
    }


def _schema(name: str, frames: dict[str, Frame], language: str) -> dict[str, Any]:
    frame = frames[name]
    key = frame.table.key
    keys = [*zip(*(frame[column] for column in key), strict=True)]
    nouns = {getattr(each.table.kind, "noun", None): other for other, each in frames.items() if each.table.key}
    foreign = [
        {"fields": column.name, "reference": {"resource": other, "fields": frames[other].table.key[0]}}
        for column in frame.columns
        if column.refers_to is not None and (other := nouns.get(column.refers_to)) and other != name
        if _holds(frame[column.name], frames[other][frames[other].table.key[0]])
    ]
    return {
        "fields": [_field(column, language) for column in frame.columns],
        "missingValues": [""],
        **({"primaryKey": list(key)} if key and len(set(keys)) == len(keys) else {}),
        **({"foreignKeys": foreign} if foreign else {}),
    }


def _holds(values: Sequence[Any], known: Sequence[Any]) -> bool:
    return len(set(known)) == len(known) and {value for value in values if value is not None} <= set(known)


def _field(column: Column, language: str) -> dict[str, Any]:
    unit = {"unit": column.unit} if column.unit else {}
    return {
        "name": column.name,
        "type": column.type.value,
        "description": column.description.text(language),
        "descriptions": {each: column.description.text(each) for each in LANGUAGES},
        **unit,
    }


def _warnings(concept: Concept, frames: dict[str, Frame]) -> Iterator[Loss]:
    licence, known = concept.edition.data_licence, ", ".join(sorted(set(_LICENCES.values())))
    if licence is None:
        said = message(
            "no licence of the data is stated (edition.data_licence), so that nobody knows what they may do with it"
        )
        yield _loss(concept, said)
    elif not _licences(concept.edition):
        said = message(
            "the licence {licence!r} cannot be stated; give its address, or one of {known}",
            licence=licence,
            known=known,
        )
        yield _loss(concept, said)
    for name, frame in frames.items():
        if count := frame.formulas():
            said = message(
                "{name}: {count} cells begin like a formula, and have an apostrophe before them", name=name, count=count
            )
            yield _loss(concept, said)


def _loss(concept: Concept, said: Message) -> Loss:
    return Loss(address=concept.address, message=said)


def losses(concept: Concept, tables: Mapping[str, Table]) -> Iterator[Loss]:
    """Yield the records and attributes that no table contains, with the number of statements."""
    if len(years_of(concept)) > LONGEST:
        said = message(
            "the period covers {count} years; the schedule by year is written for {longest} at most, and is empty",
            count=len(years_of(concept)),
            longest=LONGEST,
        )
        yield _loss(concept, said)
    written = {table.kind for table in tables.values()}
    for kind, found in concept.records.items():
        if (issubclass(kind, Addressed) and kind not in written) or kind in LEFT_OUT:
            noun = label(getattr(kind, "noun", kind.__name__))
            yield _loss(concept, message("{noun}: stated {count} times, and in no table", noun=noun, count=len(found)))
    described = {(table.kind, column.name) for table in tables.values() for column in table.columns}
    own = Counter(
        key
        for kind, found in concept.records.items()
        for record in found.records
        for key in record.extra
        if (kind, key) not in described
    )
    for key, count in sorted(own.items()):
        yield _loss(concept, message("{key}: stated {count} times, and in no table", key=key, count=count))


DATAPACKAGE = Exporter(
    name="datapackage",
    title=message("Data package (Frictionless): every table as CSV, with what its columns mean"),
    media_type="application/json",
    suffix=".json",
    export=export,
    options=Options,
    with_tables=True,
)
