"""The real pieces together over the sample collection: quickstart, terminal, HTTP, desk."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from browser_desk import answered, ask, browser, visit
from playwright.sync_api import expect

from ui.__main__ import main
from ui.quickstart import QUESTION
from ui.quickstart import main as quickstart
from ui.server import listener
from vectorstore.build import open_library

pytest.importorskip("assistant.assistant")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample collection as `make run` leaves it."""
    store = tmp_path_factory.mktemp("samples")
    assert quickstart(["--no-chat", "--store", str(store)]) == 0
    return store


@contextmanager
def chat(store: Path) -> Iterator[str]:
    """`zhaoda chat` as a process of its own; its address."""
    with listener("127.0.0.1", 0) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "ui", "chat", "--store", str(store), "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            assert f"http://127.0.0.1:{port}" in process.stdout.readline()
            _wait_until_ready(f"http://127.0.0.1:{port}")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.communicate(timeout=20)


@pytest.fixture(scope="module")
def address(store: Path) -> Iterator[str]:
    with chat(store) as url:
        yield url


def test_the_quickstart_answers_with_a_source(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert quickstart(["--no-chat", "--store", str(store)]) == 0  # safe to run twice
    shown = capsys.readouterr().out
    assert re.search(r"共 \d+ 个文件：未变 \d+，用时", shown)
    assert QUESTION in shown
    assert "[1]" in shown
    assert "回答用时" in shown


def test_ask_prints_the_figure_its_marker_and_its_source(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ask", QUESTION, "--store", str(store)]) == 0
    text, _, sources = capsys.readouterr().out.partition("来源（原文摘录）")
    assert "34" in text
    assert "[1]" in text
    assert re.search(r"\[1\] .+ · .+\n {4}“.*34.*”", sources)


def test_ask_as_json_quotes_to_the_letter(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", QUESTION, "--store", str(store), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["citations"]
    with open_library(store) as library:
        for citation in answer["citations"]:
            text = library.document(citation["document_id"]).text
            assert text[citation["start"] : citation["end"]] == citation["quote"]


def test_ask_loads_no_torch_and_no_chat_desk(store: Path) -> None:
    code = (
        "import sys; from ui.__main__ import main\n"
        f"main(['ask', {QUESTION!r}, '--store', {str(store)!r}])\n"
        "print([name for name in ('torch', 'gradio', 'fastapi', 'langchain_core') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("[]\n")


@pytest.mark.parametrize("form", ["table", "jsonl", "csv"])
def test_the_ledger_is_written_in_every_format(store: Path, form: str) -> None:
    for command in ("figures", "projects"):
        done = subprocess.run(
            [sys.executable, "-m", "ui", command, "--store", str(store), "--format", form],
            capture_output=True,
            check=True,
        )
        lines = done.stdout.decode("utf-8-sig").splitlines()
        assert len(lines) > 3
        assert not done.stderr


def test_http_answers_as_the_command_line_does(
    store: Path, address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    body = json.dumps({"question": QUESTION}).encode()
    request = urllib.request.Request(
        f"{address}/api/v1/ask", data=body, headers={"content-type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=20) as response:
        over_http = json.load(response)
    main(["ask", QUESTION, "--store", str(store), "--json"])
    assert over_http == json.loads(capsys.readouterr().out)


def test_a_second_desk_on_the_port_is_refused_in_one_line(store: Path, address: str) -> None:
    port = address.rsplit(":", 1)[1]
    command = [sys.executable, "-m", "ui", "chat", "--store", str(store), "--port", port]
    done = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "--port" in done.stderr


@pytest.mark.browser
def test_the_desk_answers_cites_and_learns_from_an_upload(address: str, chromium: str) -> None:
    with browser(chromium) as opened, visit(opened, address) as page:
        expect(page.locator(".suggestions button").first).to_be_visible()
        ask(page, QUESTION)
        answered(page)
        expect(page.locator("#done .body")).to_contain_text("34")
        page.click("#done .body .cite >> nth=0")
        expect(page.locator("#source mark").first).to_contain_text("34")
        page.click(".bar [data-open=library]")
        news = "雁洲区招商快报\n\n2025年一季度，雁洲区签约亿元以上项目21个，总投资88.5亿元。\n"
        upload = {"name": "雁洲快报.txt", "mimeType": "text/plain", "buffer": news.encode()}
        page.set_input_files("#upload input", upload)
        expect(page.locator(".uploads .good")).to_contain_text("新增", timeout=60_000)
        ask(page, "雁洲区一季度签约亿元以上项目多少个？")
        answered(page, turns=2)
        expect(page.locator("#done .turn").last.locator(".body")).to_contain_text("21")


@pytest.mark.browser
def test_every_suggestion_gets_an_answer(address: str, chromium: str) -> None:
    with browser(chromium) as opened, visit(opened, address) as page:
        count = page.locator(".suggestions button").count()
        assert count >= 2
        for at in range(count):
            page.locator(".suggestions button").nth(at).click()
            answered(page)
            assert page.locator("#done .refused, #done .failed").count() == 0
            page.click("[data-new]")
            page.wait_for_selector(".suggestions button")


def test_an_empty_store_opens_and_says_so(tmp_path: Path) -> None:
    with (
        chat(tmp_path / "new") as address,
        urllib.request.urlopen(f"{address}/readyz", timeout=20) as response,
    ):
        assert json.load(response) == {"status": "ready", "documents": 0}


def _wait_until_ready(address: str) -> None:
    deadline = time.monotonic() + 60
    while True:
        try:
            urllib.request.urlopen(f"{address}/readyz", timeout=20).close()
            return
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)
