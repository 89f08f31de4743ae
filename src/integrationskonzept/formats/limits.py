"""Limits on the size of a file and its values, which no concept reaches and no hostile file exceeds."""

MAX_BYTES = 64 * 1024 * 1024
"""Bytes of a file; the largest known concepts need less than a hundredth."""

MAX_DEPTH = 64
"""Levels of nested lists and mappings; the model needs about a dozen."""

MAX_NODES = 2_000_000
"""Values and list items of a file, each of which needs some hundred bytes of memory."""

MAX_NUMBER = 2**53 - 1
"""Largest absolute value of a number: other tools change larger whole numbers (RFC 7493, section 2.2)."""

AMOUNT_DIGITS = 15
"""Digits of an amount of money before the point, and also after it."""

MAX_FINDINGS = 1000
"""Problems of one file that are reported."""
