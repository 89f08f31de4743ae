"""A CMS that answers as the real one was seen to: the end-to-end tests hold the same against the real one."""

import json
from collections.abc import Callable
from urllib.parse import parse_qs

import httpx

from integrationskonzept_integreat.cms_html import cleaned

PAGE_FOR_PEOPLE = "<!DOCTYPE html><html><body><h1>Fehler</h1></body></html>"


class FakeCms:
    """The region ``musterstadt`` in German and English, on ``https://cms.example``."""

    def __init__(self) -> None:
        self.seen: dict[tuple[int, str], str] = {}
        """What visitors see, by number of the page and language."""
        self.hidden: set[tuple[int, str]] = set()
        """Translations whose newest version is a draft."""
        self.archived: set[int] = set()
        self.tokens: dict[str, int] = {}
        self.corrected: dict[str, str] = {}
        """Texts that the CMS changes by itself, such as outdated addresses of its own pages."""
        self.versions = 0
        self.requests: list[httpx.Request] = []
        self.faults: list[Callable[[httpx.Request], httpx.Response | None]] = []
        """What goes wrong with the next requests, one after the other; one that returns None lets it through."""

    @property
    def transport(self) -> httpx.MockTransport:
        """What a client sends its requests through."""
        return httpx.MockTransport(self._answer)

    def page(self, token: str, **contents: str) -> int:
        """Make a page with a text in each language, and return its number."""
        number = len(self.tokens) + 1
        self.tokens[token[:36]] = number
        self.seen |= {(number, language): content for language, content in contents.items()}
        return number

    def token(self, number: int) -> str:
        """Return the token of a page."""
        return next(token for token, page in self.tokens.items() if page == number)

    def pushed(self) -> list[httpx.Request]:
        """Return the requests that sent a page."""
        return [request for request in self.requests if request.method == "POST"]

    def _answer(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        if self.faults:
            answer = self.faults.pop(0)(request)
            if answer is not None:
                return answer
        parts = request.url.path.strip("/").split("/")
        if request.url.host != "cms.example" or parts[:3] != ["api", "v3", "musterstadt"]:
            return httpx.Response(404, html=PAGE_FOR_PEOPLE)
        if parts[3] == "languages":
            return httpx.Response(200, json=[{"code": "de"}, {"code": "en"}])
        language, what = parts[3:]
        return self._push(request, language) if what == "pushpage" else self._show(request, language)

    def _show(self, request: httpx.Request, language: str) -> httpx.Response:
        number = int(parse_qs(request.url.query.decode())["id"][0])
        if number not in self.tokens.values():
            return httpx.Response(404, json={"error": "No Page matches the given query."})
        if number in self.archived:
            return httpx.Response(404, json={"error": "No matching page translation found for url."})
        if (number, language) not in self.seen:
            return httpx.Response(404, json={"error": "No Page matches the given url or id."})
        address = f"https://cms.example/musterstadt/{language}/seite-{number}/"
        return httpx.Response(200, json={"url": address, "content": self.seen[number, language]})

    def _push(self, request: httpx.Request, language: str) -> httpx.Response:
        try:
            sent = json.loads(request.content)
            token, content = sent["token"], sent["content"]
        except (ValueError, KeyError):
            return httpx.Response(405, json={"status": "error"})
        if token not in self.tokens:
            return httpx.Response(403, json={"status": "denied"})
        if "\x00" in content:
            return httpx.Response(405, json={"status": "error"})
        key = (self.tokens[token], language)
        if key in self.hidden:
            return httpx.Response(200, json={"status": "success"})
        if key not in self.seen:
            return httpx.Response(500, html=PAGE_FOR_PEOPLE)
        self.versions += 1
        self.seen[key] = cleaned(content)
        for text, becomes in self.corrected.items():
            self.seen[key] = self.seen[key].replace(text, becomes)
        return httpx.Response(200, json={"status": "success"})
