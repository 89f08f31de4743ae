# Stub of integrationskonzept.api for type checkers; written by `nox -s generate`.

from integrationskonzept.api.checking import check as check
from integrationskonzept.api.comparing import compare as compare
from integrationskonzept.api.evaluating import due as due
from integrationskonzept.api.evaluating import evaluate as evaluate
from integrationskonzept.api.exporting import export as export
from integrationskonzept.api.gathering import read_portfolio as read_portfolio
from integrationskonzept.api.hosting import default_host as default_host
from integrationskonzept.api.laying import tables as tables
from integrationskonzept.api.observing import merge_observations as merge_observations
from integrationskonzept.api.observing import observe as observe
from integrationskonzept.api.reading import concept as concept
from integrationskonzept.api.reading import load as load
from integrationskonzept.api.reading import loads as loads
from integrationskonzept.api.replacing import replace as replace
from integrationskonzept.api.writing import dumps as dumps
from integrationskonzept.api.writing import save as save
from integrationskonzept.api.writing import update as update

__all__ = [
    "check",
    "compare",
    "concept",
    "default_host",
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
]
