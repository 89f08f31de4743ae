"""Concepts of small towns from a few lines of YAML."""

from integrationskonzept.formats.load import read_file
from integrationskonzept.formats.versions import SCHEMA
from integrationskonzept.formats.yaml import YAML
from integrationskonzept.model.concept import Concept

_HEADER = {
    "schema": f"{SCHEMA}",
    "id": "musterstadt",
    "title": "Integrationskonzept der Stadt Musterstadt",
    "municipality": "{name: Musterstadt}",
    "edition": "{as_of: 2024-11-15}",
    "period": "{start: 2025, end: 2029}",
}


def town(document: str = "", **attributes: object) -> Concept:
    """Return the concept of Musterstadt, a town that does not exist, with what `document` states in YAML.

    Required attributes, the edition and the period have defaults. `attributes` replace them: a text is YAML, as in
    ``town(period="{start: 2026}")``; None leaves the attribute out; any other value is an object of the model, as in
    ``town(themes=(Theme(id="sprache", title="Sprache"),))``.
    """
    texts = {key: value for key, value in attributes.items() if value is None or isinstance(value, str)}
    values = {key: value for key, value in attributes.items() if key not in texts}
    header = [f"{key}: {value}" for key, value in {**_HEADER, **texts}.items() if value is not None]
    concept = read_file("\n".join([*header, document]).encode("utf-8", "surrogatepass"), YAML)
    return concept.replace(concept.address, **values) if values else concept
