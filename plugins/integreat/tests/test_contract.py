"""Exporters and publisher keep the contracts that everyone has to keep."""

import html
from pathlib import Path
from typing import Any

import pytest

import integrationskonzept_integreat as plugin
from integrationskonzept.testing import ExporterContract, PublisherContract
from integrationskonzept_integreat import PushOptions, declaration
from integrationskonzept_integreat.publisher import Pusher, publisher
from plugins.integreat.tests.fake_cms import FakeCms
from plugins.integreat.tests.town import catalogue, every_attribute, site

ENGLISH = {"Sprache und Bildung": "Language and education", "Sprachcafé": "Language café"}
KEYS = (
    "start",
    "activities",
    "concept",
    "field_of_action/sprache-und-bildung",
    "field_of_action/begegnung",
    "overarching",
    "offers",
    "action-days",
    "roles",
)
FOR_NEWCOMERS = ("offer", "theme", "action_day")
ABOUT_CONCEPT = (*FOR_NEWCOMERS, "field_of_action", "goal", "measure", "role", "interface", "group")


class TestEvents(ExporterContract):
    """The calendar."""

    exporter = plugin.EVENTS
    given = ({}, {"today": "2026-04-01", "category": "Stadt", "kinds": "action_days"})


class _OfPages(ExporterContract):
    """Whatever is made of pages, with translations and with a site."""

    @pytest.fixture(autouse=True)
    def _files(self, tmp_path: Path) -> None:
        translations = str(catalogue(tmp_path / "translations", "en", ENGLISH))
        place = str(site(tmp_path / "integreat.toml", {key: n for n, key in enumerate(KEYS, 1)}))
        self.given = self.chosen(translations, place)

    def chosen(self, translations: str, place: str) -> tuple[dict[str, str], ...]:
        """Return the sets of options to try."""
        return ({}, {"translations": translations, "site": place}, {"languages": "de"})

    def text(self, content: bytes) -> str:
        """Take escapes away."""
        return html.unescape(content.decode()).replace("\\n", "\n").replace('\\"', '"')


class TestPages(_OfPages):
    """The pages."""

    exporter = plugin.PAGES
    says = FOR_NEWCOMERS
    declares = declaration.FOR_NEWCOMERS
    stated = every_attribute()


class TestPagesAboutTheConcept(_OfPages):
    """The same, with the pages about the concept."""

    exporter = plugin.PAGES
    says = ABOUT_CONCEPT
    declares = declaration.ABOUT_CONCEPT
    stated = every_attribute()

    def chosen(self, translations: str, place: str) -> tuple[dict[str, str], ...]:
        """Return the sets of options to try."""
        return tuple({**one, "about_concept": "yes"} for one in super().chosen(translations, place))


class TestXliff(_OfPages):
    """The translated pages."""

    exporter = plugin.XLIFF

    def chosen(self, translations: str, place: str) -> tuple[dict[str, str], ...]:
        """Return the sets of options to try; without a site no page has a number, and nothing is written."""
        known = {"translations": translations, "site": place}
        return (known, {**known, "version": "2.0", "originals": "yes"})


class TestPublisher(PublisherContract):
    """The publisher, against a CMS that answers as the real one does."""

    @pytest.fixture(autouse=True)
    def _folder(self, tmp_path: Path) -> None:
        self.folder = tmp_path

    def options(self) -> Any:
        """Return options that lead to pages which are there and empty."""
        cms = FakeCms()
        numbers = {key: cms.page(f"token-{key}", de="<p></p>") for key in KEYS}
        environment = {"INTEGREAT_TOKENS": "\n".join(f'"{key}" = "{cms.token(n)}"' for key, n in numbers.items())}
        pusher = Pusher(environment=environment, sleep=lambda _: None, transport=cms.transport)
        self.publisher = publisher(pusher)
        return PushOptions(site=site(self.folder / "integreat.toml", numbers))
