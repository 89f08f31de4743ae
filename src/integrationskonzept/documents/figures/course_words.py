"""The courses of indicators in words: facts, a description, and a table of what the figure shows."""

from collections.abc import Iterator, Mapping, Sequence

from integrationskonzept.blocks.tree import ElementLink, Inline, TableColumn, TextTable
from integrationskonzept.documents.figures.course_data import Course, PointKind, value_text, when
from integrationskonzept.documents.figures.course_signs import POINT_WORDS
from integrationskonzept.documents.figures.page import Frame
from integrationskonzept.evaluation.answer import Tally, verdict_word
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.format_value import list_message, value_message
from integrationskonzept.model.indicator import Target
from integrationskonzept.model.observation import Observation

_NAMED = 8
"""Maximum number of indicators that a description names."""


def course_facts(course: Course) -> Iterator[Message]:
    """Yield what is known of an indicator: the latest value, the target and whether it is met, benchmarks."""
    progress = course.progress
    latest = progress.missing if progress.latest is None else with_unit(progress.latest, course)
    yield message("latest: {value}", value=latest)
    if progress.target is not None:
        yield message(
            "target: {target}; met: {verdict}",
            target=with_unit(progress.target, course),
            verdict=verdict_word(progress.reached.verdict),
        )
    benchmarks = course.indicator.benchmarks
    if benchmarks:
        values = [_benchmark(one, course) for one in benchmarks]
        yield message("for comparison: {values}", values=list_message(values))


def _benchmark(one: Observation, course: Course) -> Message:
    said = with_unit(one, course)
    return (
        message("{population}: {value}", population=value_message(one.population), value=said)
        if one.population
        else said
    )


def with_unit(record: Observation | Target, course: Course) -> Message:
    """Return a value with its unit and date."""
    said, day, unit = value_text(record), when(record), course.indicator.unit
    if isinstance(record, Observation) and record.breakdown and record.value is None and record.text is None:
        said, unit = message("parts: {count}", count=len(record.breakdown)), None
    is_number = record.value is not None or record.minimum is not None or record.maximum is not None
    if unit and is_number:
        said = message("{value} {unit}", value=said, unit=value_message(unit))
    if day is None:
        return said
    if isinstance(record, Target):
        return message("{value} by {day}", value=said, day=value_message(day))
    return message("{value} ({day})", value=said, day=value_message(day))


def stated(course: Course) -> Mapping[str, Message]:
    """Return baseline and target in words; that there is none where none is stated."""
    indicator = course.indicator
    return {
        "baseline": with_unit(indicator.baseline, course) if indicator.baseline else message("not stated"),
        "target": with_unit(indicator.target, course) if indicator.target else message("not stated"),
    }


def described(courses: Sequence[Course], frame: Frame) -> Message:
    """Return what a page of courses shows, for people who do not see it."""
    tally = Tally.of(course.progress.reached for course in courses)
    titles: list[object] = [course.title for course in courses[:_NAMED]]
    if len(courses) > _NAMED:
        titles.append(message("{count} others", count=len(courses) - _NAMED))
    return message(
        "Courses of indicators, {day}. Indicators: {count} ({titles}). Targets met: {tally}.",
        count=len(courses),
        day=frame.day(),
        titles=list_message(titles),
        tally=value_message(tally),
    )


def course_table(courses: Sequence[Course]) -> TextTable:
    """Return every value that is drawn as a table."""
    columns = (
        TableColumn(message("indicator"), priority=0),
        TableColumn(message("kind"), priority=1),
        TableColumn(message("as of"), priority=1),
        TableColumn(message("value"), numeric=True, priority=0),
        TableColumn(message("unit"), priority=2),
    )
    return TextTable(columns, [row for course in courses for row in _rows(course)])


def _rows(course: Course) -> Iterator[tuple[Inline | None, ...]]:
    indicator = course.indicator
    link = ElementLink(course.title, indicator.address)
    unit = value_message(indicator.unit) if indicator.unit else None
    for kind in POINT_WORDS:
        for point in course.of(kind):
            day = when(point.record)
            yield link, POINT_WORDS[kind], value_message(day) if day else None, point.text, unit
    undated = [one for one in (indicator.target,) if one and course.limits(one) and one.due is None]
    for target in undated:
        yield link, POINT_WORDS[PointKind.TARGET], None, value_text(target), unit
    for part in course.progress.parts:
        for kind, value in ((PointKind.BASELINE, part.baseline), (PointKind.OBSERVED, part.latest)):
            if value is not None:
                said = message("{part} ({kind})", part=value_message(part.category), kind=POINT_WORDS[kind])
                yield link, said, None, value_message(value), unit
