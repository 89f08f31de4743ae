# The public names as type checkers see them; written by `nox -s generate`.

from integrationskonzept.formats.format import Edited as Edited
from integrationskonzept.formats.format import Format as Format
from integrationskonzept.formats.format import ParsedData as ParsedData

__all__ = [
    "Edited",
    "Format",
    "ParsedData",
]
