"""Contract suites: run as a test class of pytest, or by one call."""

from typing import Any, ClassVar
from unittest import SkipTest


class BrokenContractError(AssertionError):
    """Raised for a broken contract; every breach is a line of the message."""


class Contract:
    """Base of every contract suite; its tests are the methods that begin with ``test_``."""

    __test__: ClassVar[bool] = False  # pytest takes the subclasses, not the suite itself

    def __init_subclass__(cls, **arguments: Any) -> None:
        super().__init_subclass__(**arguments)
        cls.__test__ = cls.__name__.startswith("Test")


def must(kept: object, otherwise: str) -> None:
    """Raise `AssertionError` with a sentence unless `kept` is true; unlike ``assert``, also under ``python -O``."""
    if not kept:
        raise AssertionError(otherwise)


def breaches(suite: Contract) -> list[str]:
    """Return the failed tests of a suite, each with the test's name as a sentence."""
    found = []
    for name in sorted(name for name in dir(suite) if name.startswith("test_")):
        sentence = name.removeprefix("test_").replace("_", " ")
        try:
            getattr(suite, name)()
        except SkipTest:
            continue
        except Exception as error:  # noqa: BLE001 - any exception of a plugin is a breach
            said = "; ".join((str(error).strip(), *getattr(error, "__notes__", ())))
            found.append(f"{sentence}: {type(error).__name__}: {said}")
    return found


def keep(suite: Contract, what: str) -> None:
    """Run a suite; raise `BrokenContractError` with all breaches, if there are any."""
    found = breaches(suite)
    if found:
        listed = "".join(f"\n- {breach}" for breach in found)
        raise BrokenContractError(f"{what} does not keep its contract:{listed}")
