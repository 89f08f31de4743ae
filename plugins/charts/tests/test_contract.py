"""The exporter keeps the contract that every exporter has to keep."""

import html
import re

import pytest

import integrationskonzept_charts
from integrationskonzept.testing import ExporterContract, example_concept
from integrationskonzept_charts import Kind, Options
from integrationskonzept_charts.declaration import declaration
from integrationskonzept_charts.pages import export
from plugins.charts.tests.every_attribute import every_attribute


class TestCharts(ExporterContract):
    """Run by pytest, with the options people use most."""

    (exporter,) = integrationskonzept_charts.integrationskonzept_exporters()
    given = ({}, {"kinds": "timeline", "today": "2027-06-30", "language": "en"})


@pytest.mark.parametrize("kind", list(Kind))
def test_a_figure_shows_what_it_declares_and_nothing_else(kind: Kind) -> None:
    contract = ExporterContract()
    (contract.exporter,) = integrationskonzept_charts.integrationskonzept_exporters()
    contract.given = ({"kinds": kind.value, "today": "2029-01-01"},)
    contract.declares, contract.stated = declaration([kind]), every_attribute()
    contract.text = shown  # type: ignore[method-assign]  # the lines of a text are elements of their own
    contract.test_it_writes_what_it_declares_and_nothing_else()


def shown(content: bytes) -> str:
    """Return a figure with each text in one piece."""
    return html.unescape(re.sub(r"</?(?:text|g)\b[^>]*>", "", content.decode()))


def test_what_is_in_no_figure_is_a_loss_with_its_number() -> None:
    told = "\n".join(map(str, export(example_concept().public(), Options()).losses))
    assert re.search(r"challenge \(1\), .*: in no figure", told)
    assert "concept, motto (1), municipality (1), edition (1): in no figure" in told


def test_whoever_asks_for_one_figure_hears_nothing_of_the_others() -> None:
    losses = export(example_concept().public(), Options(kinds=(Kind.TIMELINE,))).losses
    assert "in no figure" not in "\n".join(map(str, losses))
