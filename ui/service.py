"""What do the desk and the API share? An assistant, the holdings, a limit on questions at once."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import BoundedSemaphore
from typing import TYPE_CHECKING

from assistant.answer import Answer, AnswerPart, Message
from ui.errors import OverloadedError
from ui.holdings import Holdings

if TYPE_CHECKING:
    from assistant import Assistant

MAX_QUESTION_CHARS = 500
ROOMS = ("assistant", "ingest", "ui", "vectorstore")
LOG = logging.getLogger("zhaoda")


class Service:
    """The parts a running desk is made of; `places` questions run at once, the others wait their turn."""

    def __init__(
        self, assistant: Assistant, holdings: Holdings, *, places: int = 4, patience_s: float = 20.0
    ) -> None:
        self.assistant = assistant
        self.holdings = holdings
        self._places = BoundedSemaphore(places)
        self._patience_s = patience_s

    def ask(self, question: str, *, history: Sequence[Message] = ()) -> Answer:
        """The whole answer.

        Raises:
            OverloadedError: no place became free in time.
            AssistantError: the question cannot be answered now.
        """
        with self._place():
            return self.assistant.ask(question, history=history)

    def stream(self, question: str, *, history: Sequence[Message] = ()) -> Iterator[AnswerPart | Answer]:
        """Pieces of the answer, then the Answer; raises as `ask`."""
        with self._place():
            yield from self.assistant.stream(question, history=history)

    @contextmanager
    def _place(self) -> Iterator[None]:
        if not self._places.acquire(timeout=self._patience_s):
            raise OverloadedError("正在回答的问题太多；请过一会儿再问")
        try:
            yield
        finally:
            self._places.release()


def told(error: Exception) -> str:
    """An error as the reader sees it: ours word for word; any other is logged and named as internal."""
    if type(error).__module__.split(".")[0] in ROOMS:
        return str(error)
    LOG.error("unexpected failure", exc_info=error)
    return "系统内部出错，已记入日志；请重试，仍不行请联系管理员"
