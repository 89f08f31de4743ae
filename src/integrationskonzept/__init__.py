"""A German town's integration concept as data: load, check, export, compare and evaluate it.

A public name is imported from its module on first use, so that importing the package costs
next to nothing and loads neither a plugin nor a parser.
"""

from importlib import import_module

from integrationskonzept.version import __version__ as __version__

_MODULES = {
    "api": (
        "check",
        "concept",
        "dumps",
        "export",
        "from_dict",
        "load",
        "loads",
        "replace",
        "save",
        "to_dict",
        "update",
    ),
    "comparison.compare": (
        "Comparison",
        "compare",
    ),
    "errors": (
        "IntegrationskonzeptError",
        "InvalidConceptError",
        "OptionError",
        "UneditableError",
        "UnknownElementError",
    ),
    "evaluation.agenda": ("due",),
    "evaluation.current_status": (
        "Pursuit",
        "PursuitState",
        "pursuit",
    ),
    "evaluation.evaluation": (
        "ConceptEvaluation",
        "evaluate",
    ),
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
    "model.partial_date": ("PartialDate",),
    "observations.merge": (
        "MergeResult",
        "merge_observations",
        "observe",
    ),
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
    "portfolio.reading": ("read_portfolio",),
    "portfolio.tables": ("tables",),
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

__all__ = sorted(_MODULE_OF)  # noqa: PLE0605 - from the table, so that each name is written once


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
