"""The word index: what is put in is found, on disk and in memory, through every way a writer may leave it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from vectorstore_samples import EMBEDDER, record

from vectorstore.index import Filters
from vectorstore.library import Library
from vectorstore.search import Searcher
from vectorstore.word_choice import CurrentWords, Words
from vectorstore.word_index import Entry, Mark, WordIndex, open_view
from vectorstore.word_sync import bring_words_up_to_date, usable_view, words_root

EVERYTHING = Filters()
MARK = Mark(store="s", generation=1, last_id=3)


def entry(number: int, body: str, *, level: str = "public") -> Entry:
    return Entry(id=number, document_id=f"d{number}", level=level, title="", section="", body=body)


@pytest.fixture(params=["disk", "memory"])
def index(request: pytest.FixtureRequest, tmp_path: Path) -> WordIndex:
    index = WordIndex(tmp_path / "words" if request.param == "disk" else None)
    yield index
    index.close()


def ids(index: WordIndex, *terms: str, filters: Filters = EVERYTHING) -> list[int]:
    found = index.view().search(dict.fromkeys(terms, 1.0), limit=10, filters=filters)
    return [each.id for each in found]


def test_what_is_committed_is_found_and_nothing_else(index: WordIndex) -> None:
    index.add([entry(1, "集装箱码头"), entry(2, "集装箱")])
    assert ids(index, "集装") == []
    index.commit(MARK)
    assert sorted(ids(index, "集装")) == [1, 2]
    assert ids(index, "码头", "集装")[0] == 1
    assert ids(index) == [] and ids(index, "茶园") == []
    assert index.view().mark() == MARK
    assert index.view().ids() == {1, 2}


def test_what_is_removed_is_not_found_and_not_counted(index: WordIndex) -> None:
    index.add(entry(number, "集装箱") for number in range(1, 6))
    index.commit(MARK)
    index.remove([2, 4])
    index.commit()
    assert sorted(ids(index, "集装")) == [1, 3, 5]
    assert index.view().frequency("集装", exact=True) == 3
    assert index.view().mark() == MARK  # a commit without one keeps the mark
    index.clear()
    index.commit()
    assert index.view().ids() == set() and index.view().mark() is None


def test_a_view_stays_as_it_was_taken(index: WordIndex) -> None:
    index.add([entry(1, "集装箱")])
    index.commit(MARK)
    before = index.view()
    index.remove([1])
    index.commit()
    assert [each.id for each in before.search({"集装": 1.0}, limit=5, filters=EVERYTHING)] == [1]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(levels=frozenset({"internal"})), [2]),
        (Filters(documents=frozenset({"d1", "d2"}), levels=frozenset({"public"})), [1]),
        (Filters(levels=frozenset()), []),
        (Filters(documents=frozenset({"d9"})), []),
    ],
)
def test_filters_hold_inside_the_query(index: WordIndex, filters: Filters, expected: list[int]) -> None:
    index.add([entry(1, "集装箱"), entry(2, "集装箱", level="internal"), entry(3, "集装箱")])
    index.commit(MARK)
    assert ids(index, "集装", filters=filters) == expected


def test_letters_and_numbers_are_found_however_they_are_joined(index: WordIndex) -> None:
    index.add([entry(1, "搭载GPT-4的客服"), entry(2, "C919大飞机"), entry(3, "第4期")])
    index.commit(MARK)
    assert ids(index, "gpt") == [1]
    assert ids(index, "919") == [2] and ids(index, "c919") == [2]


def test_what_is_merged_when_an_index_is_closed_stays_merged(tmp_path: Path) -> None:
    for number in range(1, 10):
        index = WordIndex(tmp_path)
        index.add([entry(number, "集装箱")])
        index.commit(MARK)
        index.close()
    parts = json.loads((tmp_path / "meta.json").read_text("utf-8"))["segments"]
    assert len(parts) < 5
    view = open_view(tmp_path)
    assert view is not None and view.ids() == set(range(1, 10))


def test_an_index_of_other_terms_has_no_mark(tmp_path: Path) -> None:
    index = WordIndex(tmp_path)
    index.commit(Mark(store="s", generation=1, last_id=1, terms=0))
    index.close()
    view = open_view(tmp_path)
    assert view is not None and view.mark() is None


@pytest.fixture
def library(tmp_path: Path) -> Library:
    with Library.open(tmp_path, writable=True, embedder=EMBEDDER) as library:
        yield library


def words_of(library: Library, query: str) -> set[str]:
    hits = Searcher(library, vectors=None).search(query, k=50)
    return {hit.document.id for hit in hits}


def test_the_index_is_amended_not_made_again(library: Library) -> None:
    for number in range(6):
        library.put(record(f"d{number}", [f"集装箱码头第{number}期。"]))
    bring_words_up_to_date(library)
    made = {file.name for file in words_root(library).glob("*.term")}
    library.put(record("d1", ["采茶季用工近千人。"]))
    library.remove("d2")
    bring_words_up_to_date(library)
    assert made & {file.name for file in words_root(library).glob("*.term")}
    usable = usable_view(library, generation=library.generation)
    assert usable is not None and usable[1].generation == library.generation and usable[1].deleted
    assert words_of(library, "集装箱") == {"d0", "d3", "d4", "d5"}
    assert words_of(library, "采茶") == {"d1"}


def test_what_the_index_lacks_is_found_from_memory(library: Library) -> None:
    library.put(record("old", ["集装箱码头开工。"]))
    bring_words_up_to_date(library)
    library.put(record("new", ["集装箱航线开通。"]))
    searcher = Searcher(library, vectors=None)
    assert {hit.document.id for hit in searcher.search("集装箱")} == {"old", "new"}
    bring_words_up_to_date(library)
    assert {hit.document.id for hit in searcher.search("集装箱")} == {"old", "new"}
    library.remove("old")
    assert {hit.document.id for hit in searcher.search("集装箱")} == {"new"}


def test_frequencies_do_not_depend_on_where_a_passage_is_indexed(library: Library) -> None:
    for number in range(4):
        library.put(record(f"d{number}", ["集装箱码头开工。"]))
        if number == 1:
            bring_words_up_to_date(library)
    library.remove("d0")

    def counted() -> int:
        with library.reading() as connection:
            connection.execute("BEGIN")
            return CurrentWords(library).at(connection).frequency("集装")

    bring_words_up_to_date(library)
    assert counted() == 3
    shutil.rmtree(words_root(library))
    assert counted() == 3


def test_an_index_of_a_later_generation_or_another_library_is_not_used(
    library: Library, tmp_path: Path
) -> None:
    library.put(record("a", ["集装箱码头开工。"]))
    bring_words_up_to_date(library)
    assert usable_view(library, generation=library.generation - 1) is None
    with Library.open(tmp_path / "other", writable=True, embedder=EMBEDDER) as other:
        other.put(record("b", ["集装箱航线开通。"]))
        shutil.copytree(words_root(library), words_root(other))
        assert words_of(other, "集装箱") == {"b"}
        bring_words_up_to_date(other)
        assert words_of(other, "集装箱") == {"b"}


@pytest.mark.parametrize("damage", ["cut", "scratched", "no-folder-but-a-file"])
def test_a_damaged_index_is_done_without_and_made_again(library: Library, damage: str) -> None:
    library.put(record("a", ["集装箱码头开工。"]))
    bring_words_up_to_date(library)
    folder = words_root(library)
    if damage == "no-folder-but-a-file":
        shutil.rmtree(folder)
        folder.mkdir()
        (folder / "meta.json").write_text("{")
    for file in folder.iterdir() if damage != "no-folder-but-a-file" else ():
        size = file.stat().st_size
        file.write_bytes(b"" if damage == "cut" else b"\xff" * size)
    assert words_of(library, "集装箱") == {"a"}
    library.put(record("b", ["集装箱航线开通。"]))
    bring_words_up_to_date(library)
    assert words_of(library, "集装箱") == {"a", "b"}


@pytest.mark.parametrize(
    "query", ["前三季度签约多少", "1-9月签约多少", "一至九月签约多少", "前九个月签约多少"]
)
def test_one_stretch_of_the_year_is_found_however_it_is_written(library: Library, query: str) -> None:
    others = ["上半年新签约项目。", "前三名签约，第四季度开工，共九个月。", "9月1日签约。"]
    for name, body in zip("abc", others, strict=True):
        library.put(record(name, [body]))
    library.put(record("d", ["2024年1—9月新签约项目。"]))
    bring_words_up_to_date(library)
    assert Searcher(library, vectors=None).search(query, k=1)[0].passage.document_id == "d"


def test_what_is_newer_than_the_index_is_not_behind_all_that_is_in_it() -> None:
    old, new = WordIndex(), WordIndex()
    old.add([entry(number, "集装箱码头") for number in range(1, 121)])
    new.add([entry(121, "集装箱码头第121号")])
    old.commit()
    new.commit()
    words = Words(generation=1, disk=old.view(), exact=False, recent=new.view())
    found = words.search({"集装": 1.0}, limit=250, filters=EVERYTHING)
    assert 121 in found[:2]
    assert sorted(found) == list(range(1, 122))
    old.close()
    new.close()
