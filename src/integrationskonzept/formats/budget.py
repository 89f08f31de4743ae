"""How many problems are still worth telling while one concept is structured."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from integrationskonzept.formats.limits import MAX_FINDINGS

_left: ContextVar[int] = ContextVar("problems that may still be told", default=MAX_FINDINGS)


@contextmanager
def fresh_budget() -> Iterator[None]:
    """Begin to count anew, for one file."""
    token = _left.set(MAX_FINDINGS)
    try:
        yield
    finally:
        _left.reset(token)


def spend(problems: int) -> bool:
    """Count some problems, and tell whether more are wanted."""
    _left.set(_left.get() - problems)
    return not is_spent()


def is_spent() -> bool:
    """Tell whether as many problems were found as anybody reads."""
    return _left.get() <= 0
