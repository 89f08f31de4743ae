"""Figures that a council can read, as plain SVG, each with the table of what it shows.

`timeline`, `overview`, `courses` and `involvement` return one figure for each page, `sparkline` a small one.
"""

from integrationskonzept.documents.figures.course_data import Course, CourseData, NotDrawn, PointKind, course_data
from integrationskonzept.documents.figures.course_words import course_facts
from integrationskonzept.documents.figures.courses import courses
from integrationskonzept.documents.figures.involvement import actors_without_column, involvement
from integrationskonzept.documents.figures.involvement_data import InvolvementData, involvement_data
from integrationskonzept.documents.figures.overview import overview
from integrationskonzept.documents.figures.sparkline import sparkline
from integrationskonzept.documents.figures.style import A4_LANDSCAPE, A4_PORTRAIT, Paper
from integrationskonzept.documents.figures.symbols import status_icon
from integrationskonzept.documents.figures.timeline import timeline
from integrationskonzept.documents.figures.timeline_data import DayKind, TimelineData, timeline_data

__all__ = [
    "A4_LANDSCAPE",
    "A4_PORTRAIT",
    "Course",
    "CourseData",
    "DayKind",
    "InvolvementData",
    "NotDrawn",
    "Paper",
    "PointKind",
    "TimelineData",
    "actors_without_column",
    "course_data",
    "course_facts",
    "courses",
    "involvement",
    "involvement_data",
    "overview",
    "sparkline",
    "status_icon",
    "timeline",
    "timeline_data",
]
