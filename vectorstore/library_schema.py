"""What do the library's tables look like, and is a file one of ours?"""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from vectorstore.errors import InvalidRecord, StoreBusy, StoreDamaged, StoreTooNew, StoreTooOld, StoreUnusable

FILE_NAME = "library.sqlite3"
VERSION = 4
_APPLICATION = 0x7A68616F  # "zhao"

_PAGES = """
CREATE TABLE pages (
    document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL, number INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    width REAL NOT NULL, height REAL NOT NULL,
    PRIMARY KEY (document_id, ordinal)
) WITHOUT ROWID;

-- One blob a document: where its lines are printed (vectorstore/boxes.py).
CREATE TABLE boxes (
    document_id TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE, packed BLOB NOT NULL
) WITHOUT ROWID;
"""
_TABLES = f"""{_PAGES}
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE originals (sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL);

-- The text comes last: listing documents never reads its pages.
CREATE TABLE documents (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, title TEXT NOT NULL, publisher TEXT NOT NULL,
    published TEXT NOT NULL, published_basis TEXT NOT NULL, reference_date TEXT NOT NULL,
    number TEXT NOT NULL, level TEXT NOT NULL, url TEXT NOT NULL, source TEXT NOT NULL,
    sha256 TEXT NOT NULL, parameters TEXT NOT NULL, original TEXT REFERENCES originals (sha256),
    chars INTEGER NOT NULL, text TEXT NOT NULL
);
CREATE INDEX documents_by_level ON documents (level, chars);
CREATE INDEX documents_by_source ON documents (source);
CREATE INDEX documents_by_original ON documents (original);

CREATE TABLE blocks (
    document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL, kind TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    level INTEGER NOT NULL,
    PRIMARY KEY (document_id, ordinal)
) WITHOUT ROWID;

-- Ids are never used twice: a stale entry of the lexical index must not point at a new passage.
CREATE TABLE passages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    section TEXT NOT NULL, page INTEGER, places TEXT NOT NULL, text TEXT NOT NULL,
    UNIQUE (document_id, ordinal)
);

-- One blob a document: its passages' vectors in order, float16, little-endian.
CREATE TABLE vectors (
    document_id TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    level TEXT NOT NULL, matrix BLOB NOT NULL
);

CREATE TABLE figures (
    document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL, subject TEXT NOT NULL, metric TEXT NOT NULL, value TEXT NOT NULL,
    unit TEXT NOT NULL, quote TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    raw TEXT NOT NULL, raw_start INTEGER NOT NULL, qualifier TEXT NOT NULL, period TEXT NOT NULL,
    period_basis TEXT NOT NULL, modality TEXT NOT NULL, is_growth INTEGER NOT NULL,
    threshold TEXT NOT NULL, place TEXT NOT NULL, certain INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (document_id, ordinal)
) WITHOUT ROWID;

CREATE TABLE projects (
    document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL, name TEXT NOT NULL, quote TEXT NOT NULL, start INTEGER NOT NULL,
    "end" INTEGER NOT NULL, aliases TEXT NOT NULL, investor TEXT NOT NULL, place TEXT NOT NULL,
    investment TEXT, investment_unit TEXT NOT NULL, stage TEXT NOT NULL, industry TEXT NOT NULL,
    output TEXT NOT NULL, date TEXT NOT NULL,
    PRIMARY KEY (document_id, ordinal)
) WITHOUT ROWID;

-- Documents whose vectors the derived index does not show yet: while a row is here, it is dirty.
CREATE TABLE changes (document_id TEXT PRIMARY KEY, generation INTEGER NOT NULL) WITHOUT ROWID;
"""
# What turns a file of each earlier version into the next one.
_UPGRADES = {
    1: f"""
ALTER TABLE pages RENAME TO pages_1;
{_PAGES}
INSERT INTO pages SELECT document_id, number, number, start, "end", 0, 0 FROM pages_1;
DROP TABLE pages_1;
""",
    2: "ALTER TABLE figures ADD COLUMN certain INTEGER NOT NULL DEFAULT 1;",
    # Words are found by an index beside the file (vectorstore/word_index.py).
    3: "DROP TABLE IF EXISTS lexical_terms; DROP TABLE IF EXISTS lexical;",
}

# Not part of the format: a store without them answers the same, later.
_INDEXES = """
CREATE INDEX IF NOT EXISTS passages_by_places ON passages (places, document_id);
CREATE INDEX IF NOT EXISTS figures_by_subject ON figures (subject);
CREATE INDEX IF NOT EXISTS figures_by_place ON figures (place);
CREATE INDEX IF NOT EXISTS documents_by_date ON documents (reference_date, level);
"""


def connect(file: Path, *, writable: bool) -> sqlite3.Connection:
    """A connection in autocommit mode; transactions are begun and ended by hand."""
    connection = sqlite3.connect(
        f"{file.resolve().as_uri()}?mode={'rwc' if writable else 'ro'}",
        uri=True,
        timeout=10,
        isolation_level=None,
        check_same_thread=False,
    )
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA cache_size = -32000")
    if not writable:  # who writes goes through the whole file once, and would count all of it as its memory
        connection.execute("PRAGMA mmap_size = 2147418112")
    else:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        # Rows of a document go all over the file: what several transactions touch is then written back once.
        connection.execute("PRAGMA wal_autocheckpoint = 8000")
    return connection


def create(connection: sqlite3.Connection) -> None:
    """Write the empty tables in one transaction, so that a kill leaves either nothing or all of them."""
    connection.executescript(
        f"BEGIN IMMEDIATE; {_TABLES} {_INDEXES}"
        f"INSERT INTO meta VALUES ('store', '{uuid.uuid4().hex}'), ('generation', '0'), ('vectors', '0'),"
        " ('synced', '0'), ('embedder', ''), ('dimension', '0');"
        f"PRAGMA application_id = {_APPLICATION}; PRAGMA user_version = {VERSION}; COMMIT;"
    )


def add_indexes(connection: sqlite3.Connection) -> None:
    """Bring the indexes of a store that an earlier version made up to ours."""
    connection.executescript(f"BEGIN IMMEDIATE; {_INDEXES} COMMIT;")


def is_empty(connection: sqlite3.Connection) -> bool:
    """True when no table was written yet: a new file, or one whose creation was cut short."""
    return connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is None


def require_known(connection: sqlite3.Connection, store: Path) -> None:
    """Refuse a file of another program or of a later version.

    Raises: StoreDamaged, StoreTooNew.
    """
    if connection.execute("PRAGMA application_id").fetchone()[0] != _APPLICATION:
        raise StoreDamaged(store, cause="不是招答的资料库")
    found = connection.execute("PRAGMA user_version").fetchone()[0]
    if found > VERSION:
        raise StoreTooNew(store, found=found, known=VERSION)


def require_current(connection: sqlite3.Connection, store: Path) -> None:
    """Refuse a file that only a writer can bring up to date.

    Raises: StoreTooOld.
    """
    if connection.execute("PRAGMA user_version").fetchone()[0] < VERSION:
        raise StoreTooOld(store)


def upgrade(connection: sqlite3.Connection) -> None:
    """Bring the tables of an earlier version up to date, one transaction a step; nothing is lost."""
    for version in range(connection.execute("PRAGMA user_version").fetchone()[0], VERSION):
        connection.executescript(
            f"BEGIN IMMEDIATE; {_UPGRADES[version]} PRAGMA user_version = {version + 1}; COMMIT;"
        )


@contextmanager
def translated(store: Path) -> Iterator[None]:
    """Re-raise SQLite's errors as ours.

    Raises: StoreBusy, StoreDamaged, StoreUnusable, InvalidRecord.
    """
    try:
        yield
    except sqlite3.IntegrityError as error:
        raise InvalidRecord(f"{store}: the record contradicts itself ({error})") from error
    except sqlite3.OperationalError as error:
        if "locked" in str(error) or "busy" in str(error):
            raise StoreBusy(store) from error
        raise StoreUnusable(store, cause=error) from error
    except sqlite3.DatabaseError as error:
        raise StoreDamaged(store, cause=error) from error
