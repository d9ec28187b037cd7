"""Who may touch the library's file, and on which connection?

Readers borrow: each call takes an idle connection or opens one, so that threads never share. The one writer
holds the store's lock for as long as it lives.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import IO

from vectorstore.errors import StoreMissing, StoreUnusable
from vectorstore.library_lock import lock_for_writing
from vectorstore.library_schema import (
    FILE_NAME,
    add_indexes,
    connect,
    create,
    is_empty,
    require_current,
    require_known,
    translated,
    upgrade,
)


class Connections:
    """The open connections of one library.

    Raises: StoreMissing, StoreBusy (within 2 s), StoreDamaged, StoreTooNew, StoreTooOld,
        StoreUnusable.
    """

    def __init__(self, store: Path, *, writable: bool) -> None:
        self._store = store
        self._file = store / FILE_NAME
        self._idle: list[sqlite3.Connection] = []
        self._writer: sqlite3.Connection | None = None
        self._one_at_a_time = Lock()
        self._lock = _held_lock(store) if writable else None
        try:
            self._open()
        except BaseException:
            self.close()
            raise

    @property
    def writable(self) -> bool:
        return self._lock is not None

    def close(self) -> None:
        """Give back connections and the writer's lock; harmless when done twice."""
        writer = [self._writer] if self._writer else []
        for connection in (*self._idle, *writer):
            connection.close()
        self._idle.clear()
        self._writer = None
        if self._lock is not None:
            self._lock.close()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Borrow a connection that cannot write; nobody else uses it meanwhile.

        Raises: StoreDamaged, StoreUnusable.
        """
        with translated(self._store):
            try:
                connection = self._idle.pop()
            except IndexError:
                connection = connect(self._file, writable=False)
            try:
                yield connection
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                self._idle.append(connection)

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: committed at the end, rolled back if anything is raised.

        Raises: StoreDamaged, StoreUnusable.
        """
        with self._one_at_a_time, translated(self._store):
            if self._writer is None:
                raise StoreUnusable(self._store, cause="以只读方式打开")
            self._writer.execute("BEGIN IMMEDIATE")
            try:
                yield self._writer
                self._writer.execute("COMMIT")
            except BaseException:
                if self._writer.in_transaction:
                    self._writer.execute("ROLLBACK")
                raise

    def _open(self) -> None:
        with translated(self._store):
            if self.writable:
                self._writer = connect(self._file, writable=True)
                if is_empty(self._writer):
                    create(self._writer)
                require_known(self._writer, self._store)
                upgrade(self._writer)
                add_indexes(self._writer)
            elif not self._file.is_file():
                raise StoreMissing(self._store)
        with self.reading() as connection:
            if is_empty(connection):
                raise StoreMissing(self._store)
            require_known(connection, self._store)
            require_current(connection, self._store)


def _held_lock(store: Path) -> IO[str]:
    """The store's folder, made if need be, and its held lock."""
    try:
        store.mkdir(parents=True, exist_ok=True)
        return lock_for_writing(store)
    except OSError as error:
        raise StoreUnusable(store, cause=error) from error
