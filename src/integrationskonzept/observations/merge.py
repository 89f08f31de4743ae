"""Observations from outside: recorded one by one, or merged from the rows of a table."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from attrs import evolve, frozen

from integrationskonzept.errors import ObservationConflictError
from integrationskonzept.evaluation.latest import answers_kind, in_order
from integrationskonzept.evaluation.targets import step
from integrationskonzept.findings import Finding, Place, located
from integrationskonzept.i18n.formatting import Describable
from integrationskonzept.i18n.messages import Message, label, message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.description import check_names
from integrationskonzept.model.foreign import FOREIGN
from integrationskonzept.model.format_value import value_message
from integrationskonzept.model.indicator import Indicator, IndicatorKind
from integrationskonzept.model.key_figure import Figure
from integrationskonzept.model.metric import Metric
from integrationskonzept.model.observation import Observation
from integrationskonzept.model.partial_date import PartialDate
from integrationskonzept.model.tree import revise
from integrationskonzept.observations.cell_parsing import is_empty
from integrationskonzept.observations.rows import AROUND, Row, RowReader
from integrationskonzept.observations.sources import observation_table
from integrationskonzept.suggest import nearest, suggestion

SAID = ("value", "minimum", "maximum", "reached", "text")
"""Attributes that say what was found."""
Key = tuple[PartialDate | None, str | None]
"""Key of an observation within its indicator: date, and population if it differs from the indicator's."""


def key_of(observation: Observation, metric: Metric) -> Key:
    """Return what tells an observation apart from the others of its indicator or figure."""
    population, whole = (one and one.strip() for one in (observation.population, metric.population))
    return observation.as_of, None if population == whole else population


class MetricMerge:
    """The observations of one indicator or figure, taking in rows."""

    def __init__(self, metric: Metric, *, overwrite: bool) -> None:
        self.metric, self._overwrite = metric, overwrite
        self.is_changed = False
        self._by_key: dict[Key, list[Observation]] = {}
        for one in metric.observations:
            self._by_key.setdefault(key_of(one, metric), []).append(one)

    def result(self) -> Metric:
        """Return the indicator or figure with what was taken in, in the order of dates."""
        observations = (one for found in self._by_key.values() for one in found)
        return evolve(self.metric, observations=tuple(in_order(observations)))

    def add_row(self, row: Row) -> str | Finding:
        """Add a row and return its effect (unchanged, completed, replaced, added), or why it does not fit."""
        given = _observed(row.given, self.metric)
        key = given.get("as_of"), given.get("population")
        there = self._by_key.get(key, [])
        if any(_holds(one, given) for one in there):
            return "unchanged"
        if there and _agrees(there[-1], given):
            return self._put(key, [*there[:-1], _with(there[-1], given)], "completed")
        new = _with(Observation(), given)
        problem = _misfit(row, new, self.metric) or (None if there else _gap(row, new))
        if problem is not None:
            return problem
        if not there:
            return self._put(key, [new], "added")
        if self._overwrite:
            return self._put(key, [*there[:-1], _with(_cleared(there[-1], given), given)], "replaced")
        return _conflict(row, there[-1], given)

    def _put(self, key: Key, observations: list[Observation], outcome: str) -> str:
        self._by_key[key] = observations
        self.is_changed = True
        return outcome


def _observed(given: Mapping[str, Any], metric: Metric) -> dict[str, Any]:
    """Return what a row says of the observation itself; the population of the indicator or figure is left out."""
    said = {name: value for name, value in given.items() if name not in AROUND}
    if said.get("population") == (metric.population and metric.population.strip()):
        said.pop("population", None)
    return said


def _value(observation: Observation, name: str) -> Any:
    return observation.extra.get(name) if name.startswith(FOREIGN) else getattr(observation, name)


def _holds(observation: Observation, given: Mapping[str, Any]) -> bool:
    """Return whether an observation contains all values of a row."""
    return all(_value(observation, name) == value for name, value in given.items() if name != "population")


def _agrees(observation: Observation, given: Mapping[str, Any]) -> bool:
    """Return whether a row only adds values to an observation."""
    if observation.missing is not None and any(name in given for name in SAID):
        return False
    if "missing" in given and any(_value(observation, name) is not None for name in SAID):
        return False
    return not _contradicted(observation, given)


def _contradicted(observation: Observation, given: Mapping[str, Any]) -> list[str]:
    """Return the attribute in which a row contradicts an observation."""
    known = ((name, _value(observation, name)) for name in given if name != "population")
    return [name for name, value in known if value is not None and value != given[name]]


def _cleared(observation: Observation, given: Mapping[str, Any]) -> Observation:
    """Return an observation without what contradicts the row that takes its place."""
    if "missing" in given:
        return evolve(observation, value=None, minimum=None, maximum=None, reached=None, text=None)
    return evolve(observation, missing=None) if any(name in given for name in SAID) else observation


def _with(observation: Observation, given: Mapping[str, Any]) -> Observation:
    foreign = {name: value for name, value in given.items() if name.startswith(FOREIGN)}
    own = {name: value for name, value in given.items() if name not in foreign}
    return evolve(observation, **own, extra={**observation.extra, **foreign})


def _gap(row: Row, new: Observation) -> Finding | None:
    """Report what an observation that is not there yet lacks."""
    if new.as_of is None:
        return row.finding("IK954", message("the row has no date"), "as_of")
    if new.missing is None and _said(new) is None:
        return row.finding("IK955", message("the row says neither what was found nor why nothing was"), "value")
    return None


def _said(observation: Observation) -> str | None:
    """Return the first attribute that holds the value of an observation."""
    return next((name for name in SAID if _value(observation, name) is not None), None)


def _misfit(row: Row, new: Observation, metric: Metric) -> Finding | None:
    """Report what in a row is no answer to its indicator, or to its figure."""
    unit, said = row.given.get("unit"), _said(new)
    if unit is not None and metric.unit is not None and unit != metric.unit:
        why = message("the unit is {unit}, that of the indicator {expected}", unit=unit, expected=metric.unit)
        return row.finding("IK957", why, "unit")
    if said is None or not isinstance(metric, Indicator):
        return None
    if not answers_kind(metric)(new):
        why = message("this does not answer an indicator of the kind {kind}", kind=value_message(metric.kind))
        return row.finding("IK957", why, said)
    if _is_off_scale(new, metric):
        why = message(
            "'{text}' is no step of the scale: {steps}",
            text=value_message(new.text),
            steps=value_message(metric.scale),
        )
        return row.finding("IK957", why, "text")
    return None


def _is_off_scale(new: Observation, indicator: Indicator) -> bool:
    return indicator.kind is IndicatorKind.SCALE and bool(indicator.scale) and step(indicator, new.text) is None


def _conflict(row: Row, there: Observation, given: Mapping[str, Any]) -> Finding:
    """Report that a row says otherwise than the concept: another value, or one where there is said to be none."""
    name = [*_contradicted(there, given), *(name for name in ("missing", *SAID) if name in given)][0]
    said = message(
        "the concept says otherwise of {day}: it has {there}, the row {given}",
        day=value_message(there.as_of),
        there=value_message(there.missing if _value(there, name) is None else _value(there, name)),
        given=value_message(given[name]),
    )
    hint = message("correct one of the two, or have the row overwrite the concept")
    return row.finding("IK956", said, name, hint)


@frozen(kw_only=True, repr=False)
class MergeResult(Describable):
    """Result of merging a table of observations into a concept."""

    concept: Concept
    """The concept with what fitted; the old one itself where nothing is new."""
    findings: tuple[Finding, ...]
    """What did not fit, each with row and column."""
    added: int = 0
    """How many rows brought an observation."""
    completed: int = 0
    """How many rows added something to an observation that was there."""
    replaced: int = 0
    """How many rows took the place of an observation that said otherwise."""
    unchanged: int = 0
    """How many rows said what was there already."""
    passed_over: int = 0
    """How many rows speak of another concept or edition, or of a baseline, benchmark or target."""
    remarks: tuple[Message, ...] = ()
    """How the table was read, where there was a choice."""

    def text(self, language: str = "en") -> str:
        """Return the number of rows by effect, as a sentence."""
        said = message(
            "{added} added, {completed} completed, {replaced} replaced, {unchanged} unchanged, {findings}",
            added=self.added,
            completed=self.completed,
            replaced=self.replaced,
            unchanged=self.unchanged,
            findings=_counted(len(self.findings)),
        )
        return said.text(language)


def _counted(findings: int) -> Message:
    return message("1 finding") if findings == 1 else message("{count} findings", count=findings)


def _folded(title: str) -> str:
    return " ".join(title.split()).casefold()


class Merging:
    """A concept that takes in rows, one by one."""

    def __init__(self, concept: Concept, *, overwrite: bool) -> None:
        self._concept, self._overwrite = concept, overwrite
        self._intakes: dict[str, MetricMerge] = {}
        self._strangers: dict[str, list[Finding]] = {}
        self._findings: list[Finding] = []
        self._counts: dict[str, Any] = {}
        self._titles: dict[tuple[str, str], list[str]] | None = None

    def add_row(self, row: Row) -> None:
        """Add a row, or report why it does not fit."""
        self._findings += row.findings
        if any(found.code == "IK953" for found in row.findings):
            return
        if self._is_about_something_else(row.given):
            self._count("passed_over")
            return
        address = row.address
        if address is None:
            said = message("the row names neither an indicator nor a figure")
            self._findings.append(row.finding("IK952", said, "indicator"))
            return
        address = self._named(address)
        found = self._concept.get(address)
        if not isinstance(found, Metric):
            noun, _, name = address.partition("/")
            told = message("no {noun} '{name}' in the concept", noun=label(noun), name=name)
            self._strangers.setdefault(address, []).append(row.finding("IK952", told, noun))
            return
        intake = self._intakes.setdefault(address, MetricMerge(found, overwrite=self._overwrite))
        outcome = intake.add_row(row)
        if isinstance(outcome, Finding):
            self._findings.append(outcome)
        else:
            self._count(outcome)

    def _is_about_something_else(self, given: Mapping[str, Any]) -> bool:
        """Return whether a row speaks of another concept or edition, or of a baseline, benchmark or target."""
        concept = self._concept
        own = {"concept": concept.id, "edition": concept.edition_key, "part": "observations", "role": "observation"}
        return any(given.get(name, value) != value for name, value in own.items())

    def _named(self, address: str) -> str:
        """Return the address of the one indicator or figure that has the name in `address` as its title, or it."""
        if address in self._concept.index:
            return address
        noun, _, name = address.partition("/")
        if self._titles is None:
            self._titles = {}
            for each in (*self._concept.indicators, *self._concept.every(Figure)):
                self._titles.setdefault((each.noun, _folded(each.display_title)), []).append(each.address)
        found = self._titles.get((noun, _folded(name)), [])
        return found[0] if len(found) == 1 else address

    def _count(self, what: str) -> None:
        self._counts[what] = self._counts.get(what, 0) + 1

    def merged(self) -> MergeResult:
        """Return the concept with all rows added."""
        changed = {id(one.metric): one.result() for one in self._intakes.values() if one.is_changed}
        concept = self._concept
        if changed:
            concept = evolve(revise(concept, lambda record: changed.get(id(record), record)), origin=None)
        findings = (*self._findings, *self._unknown())
        return MergeResult(concept=concept, findings=findings, **self._counts)

    def _unknown(self) -> Iterable[Finding]:
        """Yield each unknown address once, with all its places; near names are looked for only for the first few."""
        for number, (address, found) in enumerate(self._strangers.items()):
            noun, _, name = address.partition("/")
            known = self._concept.every(Figure if noun == Figure.noun else Indicator) if number < _LOOKED_FOR else ()
            near = nearest(name, [metric.id for metric in known])
            hint = suggestion(near)
            places: list[Place] = [place for one in found for place in one.places]
            yield evolve(found[0], hint=hint, places=tuple(places))


_LOOKED_FOR = 20


def observe(
    concept: Concept,
    address: str,
    *,
    as_of: PartialDate | date | str | None = None,
    replace: bool = False,
    **found: Any,
) -> Concept:
    """Return a concept with one more observation of an indicator or figure, kept in the order of dates.

    `address` is that of either, or the id of an indicator.

    ``observe(konzept, "indicator/anzahl-kurse", as_of="2026-06", value=12)``

    `found` are attributes of `Observation`. The same observation again changes nothing. Raises
    `ObservationConflictError` (a `ValueError`) when there is another one of the same date and
    population, unless `replace` is true; `UnknownElementError` (a `KeyError`) for an indicator that
    does not exist; `TypeError` for an attribute that does not exist or a value it cannot take.
    """
    noun, _, id = address.rpartition("/")
    metric: Metric = concept.figure(id) if noun == Figure.noun else concept.indicator(id)
    new = _observation(as_of, found)
    if new in metric.observations:
        return concept
    same = [one for one in metric.observations if key_of(one, metric) == key_of(new, metric)]
    if same and not replace:
        raise ObservationConflictError(
            message(
                "{indicator} has an observation as of {day} already: {there};"
                " pass replace=True to put this one in its place",
                indicator=metric.address,
                day=new.as_of,
                there=repr(same[-1]),
            )
        )
    kept = [one for one in metric.observations if not replace or one not in same]
    return concept.replace(metric.address, observations=in_order((*kept, new)))


def _observation(as_of: PartialDate | date | str | None, found: Mapping[str, Any]) -> Observation:
    values = {"as_of": as_of.isoformat() if isinstance(as_of, date) else as_of, **found}
    check_names(values, Observation, "an observation")
    return Observation(**values)


def merge(
    concept: Concept,
    rows: Iterable[Mapping[str, Any]],
    *,
    overwrite: bool = False,
    decimal: str | None = None,
    first_row: int = 1,
) -> MergeResult:
    """Merge a table of observations into a concept: what fits is taken, the rest is reported.

    A row names an `indicator`, or a `figure`, by its id, a date (`as_of`) and what was found (`value`,
    `minimum`, `maximum`, `reached`, `text`, or the reason why it is `missing`), and may add
    `approximate`, `population`, `note` and foreign attributes (``x-``); German headers such as
    ``Stand`` and ``Wert`` are understood. The same rows a second time change nothing. Where the
    concept says otherwise of the same date and population, the row is reported, and taken only
    if `overwrite` is true. `decimal` is the table's decimal mark where its numbers could be read
    in two ways; `first_row` is the number its first row is reported by. Empty rows are counted
    and passed over.
    """
    merging = Merging(concept, overwrite=overwrite)
    reader = RowReader(first_row, decimal)
    for cells in rows:
        row = reader.read(cells)
        if row.findings or not all(map(is_empty, cells.values())):
            merging.add_row(row)
    return merging.merged()


def merge_observations(
    concept: Concept, table: Any, *, overwrite: bool = False, decimal: str | None = None
) -> MergeResult:
    """Merge a table of observations into a concept, and report rows that do not fit, with row and column.

    `table` is the path of a CSV file, an `ObservationTable`, an iterable of mappings, or a frame (pandas, polars,
    Arrow or any that narwhals knows) with the columns ``indicator`` (or ``figure``), ``as_of``, ``value`` and others of
    an observation. The same table a second time changes nothing. A row that contradicts the
    concept is merged only if `overwrite` is true. `decimal` is the table's decimal mark,
    needed for numbers such as 1.234 that can be read in two ways.
    """
    source = observation_table(table)
    merged = merge(concept, source.rows, overwrite=overwrite, decimal=decimal, first_row=source.first_row)
    findings = (*source.findings, *merged.findings)
    placed = tuple(located(findings, source.file)) if source.file else findings
    return evolve(merged, findings=placed, remarks=source.remarks)
