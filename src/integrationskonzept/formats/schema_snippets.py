"""Templates that an editor offers for entries that are typed most often: measures, indicators and status reports."""

import re
from collections.abc import Mapping
from typing import Any

from integrationskonzept.i18n.messages import label_text
from integrationskonzept.model.indicator import Indicator, IndicatorKind
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.record import Record
from integrationskonzept.model.status import StatusEntry

_KEYS: Mapping[type[Record], Mapping[str, Any]] = {
    Measure: {
        "id": "${1:id}",
        "title": "${2:title}",
        "current_state": ["${3:current_state}"],
        "target_state": ["${4:target_state}"],
        "leads": ["${5:actor}"],
        "time_frames": ["${6:horizon}"],
    },
    Indicator: {
        "id": "${1:id}",
        "title": "${2:title}",
        "kind": f"${{3|{','.join(IndicatorKind)}|}}",
        "target": {"value": "^${4:0}", "due": "${5:2027-12-31}"},
    },
    StatusEntry: {"as_of": "${1:2026-12-31}", "level_ref": "${2:level_ref}", "report": "${3:report}"},
}
"""Keys of an entry, each with the place of its value: ``${1:title}`` shows the label of ``title``."""


def snippets(kind: type, language: str) -> list[dict[str, Any]]:
    """Return the templates for a class, in the form of VS Code and yaml-language-server; empty where there is none."""
    if kind not in _KEYS:
        return []
    noun = label_text(re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower(), language)
    return [{"label": noun, "body": _labelled(_KEYS[kind], language)}]


def _labelled(body: Any, language: str) -> Any:
    """Return a template whose places show labels in a language."""
    if isinstance(body, Mapping):
        return {key: _labelled(value, language) for key, value in body.items()}
    if isinstance(body, list):
        return [_labelled(value, language) for value in body]
    before, sign, rest = body.partition(":")
    word = rest.removesuffix("}")
    return f"{before}:{label_text(word, language)}}}" if sign and word.replace("_", "").isalpha() else body
