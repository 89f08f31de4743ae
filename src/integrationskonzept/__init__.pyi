# What type checkers see of integrationskonzept; written by `nox -s generate`.

from integrationskonzept import analysis as analysis
from integrationskonzept import api as api
from integrationskonzept import errors as errors
from integrationskonzept import findings as findings
from integrationskonzept import formats as formats
from integrationskonzept import language as language
from integrationskonzept import model as model
from integrationskonzept import plugins as plugins
from integrationskonzept import portfolio as portfolio
from integrationskonzept import rules as rules
from integrationskonzept import tabular as tabular
from integrationskonzept import testing as testing
from integrationskonzept.analysis.changes import Comparison as Comparison
from integrationskonzept.analysis.evaluation import ConceptEvaluation as ConceptEvaluation
from integrationskonzept.analysis.merging import Merged as Merged
from integrationskonzept.analysis.standing import Pursuit as Pursuit
from integrationskonzept.analysis.standing import PursuitState as PursuitState
from integrationskonzept.analysis.standing import pursuit as pursuit
from integrationskonzept.api import check as check
from integrationskonzept.api import compare as compare
from integrationskonzept.api import concept as concept
from integrationskonzept.api import due as due
from integrationskonzept.api import dumps as dumps
from integrationskonzept.api import evaluate as evaluate
from integrationskonzept.api import export as export
from integrationskonzept.api import load as load
from integrationskonzept.api import loads as loads
from integrationskonzept.api import merge_observations as merge_observations
from integrationskonzept.api import observe as observe
from integrationskonzept.api import read_portfolio as read_portfolio
from integrationskonzept.api import replace as replace
from integrationskonzept.api import save as save
from integrationskonzept.api import tables as tables
from integrationskonzept.api import update as update
from integrationskonzept.errors import IntegrationskonzeptError as IntegrationskonzeptError
from integrationskonzept.errors import InvalidConceptError as InvalidConceptError
from integrationskonzept.errors import OptionError as OptionError
from integrationskonzept.errors import UneditableError as UneditableError
from integrationskonzept.errors import UnknownElementError as UnknownElementError
from integrationskonzept.findings import Finding as Finding
from integrationskonzept.findings import Severity as Severity
from integrationskonzept.formats.format import Format as Format
from integrationskonzept.language import Message as Message
from integrationskonzept.language import message as message
from integrationskonzept.model.concept import Concept as Concept
from integrationskonzept.model.dates import PartialDate as PartialDate
from integrationskonzept.plugins.exporter import Export as Export
from integrationskonzept.plugins.exporter import ExportFile as ExportFile
from integrationskonzept.plugins.exporter import Exporter as Exporter
from integrationskonzept.plugins.exporter import Loss as Loss
from integrationskonzept.plugins.exporter import TargetState as TargetState
from integrationskonzept.plugins.hookspecs import hookimpl as hookimpl
from integrationskonzept.plugins.publisher import Publisher as Publisher
from integrationskonzept.plugins.publisher import SendOutcome as SendOutcome
from integrationskonzept.plugins.publisher import SendPlan as SendPlan
from integrationskonzept.plugins.publisher import SendReport as SendReport
from integrationskonzept.plugins.publisher import SendStep as SendStep
from integrationskonzept.plugins.publisher import Sent as Sent
from integrationskonzept.portfolio.portfolio import Portfolio as Portfolio
from integrationskonzept.rules.rule import Hit as Hit
from integrationskonzept.rules.rule import Rule as Rule

__version__: str

__all__ = [
    "Comparison",
    "Concept",
    "ConceptEvaluation",
    "Export",
    "ExportFile",
    "Exporter",
    "Finding",
    "Format",
    "Hit",
    "IntegrationskonzeptError",
    "InvalidConceptError",
    "Loss",
    "Merged",
    "Message",
    "OptionError",
    "PartialDate",
    "Portfolio",
    "Publisher",
    "Pursuit",
    "PursuitState",
    "Rule",
    "SendOutcome",
    "SendPlan",
    "SendReport",
    "SendStep",
    "Sent",
    "Severity",
    "TargetState",
    "UneditableError",
    "UnknownElementError",
    "check",
    "compare",
    "concept",
    "due",
    "dumps",
    "evaluate",
    "export",
    "hookimpl",
    "load",
    "loads",
    "merge_observations",
    "message",
    "observe",
    "pursuit",
    "read_portfolio",
    "replace",
    "save",
    "tables",
    "update",
]
