"""A contract refuses, where it is written, what it cannot hold, and says what it expects."""

from typing import Any

import pytest
from attrs import evolve

from integrationskonzept import Export, Exporter, ExportFile, Format, Loss, Message, Rule, Severity
from integrationskonzept.plugins import (
    BundledConcept,
    Column,
    ColumnType,
    Importer,
    Language,
    Profile,
    Publisher,
    SendOutcome,
    SendPlan,
    SendStep,
    Sent,
    Table,
    TargetState,
)
from integrationskonzept.rules.profiles import ProfileStep


def never(_: object) -> Any:
    """Do nothing: it is never called."""


TITLE = Message(template="list", translations={"de": "Liste"})
COLUMN = Column(name="concept", type=ColumnType.STRING, description=TITLE)
STEP = SendStep(address="measure/x", action=TITLE, state=TargetState.NEW)
RIGHT: dict[str, Any] = {
    "format": Format(name="a", title=TITLE, suffixes=(".a",), media_type="text/plain", read=never),
    "rule": Rule(
        code="TOWN001", family="town", title=TITLE, why=TITLE, severity=Severity.NOTE, message=TITLE, check=never
    ),
    "profile": Profile(name="a", title=TITLE, rules={"IK301": Severity.NOTE, "time": None}),
    "step": ProfileStep(title=TITLE, rules=("time",)),
    "column": COLUMN,
    "table": Table(name="a", title=TITLE, columns=(COLUMN,), fill=print),  # type: ignore[arg-type]  # never called
    "concept": BundledConcept(name="a", title=TITLE, read=bytes),
    "exporter": Exporter(
        name="a",
        title=TITLE,
        media_type="text/plain; charset=utf-8",
        suffix=".a",
        export=print,  # type: ignore[arg-type]  # never called
    ),
    "file": ExportFile(name="a", content=b"", media_type="image/svg+xml"),
    "export": Export(files=()),
    "loss": Loss(address="measure/x", message=TITLE),
    "publisher": Publisher(name="a", title=TITLE, plan=print, perform=print),  # type: ignore[arg-type]  # never called
    "plan": SendPlan(steps=(STEP,)),
    "send step": STEP,
    "sent": Sent(step=STEP, outcome=SendOutcome.DONE),
    "importer": Importer(name="a", title=TITLE, suffixes=(".a",), read=print),  # type: ignore[arg-type]  # never called
    "language": Language(code="de-CH", day_of_year="{day}"),
}
NAMED = "name must be lower-case letters and digits joined by"


@pytest.mark.parametrize(
    ("kind", "changes", "said"),
    [
        *[(kind, {"name": "../../x"}, NAMED) for kind in RIGHT if kind in {
            "format", "profile", "table", "concept", "exporter", "publisher", "importer"}],
        *[(kind, {"title": "x"}, "title must be a Message, such as message") for kind in (
            "format", "rule", "profile", "step", "table", "concept", "exporter", "publisher", "importer")],
        ("format", {"suffixes": "yaml"}, "suffixes must be a tuple such as"),
        ("format", {"suffixes": (".a", "b")}, "suffixes must begin with a dot, such as '.ics'; got 'b'"),
        ("format", {"media_type": "text"}, "media_type must be a media type, such as 'text/plain'; got 'text'"),
        ("format", {"write": 3}, "write must be a function; got 3"),
        ("format", {"edit": 3}, "edit must be a function; got 3"),
        ("rule", {"code": 7}, "a rule's code is capital letters and three or four digits"),
        ("rule", {"family": "Zwei Wörter"}, "family must be lower-case letters"),
        ("rule", {"why": "x"}, "why must be a Message"),
        ("rule", {"message": "x"}, "message must be a Message"),
        ("rule", {"hint": "x"}, "hint must be a Message"),
        ("rule", {"severity": "loud"}, "severity must be a Severity; got 'loud'"),
        ("rule", {"check": None}, "check must be a function; got None"),
        ("rule", {"summary": "x", "total": len}, "summary must be a Message"),
        ("rule", {"summary": TITLE, "total": 3}, "total must be a function"),
        ("profile", {"rules": ["IK301"]}, "rules must be a mapping; got"),
        ("profile", {"rules": {"IK301": "loud"}}, "rules must have a Severity or None for 'IK301'; got 'loud'"),
        ("profile", {"rules": {3: None}}, "rules must have a Severity or None for 3"),
        ("profile", {"others": "no"}, "others must be a bool; got 'no'"),
        ("profile", {"description": "x"}, "description must be a Message"),
        ("profile", {"steps": [1]}, "steps must be a tuple of ProfileStep; got"),
        ("step", {"rules": (1,)}, "rules must have objects of str only; got 1"),
        ("column", {"name": "a\nb"}, "name must be a text of one line; got"),
        ("column", {"name": ""}, "name must be a text of one line"),
        ("column", {"type": "string"}, "type must be a ColumnType; got 'string'"),
        ("column", {"description": "x"}, "description must be a Message"),
        ("column", {"unit": 5}, "unit must be a text of one line; got 5"),
        ("column", {"value": "title"}, "value must be a function; got 'title'"),
        ("table", {"columns": ("concept",)}, "columns must have objects of Column only; got 'concept'"),
        ("table", {"fill": {}}, "fill must be a function"),
        ("concept", {"format": "A B"}, "format must be lower-case letters"),
        ("exporter", {"media_type": 3}, "media_type must be a media type"),
        ("exporter", {"with_tables": 1}, "with_tables must be a bool; got 1"),
        ("file", {"media_type": "svg"}, "media_type must be a media type"),
        ("export", {"files": ["a"]}, "files must be a tuple of ExportFile"),
        ("export", {"losses": ("a",)}, "losses must have objects of Loss only; got 'a'"),
        ("loss", {"address": ""}, "address must be a text of one line"),
        ("loss", {"message": "x"}, "message must be a Message"),
        ("plan", {"steps": [STEP]}, "steps must be a tuple of SendStep"),
        ("send step", {"action": "x"}, "action must be a Message"),
        ("send step", {"state": "new"}, "state must be a TargetState; got 'new'"),
        ("send step", {"state_words": "x"}, "state_words must be a Message"),
        ("send step", {"target": 5}, "target must be a text of one line"),
        ("sent", {"step": None}, "step must be a SendStep; got None"),
        ("sent", {"outcome": "done"}, "outcome must be a SendOutcome; got 'done'"),
        ("sent", {"reason": "x"}, "reason must be a Message"),
        ("language", {"code": "Türkisch"}, "code must be that of a language in BCP 47, such as 'tr'; got 'Türkisch'"),
    ],
)  # fmt: skip
def test_a_wrong_value_is_refused_where_it_is_written(kind: str, changes: dict[str, Any], said: str) -> None:
    with pytest.raises((TypeError, ValueError)) as caught:
        evolve(RIGHT[kind], **changes)
    assert str(caught.value).startswith(said)
