"""The exporter ``datapackage``: every table as CSV, described as a Frictionless Data Package for open data."""

import json
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from hashlib import sha256
from typing import Any

from attrs import field, frozen

from integrationskonzept.errors import PluginError
from integrationskonzept.i18n.languages import LANGUAGES
from integrationskonzept.i18n.messages import Message, label, message
from integrationskonzept.model.activity import ActionDay, Activity
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.description import MODEL, AttributeDescription
from integrationskonzept.model.edition import Edition
from integrationskonzept.model.element import Addressed, Sourced
from integrationskonzept.model.indicator import Indicator
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.observation import Observation
from integrationskonzept.model.record import Record
from integrationskonzept.model.role import Interface, Role, TaskGroup
from integrationskonzept.model.stocktake import Need, Offer
from integrationskonzept.plugins.contracts import Export, Exporter, ExportFile, Loss
from integrationskonzept.tabular.builtin import BUILTIN
from integrationskonzept.tabular.frame import Frame
from integrationskonzept.tabular.schedule import LONGEST, years_of
from integrationskonzept.tabular.table import Column, Table, file_name

BUILTIN_TABLES = {table.name: table for table in BUILTIN}
"""Tables of this library, written if no others are given."""

KEYS = {
    "measures": ("measure",),
    "indicators": ("indicator",),
    "schedule": ("measure", "year"),
    "activities": ("address",),
    "offers": ("offer",),
    "needs": ("need",),
}
"""Columns that identify a row, if no id of the concept is used twice."""

REFERENCES = {
    ("indicators", "measure"): "measures",
    ("observations", "indicator"): "indicators",
    ("schedule", "measure"): "measures",
    ("involvement", "measure"): "measures",
    ("activities", "measure"): "measures",
}
"""Foreign keys: table and column, and the table that they refer to, stated if every id exists there."""

_LICENCES = {
    "cc0": "CC0-1.0",
    "cc by 4.0": "CC-BY-4.0",
    "cc by-sa 4.0": "CC-BY-SA-4.0",
    "dl-de/by-2-0": "dl-de-by-2.0",
    "dl-de/zero-2-0": "dl-de-zero-2.0",
}
"""Spellings of licences, and their ids in the register of open licences."""


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


def export(concept: Concept, options: Options, tables: Mapping[str, Table] = BUILTIN_TABLES) -> Export:
    """Return a concept's tables as CSV, and the descriptor that explains every column.

    A table that cannot be filled is reported in a warning, and the others are written.
    """
    frames, failed = _filled(concept, tables)
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
    return Export(files=tuple(files), losses=tuple(losses(concept)), warnings=(*failed, *_warnings(concept, frames)))


def _filled(concept: Concept, tables: Mapping[str, Table]) -> tuple[dict[str, Frame], list[Loss]]:
    frames, failed = {}, []
    for name, table in tables.items():
        try:
            frames[file_name(name)] = Frame(table, table.fill(concept))
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
    """Return the licence if it has a registered id or is an address."""
    stated = (edition.licence or "").strip()
    if stated.startswith(("http://", "https://")):
        return [{"path": stated}]
    name = _LICENCES.get(" ".join(stated.casefold().replace("-by", " by").split())) or _LICENCES.get(stated.casefold())
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
    frame, key = frames[name], KEYS.get(name, ())
    keys = [*zip(*(frame[column] for column in key), strict=True)] if key else []
    foreign = [
        {"fields": column, "reference": {"resource": other, "fields": KEYS[other][0]}}
        for (table, column), other in REFERENCES.items()
        if table == name and _holds(frame[column], frames[other][KEYS[other][0]])
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
    licence, known = concept.edition.licence, ", ".join(sorted(_LICENCES.values()))
    if licence is None:
        yield _loss(concept, message("no licence is stated, so that nobody knows what they may do with the data"))
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


_ACTIVITY = ("id", "title", "area", "date", "recurrence")
_WRITTEN: Mapping[type[Record], frozenset[str]] = {
    kind: frozenset(names)
    for kind, names in {
        Measure: (
            *("id", "number", "title", "kind", "leads", "partners", "carriers", "contacts", "time_frames", "schedule"),
            *("status_reports", "priority", "commitment", "goal_refs", "indicators", "activities", "action_days"),
            *("merged_into", "split_into", "replaced_by"),
        ),
        Indicator: (
            *("id", "title", "kind", "unit", "direction", "population", "catalogue_code", "baseline", "target"),
            *("observations", "benchmarks", "data_source", "collection_frequency", "collected_by"),
        ),
        Observation: (
            *("as_of", "value", "minimum", "maximum", "reached", "text", "approximate", "population", "missing"),
            "note",
        ),
        Activity: _ACTIVITY,
        ActionDay: _ACTIVITY,
        Role: ("id", "title", "actor_ref", "responsibilities", "task_groups"),
        TaskGroup: ("id", "tasks"),
        Interface: ("id", "title", "between"),
        Offer: ("id", "title", "theme_ref", "contacts", "target_group_refs"),
        Need: ("id", "text", "perspective", "offer_refs"),
    }.items()
}
"""Attributes that the tables contain, by noun."""

_ORIGIN = frozenset(name for name, each in MODEL[Sourced].attributes.items() if each.last) - {"note", "internal"}
"""Attributes about the source of a statement; their loss is reported once, for all records."""


def losses(concept: Concept) -> Iterator[Loss]:
    """Yield the nouns and attributes that no table contains, with the number of statements."""
    if len(years_of(concept)) > LONGEST:
        said = message(
            "the period covers {count} years; the schedule by year is written for {longest} at most, and is empty",
            count=len(years_of(concept)),
            longest=LONGEST,
        )
        yield _loss(concept, said)
    for kind, found in concept.records.items():
        if kind in _WRITTEN:
            yield from _attributes(kind, found.records, concept)
        elif issubclass(kind, Addressed) and kind is not Concept:
            said = message("{noun}: stated {count} times, and in no table", noun=label(kind.noun), count=len(found))
            yield _loss(concept, said)
    count = sum(_has_origin(record) for found in concept.records.values() for record in found.records)
    if count:
        yield _loss(concept, message("where {count} statements come from is in no table", count=count))


def _attributes(kind: type[Record], records: list[Any], concept: Concept) -> Iterator[Loss]:
    noun = label(getattr(kind, "noun", kind.__name__.lower()))
    for attribute in MODEL[kind].attributes.values():
        if attribute.name in _WRITTEN[kind] | _ORIGIN | {"internal"}:
            continue
        count = sum(_is_stated(record, attribute) for record in records)
        if count:
            said = message(
                "{noun}, {attribute}: stated {count} times, and in no table",
                noun=noun,
                attribute=label(attribute.name),
                count=count,
            )
            yield _loss(concept, said)


def _is_stated(record: Record, attribute: AttributeDescription) -> bool:
    value = getattr(record, attribute.name)
    return value not in (None, (), False) and bool(value != attribute.default)


def _has_origin(record: Record) -> bool:
    return isinstance(record, Sourced) and any(getattr(record, name) for name in _ORIGIN)


DATAPACKAGE = Exporter(
    name="datapackage",
    title=message("Data package (Frictionless): every table as CSV, with what its columns mean"),
    media_type="application/json",
    suffix=".json",
    export=export,
    options=Options,
    with_tables=True,
)
