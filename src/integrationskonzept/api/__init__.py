"""The calls most people need.

Each is fetched from its home when it is first asked for, so that whoever checks a file does not
load what compares two editions.
"""

from importlib import import_module

_MODULES = {
    "checking": ("check",),
    "comparing": ("compare",),
    "evaluating": (
        "due",
        "evaluate",
    ),
    "exporting": ("export",),
    "gathering": ("read_portfolio",),
    "hosting": ("default_host",),
    "laying": ("tables",),
    "observing": (
        "merge_observations",
        "observe",
    ),
    "reading": (
        "concept",
        "load",
        "loads",
    ),
    "replacing": ("replace",),
    "writing": (
        "dumps",
        "save",
        "update",
    ),
}
_MODULE_OF = {name: home for home, names in _MODULES.items() for name in names}

__all__ = sorted(_MODULE_OF)  # noqa: PLE0605 - each name stands in this file once, above


def __getattr__(name: str) -> object:
    if name not in _MODULE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(f"{__name__}.{_MODULE_OF[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
