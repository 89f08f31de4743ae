"""Example concept of a fictitious town, with something of every kind."""

from pathlib import Path

from integrationskonzept.formats.load import read_file
from integrationskonzept.formats.yaml import YAML
from integrationskonzept.model.concept import Concept

EXAMPLE = Path(__file__).with_name("example.yaml")
"""The file of the example concept."""


def example_concept() -> Concept:
    """Return the concept of Musterlingen, a town that does not exist.

    It has goals, measures, indicators with and without values, dated, recurring and dateless
    things, a known error of its document, and parts that are internal.
    """
    return read_file(EXAMPLE.read_bytes(), YAML, EXAMPLE.name)
