"""The derived indexes keep up with a library that is being written, whatever moment they look at it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from vectorstore_samples import EMBEDDER, record

from vectorstore.chroma import ChromaIndex
from vectorstore.errors import IndexUnusable
from vectorstore.health import check
from vectorstore.index_keeping import IndexKeeper
from vectorstore.index_sync import bring_up_to_date, current_stamp, index_root
from vectorstore.library import Library
from vectorstore.search import Searcher
from vectorstore.word_sync import bring_words_up_to_date, usable_view, words_root


def put(library: Library, number: int) -> None:
    library.put(
        record(f"d{number}", [f"集装箱码头第{number}期开工，货主共{number}家。", "采茶季用工近千人。"])
    )


def dirty(library: Library) -> set[str]:
    with library.reading() as connection:
        return {row[0] for row in connection.execute("SELECT document_id FROM changes")}


class Interrupted(Library):
    """A library in which somebody writes right after a value of its book-keeping was read so many times."""

    meanwhile: Callable[[], None] | None = None
    key: str = ""
    times: int = 1

    def meta(self, key: str) -> str:
        told = super().meta(key)
        if self.meanwhile is not None and key == self.key:
            self.times -= 1
            if not self.times:
                write, self.meanwhile = self.meanwhile, None
                write()
        return told


@pytest.fixture
def library(tmp_path: Path) -> Interrupted:
    with Interrupted.open(tmp_path, writable=True, embedder=EMBEDDER) as library:
        yield library


@pytest.mark.parametrize("again", [False, True], ids=["made", "amended"])
def test_what_is_written_while_the_vectors_are_brought_in_stays_to_be_done(
    library: Interrupted, again: bool
) -> None:
    for number in range(4):
        put(library, number)
    if again:
        bring_up_to_date(library)
        put(library, 1)
    # The count that the index will show is read first, after the one that a finished index is compared with.
    library.key, library.times, library.meanwhile = "vectors", 2 if again else 1, lambda: put(library, 7)
    bring_up_to_date(library)
    assert current_stamp(library) is None and "d7" in dirty(library)
    bring_up_to_date(library)
    stamp = current_stamp(library)
    assert stamp is not None and not dirty(library)
    with ChromaIndex(index_root(library) / stamp.folder) as index:
        assert index.count() == library.passage_count()


@pytest.mark.parametrize("again", [False, True], ids=["made", "amended"])
def test_what_is_written_while_the_words_are_brought_in_is_not_counted_as_shown(
    library: Interrupted, again: bool
) -> None:
    put(library, 1)
    if again:
        bring_words_up_to_date(library)
        put(library, 2)
    library.key, library.meanwhile = "store", lambda: put(library, 7)
    bring_words_up_to_date(library)
    usable = usable_view(library, generation=library.generation)
    assert usable is not None and usable[1].generation < library.generation
    found = Searcher(library, vectors=None).search("货主共7家", k=1)
    assert [hit.document.id for hit in found] == ["d7"]
    bring_words_up_to_date(library)
    usable = usable_view(library, generation=library.generation)
    assert usable is not None and usable[1].generation == library.generation


def test_indexes_follow_a_library_that_is_being_filled(library: Interrupted) -> None:
    with IndexKeeper(library) as keeper:
        for number in range(60):
            put(library, number)
            if number % 7 == 0:
                keeper.catch_up()
            if number % 20 == 19:
                library.remove(f"d{number - 3}")
        keeper.finish()
        assert current_stamp(library) is not None and not dirty(library)
    assert [finding.message for finding in check(library) if not finding.sound] == []


def test_an_index_that_cannot_be_made_is_told_at_the_end(library: Interrupted) -> None:
    put(library, 1)
    words_root(library).write_text("a file where the folder should be")
    with IndexKeeper(library) as keeper:
        keeper.catch_up()
        put(library, 2)
        with pytest.raises(IndexUnusable):
            keeper.finish()
    assert [hit.document.id for hit in Searcher(library, vectors=None).search("货主共2家", k=1)] == ["d2"]
