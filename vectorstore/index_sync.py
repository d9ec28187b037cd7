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
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from vectorstore.chroma import ChromaIndex
from vectorstore.errors import IndexUnusable
from vectorstore.library import DocumentVectors, Library

_STAMP = "stamp.json"

OnProgress = Callable[[int, int], None]
"""Called with the number of documents done and the number to do."""


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
    library: Library, *, on_progress: OnProgress | None = None, pause_s: float = 0.0
) -> None:
    """Make the index show what the writable `library` holds; does nothing if it does.

    Changed documents only, where the index was finished before; otherwise, or if that fails, all into a new
    folder. While vectors are added Chroma keeps every other thread of Python waiting: with `pause_s` those
    have so many seconds after every few hundred documents.

    Raises: IndexUnusable if even a new folder cannot be filled.
    """
    stamp = current_stamp(library)
    if stamp is None:
        try:
            stamp = _remade(library, on_progress=on_progress, pause_s=pause_s)
        except OSError as error:
            raise IndexUnusable(index_root(library), cause=error) from error
    _mark_clean(library, upto=stamp.vectors)


def _remade(library: Library, *, on_progress: OnProgress | None, pause_s: float) -> Stamp:
    """The stamp of the index; its count is read first: what is written meanwhile may be in it, uncounted."""
    stamp = _read_stamp(library)
    root = index_root(library)
    (root / _STAMP).unlink(missing_ok=True)
    goal = int(library.meta("vectors"))
    supply = _Supply(library=library, on_progress=on_progress, pause_s=pause_s)
    folder = _amended(library, stamp, supply) or _rebuilt(library, goal=goal, supply=supply)
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


def _amended(library: Library, stamp: Stamp | None, supply: _Supply) -> Path | None:
    """The finished folder with the changed documents brought in, or None if a rebuild is needed."""
    if stamp is None or stamp.vectors != int(library.meta("synced")):
        return None
    folder = index_root(library) / stamp.folder
    changed = _changed(library)
    if not folder.is_dir() or 2 * len(changed) > library.document_count():
        return None
    try:
        with ChromaIndex(folder) as index:
            index.remove(changed)
            index.add(supply.unhurried(library.vectors(changed)), fresh=True)
    except IndexUnusable:
        return None
    return folder


def _rebuilt(library: Library, *, goal: int, supply: _Supply) -> Path:
    root = index_root(library)
    root.mkdir(parents=True, exist_ok=True)
    folder = root / f"{goal}-{os.urandom(4).hex()}"
    with ChromaIndex(folder) as index:
        index.add(supply.unhurried(supply.counted()), fresh=True)
    return folder


@dataclass(frozen=True, kw_only=True)
class _Supply:
    """The vectors of a library on their way into an index."""

    library: Library
    on_progress: OnProgress | None
    pause_s: float

    def counted(self) -> Iterator[DocumentVectors]:
        """All of them; whoever waits is told how far they are."""
        total = self.library.document_count() if self.on_progress else 0
        for done, document in enumerate(self.library.vectors(), start=1):
            yield document
            if self.on_progress:
                self.on_progress(done, total)

    def unhurried(self, documents: Iterable[DocumentVectors]) -> Iterator[DocumentVectors]:
        """The documents, with a pause after every few hundred."""
        for number, document in enumerate(documents, start=1):
            yield document
            if self.pause_s and number % _BETWEEN_PAUSES == 0:
                time.sleep(self.pause_s)


_BETWEEN_PAUSES = 500  # documents, as many as the index takes in at a time


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
