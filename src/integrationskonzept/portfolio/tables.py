"""Tables of one or several concepts, the table of their findings included."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from attrs import evolve

from integrationskonzept.model.concept import Concept
from integrationskonzept.plugins.check import check_with
from integrationskonzept.plugins.host import PluginHost, default_host
from integrationskonzept.tabular.columns import row_language
from integrationskonzept.tabular.findings import FINDINGS, findings_frame
from integrationskonzept.tabular.tables import Tables


def tables(*concepts: Concept, today: date | None = None, host: PluginHost | None = None) -> Tables:
    """Return the tidy tables of one concept, or of several, with the rows of each below the other's.

    ``tables(konzept).indicators.to_pandas()``; every table has documented columns and its first
    one names the concept. What is marked internal is included, unless public views
    (``concept.public()``) are given. A table is filled on first use, and only the table of
    findings checks the concepts. The agenda of the twelve months from `today` on and the evaluation of that day are
    among them only if a day is given.
    """
    return tables_of(concepts, host or default_host(), today)


def tables_of(concepts: Iterable[Concept], host: PluginHost, today: date | None = None) -> Tables:
    """Return every table that `host` knows, filled from `concepts` on first use."""

    def found(concept: Concept) -> Mapping[str, Sequence[Any]]:
        return findings_frame(concept, check_with(host, concept).findings, row_language(concept)).data

    return Tables(concepts, {**host.tables(), FINDINGS.name: evolve(FINDINGS, fill=found)}, today)
