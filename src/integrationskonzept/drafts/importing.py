"""Options of importers that use the engine of this package."""

from attrs import field, frozen

from integrationskonzept.drafts.layout import DocumentLayout
from integrationskonzept.i18n.messages import message


@frozen(kw_only=True)
class DraftOptions:
    """Options of an importer."""

    layout: DocumentLayout = field(
        factory=DocumentLayout, metadata={"help": message("what the documents look like: labels, words and structure")}
    )
    """What the documents of the town look like, as far as it cannot be recognised."""
