"""A saved concept is loaded unchanged, and saved unchanged again."""

from enum import Enum
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from integrationskonzept.formats.file_data import file_data
from integrationskonzept.formats.format import Format
from integrationskonzept.formats.json import JSON
from integrationskonzept.formats.load import read_file
from integrationskonzept.formats.yaml import YAML
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.foreign import Extra
from integrationskonzept.model.record import Record
from integrationskonzept.testing import concepts

FORMATS = pytest.mark.parametrize("form", [YAML, JSON], ids=["yaml", "json"])
PATIENTLY = settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))


def written(concept: Concept, form: Format) -> bytes:
    assert form.write is not None
    return form.write(file_data(concept))


def kinds(value: Any) -> Any:
    """Return data with every value replaced by its type, so that `1`, `1.0` and `True` differ."""
    if isinstance(value, Record):
        return type(value), [(a.name, kinds(getattr(value, a.name))) for a in attrs.fields(type(value)) if a.eq]
    if isinstance(value, tuple):
        return tuple, [kinds(item) for item in value]
    if isinstance(value, Extra):
        return Extra, {key: kinds(item) for key, item in value.items()}
    return (type(value), value) if isinstance(value, Enum) else type(value)


@FORMATS
@PATIENTLY
@given(data=st.data())
def test_a_concept_comes_back_as_it_was_with_all_its_types(form: Format, data: st.DataObject) -> None:
    concept = data.draw(concepts(hostile=True))
    again = read_file(written(concept, form), form)
    assert again == concept
    assert kinds(again) == kinds(concept)


@FORMATS
@PATIENTLY
@given(data=st.data())
def test_the_same_concept_gives_the_same_bytes(form: Format, data: st.DataObject) -> None:
    concept = data.draw(concepts())
    content = written(concept, form)
    assert written(concept, form) == content
    assert written(read_file(content, form), form) == content
