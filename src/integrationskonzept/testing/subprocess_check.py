"""Call a function in processes with a different clock, time zone, locale, folder, environment and order of sets."""

import pickle
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from datetime import datetime
from types import ModuleType
from typing import Any
from unittest import SkipTest

from integrationskonzept.testing.clock import OTHER_TIMES

_SETTINGS = ({"PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8"}, {"PYTHONHASHSEED": "2", "LC_ALL": "de_DE.UTF-8"})
_CHILD = """
import pickle, sys
sys.path[:], when, pickled = pickle.load(sys.stdin.buffer)
import time_machine
time_machine.travel(when).start()
try:
    (module, name, attribute), function, calls = pickle.loads(pickled)
    if function is None:
        function = getattr(getattr(__import__(module, fromlist=[name]), name), attribute)
except Exception as error:
    sys.exit(f"cannot be imported there: {error}")
results = [function(*arguments) for arguments in calls]
sys.stdout.buffer.write(pickle.dumps(results))
"""


def called_elsewhere(thing: Any, attribute: str, calls: Iterable[tuple[Any, ...]]) -> list[list[Any]]:
    """Return the results of calls of a function of `thing`, as each of two other processes returns them.

    Raises `SkipTest` where the function cannot be found there, because neither it nor `thing` is at the top level of a
    module that can be imported.
    """
    function: Callable[..., Any] | None = getattr(thing, attribute)
    found = _reference(thing, getattr(function, "__module__", None))
    try:
        pickled = pickle.dumps(((*(found or ("", "")), attribute), None if found else function, list(calls)))
    except (pickle.PicklingError, AttributeError, TypeError) as error:
        raise SkipTest(f"the function cannot be sent to another process: {error}") from None
    return [_run(pickled, when, settings) for when, settings in zip(OTHER_TIMES, _SETTINGS, strict=True)]


def _reference(thing: object, preferred: str | None) -> tuple[str, str] | None:
    """Return a module, that of the function rather than another, and the name by which `thing` is found in it."""
    modules = sorted(sys.modules.items(), key=lambda item: item[0] != preferred)
    return next(
        (
            (module, name)
            for module, loaded in modules
            if module != "__main__" and _can_be_imported(loaded)
            for name, value in vars(loaded).items()
            if value is thing
        ),
        None,
    )


def _can_be_imported(module: object) -> bool:
    return isinstance(module, ModuleType) and getattr(module, "__spec__", None) is not None


def _run(pickled: bytes, when: datetime, settings: dict[str, str]) -> list[Any]:
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(  # noqa: S603 - this Python, and a program of our own
            [sys.executable, "-c", _CHILD],
            input=pickle.dumps((sys.path, when, pickled)),
            capture_output=True,
            env={**settings, "TZ": str(when.tzinfo), "SYSTEMROOT": "C:\\Windows"},
            cwd=folder,
            check=False,
        )
    said = done.stderr.decode("utf-8", "replace")
    if "cannot be imported there" in said:
        raise SkipTest(f"the function {said.strip()}")
    if done.returncode != 0:
        raise AssertionError(f"it fails in another process: {said.strip()[-500:]}")
    results: list[Any] = pickle.loads(done.stdout)  # noqa: S301 - written by our own child
    return results
