"""Bilingual messages for the staff of a town."""

from typing import Any

from integrationskonzept import Message


def say(english: str, german: str, **values: Any) -> Message:
    """Return a message in English and German; both templates have the same placeholders for `values`."""
    return Message(template=english, values=values, translations={"de": german})
