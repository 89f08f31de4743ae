"""Benchmark rows about fresh processes: imports, start, discovery, memory, parallel work."""

import tempfile
from concurrent.futures import Executor, ProcessPoolExecutor
from pathlib import Path

import integrationskonzept as ik
from benchmarks import data, twins
from benchmarks.timing import Pair, Row, on_the_wall, printed, process
from integrationskonzept.formats.schema import SCHEMA_FILE

DISTRIBUTIONS = 200
HELD = 100

_TIMED_IMPORT = "import time; begin = time.perf_counter(); import {module}; print(time.perf_counter() - begin)"
_HELD = """
{prepare}
def filled():
    lines = open("/proc/self/status").read().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmRSS"))
def read_file(number):
    return read(open({folder!r} + f"/{{number}}.json", "rb").read())
read_file(0)
before = filled()
held = [read_file(number) for number in range(1, {count} + 1)]
print(filled() - before)
"""
_ENTRY_POINTS = """
import time, importlib.metadata
{warm}
begin = time.perf_counter()
{scan}
print(time.perf_counter() - begin)
"""


def _import() -> Pair:
    return Pair(
        ours=printed(_TIMED_IMPORT.format(module="integrationskonzept")),
        peer=printed(_TIMED_IMPORT.format(module="attrs")),
    )


def _start(host: str) -> Pair:
    folder = tempfile.TemporaryDirectory()
    Path(folder.name, "concept.json").write_bytes(data.as_json(data.whole()))
    Path(folder.name, "twin.py").write_text(twins.source(twins.PYDANTIC))
    load = f"twin.Concept.model_validate_json(open({folder.name + '/concept.json'!r}, 'rb').read())"
    return Pair(
        ours=process(f"import integrationskonzept as ik; {host}; ik.check(ik.concept('sachsenheim', host=h), host=h)"),
        peer=process(f"import twin; {load}", path=[folder.name]),
        close=folder.cleanup,
    )


def _check() -> Pair:
    folder = tempfile.TemporaryDirectory()
    file = Path(folder.name, "concept.yaml")
    ik.save(ik.concept("sachsenheim"), file)
    peer = ["check-jsonschema", "--schemafile", str(SCHEMA_FILE), str(file)]
    ours = ["integrationskonzept", "check", str(file)]
    return Pair(
        ours=process(f"import sys; sys.argv = {ours!r}; from integrationskonzept.cli import main; main()"),
        peer=process(f"import sys; sys.argv = {peer!r}; import check_jsonschema as c; c.main()"),
        close=folder.cleanup,
    )


def _discovery() -> Pair:
    folder = tempfile.TemporaryDirectory()
    for number in range(DISTRIBUTIONS):
        home = Path(folder.name, f"something_{number}-1.0.dist-info")
        home.mkdir()
        (home / "METADATA").write_text(f"Metadata-Version: 2.1\nName: something-{number}\nVersion: 1.0\n")
        if number % 3 == 0:
            (home / "entry_points.txt").write_text("[console_scripts]\nsomething = something:main\n")
    ours = _ENTRY_POINTS.format(
        warm="from integrationskonzept.plugins.discovery import installed_plugins", scan="list(installed_plugins())"
    )
    peer = _ENTRY_POINTS.format(warm="", scan="importlib.metadata.entry_points(group='integrationskonzept')")
    path = [folder.name]
    return Pair(ours=printed(ours, path=path), peer=printed(peer, path=path), close=folder.cleanup)


def _memory() -> Pair:
    folder = tempfile.TemporaryDirectory()
    for number in range(HELD + 1):
        Path(folder.name, f"{number}.json").write_bytes(data.as_json(data.town(number)))
    Path(folder.name, "twin.py").write_text(twins.source(twins.PYDANTIC))
    ours = "import integrationskonzept as ik\ndef read(content): return ik.loads(content, 'json')"
    peer = "import twin\nread = twin.Concept.model_validate_json"
    return Pair(
        ours=printed(_HELD.format(prepare=ours, folder=folder.name, count=HELD)),
        peer=printed(_HELD.format(prepare=peer, folder=folder.name, count=HELD), path=[folder.name]),
        close=folder.cleanup,
    )


def _processes() -> Pair:
    folder = tempfile.TemporaryDirectory()
    data.towns(Path(folder.name), data.TOWNS, "yaml")
    one, two = ProcessPoolExecutor(1), ProcessPoolExecutor(2)

    def read(executor: Executor) -> None:
        ik.read_portfolio(folder.name, executor=executor)

    def close() -> None:
        one.shutdown()
        two.shutdown()
        folder.cleanup()

    return Pair(
        ours=on_the_wall(lambda: read(two)),
        peer=on_the_wall(lambda: read(one)),
        close=close,
    )


ROWS = (
    Row(name="import", work="`import integrationskonzept`", peer="`import attrs`", limit=0.1, pair=_import, rounds=15),
    Row(
        name="start",
        work="process start → bundled concept loaded and checked",
        peer="pydantic: process start → twin models imported, concept loaded",
        limit=0.9,
        pair=lambda: _start("h = ik.plugins.PluginHost(discover=False)"),
        rounds=15,
    ),
    Row(
        name="check",
        work="`integrationskonzept check` of the bundled file",
        peer="`check-jsonschema` of the same file with our schema",
        limit=0.4,
        pair=_check,
        rounds=9,
    ),
    Row(
        name="start-plugins",
        work="the same with the rules of every installed plugin",
        peer="the same",
        limit=float("inf"),
        pair=lambda: _start("h = None"),
        rounds=15,
    ),
    Row(
        name="processes",
        work=f"portfolio of {data.TOWNS:,} YAML files, 2 processes",
        peer="1 process",
        limit=1.8,
        pair=_processes,
        rounds=1,
        at_least=True,
    ),
    Row(
        name="memory",
        work=f"memory of {HELD} loaded concepts, places included",
        peer="pydantic twins",
        limit=0.6,
        pair=_memory,
        rounds=3,
    ),
    Row(
        name="discovery",
        work=f"plugins found among {DISTRIBUTIONS} more distributions",
        peer="`importlib.metadata.entry_points(group=)`",
        limit=1.2,
        pair=_discovery,
        rounds=15,
    ),
)
