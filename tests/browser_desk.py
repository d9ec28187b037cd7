"""A desk to drive: the app on a free port in this process, and a page that may talk to nobody else."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

from ui.server import create_app, listener
from ui.service import Service

CHROMIUM_FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


@contextmanager
def running(service: Service) -> Iterator[str]:
    """The address of a server over `service`."""
    with listener("127.0.0.1", 0) as listening:
        config = uvicorn.Config(create_app(service), log_level="critical", timeout_graceful_shutdown=0)
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        _wait_until(lambda: server.started)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join(timeout=10)


@contextmanager
def browser(path: str) -> Iterator[Browser]:
    """A headless Chromium."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=list(CHROMIUM_FLAGS))
        yield opened
        opened.close()


@contextmanager
def visit(
    opened: Browser, address: str, *, width: int = 1280, height: int = 800, dark: bool = False
) -> Iterator[Page]:
    """A visitor's page on the desk; on leaving, no request may have gone anywhere else.

    Pages share the browser's cache, as a real visitor's would; every page is a conversation of its own.
    """
    context = opened.contexts[0] if opened.contexts else opened.new_context(locale="en-US")
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(color_scheme="dark" if dark else "light")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    page.wait_for_selector("#welcome .welcome", timeout=30_000)
    yield page
    page.close()
    assert {urlsplit(url).hostname for url in asked if url.startswith("http")} == {"127.0.0.1"}


def ask(page: Page, question: str) -> None:
    """Type a question and send it."""
    page.fill("#question textarea", question)
    page.press("#question textarea", "Enter")


def answered(page: Page, turns: int = 1) -> None:
    """Wait until so many turns are finished."""
    page.wait_for_function(f"document.querySelectorAll('#done .turn').length === {turns}", timeout=20_000)


def _wait_until(holds) -> None:
    deadline = time.monotonic() + 30
    while not holds():
        if time.monotonic() > deadline:
            raise TimeoutError("the desk did not start")
        time.sleep(0.02)
