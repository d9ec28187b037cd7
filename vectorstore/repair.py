"""How is all that is derived of a library made again from the truth?"""

from __future__ import annotations

from vectorstore.embedding_text import text_to_embed
from vectorstore.index_sync import OnProgress, rebuild
from vectorstore.library import Library
from vectorstore.library_rows import packed
from vectorstore.library_writing import note_embedder, touch_vectors
from vectorstore.word_sync import rebuild_words


def repair(library: Library, *, on_progress: OnProgress | None = None) -> None:
    """Make all that is derived anew from the writable `library`: both indexes, and vectors if they must be.

    `library` may be open with `accept_embedder`. A kill leaves a library that can be repaired again.

    Raises: IndexUnusable, StoreUnusable, StoreDamaged.
    """
    _embed_again(library, on_progress=on_progress)
    rebuild_words(library, on_progress=on_progress)
    rebuild(library, on_progress=on_progress)


def has_all_vectors(library: Library) -> bool:
    """Whether each passage has a vector of the length that the library is kept with."""
    row_bytes = 2 * int(library.meta("dimension"))
    with library.reading() as connection:
        lacking = connection.execute(
            "SELECT d.id FROM documents d LEFT JOIN vectors v ON v.document_id = d.id WHERE v.matrix IS NULL "
            "OR length(v.matrix) != ? * (SELECT count(*) FROM passages p WHERE p.document_id = d.id) LIMIT 1",
            (row_bytes,),
        ).fetchone()
    return lacking is None


def _embed_again(library: Library, *, on_progress: OnProgress | None) -> None:
    """All vectors in one transaction: a kill leaves the old ones, never a mixture."""
    if library.meta("embedder") == library.embedder.name and has_all_vectors(library):
        return
    documents = library.documents()
    with library.writing() as connection:
        for done, document in enumerate(documents, start=1):
            texts = [text_to_embed(passage) for passage in library.passages(document.id)]
            connection.execute(
                "INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)",
                (document.id, document.level, packed(library.embedder.embed_documents(texts))),
            )
            if on_progress:
                on_progress(done, len(documents))
        note_embedder(connection, library.embedder)
        touch_vectors(connection, [document.id for document in documents])
