"""A German town's integration concept as data: load, check, export, compare and evaluate it.

Every public name is loaded on first access, so that importing the package is fast and loads
neither a plugin nor a parser.
"""

from importlib import import_module

from integrationskonzept.version import __version__ as __version__

_MODULES = {
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
        "update",
    ),
    "comparison.compare": ("Comparison",),
    "errors": (
        "IntegrationskonzeptError",
        "InvalidConceptError",
        "OptionError",
        "UneditableError",
        "UnknownElementError",
    ),
    "evaluation.current_status": (
        "Pursuit",
        "PursuitState",
        "pursuit",
    ),
    "evaluation.evaluation": ("ConceptEvaluation",),
    "findings": (
        "Finding",
        "Severity",
    ),
    "formats.format": ("Format",),
    "i18n.messages": (
        "Message",
        "message",
    ),
    "model.concept": ("Concept",),
    "model.dates": ("PartialDate",),
    "observations.merge": ("MergeResult",),
    "plugins.contracts": (
        "Export",
        "ExportFile",
        "Exporter",
        "Loss",
        "Publisher",
        "SendOutcome",
        "SendPlan",
        "SendReport",
        "SendStep",
        "Sent",
        "TargetState",
    ),
    "plugins.hookspecs": ("hookimpl",),
    "portfolio.portfolio": ("Portfolio",),
    "rules.rule": (
        "Hit",
        "Rule",
    ),
}
_MODULE_OF = {name: home for home, names in _MODULES.items() for name in names}
_PACKAGES = (
    "api",
    "blocks",
    "comparison",
    "documents",
    "errors",
    "evaluation",
    "findings",
    "formats",
    "i18n",
    "model",
    "observations",
    "plugins",
    "portfolio",
    "rules",
    "tabular",
    "testing",
)

__all__ = sorted(_MODULE_OF)  # noqa: PLE0605 - each name stands in this file once, above


def __getattr__(name: str) -> object:
    if name in _MODULE_OF:
        found: object = getattr(import_module(f"{__name__}.{_MODULE_OF[name]}"), name)
    elif name in _PACKAGES:
        found = import_module(f"{__name__}.{name}")
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__, *_PACKAGES})
