"""Run an export in processes with different time zone, locale, folder and order of sets."""

import pickle
import subprocess
import sys
import tempfile
from typing import Any
from unittest import SkipTest

from integrationskonzept.model.concept import Concept
from integrationskonzept.plugins.contracts import Exporter

_PLACES = (
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "2", "TZ": "America/Adak", "LC_ALL": "de_DE.UTF-8"},
)
_CHILD = """
import pickle, sys
sys.path[:], pickled = pickle.load(sys.stdin.buffer)
try:
    export, concept, options = pickle.loads(pickled)
except Exception as error:
    sys.exit(f"cannot be imported there: {error}")
files = export(concept, options).files
sys.stdout.buffer.write(pickle.dumps([(file.name, file.content) for file in files]))
"""


def exported_elsewhere(exporter: Exporter, concept: Concept, options: Any) -> list[list[tuple[str, bytes]]]:
    """Return names and contents of the files as each of two other processes exports them.

    Raises `SkipTest` where the export function cannot be sent there, such as one made inside a test.
    """
    try:
        pickled = pickle.dumps((exporter.export, concept, options))
    except (pickle.PicklingError, AttributeError, TypeError) as error:
        raise SkipTest(f"the export function cannot be sent to another process: {error}") from None
    return [_run(pickled, place) for place in _PLACES]


def _run(pickled: bytes, place: dict[str, str]) -> list[tuple[str, bytes]]:
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(  # noqa: S603 - this Python, and a program of our own
            [sys.executable, "-c", _CHILD],
            input=pickle.dumps((sys.path, pickled)),
            capture_output=True,
            env={**place, "SYSTEMROOT": "C:\\Windows"},
            cwd=folder,
            check=False,
        )
    said = done.stderr.decode("utf-8", "replace")
    if "cannot be imported there" in said:
        raise SkipTest(f"the export function {said.strip()}")
    if done.returncode != 0:
        raise AssertionError(f"the export fails in another process: {said.strip()[-500:]}")
    files: list[tuple[str, bytes]] = pickle.loads(done.stdout)  # noqa: S301 - written by our own child
    return files
