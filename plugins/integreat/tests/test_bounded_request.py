"""Limits on the size and duration of answers, and no redirects with a token."""

import gzip
import json
import time
import tracemalloc
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest
from attrs import Factory, define, field

from integrationskonzept import SendOutcome
from integrationskonzept.errors import OptionError
from integrationskonzept_integreat import PushOptions
from integrationskonzept_integreat.publisher import Pusher, publisher
from plugins.integreat.tests.town import site, town

Answering = Callable[[BaseHTTPRequestHandler], None]
LANGUAGES = b'[{"code": "de"}]'
MEGABYTE = 1_000_000


@define
class Server:
    """A server on loopback that answers its first requests as told, and every other as a CMS with an empty page."""

    answers: list[Answering] = field(default=Factory(list))
    posts: list[Answering] = field(default=Factory(list))
    """What answers pages that are sent."""
    seen: list[str] = field(default=Factory(list))
    """Method and address of each request."""
    closing: Event = field(default=Factory(Event))
    port: int = 0

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.port}"

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        self.seen.append(f"{request.command} {request.path}")
        special = self.posts if request.command == "POST" else self.answers
        if special:
            special.pop(0)(request)
        elif request.command == "POST":
            whole(b'{"status": "success"}')(request)
        elif request.path.endswith("/languages/"):
            whole(LANGUAGES)(request)
        else:
            whole(b'{"url": "https://cms.example/", "content": "<p></p>"}')(request)

    def drip(self, first: bytes) -> Answering:
        """Answer one byte at a time, for as long as somebody listens."""

        def answer(request: BaseHTTPRequestHandler) -> None:
            request.wfile.write(first)
            while not self.closing.wait(0.05):
                request.wfile.write(b"x")

        return answer


@pytest.fixture
def server() -> Iterator[Server]:
    yield from served()


@pytest.fixture
def proxy() -> Iterator[Server]:
    yield from served()


def served() -> Iterator[Server]:
    told = Server()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self.close_connection = True
            with suppress(BrokenPipeError, ConnectionResetError):  # nobody listens any more
                told.answer(self)

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.do_GET()

        def do_CONNECT(self) -> None:
            self.do_GET()

        def end_headers(self) -> None:
            self.send_header("Connection", "close")  # so that no client asks again on a connection that is closing
            super().end_headers()

        def log_message(self, *_: Any) -> None:
            pass

    listening = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    told.port = listening.server_address[1]
    thread = Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield told
    told.closing.set()
    listening.shutdown()
    listening.server_close()
    thread.join()


def whole(body: bytes, **headers: str) -> Answering:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        for name, value in headers.items():
            request.send_header(name.replace("_", "-"), value)
        request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        request.wfile.write(body)

    return answer


def endless(request: BaseHTTPRequestHandler) -> None:
    """Send one piece after the other, never the last."""
    request.send_response(200)
    request.send_header("Transfer-Encoding", "chunked")
    request.end_headers()
    piece = b" " * 100_000
    while True:
        request.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))


def bomb() -> bytes:
    """Pack 400 MB of nothing into 400 kB."""
    pack = zlib.compressobj(9, wbits=zlib.MAX_WBITS | 16)
    return b"".join(pack.compress(b" " * MEGABYTE) for _ in range(400)) + pack.flush()


def options(server: Server, folder: Path, **given: Any) -> PushOptions:
    file = site(folder / "integreat.toml", {"start": 1}, server=server.url)
    return PushOptions(**{"site": file, "timeout": 5, "attempts": 1, **given})


def pusher() -> Any:
    return publisher(Pusher(environment={"INTEGREAT_TOKENS": 'start = "geheim"'}, sleep=lambda _: None))


def refused(server: Server, folder: Path, *answers: Answering, **given: Any) -> str:
    """Return what is said of answers to the first questions, the time it took having been short."""
    server.answers = [*answers]
    begin = time.monotonic()
    with pytest.raises(OptionError) as refusal:
        pusher().plan(town(), options(server, folder, **given))
    assert time.monotonic() - begin < 12
    return str(refusal.value)


def test_an_answer_without_end_is_left_after_ten_megabytes(server: Server, tmp_path: Path) -> None:
    assert "answers with more than 10 MB" in refused(server, tmp_path, endless)
    assert "answers with more than 10 MB" in refused(server, tmp_path, whole(LANGUAGES), endless)


def test_an_answer_that_unpacks_to_hundreds_of_megabytes_is_left_as_well(server: Server, tmp_path: Path) -> None:
    packed = bomb()
    tracemalloc.start()
    try:
        assert "answers with more than 10 MB" in refused(server, tmp_path, whole(packed, Content_Encoding="gzip"))
        assert tracemalloc.get_traced_memory()[1] < 60 * MEGABYTE
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    "first",
    [b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n", b"HTTP/1.1 200 OK\r\nX-Slow: "],
    ids=["the text", "what comes before it"],
)
def test_an_answer_that_drips_is_left_after_a_while(server: Server, tmp_path: Path, first: bytes) -> None:
    assert "has not finished its answer within 3 seconds" in refused(server, tmp_path, server.drip(first), timeout=1)


@pytest.mark.parametrize(
    "answer",
    [
        whole(b"[" * 200_000),
        whole(b'{"a":' * 200_000),
        whole(b"not packed", Content_Encoding="gzip"),
        whole(gzip.compress(LANGUAGES)[:-12], Content_Encoding="gzip"),
        whole(b"\x8b\x07\x80[{}]\x03", Content_Encoding="br"),
        whole(b"\xff\xfe\xff"),
        whole(b"1" * 100_000),
    ],
)
def test_an_answer_that_nobody_can_read_is_said_to_be(server: Server, tmp_path: Path, answer: Answering) -> None:
    assert "answered in a way it is not known for (200)" in refused(server, tmp_path, answer)


def test_a_packed_answer_is_read(server: Server, tmp_path: Path) -> None:
    server.answers = [whole(gzip.compress(LANGUAGES) + b"rest", Content_Encoding="gzip")]
    (step,) = pusher().plan(town(), options(server, tmp_path)).steps
    assert step.number == 1


def test_a_page_whose_answer_has_no_end_has_failed_with_a_report(server: Server, tmp_path: Path) -> None:
    server.posts = [endless]
    report = pusher().send(town(), options(server, tmp_path))
    (sent,) = report.steps
    assert report.ended is None
    assert sent.outcome is SendOutcome.FAILED
    assert sent.reason is not None
    assert "more than 10 MB" in sent.reason.text()
    assert "mehr als 10 MB" in sent.reason.text("de")


def test_a_page_that_is_there_was_sent_however_slowly_the_server_said_so(server: Server, tmp_path: Path) -> None:
    plan = pusher().plan(town(), options(server, tmp_path))
    there = json.dumps({"url": "https://cms.example/", "content": plan.steps[0].page.content}).encode()
    server.posts = [server.drip(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")]
    server.answers = [whole(there), whole(there)]
    (sent,) = pusher().perform(plan, options(server, tmp_path, timeout=1))
    assert sent.outcome is SendOutcome.DONE


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_a_token_for_this_very_machine_passes_no_proxy(
    server: Server, proxy: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, proxy.url)
    file = site(tmp_path / "here.toml", {"start": 1}, server=f"http://{host}:{server.port}")
    pusher().send(town(), options(server, tmp_path, site=file))
    assert "POST /api/v3/musterstadt/de/pushpage/" in server.seen
    assert proxy.seen == []


def test_a_cms_elsewhere_is_reached_as_the_town_s_network_wants_it(
    proxy: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", proxy.url)
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    elsewhere = site(tmp_path / "elsewhere.toml", {"start": 1}, server="https://cms.example")
    with pytest.raises(OptionError, match="cannot be reached"):
        pusher().plan(town(), options(proxy, tmp_path, site=elsewhere))
    assert [seen.partition(" ")[0] for seen in proxy.seen] == ["CONNECT"]
