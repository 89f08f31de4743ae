"""The exporter keeps the contract that every exporter has to keep."""

import integrationskonzept_charts
from integrationskonzept.testing import ExporterContract


class TestCharts(ExporterContract):
    """Run by pytest, with the options people use most."""

    (exporter,) = integrationskonzept_charts.integrationskonzept_exporters()
    given = ({}, {"kinds": "timeline", "today": "2027-06-30", "language": "en"})
