"""Languages of messages and documents."""

LANGUAGES = ("de", "en")
"""Codes of the languages; the first one is the default for German towns."""
