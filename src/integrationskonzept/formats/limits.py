"""How much of a file is read: bounds that no concept reaches and no hostile file gets past."""

MAX_BYTES = 64 * 1024 * 1024
"""Size of a file. The largest concepts known fill less than one hundredth of it."""

MAX_DEPTH = 64
"""How deep lists and mappings may lie in one another. The model itself needs about a dozen levels."""

MAX_NODES = 2_000_000
"""How many keys' values and list items a file may hold; some hundred bytes of memory each."""

MAX_NUMBER = 2**53 - 1
"""Largest number, either way from zero: beyond it other tools change whole numbers (RFC 7493, section 2.2)."""

AMOUNT_DIGITS = 15
"""Digits of an amount of money before the point, and at most as many after it."""

MAX_FINDINGS = 1000
"""How many problems of one file are reported."""
