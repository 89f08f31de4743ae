"""Requests whose answers are bounded in bytes and in time, whatever the server sends."""

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

if TYPE_CHECKING:  # heavy, and not needed by whoever only checks a concept
    import httpx

MOST_BYTES = 10_000_000
"""Bytes of an answer, unpacked; the largest page that the CMS takes has a quarter of that."""

_GZIP = zlib.MAX_WBITS | 16


class EndlessAnswerError(Exception):
    """An answer that is larger, or takes longer, than any that is needed."""

    def __init__(self, said: Message) -> None:
        super().__init__(said)
        self.said = said


@frozen(kw_only=True)
class Answer:
    """An answer of a server, read to its end."""

    status: int
    location: str | None
    """Where the server says that the answer is to be had instead."""
    body: bytes

    @property
    def data(self) -> Any:
        """The answer as JSON; None where it is none, such as a page for people."""
        try:
            return json.loads(self.body)
        except (ValueError, RecursionError):
            return None

    def text(self, name: str) -> str | None:
        """Return what the answer says under a name; None where that is no text."""
        said = self.data
        value = said.get(name) if isinstance(said, dict) else None
        return value if isinstance(value, str) else None


def send_request(http: "httpx.Client", request: "httpx.Request", seconds: float) -> Answer:
    """Return the answer to a request if the whole of it comes within so many seconds.

    A client's own time-out is for each piece of an answer, so a server that sends one byte now and
    then is never too late for it. Raises `EndlessAnswerError`, and what the client raises.
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
    """Return what `work` returns within so many seconds. Raises `TimeoutError`, and what `work` raises."""
    outcome: SimpleQueue[tuple[Answer | None, BaseException | None]] = SimpleQueue()

    def run() -> None:
        try:
            outcome.put((work(), None))
        except BaseException as error:  # noqa: BLE001 - raised where it is waited for
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
    packed = answer.headers.pop("content-encoding", "") == "gzip"  # unpacked here, where it is bounded
    body = bytearray()
    pieces = _unpacked(answer.iter_bytes()) if packed else answer.iter_bytes()
    with suppress(zlib.error):  # what is left of it is no JSON
        for piece in pieces:
            body += piece
            if len(body) > MOST_BYTES:
                raise EndlessAnswerError(cms_messages.too_much(MOST_BYTES))
            if given_up.is_set():
                break
    return bytes(body)


def _unpacked(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Yield an answer unpacked, never more of it at once than is wanted in all."""
    unpack = zlib.decompressobj(_GZIP)
    for piece in pieces:
        yield unpack.decompress(piece, MOST_BYTES + 1)
        if unpack.eof:
            break  # what follows would be kept, and is nothing
