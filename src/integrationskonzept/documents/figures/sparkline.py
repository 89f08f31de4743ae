"""A line of values as small as a word, for tables and fact sheets."""

from integrationskonzept.blocks.tree import Picture
from integrationskonzept.documents.figures import style
from integrationskonzept.documents.figures.canvas import Canvas, number
from integrationskonzept.documents.figures.course_data import Course, Point, PointKind, course_of
from integrationskonzept.documents.figures.course_signs import point_sign
from integrationskonzept.documents.figures.course_words import course_facts, course_table
from integrationskonzept.documents.figures.page import sentences
from integrationskonzept.evaluation.evaluation import ConceptEvaluation
from integrationskonzept.evaluation.progress import IndicatorProgress
from integrationskonzept.i18n.messages import Message, message

WIDTH, HEIGHT = 84.0, 20.0
_EDGE = 4.0
_OVER_TIME = (PointKind.BASELINE, PointKind.OBSERVED)


def sparkline(progress: IndicatorProgress, evaluation: ConceptEvaluation, language: str) -> Picture | None:
    """Return the values of an indicator as a small line, with a dashed line at the target; None without a value.

    It has no labels: the values are written beside it.
    """
    course = course_of(progress, evaluation)
    points = [point for point in course.of(*_OVER_TIME) if point.value is not None]
    if not points or course.is_distribution:
        return None
    title = Message(template="{title}", values={"title": course.title})
    told = [message("{fact}.", fact=fact) for fact in course_facts(course)]
    description = sentences(message("Values: {count}.", count=len(points)), *told)
    svg = _drawn(course, points).svg(HEIGHT, title.text(language), description.text(language), language)
    return Picture(svg, title, description, course_table([course]))


def _drawn(course: Course, points: list[Point]) -> Canvas:
    values = [value for point in points for value in (point.low, point.high) if value is not None]
    targets = course.target_limits
    low, high = min([*values, *targets]), max([*values, *targets])
    first, last = points[0].day, points[-1].day

    def x(point: Point) -> float:
        days = (last - first).days
        return _EDGE + (WIDTH - 2 * _EDGE) * ((point.day - first).days / days if days else 0.5)

    def y(value: float) -> float:
        return HEIGHT - _EDGE - (HEIGHT - 2 * _EDGE) * ((value - low) / (high - low) if high > low else 0.5)

    canvas = Canvas(WIDTH)
    for limit in targets:
        canvas.line(0, y(limit), WIDTH, y(limit), style.ALERT, stroke_dasharray="3 2", stroke_width=0.9)
    places = [(x(point), y(point.value)) for point in points if point.value is not None]
    steps = "L".join(f"{number(across)} {number(down)}" for across, down in places)
    canvas.path(f"M{steps}", fill="none", stroke=style.PLAN, stroke_width=1.4)
    for (across, down), point in zip(places, points, strict=True):
        if point in (points[0], points[-1]):
            point_sign(canvas, across, down, point.kind)
    return canvas
