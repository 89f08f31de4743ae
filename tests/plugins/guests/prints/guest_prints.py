"""A guest that talks while others listen for JSON."""

import sys
from collections.abc import Sequence

from integrationskonzept import Exporter, hookimpl

print("hello, I am loading")  # noqa: T201 - that is its fault


@hookimpl
def integrationskonzept_exporters() -> Sequence[Exporter]:
    sys.stdout.buffer.write(b"and this is what I bring: nothing\n")
    return ()
