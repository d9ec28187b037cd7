"""Does a chat model behind a real HTTP server answer, and is every way of failing one clear line, soon?"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace

import pytest
from model_server import (
    Play,
    cuts,
    fails,
    hangs,
    in_turn,
    never_ends,
    refused_url,
    says,
    sends,
    serving,
)

from assistant.errors import AssistantError, ChatModelError
from assistant.generation.chat_model import OpenAICompatible, Patience, chat_model_from_environment

CALM = Patience(pause_s=0.01)  # a busy machine is no reason to fail
HASTE = Patience(
    connect_s=0.3, first_token_s=0.25, between_tokens_s=0.25, total_s=0.6, pause_s=0.01, failures=5, rest_s=30
)
ASKED = (("system", "用中文回答"), ("user", "签约多少个？{不是变量}"))


@pytest.fixture(scope="module", autouse=True)
def _client_is_imported() -> None:
    """The first import costs seconds on a busy machine; the patience of these tests is shorter."""
    with serving(says("好")) as server:
        list(OpenAICompatible("test", base_url=server.url).stream(ASKED))


def asked(play: Play, *, patience: Patience = CALM) -> str:
    with serving(play) as server:
        return "".join(OpenAICompatible("test", base_url=server.url, patience=patience).stream(ASKED))


def test_streams_what_the_model_says() -> None:
    with serving(says("即墨区签约34个。[1]", size=2)) as server:
        pieces = list(OpenAICompatible("qwen", base_url=server.url, api_key="k-123").stream(ASKED))
    assert "".join(pieces) == "即墨区签约34个。[1]" and len(pieces) > 3 and all(pieces)
    (request,) = server.asked
    assert request["model"] == "qwen" and request["stream"] and request["temperature"] == 0
    assert [message["content"] for message in request["messages"]] == [text for _, text in ASKED]
    assert server.keys == ["Bearer k-123"] and "tools" not in request


def test_a_keyless_server_gets_no_key_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "secret-of-the-machine")
    with serving(says("好")) as server:
        list(OpenAICompatible("test", base_url=server.url).stream(ASKED))
    assert server.keys == ["Bearer none"]


FAILURES: dict[str, tuple[Play, str, int]] = {
    "401": (fails(401), "ZHAODA_CHAT_API_KEY", 1),
    "404": (fails(404), "ZHAODA_CHAT_MODEL", 1),
    "400": (fails(400), "400", 1),
    "429": (fails(429), "限流", 2),
    "500": (fails(500), "500", 2),
    "hang before the first token": (hangs(), "超时", 1),
    "only keep-alive comments": (hangs(keeps_alive=True), "超时", 1),
    "hang mid-stream": (hangs("即墨"), "超时", 1),
    "cut connection": (cuts("即墨区"), "", 1),
    "invalid JSON": (sends("data: {not json\n\n"), "无法读取", 1),
    "empty answer": (says(""), "没有返回内容", 1),
    "no event at all": (sends(""), "", 1),
    "endless answer": (never_ends("又"), "总时限", 1),
    "HTML page": (sends("<html><body>登录</body></html>", kind="text/html"), "", 1),
}


@pytest.mark.parametrize(("play", "words", "requests"), FAILURES.values(), ids=FAILURES)
def test_every_failure_is_one_clear_line_and_soon(play: Play, words: str, requests: int) -> None:
    began = time.monotonic()
    patience = HASTE if words == "超时" else replace(CALM, total_s=0.5) if words == "总时限" else CALM
    with serving(play) as server, pytest.raises(ChatModelError) as raised:
        list(OpenAICompatible("test", base_url=server.url, patience=patience).stream(ASKED))
    assert time.monotonic() - began < 3
    message = str(raised.value)
    assert words in message and message.startswith("大模型“test”") and "\n" not in message
    assert len(server.asked) == requests


def test_nobody_listening() -> None:
    with pytest.raises(ChatModelError, match="连接不上"):
        list(OpenAICompatible("test", base_url=refused_url(), patience=CALM).stream(ASKED))


@pytest.mark.parametrize("play", [fails(503), fails(429)], ids=["busy", "limited"])
def test_one_retry_may_help(play: Play) -> None:
    assert asked(in_turn(play, says("签约34个"))) == "签约34个"


def test_no_retry_after_the_first_token() -> None:
    pieces: list[str] = []
    with serving(in_turn(cuts("即墨"), says("重来"))) as server, pytest.raises(ChatModelError):
        pieces.extend(OpenAICompatible("test", base_url=server.url, patience=CALM).stream(ASKED))
    assert len(server.asked) == 1


def test_the_key_is_in_no_message() -> None:
    with serving(fails(401, body='{"error": {"message": "bad key sk-very-secret"}}')) as server:
        model = OpenAICompatible("test", base_url=server.url, api_key="sk-very-secret", patience=CALM)
        with pytest.raises(ChatModelError) as raised:
            list(model.stream(ASKED))
    assert "secret" not in str(raised.value) and "secret" not in repr(model)


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_an_endpoint_that_keeps_failing_is_left_alone_for_a_while() -> None:
    clock = Clock()
    patience = replace(CALM, retries=0, failures=3, rest_s=60)
    with serving(in_turn(fails(500), fails(500), fails(500), fails(500), says("好了"))) as server:
        model = OpenAICompatible("test", base_url=server.url, patience=patience, clock=clock)
        for _ in range(5):
            with pytest.raises(ChatModelError):
                list(model.stream(ASKED))
        assert len(server.asked) == 3  # two of the five did not go out
        clock.now = 61
        with pytest.raises(ChatModelError):  # one goes out to see, and fails
            list(model.stream(ASKED))
        with pytest.raises(ChatModelError, match="暂停调用"):
            list(model.stream(ASKED))
        clock.now = 122
        assert "".join(model.stream(ASKED)) == "好了"
        assert "".join(model.stream(ASKED)) == "好了"
        assert len(server.asked) == 6


def test_giving_up_half_way_is_no_failure_and_leaves_no_reader() -> None:
    with serving(never_ends("又")) as server:
        model = OpenAICompatible("test", base_url=server.url, patience=replace(CALM, failures=1))
        for _ in range(2):
            pieces = model.stream(ASKED)
            assert next(pieces) == "又"
            pieces.close()  # type: ignore[attr-defined]
    assert len(server.asked) == 2


ENVIRONMENTS: dict[str, tuple[dict[str, str], str | None]] = {
    "nothing": ({}, None),
    "blank": ({"ZHAODA_CHAT_MODEL": " "}, None),
    "only a key": ({"ZHAODA_CHAT_API_KEY": "k", "OPENAI_API_KEY": "k"}, None),
    "a model": ({"ZHAODA_CHAT_MODEL": "qwen3", "ZHAODA_CHAT_BASE_URL": "http://127.0.0.1:1/v1"}, "qwen3"),
}


@pytest.mark.parametrize(("environ", "name"), ENVIRONMENTS.values(), ids=ENVIRONMENTS)
def test_configured_by_the_environment(environ: dict[str, str], name: str | None) -> None:
    model = chat_model_from_environment(environ)
    assert (model.name if model else None) == name


def test_naming_a_model_imports_no_client() -> None:
    program = (
        "import sys; from assistant.generation.chat_model import chat_model_from_environment as made; "
        "made({'ZHAODA_CHAT_MODEL': 'm'}); "
        "print({'openai', 'langchain_core', 'langchain_openai'} & {*sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_the_error_is_one_of_the_assistants() -> None:
    raised: Callable[[str], Exception] = ChatModelError
    assert isinstance(raised("x"), AssistantError)
