"""How are several files read at once? Each child process has a thread of ours that feeds it and listens."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from queue import LifoQueue
from types import TracebackType
from typing import Self

from ingest.wire import Failure, Reading, Request
from ingest.worker import Worker

MOST_WORKERS = 8
Reply = Future[Reading | Failure]


class Pool:
    """Workers that read at the same time; each starts its child when it is first needed."""

    def __init__(self, workers: Sequence[Worker] = ()) -> None:
        self._workers = tuple(workers) or tuple(Worker() for _ in range(_worker_count()))
        self._idle: LifoQueue[Worker] = LifoQueue()  # a small ingest keeps to the child that is warm
        for worker in reversed(self._workers):
            self._idle.put(worker)
        self._threads = ThreadPoolExecutor(len(self._workers), thread_name_prefix="reader")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Start one child now, so that it loads while the caller does something else."""
        self._workers[0].start()

    def stop(self) -> None:
        """End the children and forget what they were to read."""
        for worker in self._workers:
            worker.close()
        self._threads.shutdown(cancel_futures=True)

    @property
    def size(self) -> int:
        """How many files are read at once."""
        return len(self._workers)

    def submit(self, requests: Sequence[Request]) -> list[Reply]:
        """The replies to come, one a request: they are read by one child, in this order."""
        replies: list[Reply] = [Future() for _ in requests]
        self._threads.submit(self._serve, requests, replies)
        return replies

    def _serve(self, requests: Sequence[Request], replies: Sequence[Reply]) -> None:
        worker = self._idle.get()
        try:
            for reply, read in zip(replies, worker.read_all(requests), strict=True):
                reply.set_result(read)
        except BaseException as error:  # the top of this thread: whoever waits must hear of it
            for reply in replies:
                if not reply.done():
                    reply.set_exception(error)
        finally:
            self._idle.put(worker)


def _worker_count() -> int:
    return max(1, min(MOST_WORKERS, os.cpu_count() or 1))
