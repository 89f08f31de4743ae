"""A German town's integration concept as data: load, check, export, compare and evaluate it.

Every name here is fetched from its home when it is first asked for, so that importing the
package costs next to nothing and loads neither a plugin nor a parser.
"""

from importlib import import_module

from integrationskonzept.version import __version__ as __version__

_HOMES = {
    "analysis.changes": ("Comparison",),
    "analysis.evaluation": ("ConceptEvaluation",),
    "analysis.merging": ("Merged",),
    "analysis.standing": ("Pursuit", "PursuitState", "pursuit"),
    "api": (
        "check",
        "compare",
        "concept",
        "due",
        "dumps",
        "evaluate",
        "export",
        "load",
        "loads",
        "merge_observations",
        "observe",
        "read_portfolio",
        "replace",
        "save",
        "tables",
    ),
    "errors": ("IntegrationskonzeptError", "InvalidConceptError", "OptionError", "UnknownElementError"),
    "findings": ("Finding", "Severity"),
    "formats.format": ("Format",),
    "language": ("Message", "message"),
    "model.concept": ("Concept",),
    "model.dates": ("PartialDate",),
    "plugins.exporter": ("Export", "ExportFile", "Exporter", "Loss", "TargetState"),
    "plugins.hookspecs": ("hookimpl",),
    "plugins.publisher": ("Publisher", "SendOutcome", "SendPlan", "SendReport", "SendStep", "Sent"),
    "portfolio.portfolio": ("Portfolio",),
    "rules.rule": ("Hit", "Rule"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}
_FLOORS = (
    "analysis",
    "api",
    "errors",
    "findings",
    "formats",
    "language",
    "model",
    "plugins",
    "portfolio",
    "rules",
    "tabular",
    "testing",
)

__all__ = sorted(_HOME_OF)  # noqa: PLE0605 - each name stands in this file once, above


def __getattr__(name: str) -> object:
    if name in _HOME_OF:
        found: object = getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)
    elif name in _FLOORS:
        found = import_module(f"{__name__}.{name}")
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__, *_FLOORS})
