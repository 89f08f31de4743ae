"""Attributes that a draft can fill, and how the text under a label becomes their value."""

from collections.abc import Mapping
from enum import Enum, auto


class Shape(Enum):
    """Ways in which text becomes the value of an attribute."""

    TITLE = auto()
    NUMBER = auto()
    FIELD = auto()
    """The field of action that the measure belongs to."""
    TEXT = auto()
    STATEMENTS = auto()
    TEXTS = auto()
    INDICATORS = auto()
    ACTIVITIES = auto()
    STEPS = auto()
    SUB_MEASURES = auto()
    ACTORS = auto()
    TARGET_GROUPS = auto()
    TIME_FRAMES = auto()
    EFFECT = auto()
    COST = auto()
    FUNDING = auto()
    KIND = auto()
    STATUS = auto()


ATTRIBUTES: Mapping[str, Shape] = {
    "title": Shape.TITLE,
    "number": Shape.NUMBER,
    "field_of_action": Shape.FIELD,
    "short_title": Shape.TEXT,
    "kind": Shape.KIND,
    "description": Shape.TEXT,
    "rationale": Shape.TEXT,
    "key_statement": Shape.TEXT,
    "current_state": Shape.STATEMENTS,
    "target_state": Shape.STATEMENTS,
    "cross_cutting_themes": Shape.TEXTS,
    "strategy_links": Shape.TEXTS,
    "target_groups": Shape.TARGET_GROUPS,
    "areas": Shape.TEXTS,
    "leads": Shape.ACTORS,
    "partners": Shape.ACTORS,
    "carriers": Shape.ACTORS,
    "contacts": Shape.ACTORS,
    "networks": Shape.TEXTS,
    "reporting_bodies": Shape.TEXTS,
    "time_frames": Shape.TIME_FRAMES,
    "effect_time_frame": Shape.EFFECT,
    "steps": Shape.STEPS,
    "indicators": Shape.INDICATORS,
    "activities": Shape.ACTIVITIES,
    "sub_measures": Shape.SUB_MEASURES,
    "cost": Shape.COST,
    "funding": Shape.FUNDING,
    "follow_up_funding": Shape.TEXT,
    "priority": Shape.TEXT,
    "status": Shape.STATUS,
    "obstacles": Shape.STATEMENTS,
    "risks": Shape.STATEMENTS,
    "side_effects": Shape.STATEMENTS,
    "examples": Shape.TEXTS,
    "note": Shape.TEXT,
}
"""Names that labels can stand for, in a layout file too."""

IGNORED = "ignore"
"""Name for text that is no part of the concept."""

NAMES = ("title", "number", "field_of_action")
"""Attributes that name a measure and its field."""
