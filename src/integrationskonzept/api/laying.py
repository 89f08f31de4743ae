"""Concepts as tidy tables."""

from integrationskonzept.api.hosting import default_host
from integrationskonzept.model.concept import Concept
from integrationskonzept.plugins.host import PluginHost
from integrationskonzept.portfolio.tables import tables_of
from integrationskonzept.tabular.tables import Tables


def tables(*concepts: Concept, host: PluginHost | None = None) -> Tables:
    """Lay out one concept, or several under each other, in tidy tables.

    ``tables(konzept).indicators.to_pandas()``; every table has documented columns and its first
    one names the concept. What is marked internal is laid out too, unless public views
    (``concept.public()``) are given. A table is filled when it is first asked for, and only that of
    findings checks the concepts.
    """
    return tables_of(concepts, host or default_host())
