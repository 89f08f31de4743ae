"""A region of the CMS with pages that wait for a concept."""

import itertools
import uuid
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import httpx
from attrs import Factory, define, field

from integrationskonzept import Concept, SendOutcome, SendReport
from integrationskonzept_integreat import PushOptions
from integrationskonzept_integreat.page_plan import PageStep
from integrationskonzept_integreat.pages import build_pages
from integrationskonzept_integreat.publisher import Pusher, publisher
from plugins.integreat.tests.e2e.cms import Cms
from plugins.integreat.tests.town import ABOUT_CONCEPT, site

_count = itertools.count(1)


@define(kw_only=True)
class Home:
    """A region, its pages and their tokens."""

    cms: Cms
    folder: Path
    region: str
    numbers: dict[str, int] = field(default=Factory(dict))
    """The number of each page, by what it is about."""
    tokens: dict[str, str] = field(default=Factory(dict))

    @classmethod
    def made(cls, cms: Cms, folder: Path, *languages: str) -> "Home":
        """Make a region with these languages, the first being its default."""
        region = f"stadt{next(_count)}"
        cms.do("region", slug=region, languages=list(languages or ("de", "en", "ar")))
        return cls(cms=cms, folder=folder, region=region)

    def page(self, key: str, parent: str | None = None, *, archived: bool = False, de: str = "", en: str = "") -> int:
        """Make a page with a translation in each language that a status is given for, such as ``public``."""
        token = str(uuid.uuid4())
        name = key.replace("/", "-")
        number: int = self.cms.do(
            "page",
            region=self.region,
            token=token,
            parent=self.numbers[parent] if parent else None,
            archived=archived,
            translations={
                language: [f"{name} {language}", f"{name}-{language}", state, "<p>vorher</p>"]
                for language, state in (("de", de), ("en", en))
                if state
            },
        )
        self.numbers[key], self.tokens[key] = number, token
        return number

    def pages_for(self, concept: Concept) -> None:
        """Make a public page in German for each page of a concept."""
        for page in build_pages(concept, ABOUT_CONCEPT).pages:
            self.page(page.key, page.parent, de="public")

    def site(self, region: str | None = None) -> Path:
        """Write the site's file."""
        file = self.folder / "integreat.toml"
        return site(file, self.numbers, server=self.cms.url, region=region or self.region)

    def options(self, **given: Any) -> PushOptions:
        """Return the publisher's options for this region, with the pages about the concept."""
        return PushOptions(site=given.pop("site", None) or self.site(), about_concept=True, **given)

    def push(self, concept: Concept, options: PushOptions | None = None, **tokens: str) -> SendReport:
        """Send a concept's pages with the tokens of this region, or with others for some."""
        report: SendReport = self.publisher(self.tokens | tokens).send(concept, options or self.options())
        return report

    def publisher(self, tokens: Mapping[str, str]) -> Any:
        """Return a publisher with these tokens in its environment."""
        lines = "\n".join(f'"{key}" = "{token}"' for key, token in tokens.items())
        return publisher(Pusher(environment={"INTEGREAT_TOKENS": lines}, sleep=lambda _: None))

    def shown(self, key: str, language: str) -> str:
        """Return what visitors see of a page."""
        content: str = self.cms.page(self.region, language, self.numbers[key])["content"]
        return content

    def raw(self, key: str, language: str, content: str) -> httpx.Response:
        """Send HTML as it is, without this library."""
        address = f"{self.cms.url}/api/v3/{self.region}/{language}/pushpage/"
        return self.cms.http.post(address, json={"token": self.tokens[key], "content": content})


def outcomes(report: SendReport) -> dict[tuple[str, str], tuple[SendOutcome, str | None]]:
    """Return what became of each page and language, with the reason in English."""
    return {
        (sent.step.page.key, sent.step.page.language): (sent.outcome, sent.reason.text() if sent.reason else None)
        for sent in report.steps
        if isinstance(sent.step, PageStep)
    }
