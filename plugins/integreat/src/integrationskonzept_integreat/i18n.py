"""Sentences of this plugin for the staff of a town, in English and in German."""

from typing import Any

from integrationskonzept import Message


def say(english: str, german: str, **values: Any) -> Message:
    """Build a sentence; both templates have the same places for `values`."""
    return Message(template=english, values=values, translations={"de": german})
