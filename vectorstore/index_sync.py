"""Does the vector index on disk show what the library holds, and how is it brought there?

The library counts its changes of vectors and lists the documents the index does not show yet (the dirty
mark). The index carries a stamp: which library, which count, which folder. It is taken away before the
first change and written again after the last, so a stamp that fits means a folder that was finished. For
everything else, a missing folder, another library, a killed writer, searches scan the library itself, and
the next writer rebuilds into a new folder.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass
from pathlib import Path

from vectorstore.chroma import ChromaIndex
from vectorstore.errors import IndexUnusable
from vectorstore.index import Fillable
from vectorstore.library import DocumentVectors, Library

_STAMP = "stamp.json"

OnProgress = Callable[[int, int], None]
"""Called with the number of documents done and the number to do."""
OpenIndex = Callable[[Path], AbstractContextManager[Fillable]]
"""Opens the index in a folder, to be filled: in this process or in another."""


@dataclass(frozen=True, kw_only=True)
class Stamp:
    """What a finished index shows: the library's identity, its count of vector changes, the folder's name."""

    store: str
    vectors: int
    folder: str


def index_root(library: Library) -> Path:
    """Where the library's index folders lie."""
    return library.store / "chroma"


def current_stamp(library: Library) -> Stamp | None:
    """The stamp of an index that shows all the library holds, or None if there is no such index."""
    stamp = _read_stamp(library)
    if stamp is None or stamp.vectors != int(library.meta("vectors")):
        return None
    return stamp if (index_root(library) / stamp.folder).is_dir() else None


def bring_up_to_date(
    library: Library, *, on_progress: OnProgress | None = None, open_index: OpenIndex = ChromaIndex
) -> None:
    """Make the index show what the writable `library` holds; does nothing if it does.

    Changed documents only, where the index was finished before; otherwise, or if that fails, all into a new
    folder.

    Raises: IndexUnusable if even a new folder cannot be filled.
    """
    stamp = current_stamp(library)
    if stamp is None:
        try:
            stamp = _remade(library, on_progress=on_progress, open_index=open_index)
        except OSError as error:
            raise IndexUnusable(index_root(library), cause=error) from error
    _mark_clean(library, upto=stamp.vectors)


def _remade(library: Library, *, on_progress: OnProgress | None, open_index: OpenIndex) -> Stamp:
    """The stamp of the index; its count is read first: what is written meanwhile may be in it, uncounted."""
    stamp = _read_stamp(library)
    root = index_root(library)
    (root / _STAMP).unlink(missing_ok=True)
    goal = int(library.meta("vectors"))
    folder = _amended(library, stamp, open_index)
    if folder is None:
        folder = root / f"{goal}-{os.urandom(4).hex()}"
        root.mkdir(parents=True, exist_ok=True)
        with open_index(folder) as index:
            index.add(_all(library, on_progress), fresh=True)
    stamp = Stamp(store=library.meta("store"), vectors=goal, folder=folder.name)
    _write_stamp(root, stamp)
    for old in root.iterdir():
        if old.is_dir() and old != folder:
            shutil.rmtree(old, ignore_errors=True)
    return stamp


def rebuild(library: Library, *, on_progress: OnProgress | None = None) -> None:
    """Make the index anew from the writable `library`, whatever its stamp says.

    Raises: IndexUnusable.
    """
    (index_root(library) / _STAMP).unlink(missing_ok=True)
    bring_up_to_date(library, on_progress=on_progress)


def _amended(library: Library, stamp: Stamp | None, open_index: OpenIndex) -> Path | None:
    """The finished folder with the changed documents brought in, or None if a rebuild is needed."""
    if stamp is None or stamp.vectors != int(library.meta("synced")):
        return None
    folder = index_root(library) / stamp.folder
    changed = _changed(library)
    if not folder.is_dir() or 2 * len(changed) > library.document_count():
        return None
    try:
        with open_index(folder) as index:
            index.remove(changed)
            index.add(library.vectors(changed), fresh=True)
    except IndexUnusable:
        return None
    return folder


def _all(library: Library, on_progress: OnProgress | None) -> Iterator[DocumentVectors]:
    """The vectors of every document; whoever waits is told how far they are."""
    total = library.document_count() if on_progress else 0
    for done, document in enumerate(library.vectors(), start=1):
        yield document
        if on_progress:
            on_progress(done, total)


def _changed(library: Library) -> list[str]:
    with library.reading() as connection:
        return [row["document_id"] for row in connection.execute("SELECT document_id FROM changes")]


def _mark_clean(library: Library, *, upto: int) -> None:
    """What was changed since that count stays dirty."""
    with library.reading() as connection:
        query = "SELECT 1 FROM changes WHERE generation <= ? LIMIT 1"
        dirty = connection.execute(query, (upto,)).fetchone() is not None
    if int(library.meta("synced")) == upto and not dirty:
        return
    with library.writing() as connection:
        connection.execute("DELETE FROM changes WHERE generation <= ?", (upto,))
        connection.execute("UPDATE meta SET value = ? WHERE key = 'synced'", (str(upto),))


def _read_stamp(library: Library) -> Stamp | None:
    try:
        fields = json.loads((index_root(library) / _STAMP).read_text("utf-8"))
        stamp = Stamp(
            store=fields["store"], vectors=int(fields["vectors"]), folder=Path(fields["folder"]).name
        )
    except (OSError, ValueError, TypeError, KeyError):
        return None
    return stamp if stamp.store == library.meta("store") else None


def _write_stamp(root: Path, stamp: Stamp) -> None:
    """All of it or nothing, and after the folder's own files."""
    draft = root / f"{_STAMP}.new"
    with draft.open("w", encoding="utf-8") as file:
        json.dump(asdict(stamp), file)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(root / _STAMP)
