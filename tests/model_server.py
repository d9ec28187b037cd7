"""A chat model on this machine: a real HTTP server that plays good, bad and broken endpoints."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Play = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """One request to `/v1/chat/completions`, answered by the server's play."""

    protocol_version = "HTTP/1.1"
    server: ModelServer
    body: dict[str, Any]

    def do_POST(self) -> None:
        self.body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append(self.body)
        self.server.keys.append(self.headers.get("Authorization", ""))
        self.close_connection = True
        try:
            self.server.play(self)
        except (BrokenPipeError, ConnectionResetError):
            pass  # the client gave up, as it should

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""

    def begin(self, *, status: int = 200, kind: str = "text/event-stream") -> None:
        """Status and headers; what follows ends with the connection."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Connection", "close")
        self.end_headers()

    def event(self, data: str) -> None:
        """One server-sent event."""
        self.wfile.write(f"data: {data}\n\n".encode())
        self.wfile.flush()

    def piece(self, text: str, *, finish: str | None = None) -> None:
        """One chunk of a completion."""
        choice = {"index": 0, "delta": {"role": "assistant", "content": text}, "finish_reason": finish}
        chunk = {
            "id": "1",
            "object": "chat.completion.chunk",
            "created": 0,
            "model": "test",
            "choices": [choice],
        }
        self.event(json.dumps(chunk, ensure_ascii=False))

    def asked_text(self) -> str:
        """All that the request says."""
        return "\n".join(str(message["content"]) for message in self.body["messages"])


class ModelServer(ThreadingHTTPServer):
    """The server; `asked` are the requests so far, `keys` their Authorization headers."""

    daemon_threads = True

    def __init__(self, play: Play) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.play = play
        self.asked: list[dict[str, Any]] = []
        self.keys: list[str] = []
        self.over = threading.Event()

    @property
    def url(self) -> str:
        """What ZHAODA_CHAT_BASE_URL would be."""
        return f"http://127.0.0.1:{self.server_address[1]}/v1"


@contextmanager
def serving(play: Play) -> Iterator[ModelServer]:
    """A server that plays `play` until the block ends."""
    server = ModelServer(play)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.over.set()
        server.shutdown()
        server.server_close()
        thread.join()


def refused_url() -> str:
    """An address of this machine where nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{probe.getsockname()[1]}/v1"


def says(text: str, *, size: int = 3) -> Play:
    """A model that gives this answer, `size` characters at a time."""

    def play(request: Handler) -> None:
        request.begin()
        for at in range(0, len(text), size):
            request.piece(text[at : at + size])
        request.piece("", finish="stop")
        request.event("[DONE]")

    return play


def fails(status: int, *, body: str = '{"error": {"message": "no", "type": "test"}}') -> Play:
    """An endpoint that answers with an error."""

    def play(request: Handler) -> None:
        request.begin(status=status, kind="application/json")
        request.wfile.write(body.encode())

    return play


def hangs(text: str = "", *, keeps_alive: bool = False) -> Play:
    """Says `text`, then nothing; with comments that keep the connection warm, if wanted."""

    def play(request: Handler) -> None:
        if text or keeps_alive:
            request.begin()
        for char in text:
            request.piece(char)
        while not request.server.over.wait(0.02):
            if keeps_alive:
                request.wfile.write(b": still here\n\n")
                request.wfile.flush()

    return play


def cuts(text: str) -> Play:
    """Says `text`, then the connection breaks without an end."""

    def play(request: Handler) -> None:
        request.send_response(200)
        request.send_header("Content-Type", "text/event-stream")
        request.send_header("Content-Length", "100000")
        request.end_headers()
        request.piece(text)
        request.connection.shutdown(socket.SHUT_RDWR)

    return play


def sends(body: str, *, kind: str = "text/event-stream") -> Play:
    """Sends these bytes as they are."""

    def play(request: Handler) -> None:
        request.begin(kind=kind)
        request.wfile.write(body.encode())

    return play


def never_ends(text: str) -> Play:
    """Says `text` again and again."""

    def play(request: Handler) -> None:
        request.begin()
        while not request.server.over.is_set():
            request.piece(text)
            time.sleep(0.001)

    return play


def in_turn(*plays: Play) -> Play:
    """The first request gets the first play, and so on; the last one stays."""
    left = list(plays)

    def play(request: Handler) -> None:
        (left.pop(0) if len(left) > 1 else left[0])(request)

    return play
