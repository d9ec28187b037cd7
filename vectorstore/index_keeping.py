"""How do the derived indexes keep up with a library that is being written? Each in a thread of its own.

Making an index is work for another core than the one that writes: done between two transactions it would hold
up whoever reads files, and done at the end everybody waits for it. Chroma is filled in a process of its own
where there is much to do. Neither index needs the writer to stand still: each reads what it shows from one
moment of the library and says which.
"""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from types import TracebackType
from typing import Self

from vectorstore.chroma import ChromaIndex
from vectorstore.chroma_process import ChromaProcess
from vectorstore.errors import IndexUnusable
from vectorstore.index_sync import OpenIndex, bring_up_to_date
from vectorstore.library import Library
from vectorstore.word_sync import bring_words_up_to_date

_INDEXES = 2


class IndexKeeper:
    """Brings the indexes of a writable library up to date while it is written; a context manager.

    On leaving it, no thread of it works any more.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._threads = ThreadPoolExecutor(_INDEXES, thread_name_prefix="index")
        self._chroma = ChromaProcess()
        self._working: tuple[Future[None], ...] = ()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._threads.shutdown(cancel_futures=True)
        self._chroma.close()

    def catch_up(self) -> None:
        """Start on what was written so far; passed over while the last time goes on.

        Raises: what the last time did, but for IndexUnusable: `finish` says it, if it still is.
        """
        if all(each.done() for each in self._working):
            self._settle()
            self._working = self._started(self._chroma.open)

    def finish(self) -> None:
        """Bring both indexes up to date; what was written before this call is in them on return.

        Raises: IndexUnusable; the library is whole and searchable nonetheless.
        """
        self._settle()
        # For a few files nobody waits until a process has started.
        for each in self._started(self._chroma.open if self._chroma.is_running else ChromaIndex):
            each.result()

    def _started(self, open_index: OpenIndex) -> tuple[Future[None], ...]:
        words = self._threads.submit(bring_words_up_to_date, self._library)
        return words, self._threads.submit(bring_up_to_date, self._library, open_index=open_index)

    def _settle(self) -> None:
        for each in self._working:
            with suppress(IndexUnusable):
                each.result()
        self._working = ()
