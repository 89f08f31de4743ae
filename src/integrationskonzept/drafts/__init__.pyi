# The public names as type checkers see them; written by `nox -s generate`.

from integrationskonzept.drafts.draft import Doubt as Doubt
from integrationskonzept.drafts.draft import Draft as Draft

__all__ = [
    "Doubt",
    "Draft",
]
