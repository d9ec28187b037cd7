"""How is a library saved to one file, and brought back from it? SQLite's own online copy, whoever reads or
writes."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from vectorstore.errors import BackupUnusable, StoreNotEmpty, StoreUnusable, VectorStoreError
from vectorstore.library import Library
from vectorstore.library_lock import lock_for_writing
from vectorstore.library_schema import FILE_NAME, connect, is_empty, require_known


def backup(library: Library, file: Path) -> None:
    """Copy the library, as it stands at one moment, into `file`; an older backup there is replaced when done.

    Raises: BackupUnusable if the file cannot be written.
    """
    draft = file.with_name(f"{file.name}.part")
    try:
        draft.unlink(missing_ok=True)
        with library.reading() as source, closing(sqlite3.connect(draft)) as target:
            source.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")
        draft.replace(file)
    except (OSError, sqlite3.Error) as error:
        draft.unlink(missing_ok=True)
        raise BackupUnusable(file, cause=error) from error


def restore(store: Path, file: Path) -> None:
    """Make a library in the folder `store` from the backup `file`; the next writer rebuilds the vector index.

    Raises: StoreNotEmpty if documents are there already, BackupUnusable, StoreBusy, StoreTooNew,
        StoreUnusable.
    """
    try:
        store.mkdir(parents=True, exist_ok=True)
        with lock_for_writing(store), _opened_backup(file) as source:
            target = store / FILE_NAME
            if _holds_documents(target, store=store):
                raise StoreNotEmpty(store)
            shutil.rmtree(store / "chroma", ignore_errors=True)  # it shows another library
            for suffix in ("", "-wal", "-shm"):
                target.with_name(target.name + suffix).unlink(missing_ok=True)
            draft = store / f"{FILE_NAME}.part"
            draft.unlink(missing_ok=True)
            with closing(sqlite3.connect(draft)) as copy:
                source.backup(copy)
            draft.replace(target)
    except OSError as error:
        raise StoreUnusable(store, cause=error) from error


def _opened_backup(file: Path) -> closing[sqlite3.Connection]:
    if not file.is_file():
        raise BackupUnusable(file, cause="文件不存在")
    connection = sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)
    try:
        if is_empty(connection):
            raise BackupUnusable(file, cause="文件是空的")
        [answer] = connection.execute("PRAGMA quick_check(1)").fetchone()
        if answer != "ok":
            raise BackupUnusable(file, cause=answer)
        require_known(connection, file)
    except sqlite3.Error as error:
        connection.close()
        raise BackupUnusable(file, cause=error) from error
    except VectorStoreError:
        connection.close()
        raise
    return closing(connection)


def _holds_documents(file: Path, *, store: Path) -> bool:
    """True unless the store is new or empty; a file that cannot be read is not ours to overwrite either."""
    if not file.is_file():
        return False
    try:
        with closing(connect(file, writable=False)) as connection:
            if is_empty(connection):
                return False
            require_known(connection, store)
            return connection.execute("SELECT 1 FROM documents LIMIT 1").fetchone() is not None
    except sqlite3.Error:
        return True
