"""Does the word index show what the library holds, and how is it brought there?

Row ids of passages are never used twice, so the two are compared by their ids alone: what the library holds
and the index lacks is added, what the index holds and the library lacks is taken out. That mends any state a
killed or forgotten writer may leave. The mark inside the index says which generation it shows; one of another
library, of a later generation (a backup was restored) or of other terms is made again.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from vectorstore.errors import IndexUnusable
from vectorstore.index_sync import OnProgress
from vectorstore.library import Library
from vectorstore.word_index import Entry, Mark, WordIndex, WordView, open_view

_AT_ONCE = 500  # passages read from the library in one go
_COMMIT_EVERY = 20_000  # passages: the most that a kill can cost

_ENTRIES = (
    "SELECT p.id, p.document_id, d.level, d.title, p.section, p.text "
    "FROM passages p JOIN documents d ON d.id = p.document_id WHERE p.id IN ({}) ORDER BY p.id"
)


def words_root(library: Library) -> Path:
    """Where the library's word index lies."""
    return library.store / "words"


def usable_view(library: Library, *, generation: int) -> tuple[WordView, Mark] | None:
    """The index on disk with its mark, if it shows this library as it was at `generation` or before."""
    try:
        view = open_view(words_root(library))
        mark = view.mark() if view else None
    except IndexUnusable:
        return None
    if view is None or mark is None or mark.store != library.meta("store") or mark.generation > generation:
        return None
    return view, mark


def bring_words_up_to_date(library: Library, *, on_progress: OnProgress | None = None) -> None:
    """Make the word index show what the writable `library` holds; does nothing if it does.

    Raises: IndexUnusable if even a new index cannot be filled.
    """
    generation = library.generation
    usable = usable_view(library, generation=generation)
    if usable is None:
        rebuild_words(library, on_progress=on_progress)
        return
    view, mark = usable
    if mark.generation == generation:
        return
    try:
        _amend(library, view, replace(mark, generation=generation), on_progress=on_progress)
    except IndexUnusable:
        rebuild_words(library, on_progress=on_progress)


def rebuild_words(library: Library, *, on_progress: OnProgress | None = None) -> None:
    """Make the word index anew from the writable `library`.

    Raises: IndexUnusable.
    """
    folder, generation = words_root(library), library.generation
    try:
        if folder.exists():
            shutil.rmtree(folder)
    except OSError as error:
        raise IndexUnusable(folder, cause=error) from error
    index = WordIndex(folder)
    try:
        held = passage_ids(library)
        shows = Mark(store=library.meta("store"), generation=generation, last_id=max(held, default=0))
        _write(library, index, held, shows=shows, on_progress=on_progress)
    finally:
        index.close()


def passage_ids(library: Library, *, after: int = 0) -> list[int]:
    """The row ids of the library's passages beyond `after`, in order."""
    with library.reading() as connection:
        return [
            row[0] for row in connection.execute("SELECT id FROM passages WHERE id > ? ORDER BY id", (after,))
        ]


def entries(connection: sqlite3.Connection, ids: Sequence[int]) -> Iterator[Entry]:
    """What the index holds, or should hold, of these passages, in the order of their ids."""
    for at in range(0, len(ids), _AT_ONCE):
        wanted = ",".join(map(str, ids[at : at + _AT_ONCE]))
        for row in connection.execute(_ENTRIES.format(wanted)).fetchall():
            yield Entry(
                id=row["id"], document_id=row["document_id"], level=row["level"], title=row["title"],
                section=row["section"], body=row["text"],
            )  # fmt: skip


def _amend(library: Library, view: WordView, mark: Mark, *, on_progress: OnProgress | None) -> None:
    """Bring the index to the generation of `mark`."""
    held, shown = passage_ids(library), view.ids()
    gone = shown - set(held)
    if 2 * len(gone) > len(shown):  # frequencies count what was taken out until a merge: better without it
        rebuild_words(library, on_progress=on_progress)
        return
    index = WordIndex(words_root(library))
    try:
        index.remove(gone)
        _write(
            library,
            index,
            [each for each in held if each not in shown],
            shows=replace(mark, last_id=max(held, default=0), deleted=mark.deleted or bool(gone)),
            on_progress=on_progress,
        )
    finally:
        index.close()


def _write(
    library: Library,
    index: WordIndex,
    ids: Sequence[int],
    *,
    shows: Mark,
    on_progress: OnProgress | None,
) -> None:
    """Add `ids`, part by part, each part with a mark of its own: what is done stays done.

    With the last of them the index shows what `shows` says: every passage of the library up to that row id as
    of a generation that was read before `ids` were, for somebody may be writing.
    """
    for at in range(0, max(1, len(ids)), _COMMIT_EVERY):
        part = ids[at : at + _COMMIT_EVERY]
        last = at + _COMMIT_EVERY >= len(ids)
        with library.reading() as connection:
            index.add(entries(connection, part))
        # A part's mark is of no generation yet: readers take the rest from the library.
        index.commit(shows if last else replace(shows, generation=0, last_id=part[-1]))
        if on_progress:
            on_progress(min(at + _COMMIT_EVERY, len(ids)), len(ids))
