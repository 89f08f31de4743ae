# The public names as type checkers see them; written by `nox -s generate`.

from integrationskonzept import api as api
from integrationskonzept import blocks as blocks
from integrationskonzept import comparison as comparison
from integrationskonzept import documents as documents
from integrationskonzept import errors as errors
from integrationskonzept import evaluation as evaluation
from integrationskonzept import findings as findings
from integrationskonzept import formats as formats
from integrationskonzept import i18n as i18n
from integrationskonzept import model as model
from integrationskonzept import observations as observations
from integrationskonzept import plugins as plugins
from integrationskonzept import portfolio as portfolio
from integrationskonzept import rules as rules
from integrationskonzept import tabular as tabular
from integrationskonzept import testing as testing
from integrationskonzept.api import check as check
from integrationskonzept.api import concept as concept
from integrationskonzept.api import dumps as dumps
from integrationskonzept.api import export as export
from integrationskonzept.api import from_dict as from_dict
from integrationskonzept.api import load as load
from integrationskonzept.api import loads as loads
from integrationskonzept.api import replace as replace
from integrationskonzept.api import save as save
from integrationskonzept.api import to_dict as to_dict
from integrationskonzept.api import update as update
from integrationskonzept.comparison.compare import Comparison as Comparison
from integrationskonzept.comparison.compare import compare as compare
from integrationskonzept.errors import EditError as EditError
from integrationskonzept.errors import IntegrationskonzeptError as IntegrationskonzeptError
from integrationskonzept.errors import InvalidConceptError as InvalidConceptError
from integrationskonzept.errors import OptionError as OptionError
from integrationskonzept.errors import UneditableError as UneditableError
from integrationskonzept.errors import UnknownElementError as UnknownElementError
from integrationskonzept.evaluation.agenda import due as due
from integrationskonzept.evaluation.current_status import Pursuit as Pursuit
from integrationskonzept.evaluation.current_status import PursuitState as PursuitState
from integrationskonzept.evaluation.current_status import pursuit as pursuit
from integrationskonzept.evaluation.evaluation import ConceptEvaluation as ConceptEvaluation
from integrationskonzept.evaluation.evaluation import evaluate as evaluate
from integrationskonzept.findings import Finding as Finding
from integrationskonzept.findings import Severity as Severity
from integrationskonzept.formats.format import Format as Format
from integrationskonzept.i18n.messages import Message as Message
from integrationskonzept.i18n.messages import MessageDomain as MessageDomain
from integrationskonzept.i18n.messages import message as message
from integrationskonzept.model.concept import Concept as Concept
from integrationskonzept.model.edits import add as add
from integrationskonzept.model.edits import move as move
from integrationskonzept.model.edits import remove as remove
from integrationskonzept.model.edits import rename as rename
from integrationskonzept.model.partial_date import PartialDate as PartialDate
from integrationskonzept.observations.merge import MergeResult as MergeResult
from integrationskonzept.observations.merge import merge_observations as merge_observations
from integrationskonzept.observations.merge import observe as observe
from integrationskonzept.plugins.contracts import Export as Export
from integrationskonzept.plugins.contracts import ExportFile as ExportFile
from integrationskonzept.plugins.contracts import Exporter as Exporter
from integrationskonzept.plugins.contracts import Loss as Loss
from integrationskonzept.plugins.contracts import Publisher as Publisher
from integrationskonzept.plugins.contracts import SendOutcome as SendOutcome
from integrationskonzept.plugins.contracts import SendPlan as SendPlan
from integrationskonzept.plugins.contracts import SendReport as SendReport
from integrationskonzept.plugins.contracts import SendStep as SendStep
from integrationskonzept.plugins.contracts import Sent as Sent
from integrationskonzept.plugins.contracts import TargetState as TargetState
from integrationskonzept.plugins.hookspecs import hookimpl as hookimpl
from integrationskonzept.plugins.inputs import draft as draft
from integrationskonzept.portfolio.portfolio import Portfolio as Portfolio
from integrationskonzept.portfolio.reading import read_portfolio as read_portfolio
from integrationskonzept.portfolio.tables import tables as tables
from integrationskonzept.rules.rule import Hit as Hit
from integrationskonzept.rules.rule import Rule as Rule
from integrationskonzept.rules.rule import rule as rule

__version__: str

__all__ = [
    "Comparison",
    "Concept",
    "ConceptEvaluation",
    "EditError",
    "Export",
    "ExportFile",
    "Exporter",
    "Finding",
    "Format",
    "Hit",
    "IntegrationskonzeptError",
    "InvalidConceptError",
    "Loss",
    "MergeResult",
    "Message",
    "MessageDomain",
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
    "add",
    "check",
    "compare",
    "concept",
    "draft",
    "due",
    "dumps",
    "evaluate",
    "export",
    "from_dict",
    "hookimpl",
    "load",
    "loads",
    "merge_observations",
    "message",
    "move",
    "observe",
    "pursuit",
    "read_portfolio",
    "remove",
    "rename",
    "replace",
    "rule",
    "save",
    "tables",
    "to_dict",
    "update",
]
