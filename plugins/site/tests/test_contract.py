"""The exporter keeps the contract that every exporter has to keep."""

import integrationskonzept_site
from integrationskonzept.testing import ExporterContract, check_command


class TestSite(ExporterContract):
    """Run by pytest."""

    (exporter,) = integrationskonzept_site.integrationskonzept_exporters()
    given = ({"base": "https://musterstadt.de/integration", "language": "en", "today": "2027-06-30"},)
    says = ("measure", "indicator")


def test_the_command_keeps_the_contract_of_commands() -> None:
    (command,) = integrationskonzept_site.integrationskonzept_commands()
    check_command(command)
