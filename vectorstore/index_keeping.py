"""How do the derived indexes keep up with a library that is being written? Each in a thread of its own.

Making an index is work for another core than the one that writes: done between two transactions it would hold
up whoever reads files, and done at the end everybody waits for it. Neither index needs the writer to stand
still: each reads what it shows from one moment of the library and says which.
"""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from types import TracebackType
from typing import Self

from vectorstore.errors import IndexUnusable
from vectorstore.index_sync import bring_up_to_date
from vectorstore.library import Library
from vectorstore.word_sync import bring_words_up_to_date

_INDEXES = 2
_PAUSE_S = 0.2  # what was read while 500 documents' vectors were added is written in less


class IndexKeeper:
    """Brings the indexes of a writable library up to date while it is written; a context manager.

    On leaving it, no thread of it works any more.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._threads = ThreadPoolExecutor(_INDEXES, thread_name_prefix="index")
        self._working: tuple[Future[None], ...] = ()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._threads.shutdown(cancel_futures=True)

    def catch_up(self) -> None:
        """Start on what was written so far; passed over while the last time goes on.

        Raises: what the last time did, but for IndexUnusable: `finish` says it, if it still is.
        """
        if all(each.done() for each in self._working):
            self._settle()
            self._working = self._started(pause_s=_PAUSE_S)

    def finish(self) -> None:
        """Bring both indexes up to date; what was written before this call is in them on return.

        Raises: IndexUnusable; the library is whole and searchable nonetheless.
        """
        self._settle()
        for each in self._started(pause_s=0.0):  # nobody else has anything left to do
            each.result()

    def _started(self, *, pause_s: float) -> tuple[Future[None], ...]:
        words = self._threads.submit(bring_words_up_to_date, self._library)
        return words, self._threads.submit(bring_up_to_date, self._library, pause_s=pause_s)

    def _settle(self) -> None:
        for each in self._working:
            with suppress(IndexUnusable):
                each.result()
        self._working = ()
