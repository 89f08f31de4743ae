"""A German town's integration concept as data: load, check, export, compare and evaluate it.

A public name is imported from its module on first use, so that importing the package costs
next to nothing and loads neither a plugin nor a parser.
"""

from integrationskonzept.lazy import lazy_names
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
        "EditError",
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
        "MessageDomain",
        "message",
    ),
    "model.concept": ("Concept",),
    "model.edits": (
        "add",
        "move",
        "remove",
        "rename",
    ),
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
    "plugins.inputs": ("draft",),
    "portfolio.portfolio": ("Portfolio",),
    "portfolio.reading": ("read_portfolio",),
    "portfolio.tables": ("tables",),
    "rules.rule": (
        "Hit",
        "Rule",
        "rule",
    ),
}
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

__all__, __getattr__, __dir__ = lazy_names(globals(), _MODULES, _PACKAGES)
