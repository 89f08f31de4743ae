"""Readers of documents: Word, Excel and PDF as trees of headings, paragraphs and tables."""
