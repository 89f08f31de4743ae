"""Talking to the Integreat CMS: its read interface, and its page-push interface."""

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from attrs import frozen

from integrationskonzept import Message
from integrationskonzept_integreat.answers import refused, unreachable, unreadable
from integrationskonzept_integreat.secret import Token

if TYPE_CHECKING:  # heavy, and not needed by whoever only checks a concept
    import httpx

_OK = 200
_MISSING = 404
_BACK_OFF = 2


class UnreachableError(Exception):
    """The network failed as often as it was tried."""

    def __init__(self, said: Message) -> None:
        super().__init__(said)
        self.said = said


@frozen(kw_only=True)
class Shown:
    """A page as visitors see it."""

    url: str
    content: str


@frozen(kw_only=True)
class Missing:
    """No such thing is shown; `words` are the CMS's own, None where it answers with a page of its own."""

    words: str | None


@frozen(kw_only=True)
class Refusal:
    """The CMS did not do what it was asked for."""

    reason: Message


@frozen(kw_only=True)
class Cms:
    """One region of one CMS."""

    server: str
    region: str
    http: "httpx.Client"
    attempts: int
    sleep: Callable[[float], object]

    def languages(self) -> frozenset[str] | Missing | Refusal:
        """Look which languages the region has. Raises `UnreachableError`."""
        answer = self._tried(lambda: self.http.get(f"{self.server}/api/v3/{self.region}/languages/"))
        if answer.status_code == _MISSING:
            return Missing(words=_field(answer, "error"))
        listed = _json(answer)
        if answer.status_code != _OK or not isinstance(listed, list):
            return Refusal(reason=unreadable(answer.status_code, answer.headers.get("location")))
        return frozenset(str(one.get("code")) for one in listed if isinstance(one, dict))

    def page(self, language: str, number: int) -> Shown | Missing | Refusal:
        """Look at a page. Raises `UnreachableError`."""
        address = self._address(language, "page")
        answer = self._tried(lambda: self.http.get(address, params={"id": number}))
        if answer.status_code == _MISSING:
            return Missing(words=_field(answer, "error"))
        content, url = _field(answer, "content"), _field(answer, "url")
        if answer.status_code != _OK or content is None:
            return Refusal(reason=unreadable(answer.status_code, answer.headers.get("location")))
        return Shown(url=url or address, content=content)

    def push(self, language: str, token: Token, content: str, arrived: Callable[[], bool]) -> Refusal | None:
        """Send a page; nothing comes back when the CMS took it. Raises `UnreachableError`.

        When the network fails it may have failed on the way back: before the page is sent once
        more, `arrived` looks whether it is there.
        """
        address = self._address(language, "pushpage")
        body = json.dumps({"token": token.reveal(), "content": content}).encode()
        answer = self._tried(
            lambda: self.http.post(address, content=body, headers={"Content-Type": "application/json"}), arrived
        )
        if answer is None or (answer.status_code == _OK and _field(answer, "status") == "success"):
            return None
        return Refusal(reason=refused(answer.status_code, answer.headers.get("location")))

    def _address(self, language: str, what: str) -> str:
        return f"{self.server}/api/v3/{self.region}/{language}/{what}/"

    def _tried(self, ask: "Callable[[], httpx.Response]", arrived: Callable[[], bool] | None = None) -> Any:
        """Ask until the network lets the question and its answer through; None when `arrived` says it did before."""
        import httpx

        problem = ""
        for attempt in range(self.attempts):
            if attempt:
                self.sleep(float(_BACK_OFF ** (attempt - 1)))
                if arrived is not None and arrived():
                    return None
            try:
                return ask()
            except (httpx.NetworkError, httpx.TimeoutException, httpx.RemoteProtocolError) as error:
                problem = str(error) or type(error).__name__
            except httpx.HTTPError as error:
                problem = str(error) or type(error).__name__
                break
        raise UnreachableError(unreachable(self.server, attempt + 1, problem))


def _json(answer: "httpx.Response") -> Any:
    try:
        return answer.json()
    except ValueError:  # a page for people
        return None


def _field(answer: "httpx.Response", name: str) -> str | None:
    said = _json(answer)
    value = said.get(name) if isinstance(said, dict) else None
    return value if isinstance(value, str) else None
