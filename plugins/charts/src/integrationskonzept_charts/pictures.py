"""Altair charts for notebooks, and functions to save them."""

from integrationskonzept_charts.indicator_charts import courses
from integrationskonzept_charts.involvement import involvement
from integrationskonzept_charts.render import png, save, svg
from integrationskonzept_charts.timeline import timeline

__all__ = ["courses", "involvement", "png", "save", "svg", "timeline"]
