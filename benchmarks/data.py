"""Data of the benchmarks, generated from the bundled concept."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import attrs

import integrationskonzept as ik
from integrationskonzept.model import Activity, Indicator, IndicatorKind, Measure, Observation
from integrationskonzept.model.concept import addresses
from integrationskonzept.model.description import MODEL
from integrationskonzept.model.element import Addressed
from integrationskonzept.model.record import Record
from integrationskonzept.model.tree import revise

COPIES = 200
TOWNS = 2000
MEASURES = 5000
EVENTS = 10_000
OBSERVATIONS = 1_000_000
SHEETS = 60

_FIRST = date(2025, 1, 1)
_LONG = 3
_EACH = 100


@cache
def whole() -> dict[str, Any]:
    """Return the data of the bundled concept."""
    data: dict[str, Any] = json.loads(ik.dumps(ik.concept("sachsenheim"), "json"))
    return data


@cache
def realistic() -> dict[str, Any]:
    """Return every second item of the bundled concept's long lists: about 65 kB of JSON."""
    data: dict[str, Any] = _halved(whole())
    return data


def _halved(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _halved(item) for key, item in value.items()}
    if isinstance(value, list) and len(value) >= _LONG and isinstance(value[0], dict):
        return [_halved(item) for item in value[::2]]
    return value


def large() -> dict[str, Any]:
    """Return the realistic concept with every field of action and every offer repeated two hundred times."""
    data = realistic()
    often = {key: value * COPIES for key, value in data.items() if isinstance(value, list)}
    return {**data, **often}


def as_json(data: dict[str, Any]) -> bytes:
    """Return data as other programs write it."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def town(number: int) -> dict[str, Any]:
    """Return the realistic concept with the id and the wording of a different town."""
    data: dict[str, Any] = _told_anew(realistic(), f" ({number})")
    return {**data, "id": f"{data['id']}-{number}"}


def _told_anew(value: Any, mark: str) -> Any:
    """Return plain data in which every text of several words ends in a mark."""
    if isinstance(value, dict):
        return {key: _told_anew(item, mark) for key, item in value.items()}
    if isinstance(value, list):
        return [_told_anew(item, mark) for item in value]
    return value + mark if isinstance(value, str) and " " in value else value


def towns(folder: Path, count: int, format: str) -> list[Path]:
    """Write the files of a portfolio, as this library does, and return their paths."""
    files = [folder / f"town-{number:04}.{format}" for number in range(count)]
    for number, file in enumerate(files):
        ik.save(ik.loads(as_json(town(number)), "json"), file)
    return files


def plan(count: int = MEASURES) -> ik.Concept:
    """Return the bundled concept with `count` measures in one field of action: its own, and copies of these."""
    concept = ik.concept("sachsenheim")
    own = [measure for field in concept.fields_of_action for measure in field.measures]
    measures = (*own[:count], *(_copy(own[number % len(own)], number) for number in range(len(own), count)))
    first, *others = concept.fields_of_action
    fields = (attrs.evolve(first, measures=measures), *(attrs.evolve(each, measures=()) for each in others))
    return attrs.evolve(concept, fields_of_action=fields, origin=None)


def _copy(measure: Measure, number: int) -> Measure:
    """Return a measure with new ids for it and everything it contains; addresses in it refer to the copies."""
    inside, mark = {address for _, address in addresses(measure)}, f"-{number}"

    def renamed(record: Record) -> Record:
        changes: dict[str, Any] = {"id": record.id + mark} if isinstance(record, Addressed) else {}
        for name, noun, many in ((each.name, each.noun, each.many) for each in MODEL[type(record)].references):
            if noun == "*" and many:
                changes[name] = tuple(each + mark if each in inside else each for each in getattr(record, name))
        return attrs.evolve(record, **changes)

    copy = attrs.evolve(measure, id=measure.id + mark, title=f"{measure.title} ({number})")
    return revise(copy, renamed)


def anew(concept: ik.Concept) -> ik.Concept:
    """Return an equal concept with empty caches."""
    return concept.replace(concept.address)


def retold(concept: ik.Concept, number: int) -> ik.Concept:
    """Return the concept with a mark in each of its texts."""
    return ik.from_dict(_told_anew(ik.to_dict(concept), f" N{number}."))


def next_edition(concept: ik.Concept) -> ik.Concept:
    """Return the concept with one title in twenty changed, as in a later edition, loaded again."""
    first, *others = concept.fields_of_action
    measures = tuple(
        attrs.evolve(each, title=f"{each.title} – neu") if number % 20 == 0 else each
        for number, each in enumerate(first.measures)
    )
    edition = attrs.evolve(concept, fields_of_action=(attrs.evolve(first, measures=measures), *others))
    return ik.loads(ik.dumps(edition, "json"), "json")


def calendar(count: int) -> ik.Concept:
    """Return a plan with `count` dated activities."""
    concept = plan(1)
    (measure,) = concept.fields_of_action[0].measures
    days = tuple(_activity(number) for number in range(count))
    return concept.replace(measure.address, activities=days)


def _activity(number: int) -> Activity:
    day = _FIRST + timedelta(days=number % 1500)
    title = f"Offener Treff für alle ({number})"
    return Activity(id=f"treffen-{number}", title=title, date=ik.PartialDate(day.isoformat()))


def observed(count: int) -> tuple[ik.Concept, ...]:
    """Return concepts with `count` observations in total."""
    each = 10_000
    return tuple(_watched(number, min(each, count - number * each)) for number in range(-(-count // each)))


def _watched(number: int, count: int) -> ik.Concept:
    concept = plan(1)
    indicators = tuple(map(_counted, range(0, count, _EACH)))
    (measure,) = concept.fields_of_action[0].measures
    return attrs.evolve(concept, id=f"town-{number}").replace(measure.address, indicators=indicators)


def _counted(start: int) -> Indicator:
    values = tuple(_values(start))
    return Indicator(id=f"zahl-{start}", title="Anzahl", kind=IndicatorKind.COUNT, unit="Personen", observations=values)


def _values(start: int) -> Iterator[Observation]:
    for number in range(_EACH):
        yield Observation(as_of=ik.PartialDate(f"{2000 + number // 12}-{number % 12 + 1:02}"), value=start + number)
