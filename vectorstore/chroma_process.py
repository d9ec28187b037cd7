"""How is Chroma filled beside a process that has other things to do? By a child process of its own.

While vectors are added Chroma keeps every other thread of its process waiting, a third of a second for a
thousand passages; whoever reads files and writes the library meanwhile stood still. A crash of it costs the
child alone.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from itertools import islice
from pathlib import Path
from typing import BinaryIO, Literal, cast

from vectorstore.child_environment import importing_alike
from vectorstore.chroma import ChromaIndex
from vectorstore.errors import IndexUnusable
from vectorstore.index import Fillable
from vectorstore.library import DocumentVectors

_DOCUMENTS = 500  # in one order
_PATIENCE_S = 10  # for a child that has nothing left to do to end

_Verb = Literal["open", "add", "add fresh", "remove", "close"]
_Give = Callable[[_Verb, object], None]


class ChromaProcess:
    """Fills one folder after the other in a child process, which starts with the first; a context manager.

    For one thread at a time.
    """

    def __init__(self) -> None:
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> ChromaProcess:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def is_running(self) -> bool:
        """Whether a child was started and lives."""
        return self._child is not None and self._child.poll() is None

    @contextmanager
    def open(self, folder: Path) -> Iterator[Fillable]:
        """The index in `folder`, to be filled; on leaving, all of it is on disk.

        Raises: IndexUnusable, from here and from every method.
        """
        give = partial(self._give, folder)
        give("open", str(folder))
        try:
            yield _Filling(give)
        except BaseException:
            if self.is_running:
                with suppress(IndexUnusable):
                    give("close", None)
            raise
        give("close", None)

    def close(self) -> None:
        """End the child, if there is one, after what it is about."""
        child, self._child = self._child, None
        if child is None:
            return
        with suppress(OSError):  # the pipe to a dead child cannot be flushed
            cast(BinaryIO, child.stdin).close()
        try:
            child.wait(_PATIENCE_S)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
        cast(BinaryIO, child.stdout).close()

    def _give(self, folder: Path, verb: _Verb, what: object) -> None:
        """Have the child do something; returns when it is done."""
        try:
            child = self._running()
            orders, replies = cast(BinaryIO, child.stdin), cast(BinaryIO, child.stdout)
            pickle.dump((verb, what), orders)
            orders.flush()
            cause = pickle.load(replies)
        except (OSError, EOFError, pickle.UnpicklingError) as error:
            self.close()
            raise IndexUnusable(folder, cause="写入索引的进程意外退出") from error
        if cause is not None:
            raise IndexUnusable(folder, cause=cause)

    def _running(self) -> subprocess.Popen[bytes]:
        if self._child is None:
            self._child = subprocess.Popen(
                [sys.executable, "-P", "-c", "from vectorstore.chroma_process import serve; serve()"],
                env=importing_alike(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        return self._child


class _Filling:
    """The index that is open in the child."""

    def __init__(self, give: _Give) -> None:
        self._give = give

    def add(self, documents: Iterable[DocumentVectors], *, fresh: bool = False) -> None:
        pending = iter(documents)
        while batch := list(islice(pending, _DOCUMENTS)):
            self._give("add fresh" if fresh else "add", batch)

    def remove(self, document_ids: Collection[str]) -> None:
        self._give("remove", list(document_ids))


def serve() -> None:
    """Do what standard input says until it closes, as it does when whoever started us dies."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides when to stop
    orders, replies = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 1)  # what a library prints is no reply
    index: ChromaIndex | None = None
    while True:
        try:
            verb, what = pickle.load(orders)
        except EOFError:
            return
        cause = None
        try:
            index = _done(index, verb, what)
        except IndexUnusable as error:
            cause = error.cause
        pickle.dump(cause, replies)
        replies.flush()


def _done(index: ChromaIndex | None, verb: _Verb, what: object) -> ChromaIndex | None:
    """Carry out an order; the index that is open after it."""
    if verb == "open":
        return ChromaIndex(Path(cast(str, what)))
    if index is not None:
        match verb:
            case "close":
                index.close()
                return None
            case "remove":
                index.remove(cast("list[str]", what))
            case _:
                index.add(cast("list[DocumentVectors]", what), fresh=verb == "add fresh")
    return index
