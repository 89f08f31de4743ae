"""Benchmark rows about reading and writing."""

import json
import tempfile
from pathlib import Path
from typing import Any

import msgspec
import yaml

import integrationskonzept as ik
from benchmarks import data, twins
from benchmarks.timing import Cost, Pair, Row, timed
from integrationskonzept.formats.yaml import YAML


def _twin() -> Any:
    return twins.twin(twins.PYDANTIC).Concept


IN_A_ROW = 20
FEW_IN_A_ROW = 5  # with more, the peer would pay for garbage collections of all objects of this process


def _json(content: bytes, times: int = 1) -> Pair:
    twin = _twin()
    return Pair(
        ours=timed(lambda: ik.loads(content, "json"), times=times),
        peer=timed(lambda: twin.model_validate_json(content), times=times),
    )


def _msgspec() -> Pair:
    content = data.as_json(data.realistic())
    decoder = msgspec.json.Decoder(twins.twin(twins.MSGSPEC).Concept)
    return Pair(
        ours=timed(lambda: ik.loads(content, "json"), times=IN_A_ROW),
        peer=timed(lambda: decoder.decode(content), times=IN_A_ROW),
    )


def _portfolio() -> Pair:
    folder = tempfile.TemporaryDirectory()
    files = data.towns(Path(folder.name), data.TOWNS, "json")
    twin = _twin()
    return Pair(
        ours=timed(lambda: ik.read_portfolio(folder.name)),
        peer=timed(lambda: [twin.model_validate_json(file.read_bytes()) for file in files]),
        close=folder.cleanup,
    )


def _yaml_text() -> str:
    return ik.dumps(ik.loads(json.dumps(data.realistic()), "json"), "yaml")


def _bare_yaml(text: str) -> Cost:
    return timed(lambda: yaml.load(text, yaml.CSafeLoader), times=FEW_IN_A_ROW)


def _yaml_data() -> Pair:
    text = _yaml_text()
    content = text.encode()
    read: Any = YAML.read
    return Pair(ours=timed(lambda: read(content), times=FEW_IN_A_ROW), peer=_bare_yaml(text))


def _yaml_concept() -> Pair:
    text = _yaml_text()
    return Pair(ours=timed(lambda: ik.loads(text), times=FEW_IN_A_ROW), peer=_bare_yaml(text))


def _json_written() -> Pair:
    content = data.as_json(data.realistic())
    concept, twin = ik.loads(content, "json"), _twin().model_validate_json(content)
    return Pair(
        ours=timed(lambda: ik.dumps(concept, "json"), times=IN_A_ROW),
        peer=timed(lambda: twin.model_dump_json(exclude_defaults=True, indent=2), times=IN_A_ROW),
    )


def _yaml_written() -> Pair:
    plain = data.realistic()
    concept = ik.loads(json.dumps(plain), "json")
    return Pair(
        ours=timed(lambda: ik.dumps(concept)),
        peer=timed(lambda: yaml.dump(plain, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)),
    )


ROWS = (
    Row(
        name="json",
        work="JSON → `Concept`, realistic",
        peer="pydantic `model_validate_json`",
        limit=1.7,
        pair=lambda: _json(data.as_json(data.realistic()), IN_A_ROW),
        rounds=41,
    ),
    Row(
        name="json-msgspec",
        work="the same",
        peer="msgspec `Decoder(Struct)`, which stops at the first problem",
        limit=float("inf"),
        pair=_msgspec,
        rounds=41,
    ),
    Row(
        name="json-large",
        work=f"JSON → `Concept`, {data.COPIES} times",
        peer="pydantic `model_validate_json`",
        limit=1.0,
        pair=lambda: _json(data.as_json(data.large())),
        rounds=5,
    ),
    Row(
        name="json-portfolio",
        work=f"portfolio of {data.TOWNS:,} JSON files",
        peer="pydantic `model_validate_json` of each",
        limit=0.6,
        pair=_portfolio,
        rounds=3,
    ),
    Row(
        name="yaml-data",
        work="YAML → data with line and column of every key and value",
        peer="`yaml.load(…, CSafeLoader)`, without any",
        limit=0.55,
        pair=_yaml_data,
    ),
    Row(name="yaml", work="YAML → `Concept`", peer="`yaml.load(…, CSafeLoader)`", limit=0.65, pair=_yaml_concept),
    Row(
        name="json-written",
        work="`Concept` → JSON",
        peer="pydantic `model_dump_json`, to the same bytes",
        limit=1.5,
        pair=_json_written,
        rounds=41,
    ),
    Row(
        name="yaml-written",
        work="`Concept` → YAML",
        peer="`yaml.dump(…, CSafeDumper)` of plain data",
        limit=0.9,
        pair=_yaml_written,
    ),
)
