"""Drafts of concepts from the documents of towns.

A document passes through these modules, in this order:

1. a reader (`text`, `markdown`, `html`; others in plugins) turns bytes into a `tree`: headings, paragraphs, tables;
2. `recognition` finds measures, offers, activities and the timeline in it, with the words of a `layout`;
3. `assembly` builds the concept from what was found, and lists every doubt in a `draft`.

A name is imported from its module on first use. A plugin that reads a further format makes a `DocumentTree` and
passes it to `draft_of`.
"""

from integrationskonzept.lazy import lazy_names

_MODULES = {
    "assembly": ("draft_of",),
    "draft": ("Doubt", "DoubtCode", "Draft", "Recognised", "RecognisedLabel", "RecognisedTable"),
    "layout": ("DocumentLayout", "DraftOptions", "layout_of", "read_layout"),
    "next_edition": ("NextEdition", "next_edition_of", "next_period"),
    "notation": ("lines_of",),
    "problems": ("unreadable",),
    "text": ("is_heading_like",),
    "tree": ("Block", "Cell", "DocumentPlace", "DocumentTree", "Heading", "Line", "Paragraph", "Row", "Table"),
}
__all__, __getattr__, __dir__ = lazy_names(globals(), _MODULES)
