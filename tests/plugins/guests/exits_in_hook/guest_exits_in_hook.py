"""A guest that ends the program when it is asked what it brings."""

import sys
from collections.abc import Sequence

from integrationskonzept import Exporter, hookimpl


@hookimpl
def integrationskonzept_exporters() -> Sequence[Exporter]:
    sys.exit(3)
