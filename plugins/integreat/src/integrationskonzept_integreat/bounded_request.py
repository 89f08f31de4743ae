"""HTTP requests with limits on the size and duration of the answer."""

import json
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import TYPE_CHECKING, Any

from attrs import frozen

from integrationskonzept import Message
from integrationskonzept_integreat import cms_messages

if TYPE_CHECKING:  # slow to import, and not needed to check a concept
    import httpx

MOST_BYTES = 10_000_000
"""Maximum size of a decompressed answer in bytes: four times the largest page that the CMS accepts."""

_GZIP = zlib.MAX_WBITS | 16


class EndlessAnswerError(Exception):
    """An answer that exceeds the limits of size or duration."""

    def __init__(self, said: Message) -> None:
        super().__init__(said)
        self.said = said


@frozen(kw_only=True)
class Answer:
    """The complete answer of a server."""

    status: int
    location: str | None
    """Target of a redirect."""
    body: bytes

    @property
    def data(self) -> Any:
        """The answer as JSON; None if it is something else, such as HTML."""
        try:
            return json.loads(self.body)
        except (ValueError, RecursionError):
            return None

    def text(self, name: str) -> str | None:
        """Return the text under a name in the JSON; None if it is no text."""
        said = self.data
        value = said.get(name) if isinstance(said, dict) else None
        return value if isinstance(value, str) else None


def send_request(http: "httpx.Client", request: "httpx.Request", seconds: float) -> Answer:
    """Return the complete answer to a request, received within a number of seconds.

    The time-out of the client applies to each chunk of an answer, so a slow server can evade it. Raises
    `EndlessAnswerError` and the exceptions of the client.
    """
    given_up = Event()

    def listen() -> Answer:
        answer = http.send(request, stream=True)
        try:
            return Answer(
                status=answer.status_code,
                location=answer.headers.get("location"),
                body=_body(answer, given_up),
            )
        finally:
            answer.close()

    try:
        return _within(seconds, listen)
    except TimeoutError:
        given_up.set()
        raise EndlessAnswerError(cms_messages.too_slow(seconds)) from None


def _within(seconds: float, work: Callable[[], Answer]) -> Answer:
    """Return the result of `work` within a number of seconds. Raises `TimeoutError` and the exceptions of `work`."""
    outcome: SimpleQueue[tuple[Answer | None, BaseException | None]] = SimpleQueue()

    def run() -> None:
        try:
            outcome.put((work(), None))
        except BaseException as error:  # noqa: BLE001 - raised again in the waiting thread
            outcome.put((None, error))

    Thread(target=run, daemon=True).start()
    try:
        answer, error = outcome.get(timeout=seconds)
    except Empty:
        raise TimeoutError from None
    if answer is None:
        assert error is not None  # noqa: S101 - there is always one of both
        raise error
    return answer


def _body(answer: "httpx.Response", given_up: Event) -> bytes:
    packed = answer.headers.pop("content-encoding", "") == "gzip"  # decompressed here, with a limit
    body = bytearray()
    pieces = _unpacked(answer.iter_bytes()) if packed else answer.iter_bytes()
    with suppress(zlib.error):  # the rest is not valid JSON
        for piece in pieces:
            body += piece
            if len(body) > MOST_BYTES:
                raise EndlessAnswerError(cms_messages.too_much(MOST_BYTES))
            if given_up.is_set():
                break
    return bytes(body)


def _unpacked(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Yield a decompressed answer in chunks no larger than the limit."""
    unpack = zlib.decompressobj(_GZIP)
    for piece in pieces:
        yield unpack.decompress(piece, MOST_BYTES + 1)
        if unpack.eof:
            break  # ignore data after the end of the stream
