"""The languages that this library speaks."""

LANGUAGES = ("de", "en")
"""The languages people are addressed in; the first one is what a German town reads."""
