"""Charts divided into printable pages, and the losses of doing so."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import integrationskonzept as ik
from integrationskonzept_charts import indicator_charts, involvement, timeline
from integrationskonzept_charts.i18n import language_of, message
from integrationskonzept_charts.options import Kind, Options
from integrationskonzept_charts.render import Picture, svg
from integrationskonzept_charts.timeline_data import day_of

MEASURES = 24
"""Measures on a page."""
INDICATORS = 8
"""Indicators on a page."""
ACTORS = 18
"""Actors with a column of their own on a page: those with most functions in the concept."""
PAGES = 12
"""Maximum number of pages of one kind."""


def export(concept: ik.Concept, options: Options) -> ik.Export:
    """Return the requested charts as pages in SVG."""
    pages = _Pages(concept, options)
    kinds = options.kinds or tuple(Kind)
    return ik.Export(
        files=tuple(file for kind in kinds for file in pages.files(kind)),
        losses=tuple(pages.losses(kinds)),
    )


class _Pages:
    """The charts of one concept, as pages."""

    def __init__(self, concept: ik.Concept, options: Options) -> None:
        self._concept, self._today = concept, options.today
        self._language = language_of(concept, options.language)
        self._evaluation = ik.evaluate(concept, options.today or day_of(concept))
        self._actors = involvement.actors_of(concept)
        pursued = indicator_charts.pursued(concept, self._evaluation.indicators, options.today)
        self._indicators = indicator_charts.drawn(pursued)

    def files(self, kind: Kind) -> Iterator[ik.ExportFile]:
        """Yield the pages of one kind: at least one, which may be the placeholder."""
        things, size, draw = self._kinds()[kind]
        pages = [things[start : start + size] for start in range(0, len(things) or 1, size)][:PAGES]
        for number, page in enumerate(pages, start=1):
            name = f"{kind}-{number}.svg" if len(pages) > 1 else f"{kind}.svg"
            yield _file(name, draw(page))

    def _kinds(self) -> dict[Kind, tuple[Sequence[Any], int, Callable[[Any], Picture]]]:
        concept, today, language, reviews = self._concept, self._today, self._language, self._evaluation.reviews
        return {
            Kind.TIMELINE: (
                self._evaluation.measures,
                MEASURES,
                lambda page: timeline.draw(concept, page, reviews, today, language),
            ),
            Kind.COURSES: (
                self._indicators,
                INDICATORS,
                lambda page: indicator_charts.draw(concept, page, today, language),
            ),
            Kind.INVOLVEMENT: (
                concept.measures,
                MEASURES,
                lambda page: involvement.draw(concept, page, self._actors, language, ACTORS),
            ),
        }

    def losses(self, kinds: Sequence[Kind]) -> Iterator[ik.Loss]:
        """Yield the indicators without numbers, and the elements beyond the last page."""
        if Kind.COURSES in kinds:
            drawn = {one.address for one in self._indicators}
            for indicator in self._concept.indicators:
                if indicator.address not in drawn:
                    yield ik.Loss(address=indicator.address, message=self._not_drawn(indicator))
        for kind in kinds:
            things, size, _ = self._kinds()[kind]
            for thing in things[size * PAGES :]:
                yield ik.Loss(address=thing.address, message=_no_room(kind))
        left = self._without_column() if Kind.INVOLVEMENT in kinds else []
        if left:
            said = message(
                "{count} actors have no column of their own on some page of {kind}; their parts stand under"
                " 'others': {names}",
                count=len(left),
                kind=Kind.INVOLVEMENT,
                names=", ".join(left),
            )
            yield ik.Loss(address=self._concept.address, message=said)

    def _not_drawn(self, indicator: Any) -> ik.Message:
        fate = ik.pursuit(indicator, self._concept, self._today)
        if fate.stands:
            return message("it has no number that could be drawn")
        return message("not pursued any more: {why}", why=fate.reason)

    def _without_column(self) -> list[str]:
        """Return the actors that share the last column of a page."""
        measures = self._concept.measures
        pages = [measures[start : start + MEASURES] for start in range(0, len(measures), MEASURES)][:PAGES]
        crowded = [involvement.columns(self._concept, page, self._actors)[ACTORS:] for page in pages]
        return list(dict.fromkeys(name for names in crowded for name in names))


def _no_room(kind: Kind) -> ik.Message:
    return message(
        "no room in {kind}: {pages} pages are drawn at most",
        kind=kind,
        pages=PAGES,
    )


def _file(name: str, chart: Picture) -> ik.ExportFile:
    return ik.ExportFile(name=name, content=svg(chart).encode(), media_type="image/svg+xml")
