# The public names as type checkers see them; written by `nox -s generate`.

from integrationskonzept.drafts.draft import Doubt as Doubt
from integrationskonzept.drafts.draft import Draft as Draft
from integrationskonzept.drafts.next_edition import NextEdition as NextEdition
from integrationskonzept.drafts.next_edition import next_edition_of as next_edition_of
from integrationskonzept.drafts.next_edition import next_period as next_period

__all__ = [
    "Doubt",
    "Draft",
    "NextEdition",
    "next_edition_of",
    "next_period",
]
