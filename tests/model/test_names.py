"""Names that plugins give to what they bring stay in the folder they are written into, whatever brings them."""

from typing import Any

import pytest

from integrationskonzept.formats.format import Format
from integrationskonzept.i18n.messages import message
from integrationskonzept.plugins.contracts import BundledConcept, Export, Exporter, Publisher, SendPlan
from integrationskonzept.rules.profiles import Profile
from integrationskonzept.tabular.table import Table

TITLE = message("Measures")

CONTRACTS: dict[str, tuple[Any, dict[str, Any]]] = {
    "table": (Table, {"columns": (), "fill": lambda _: {}}),
    "profile": (Profile, {}),
    "format": (Format, {"suffixes": (".x",), "media_type": "text/plain"}),
    "concept": (BundledConcept, {"read": lambda: b""}),
    "exporter": (Exporter, {"media_type": "text/plain", "suffix": ".x", "export": lambda *_: Export(files=())}),
    "publisher": (Publisher, {"plan": lambda *_: SendPlan(steps=()), "perform": lambda *_: ()}),
}

AWAY = [
    *("../../evil", "/srv/absolute", "Über Größe:?*", "a/b", "a\\b", "..", ".", "", "A", "a b", "a\n", "a\x1b[2J"),
    *("nul", "com1", "aux.x", "a" * 101, None, 3),
]


@pytest.mark.parametrize("wrong", AWAY, ids=repr)
@pytest.mark.parametrize("contract", CONTRACTS)
def test_a_name_that_leads_away_or_is_no_file_name_everywhere_is_refused(contract: str, wrong: object) -> None:
    built, given = CONTRACTS[contract]
    with pytest.raises(ValueError, match="name must be lower-case letters and digits"):
        built(name=wrong, title=TITLE, **given)


@pytest.mark.parametrize("usual", ["ical", "integreat-pages", "twelve_steps", "musterstadt-2025", "a.b", "console"])
@pytest.mark.parametrize("contract", CONTRACTS)
def test_a_usual_name_is_taken(contract: str, usual: str) -> None:
    built, given = CONTRACTS[contract]
    assert built(name=usual, title=TITLE, **given).name == usual
