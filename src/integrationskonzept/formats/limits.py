"""Limits on the size of a file and its values, which no concept reaches and no hostile file exceeds."""

MAX_BYTES = 64 * 1024 * 1024
"""Bytes of a file; the largest known concepts need less than a hundredth."""

MAX_NODES = 2_000_000
"""Values and list items of a file, each of which needs some hundred bytes of memory."""

MAX_FINDINGS = 1000
"""Problems of one file that are reported."""
