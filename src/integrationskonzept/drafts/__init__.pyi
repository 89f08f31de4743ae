# The public names as type checkers see them; written by `nox -s generate`.

from integrationskonzept.drafts.assembly import draft_of as draft_of
from integrationskonzept.drafts.draft import Doubt as Doubt
from integrationskonzept.drafts.draft import DoubtCode as DoubtCode
from integrationskonzept.drafts.draft import Draft as Draft
from integrationskonzept.drafts.draft import Recognised as Recognised
from integrationskonzept.drafts.draft import RecognisedLabel as RecognisedLabel
from integrationskonzept.drafts.draft import RecognisedTable as RecognisedTable
from integrationskonzept.drafts.layout import DocumentLayout as DocumentLayout
from integrationskonzept.drafts.layout import DraftOptions as DraftOptions
from integrationskonzept.drafts.layout import layout_of as layout_of
from integrationskonzept.drafts.layout import read_layout as read_layout
from integrationskonzept.drafts.next_edition import NextEdition as NextEdition
from integrationskonzept.drafts.next_edition import next_edition_of as next_edition_of
from integrationskonzept.drafts.next_edition import next_period as next_period
from integrationskonzept.drafts.notation import lines_of as lines_of
from integrationskonzept.drafts.problems import unreadable as unreadable
from integrationskonzept.drafts.text import is_heading_like as is_heading_like
from integrationskonzept.drafts.tree import Block as Block
from integrationskonzept.drafts.tree import Cell as Cell
from integrationskonzept.drafts.tree import DocumentPlace as DocumentPlace
from integrationskonzept.drafts.tree import DocumentTree as DocumentTree
from integrationskonzept.drafts.tree import Heading as Heading
from integrationskonzept.drafts.tree import Line as Line
from integrationskonzept.drafts.tree import Paragraph as Paragraph
from integrationskonzept.drafts.tree import Row as Row
from integrationskonzept.drafts.tree import Table as Table

__all__ = [
    "Block",
    "Cell",
    "DocumentLayout",
    "DocumentPlace",
    "DocumentTree",
    "Doubt",
    "DoubtCode",
    "Draft",
    "DraftOptions",
    "Heading",
    "Line",
    "NextEdition",
    "Paragraph",
    "Recognised",
    "RecognisedLabel",
    "RecognisedTable",
    "Row",
    "Table",
    "draft_of",
    "is_heading_like",
    "layout_of",
    "lines_of",
    "next_edition_of",
    "next_period",
    "read_layout",
    "unreadable",
]
