"""Client of the Integreat CMS: read interface and page-push interface."""

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from attrs import frozen

from integrationskonzept import Message
from integrationskonzept.plugins.kit import one_line
from integrationskonzept_integreat.bounded_request import EndlessAnswerError, send_request
from integrationskonzept_integreat.cms_messages import refused, unreachable, unreadable
from integrationskonzept_integreat.token import Token

if TYPE_CHECKING:  # slow to import, and not needed to check a concept
    import httpx

_OK = 200
_MISSING = 404
_BACK_OFF = 2
_PIECES = 3
"""Time limit of a complete request as a multiple of the time-out: connect, send the page, read the answer."""


class UnreachableError(Exception):
    """The network failed in every attempt."""

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
    """A page or region that is not shown; `words` is the reason given by the CMS, or None."""

    words: str | None


@frozen(kw_only=True)
class Refusal:
    """A request that the CMS rejected."""

    reason: Message


@frozen(kw_only=True)
class Cms:
    """One region of one CMS."""

    server: str
    region: str
    http: "httpx.Client"
    timeout: float
    """Time-out for each chunk of an answer in seconds."""
    attempts: int
    sleep: Callable[[float], object]

    def languages(self) -> frozenset[str] | Missing | Refusal:
        """Return the languages of the region. Raises `UnreachableError`."""
        answer = self._asked("GET", f"{self.server}/api/v3/{self.region}/languages/")
        if isinstance(answer, Refusal):
            return answer
        if answer.status == _MISSING:
            return Missing(words=answer.text("error"))
        listed = answer.data
        if answer.status != _OK or not isinstance(listed, list):
            return Refusal(reason=unreadable(answer.status, answer.location))
        return frozenset(str(one.get("code")) for one in listed if isinstance(one, dict))

    def page(self, language: str, number: int) -> Shown | Missing | Refusal:
        """Return a page as visitors see it. Raises `UnreachableError`."""
        address = self._address(language, "page")
        answer = self._asked("GET", address, params={"id": number})
        if isinstance(answer, Refusal):
            return answer
        if answer.status == _MISSING:
            return Missing(words=answer.text("error"))
        content, url = answer.text("content"), answer.text("url")
        if answer.status != _OK or content is None:
            return Refusal(reason=unreadable(answer.status, answer.location))
        return Shown(url=one_line(url or "") or address, content=content)

    def push(self, language: str, token: Token, content: str, arrived: Callable[[], bool]) -> Refusal | None:
        """Send a page, and return a `Refusal` or, on success, None. Raises `UnreachableError`.

        When the network fails, or an answer has no end, the page may have arrived nevertheless: `arrived` is
        called before each further attempt, and before an error.
        """
        body = json.dumps({"token": token.reveal(), "content": content}).encode()
        answer = self._asked(
            "POST",
            self._address(language, "pushpage"),
            arrived,
            content=body,
            headers={"Content-Type": "application/json"},
        )
        if answer is None or isinstance(answer, Refusal):
            return None if answer is None or arrived() else answer
        if answer.status == _OK and answer.text("status") == "success":
            return None
        return Refusal(reason=refused(answer.status, answer.location))

    def _address(self, language: str, what: str) -> str:
        return f"{self.server}/api/v3/{self.region}/{language}/{what}/"

    def _asked(self, method: str, address: str, arrived: Callable[[], bool] | None = None, **given: Any) -> Any:
        """Return the answer of the first successful attempt; None if `arrived` confirms an earlier attempt.

        An answer without an end is a `Refusal`: the server would repeat it.
        """
        import httpx

        problem = ""
        for attempt in range(self.attempts):
            if attempt:
                self.sleep(float(_BACK_OFF ** (attempt - 1)))
                if arrived is not None and arrived():
                    return None
            try:
                return send_request(
                    self.http, self.http.build_request(method, address, **given), _PIECES * self.timeout
                )
            except EndlessAnswerError as error:
                return Refusal(reason=error.said)
            except (httpx.NetworkError, httpx.TimeoutException, httpx.RemoteProtocolError) as error:
                problem = str(error) or type(error).__name__
            except httpx.HTTPError as error:
                problem = str(error) or type(error).__name__
                break
        raise UnreachableError(unreachable(self.server, attempt + 1, problem))
