"""Characters that change how a text is read and cannot be seen."""

INVISIBLE = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters, the line break NEL among them
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # turn the reading direction (Unicode: Bidi_Control)
    "\u2028\u2029"  # line breaks to some readers and not to others
    "\ufeff\ufffe\uffff"  # a byte order mark inside the text, and no characters at all
)
"""These characters, as in a regular expression's set. A file shows them as escapes or not at all."""

MISTAKABLE = "\u00a0\u00ad\u202f"
"""Spaces that do not break, and the soft hyphen: what text processors set, and people cannot tell from others."""
