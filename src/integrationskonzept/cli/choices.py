"""Words of an option that answer to their titles, too."""

from collections.abc import Iterable, Mapping

import click

from integrationskonzept.i18n.languages import LANGUAGES
from integrationskonzept.i18n.messages import Message
from integrationskonzept.suggest import named_by_title


class TitledChoice(click.Choice[str]):
    """One of some words, by itself or by a title in any language, such as ``measure`` or ``Maßnahme``."""

    def __init__(self, titles: Mapping[str, Iterable[Message]]) -> None:
        super().__init__(list(titles))
        self.titles = titles

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the word, or raise with all of them."""
        spoken = {word: [title.text(code) for title in its for code in LANGUAGES] for word, its in self.titles.items()}
        found: str = super().convert(named_by_title(value, spoken), param, ctx)
        return found
