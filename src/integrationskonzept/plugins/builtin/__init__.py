"""What this library brings itself, through the same hooks as every plugin.

Each kind of thing is a plugin of its own, so that whoever checks a file does not load what fills
tables; the host takes one in when something of its kind is first asked for.
"""

HOMES = {kind: f"{__name__}.{kind}" for kind in ("formats", "rules", "profiles", "exporters", "concepts", "tables")}
"""The module that brings each kind."""
