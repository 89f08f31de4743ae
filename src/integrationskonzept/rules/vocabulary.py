"""Rules about words that have a fixed meaning: colours, and what a term of the concept stands for."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from integrationskonzept.findings import Severity
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.description import MODEL
from integrationskonzept.model.source_document import Term
from integrationskonzept.model.status import PriorityLevel, RatingLevel, ScaleLevel, StatusLevel
from integrationskonzept.rules.rule import Hit, rule

_COLOUR_NAMES = (
    "aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown "
    "burlywood cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan "
    "darkgoldenrod darkgray darkgreen darkgrey darkkhaki darkmagenta darkolivegreen darkorange darkorchid darkred "
    "darksalmon darkseagreen darkslateblue darkslategray darkslategrey darkturquoise darkviolet deeppink "
    "deepskyblue dimgray dimgrey dodgerblue firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite gold "
    "goldenrod gray green greenyellow grey honeydew hotpink indianred indigo ivory khaki lavender lavenderblush "
    "lawngreen lemonchiffon lightblue lightcoral lightcyan lightgoldenrodyellow lightgray lightgreen lightgrey "
    "lightpink lightsalmon lightseagreen lightskyblue lightslategray lightslategrey lightsteelblue lightyellow "
    "lime limegreen linen magenta maroon mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen "
    "mediumslateblue mediumspringgreen mediumturquoise mediumvioletred midnightblue mintcream mistyrose moccasin "
    "navajowhite navy oldlace olive olivedrab orange orangered orchid palegoldenrod palegreen paleturquoise "
    "palevioletred papayawhip peachpuff peru pink plum powderblue purple rebeccapurple red rosybrown royalblue "
    "saddlebrown salmon sandybrown seagreen seashell sienna silver skyblue slateblue slategray slategrey snow "
    "springgreen steelblue tan teal thistle tomato transparent turquoise violet wheat white whitesmoke yellow "
    "yellowgreen"
)
"""Names of colours in CSS Color Module Level 4."""
_NAMED_COLOURS = frozenset(_COLOUR_NAMES.split())
_COLOUR = re.compile(r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})|(?:rgb|hsl)a?\([0-9.,%/ ]+\)", re.IGNORECASE)


@rule(
    "IK107",
    family="references",
    title=message("Unknown colour"),
    why=message("Pages and charts leave out a colour they do not know, and the level looks like any other."),
    severity=Severity.WARNING,
    message=message("{colour!r} is no colour of CSS"),
    hint=message("write an English name such as `darkgreen`, or a code such as `#006400`, in quotes"),
)
def _unknown_colours(concept: Concept) -> Iterator[Hit]:
    kinds: tuple[type[ScaleLevel], ...] = (StatusLevel, PriorityLevel, RatingLevel)
    for kind in kinds:
        for path, level in concept.records.get(kind):
            colour = level.colour
            if colour is not None and colour.lower() not in _NAMED_COLOURS and not _COLOUR.fullmatch(colour):
                yield Hit((*path, "colour"), {"colour": colour})


@rule(
    "IK108",
    family="references",
    title=message("Term for something unknown"),
    why=message("A concept's own word for a part of the model is used in documents only where the part exists."),
    severity=Severity.WARNING,
    message=message("{name!r} is neither a noun nor an attribute of the model"),
    hint=message("name a noun such as `measure`, an attribute such as `target_state`, or both: `measure.title`"),
)
def _unknown_names(concept: Concept) -> Iterator[Hit]:
    for path, term in concept.records.get(Term):
        if term.names is not None and term.names not in _names():
            yield Hit((*path, "names"), {"name": term.names})


@cache
def _names() -> frozenset[str]:
    """Return the nouns and the attributes of the model, and the attributes of each noun with the noun before them."""
    kinds: tuple[Any, ...] = (Concept, *MODEL.below(Concept))
    found = set()
    for kind in kinds:
        noun, names = getattr(kind, "noun", None), MODEL[kind].attributes
        found |= {noun, *(f"{noun}.{name}" for name in names)} if noun else set()
        found |= {*names}
    return frozenset(found)
