"""Read rows of a table of observations."""

from collections.abc import Mapping
from typing import Any

from attrs import evolve, frozen

from integrationskonzept.findings import Finding, Place, Severity
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.foreign import FOREIGN, Extra
from integrationskonzept.observations.cell_parsing import UnreadableError, date_in, is_empty, number_in, truth_in
from integrationskonzept.suggest import nearest, suggestion

NUMBERS = frozenset({"value", "minimum", "maximum"})
TRUTHS = frozenset({"reached", "approximate", "open_ended", "internal"})
AROUND = frozenset({"indicator", "figure", "concept", "edition", "part", "role", "unit"})
"""Columns that say what a row is about."""
TEXTS = AROUND | {"text", "population", "missing", "note", "printed"}
DERIVED = frozenset(
    {
        *(
            "earliest",
            "latest",
            "as_of_earliest",
            "as_of_latest",
            "parent",
            "path",
            "field_of_action",
            "goal",
            "measure",
        ),
        *("pursuit", "inferred", "footnote_refs", "breakdown"),
    }
)
"""Columns of a concept's own table of observations that are not read: most of them follow from others."""
KNOWN = ("indicator", "as_of", *sorted(NUMBERS | TRUTHS), *sorted(TEXTS - {"indicator"}))

GERMAN = {
    "indikator": "indicator",
    "kennzahl": "figure",
    "stand": "as_of",
    "datum": "as_of",
    "date": "as_of",
    "wert": "value",
    "messwert": "value",
    "mindestens": "minimum",
    "höchstens": "maximum",
    "eingetreten": "reached",
    "in worten": "text",
    "ungefähr": "approximate",
    "grundgesamtheit": "population",
    "grund des fehlens": "missing",
    "anmerkung": "note",
    "bemerkung": "note",
    "einheit": "unit",
}
"""German column headers, by attribute."""


@frozen(kw_only=True)
class Row:
    """A parsed row, with the findings about it."""

    number: int
    """Number of the row, as people count it in the table."""
    given: Mapping[str, Any]
    """Values by attribute; foreign ones by their ``x-`` name."""
    headers: Mapping[str, str]
    """Column header of each attribute."""
    findings: tuple[Finding, ...]

    @property
    def address(self) -> str | None:
        """Address of the indicator or figure that the row names by its id or address; None where it names none."""
        for noun in ("indicator", "figure"):
            if name := self.given.get(noun):
                return str(name) if "/" in name else f"{noun}/{name}"
        return None

    def finding(self, code: str, said: Message, attribute: str, hint: Message | None = None) -> Finding:
        """Return a finding with row and column."""
        place = Place(path=("row", self.number, self.headers.get(attribute, attribute)), address=self.address)
        return Finding(code=code, severity=Severity.ERROR, message=said, hint=hint, places=(place,))


class RowReader:
    """Reader of rows that reports each unknown column once."""

    def __init__(self, first: int, decimal: str | None) -> None:
        self._number, self._decimal = first - 1, decimal
        self._names: dict[str, str | None] = {}

    def read(self, cells: Mapping[str, Any]) -> Row:
        """Return one row, parsed."""
        self._number += 1
        given: dict[str, Any] = {}
        headers: dict[str, str] = {}
        row = Row(number=self._number, given=given, headers=headers, findings=())
        findings = []
        for header, cell in cells.items():
            if header not in self._names:
                self._names[header] = _attribute(header)
                findings += [_unknown_column(row, header)] if self._names[header] is None else []
            name = self._names[header]
            if name is not None and name not in DERIVED and not is_empty(cell):
                headers[name] = str(header)
                try:
                    given.update(self._value(name, cell))
                except UnreadableError as problem:
                    findings.append(row.finding("IK953", problem.message, name))
        return evolve(row, findings=tuple(findings))

    def _value(self, name: str, cell: Any) -> Mapping[str, Any]:
        if name == "as_of":
            return {name: date_in(cell)}
        if name in NUMBERS:
            figure = number_in(cell, self._decimal)
            return {name: figure.number, **({"approximate": True} if figure.approximate else {})}
        if name in TRUTHS:
            return {name: truth_in(cell)}
        return Extra({name: cell}) if name.startswith(FOREIGN) else {name: str(cell).strip()}


def _attribute(header: object) -> str | None:
    """Return the attribute a column of this header holds; None for one that holds none."""
    name = str(header).strip().casefold()
    name = GERMAN.get(name, name.replace(" ", "_"))
    return name if name in KNOWN or name in DERIVED or name.startswith(FOREIGN) else None


def _unknown_column(row: Row, header: object) -> Finding:
    near = nearest(str(header).casefold(), (*KNOWN, *GERMAN))
    hint = suggestion(near)
    said = message("column '{column}' is not known, and is not read", column=str(header))
    return evolve(row.finding("IK951", said, str(header), hint), severity=Severity.WARNING)
