# The public names as type checkers see them; written by `nox -s generate`.

from integrationskonzept.blocks.account import HasBlocks as HasBlocks
from integrationskonzept.blocks.html import HtmlProfile as HtmlProfile
from integrationskonzept.blocks.html import chapter_ids as chapter_ids
from integrationskonzept.blocks.html import page_style as page_style
from integrationskonzept.blocks.html import to_html as to_html
from integrationskonzept.blocks.html import to_html_body as to_html_body
from integrationskonzept.blocks.links import safe_target as safe_target
from integrationskonzept.blocks.markdown import to_markdown as to_markdown
from integrationskonzept.blocks.text import inline_text as inline_text
from integrationskonzept.blocks.text import to_text as to_text
from integrationskonzept.blocks.tree import Block as Block
from integrationskonzept.blocks.tree import Chapter as Chapter
from integrationskonzept.blocks.tree import Content as Content
from integrationskonzept.blocks.tree import Definition as Definition
from integrationskonzept.blocks.tree import DefinitionList as DefinitionList
from integrationskonzept.blocks.tree import Document as Document
from integrationskonzept.blocks.tree import ElementLink as ElementLink
from integrationskonzept.blocks.tree import Emphasis as Emphasis
from integrationskonzept.blocks.tree import Hyperlink as Hyperlink
from integrationskonzept.blocks.tree import InLanguage as InLanguage
from integrationskonzept.blocks.tree import Inline as Inline
from integrationskonzept.blocks.tree import Item as Item
from integrationskonzept.blocks.tree import ItemList as ItemList
from integrationskonzept.blocks.tree import ListStyle as ListStyle
from integrationskonzept.blocks.tree import Marked as Marked
from integrationskonzept.blocks.tree import Paragraph as Paragraph
from integrationskonzept.blocks.tree import Picture as Picture
from integrationskonzept.blocks.tree import Remark as Remark
from integrationskonzept.blocks.tree import RemarkKind as RemarkKind
from integrationskonzept.blocks.tree import SmallPicture as SmallPicture
from integrationskonzept.blocks.tree import StatusMark as StatusMark
from integrationskonzept.blocks.tree import Symbol as Symbol
from integrationskonzept.blocks.tree import TableColumn as TableColumn
from integrationskonzept.blocks.tree import Text as Text
from integrationskonzept.blocks.tree import TextTable as TextTable
from integrationskonzept.blocks.tree import chapters as chapters
from integrationskonzept.blocks.words import REMARKS as REMARKS
from integrationskonzept.blocks.words import SIGNS as SIGNS
from integrationskonzept.blocks.words import capitalised as capitalised
from integrationskonzept.blocks.words import displayed as displayed

__all__ = [
    "REMARKS",
    "SIGNS",
    "Block",
    "Chapter",
    "Content",
    "Definition",
    "DefinitionList",
    "Document",
    "ElementLink",
    "Emphasis",
    "HasBlocks",
    "HtmlProfile",
    "Hyperlink",
    "InLanguage",
    "Inline",
    "Item",
    "ItemList",
    "ListStyle",
    "Marked",
    "Paragraph",
    "Picture",
    "Remark",
    "RemarkKind",
    "SmallPicture",
    "StatusMark",
    "Symbol",
    "TableColumn",
    "Text",
    "TextTable",
    "capitalised",
    "chapter_ids",
    "chapters",
    "displayed",
    "inline_text",
    "page_style",
    "safe_target",
    "to_html",
    "to_html_body",
    "to_markdown",
    "to_text",
]
