"""Documents as trees of blocks, and one writer for each medium.

A name is imported from its module on first use.
"""

from integrationskonzept.lazy import lazy_names

_MODULES = {
    "account": ("HasBlocks",),
    "html": ("HtmlProfile", "chapter_ids", "page_style", "to_html", "to_html_body"),
    "links": ("safe_target",),
    "markdown": ("to_markdown",),
    "text": ("inline_text", "to_text"),
    "tree": (
        "Block",
        "Chapter",
        "Content",
        "Definition",
        "DefinitionList",
        "Document",
        "ElementLink",
        "Emphasis",
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
        "chapters",
    ),
    "words": ("REMARKS", "SIGNS", "capitalised", "displayed"),
}

__all__, __getattr__, __dir__ = lazy_names(globals(), _MODULES)
