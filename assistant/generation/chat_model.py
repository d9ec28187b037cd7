"""How is a chat model asked? Through the one door to LangChain's models, and never waited for long."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from assistant.errors import ChatModelError as ChatModelError
from assistant.tracing import forbid_tracing

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

Messages = Sequence[tuple[str, str]]  # ("system" | "user" | "assistant", text)

_NO_KEY = "none"  # the client refuses to start without a key; keyless local servers ignore it
_RETRIED = frozenset({408, 409, 429, 500, 502, 503, 504, 529})


class ChatModel(Protocol):
    """Something that answers messages with a stream of text."""

    name: str

    def stream(self, messages: Messages) -> Iterator[str]:
        """The answer in pieces, none empty.

        Raises: ChatModelError if the answer does not come, or breaks off.
        """
        ...


@dataclass(frozen=True, kw_only=True)
class Patience:
    """How long a model is waited for, in seconds, and how often it is tried.

    After `failures` failures in a row the endpoint is left alone for `rest_s`; then one question tries it.
    """

    connect_s: float = 3.0
    first_token_s: float = 10.0
    between_tokens_s: float = 10.0
    total_s: float = 60.0
    retries: int = 1
    pause_s: float = 0.5
    failures: int = 5
    rest_s: float = 60.0


class Breaker:
    """Whether an endpoint is worth asking; may be used from many threads."""

    def __init__(self, patience: Patience, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._patience = patience
        self._clock = clock
        self._lock = threading.Lock()
        self._failed = 0
        self._closed_until = 0.0

    def admits(self) -> bool:
        """Whether to ask now; while failing, one question at a time is let through after each rest."""
        with self._lock:
            if self._failed < self._patience.failures:
                return True
            if self._clock() < self._closed_until:
                return False
            self._closed_until = self._clock() + self._patience.rest_s
            return True

    def told(self, *, worked: bool) -> None:
        """Remembers how a question ended."""
        with self._lock:
            self._failed = 0 if worked else self._failed + 1
            if self._failed >= self._patience.failures:
                self._closed_until = self._clock() + self._patience.rest_s


class OpenAICompatible:
    """A model behind `/chat/completions` of some endpoint; may be used from many threads."""

    def __init__(
        self,
        name: str,
        *,
        base_url: str | None = None,
        api_key: str = "",
        patience: Patience | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.name = name
        self._base_url = base_url
        self._api_key = api_key or _NO_KEY
        self._patience = patience or Patience()
        self._clock = clock
        self._breaker = Breaker(self._patience, clock=clock)
        self._lock = threading.Lock()
        self._opened: BaseChatModel | None = None

    def stream(self, messages: Messages) -> Iterator[str]:
        """See `ChatModel.stream`. At most one retry, never after the first piece."""
        if not self._breaker.admits():
            raise ChatModelError(f"大模型“{self.name}”连续多次失败，暂停调用，稍后自动重试")
        try:
            yield from self._tried(messages)
        except ChatModelError:
            self._breaker.told(worked=False)
            raise
        self._breaker.told(worked=True)

    def _tried(self, messages: Messages) -> Iterator[str]:
        deadline = self._clock() + self._patience.total_s
        for attempt in range(self._patience.retries + 1):
            begun = False
            try:
                for piece in self._once(messages, deadline):
                    begun = True
                    yield piece
                return
            except _AttemptError as failed:
                if begun or not failed.passing or attempt == self._patience.retries:
                    raise ChatModelError(f"大模型“{self.name}”{failed}") from failed.__cause__
                time.sleep(min(self._patience.pause_s, max(0.0, deadline - self._clock())))

    def _once(self, messages: Messages, deadline: float) -> Iterator[str]:
        call = _Call(self._model(), messages)
        call.start()
        wait, empty = self._patience.first_token_s, True
        try:
            while True:
                left = deadline - self._clock()
                piece = call.next(min(wait, left), late="超过总时限" if left <= wait else "响应超时")
                if piece is None:
                    break
                wait = self._patience.between_tokens_s
                if piece:
                    empty = False
                    yield piece
        finally:
            call.stop()
        if empty:
            raise _AttemptError("没有返回内容")

    def _model(self) -> BaseChatModel:
        """The client, made at the first question: importing it costs a second."""
        with self._lock:
            if self._opened is None:
                forbid_tracing()
                from langchain_openai import ChatOpenAI
                from pydantic import SecretStr

                silence = max(self._patience.first_token_s, self._patience.between_tokens_s)
                connect = self._patience.connect_s
                self._opened = ChatOpenAI(
                    model=self.name, base_url=self._base_url, api_key=SecretStr(self._api_key), temperature=0,
                    max_retries=0, timeout=(connect, silence, silence, connect),
                )  # fmt: skip
            return self._opened


class _AttemptError(Exception):
    """One attempt failed; `passing` if another may do better."""

    def __init__(self, message: str, *, passing: bool = False) -> None:
        super().__init__(message)
        self.passing = passing


class _Call:
    """One request read in a thread of its own, so that silence of any sort can be given up on."""

    def __init__(self, model: BaseChatModel, messages: Messages) -> None:
        self._model = model
        self._messages = list(messages)
        self._pieces: queue.Queue[str | Exception | None] = queue.Queue()
        self._stopped = threading.Event()

    def start(self) -> None:
        threading.Thread(target=self._read, name="chat-model", daemon=True).start()

    def stop(self) -> None:
        """Lets the thread end at its next piece, or when its socket times out."""
        self._stopped.set()

    def next(self, wait_s: float, *, late: str) -> str | None:
        """The next piece, maybe empty; None at the end.

        Raises: _AttemptError
        """
        try:
            piece = self._pieces.get(timeout=max(0.0, wait_s))
        except queue.Empty:
            raise _AttemptError(late) from None
        if isinstance(piece, Exception):
            raise _explained(piece) from piece
        return piece

    def _read(self) -> None:
        try:
            for chunk in self._model.stream(self._messages):
                if self._stopped.is_set():
                    return
                self._pieces.put(str(chunk.text))
            self._pieces.put(None)
        except Exception as error:  # the top of a thread: whatever happened is told to who waits
            self._pieces.put(error)


def _explained(error: Exception) -> _AttemptError:
    """One Chinese line for what a client raised; the client's own words may hold the key or the prompt."""
    status = getattr(error, "status_code", None)
    if status in (401, 403):
        return _AttemptError(f"拒绝访问（{status}），请检查 ZHAODA_CHAT_API_KEY")
    if status == 404:
        return _AttemptError("不存在（404），请检查 ZHAODA_CHAT_MODEL 和 ZHAODA_CHAT_BASE_URL")
    if status == 429:
        return _AttemptError("请求过多（429），被限流", passing=True)
    if isinstance(status, int):
        return _AttemptError(f"返回错误（{status}）", passing=status in _RETRIED)
    name = type(error).__name__
    if "Timeout" in name:
        return _AttemptError("响应超时")
    if "Connect" in name:
        return _AttemptError("连接不上，请检查 ZHAODA_CHAT_BASE_URL", passing=True)
    return _AttemptError(f"返回的内容无法读取（{name}）")


def chat_model_from_environment(environ: Mapping[str, str]) -> ChatModel | None:
    """The model that ZHAODA_CHAT_MODEL, ZHAODA_CHAT_BASE_URL and ZHAODA_CHAT_API_KEY name; None for none."""
    name = environ.get("ZHAODA_CHAT_MODEL", "").strip()
    if not name:
        return None
    base_url = environ.get("ZHAODA_CHAT_BASE_URL", "").strip() or None
    return OpenAICompatible(name, base_url=base_url, api_key=environ.get("ZHAODA_CHAT_API_KEY", "").strip())
