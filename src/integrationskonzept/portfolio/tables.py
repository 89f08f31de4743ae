"""The tables of concepts, that of what the checks find in them included."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from attrs import evolve

from integrationskonzept.i18n.languages import LANGUAGES
from integrationskonzept.model.concept import Concept
from integrationskonzept.plugins.checking import check_by
from integrationskonzept.plugins.host import PluginHost
from integrationskonzept.tabular.findings import FINDINGS, findings_frame
from integrationskonzept.tabular.tables import Tables


def tables_of(concepts: Iterable[Concept], host: PluginHost) -> Tables:
    """Return every table of some concepts; each is filled, and the concepts are checked, when it is asked for."""

    def found(concept: Concept) -> Mapping[str, Sequence[Any]]:
        own = concept.language.partition("-")[0]
        return findings_frame(concept, check_by(host, concept).findings, own if own in LANGUAGES else "en").data

    return Tables(concepts, {**host.tables(), FINDINGS.name: evolve(FINDINGS, fill=found)})
