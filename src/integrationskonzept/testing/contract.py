"""Running a contract: as test class of pytest, or by one call."""

from typing import Any, ClassVar
from unittest import SkipTest


class BrokenContractError(AssertionError):
    """Something does not keep its contract; every breach is a line of the message."""


class Contract:
    """What every contract suite shares: its tests are the methods that begin with ``test_``."""

    __test__: ClassVar[bool] = False  # pytest takes the subclasses, not the suite itself

    def __init_subclass__(cls, **arguments: Any) -> None:
        super().__init_subclass__(**arguments)
        cls.__test__ = cls.__name__.startswith("Test")


def must(kept: object, otherwise: str) -> None:
    """Raise `AssertionError` with a sentence unless something is kept; unlike ``assert``, also under ``python -O``."""
    if not kept:
        raise AssertionError(otherwise)


def breaches(suite: Contract) -> list[str]:
    """Run every test of a suite and say what failed, by the test's sentence."""
    found = []
    for name in sorted(name for name in dir(suite) if name.startswith("test_")):
        sentence = name.removeprefix("test_").replace("_", " ")
        try:
            getattr(suite, name)()
        except SkipTest:
            continue
        except Exception as error:  # noqa: BLE001 - whatever a guest raises is a breach
            said = "; ".join((str(error).strip(), *getattr(error, "__notes__", ())))
            found.append(f"{sentence}: {type(error).__name__}: {said}")
    return found


def keep(suite: Contract, what: str) -> None:
    """Raise `BrokenContractError` with all breaches, if there are any."""
    found = breaches(suite)
    if found:
        listed = "".join(f"\n- {breach}" for breach in found)
        raise BrokenContractError(f"{what} does not keep its contract:{listed}")
