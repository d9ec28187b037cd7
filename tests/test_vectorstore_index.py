"""Vector indexes: one contract for the exact one and for Chroma, and a search that never fails for either."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from vectorstore_samples import EMBEDDER, SENTENCES, record

from vectorstore.chroma import ChromaIndex
from vectorstore.errors import IndexUnusable
from vectorstore.index import ExactIndex, Filters, Near, Vector, VectorIndex
from vectorstore.index_choice import ChosenIndex, opens_in_child
from vectorstore.index_sync import bring_up_to_date, current_stamp, index_root, rebuild
from vectorstore.library import DocumentVectors, Library

EVERYTHING = Filters()


@pytest.fixture(params=["exact", "chroma"])
def index(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[VectorIndex]:
    if request.param == "exact":
        yield ExactIndex()
        return
    with ChromaIndex(tmp_path / "index") as chroma:
        yield chroma


def document(document_id: str, *rows: list[float], level: str = "public") -> DocumentVectors:
    matrix = np.array(rows, dtype=np.float32).reshape(len(rows), -1)
    lengths = np.linalg.norm(matrix, axis=1, keepdims=True)
    return DocumentVectors(
        document_id=document_id, level=level, matrix=matrix / np.where(lengths == 0, np.float32(1), lengths)
    )


def vector(*values: float) -> Vector:
    return document("", list(values)).matrix[0]


def keys(near: list[Near]) -> list[tuple[str, int]]:
    return [(each.document_id, each.ordinal) for each in near]


def test_the_nearest_come_first_with_their_cosine(index: VectorIndex) -> None:
    index.add([document("a", [1, 0, 0], [1, 1, 0]), document("b", [0, 1, 0])])
    near = index.query(vector(1, 0, 0), k=3, filters=EVERYTHING)
    assert keys(near) == [("a", 0), ("a", 1)]  # at a right angle is not near
    assert [each.similarity for each in near] == pytest.approx([1.0, 0.7071], abs=1e-3)
    assert index.count() == 3


def test_an_empty_index_finds_nothing(index: VectorIndex) -> None:
    assert index.query(vector(1, 0), k=5, filters=EVERYTHING) == []
    assert index.count() == 0
    index.remove(["nothing"])


def test_what_says_nothing_is_neither_stored_nor_found(index: VectorIndex) -> None:
    index.add([document("a", [0, 0], [1, 0])])
    assert index.count() == 1
    assert keys(index.query(vector(1, 0), k=5, filters=EVERYTHING)) == [("a", 1)]
    assert index.query(vector(0, 0), k=5, filters=EVERYTHING) == []


def test_adding_again_replaces_wholly(index: VectorIndex) -> None:
    index.add([document("a", [1, 0], [1, 0.1], [1, 0.2])])
    index.add([document("a", [0, 1])])
    assert index.count() == 1
    assert keys(index.query(vector(1, 1), k=5, filters=EVERYTHING)) == [("a", 0)]


def test_removed_documents_are_gone(index: VectorIndex) -> None:
    index.add([document("a", [1, 0]), document("b", [1, 0])])
    index.remove(["a", "unknown"])
    assert keys(index.query(vector(1, 0), k=5, filters=EVERYTHING)) == [("b", 0)]


@pytest.mark.parametrize("k", [0, -1, 1, 2, 99])
def test_at_most_k_come_back(index: VectorIndex, k: int) -> None:
    index.add([document("a", [1, 0], [1, 0.1], [1, 0.2])])
    assert len(index.query(vector(1, 0), k=k, filters=EVERYTHING)) == max(0, min(k, 3))


def test_ties_are_ordered_by_document_and_ordinal(index: VectorIndex) -> None:
    index.add([document(name, [1, 0], [1, 0]) for name in "cab"])
    expected = [(name, ordinal) for name in "abc" for ordinal in (0, 1)]
    assert keys(index.query(vector(1, 0), k=6, filters=EVERYTHING)) == expected


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        pytest.param(Filters(), {"p", "i", "s"}, id="all"),
        pytest.param(Filters(levels=frozenset({"public"})), {"p"}, id="level"),
        pytest.param(Filters(levels=frozenset({"public", "secret"})), {"p", "s"}, id="levels"),
        pytest.param(Filters(documents=frozenset({"i", "s"})), {"i", "s"}, id="documents"),
        pytest.param(
            Filters(levels=frozenset({"secret"}), documents=frozenset({"i", "s"})), {"s"}, id="both"
        ),
        pytest.param(Filters(levels=frozenset()), set(), id="no-level"),
        pytest.param(Filters(documents=frozenset()), set(), id="no-document"),
        pytest.param(Filters(levels=frozenset({"other"})), set(), id="unknown-level"),
    ],
)
def test_filters_hold_inside_the_query(index: VectorIndex, filters: Filters, expected: set[str]) -> None:
    index.add([document("p", *[[1, 0]] * 30)])
    index.add([document("i", [1, 0.5], level="internal"), document("s", [1, 0.9], level="secret")])
    found = index.query(vector(1, 0), k=32, filters=filters)
    assert {each.document_id for each in found} == expected
    if "p" not in expected and expected:  # nearer ones that are not allowed take nobody's place
        assert len(index.query(vector(1, 0), k=1, filters=filters)) == 1


@settings(max_examples=40)
@given(
    matrix=arrays(np.float32, (12, 4), elements=st.integers(-3, 3)),
    asked=arrays(np.float32, (4,), elements=st.integers(-3, 3)),
    k=st.integers(1, 15),
)
def test_the_exact_index_is_a_sort_by_cosine(matrix: Vector, asked: Vector, k: int) -> None:
    documents = [document("a", *matrix[:5].tolist()), document("b", *matrix[5:].tolist())]
    query = document("", asked.tolist()).matrix[0]
    every = [
        (-float(row @ query), each.document_id, ordinal)
        for each in documents
        for ordinal, row in enumerate(each.matrix)
    ]
    near = ExactIndex.of(documents).query(query, k=k, filters=EVERYTHING)
    assert [-each.similarity for each in near] == pytest.approx(
        [min(0.0, max(-1.0, distance)) for distance, _, _ in sorted(every) if distance < 0][:k], abs=1e-6
    )


def filled(store: Path, count: int = 4) -> Library:
    library = Library.open(store, writable=True, embedder=EMBEDDER)
    for number in range(count):
        level = "internal" if number % 2 else "public"
        library.put(record(f"d{number}", [f"{s}第{number}号" for s in SENTENCES], level=level))
    return library


def asked(text: str = SENTENCES[0]) -> Vector:
    return EMBEDDER.embed_queries([text])[0]


def found(library: Library, preference: str, filters: Filters = EVERYTHING) -> list[Near]:
    chosen = ChosenIndex(library, preference=preference)  # type: ignore[arg-type]
    try:
        return chosen.query(asked(), k=6, filters=filters)
    finally:
        chosen.close()


def same(left: list[Near], right: list[Near]) -> bool:
    return keys(left) == keys(right) and [n.similarity for n in left] == pytest.approx(
        [n.similarity for n in right], abs=1e-5
    )


@pytest.mark.parametrize("filters", [EVERYTHING, Filters(levels=frozenset({"public"}))])
def test_chroma_brought_up_to_date_finds_what_the_exact_scan_finds(tmp_path: Path, filters: Filters) -> None:
    with filled(tmp_path) as library:
        assert current_stamp(library) is None
        bring_up_to_date(library)
        assert current_stamp(library) is not None
        assert same(found(library, "chroma", filters), found(library, "exact", filters))


def _put(library: Library) -> None:
    library.put(record("new", ["即墨区一季度新签约项目三十三个。"]))


def _remove(library: Library) -> None:
    library.remove("d0")


def _delete_folder(library: Library) -> None:
    shutil.rmtree(index_root(library))


def _delete_stamp(library: Library) -> None:
    (index_root(library) / "stamp.json").unlink()


def _other_store(library: Library) -> None:
    stamp = index_root(library) / "stamp.json"
    stamp.write_text(json.dumps(json.loads(stamp.read_text()) | {"store": "another"}))


def _garbage_stamp(library: Library) -> None:
    (index_root(library) / "stamp.json").write_text('{"store": 1')


def _damage(library: Library) -> None:
    for file in index_root(library).rglob("*"):
        if file.is_file() and file.name != "stamp.json":
            file.write_bytes(b"\xff" * 100)


HARMS = [_put, _remove, _delete_folder, _delete_stamp, _other_store, _garbage_stamp, _damage]


@pytest.mark.parametrize("harm", HARMS, ids=[each.__name__.strip("_") for each in HARMS])
def test_a_stale_missing_or_damaged_index_costs_nothing_and_the_next_writer_mends_it(
    tmp_path: Path, harm: Callable[[Library], None]
) -> None:
    with filled(tmp_path) as library:
        bring_up_to_date(library)
        harm(library)
        expected = found(library, "exact")
        assert len(expected) == 6
        assert same(found(library, "chroma"), expected)
        (rebuild if harm is _damage else bring_up_to_date)(library)
        stamp = current_stamp(library)
        assert stamp is not None
        with ChromaIndex(index_root(library) / stamp.folder) as index:
            assert same(index.query(asked(), k=6, filters=EVERYTHING), expected)
            assert index.count() == library.passage_count()


def test_only_changed_documents_are_brought_in(tmp_path: Path) -> None:
    with filled(tmp_path, count=6) as library:
        bring_up_to_date(library)
        before = current_stamp(library)
        library.put(record("d1", SENTENCES[:1]))
        library.remove("d2")
        bring_up_to_date(library)
        after = current_stamp(library)
        assert before is not None and after is not None and before.folder == after.folder
        assert same(found(library, "chroma"), found(library, "exact"))


def test_a_rename_leaves_the_index_current(tmp_path: Path) -> None:
    with filled(tmp_path) as library:
        bring_up_to_date(library)
        library.rename("d0", source="s", name="n")
        assert current_stamp(library) is not None


def test_a_reader_that_is_open_sees_what_another_process_wrote(tmp_path: Path) -> None:
    with filled(tmp_path) as library:
        bring_up_to_date(library)
    code = (
        "import sys; sys.path[:0] = sys.argv[2:]\n"
        "from pathlib import Path; from vectorstore_samples import EMBEDDER, record\n"
        "from vectorstore.library import Library; from vectorstore.index_sync import bring_up_to_date\n"
        "with Library.open(Path(sys.argv[1]), writable=True, embedder=EMBEDDER) as library:\n"
        "    library.put(record('zz', ['即墨区一季度新签约亿元以上项目32个，总投资152.66亿元。']))\n"
        "    bring_up_to_date(library)\n"
    )
    with Library.open(tmp_path, embedder=EMBEDDER) as reader:
        chosen = ChosenIndex(reader, preference="chroma")
        assert ("zz", 0) not in keys(chosen.query(asked(), k=6, filters=EVERYTHING))
        subprocess.run([sys.executable, "-c", code, str(tmp_path), *sys.path], check=True)
        assert current_stamp(reader) is not None
        assert keys(chosen.query(asked(), k=6, filters=EVERYTHING))[0] == ("zz", 0)
        chosen.close()


def test_the_child_tells_an_index_that_opens_from_one_that_does_not(tmp_path: Path) -> None:
    with ChromaIndex(tmp_path / "good") as index:
        index.add([document("a", [1, 0])])
    assert opens_in_child(tmp_path / "good")
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "chroma.sqlite3").write_bytes(b"\xff" * 5000)
    assert not opens_in_child(tmp_path / "bad")
    with pytest.raises(IndexUnusable, match="doctor --repair"):
        ChromaIndex(tmp_path / "bad")


def test_small_stores_are_searched_without_importing_chroma(tmp_path: Path) -> None:
    with filled(tmp_path):
        pass
    code = (
        "import sys; sys.path[:0] = sys.argv[2:]\n"
        "from pathlib import Path; from vectorstore_samples import EMBEDDER\n"
        "from vectorstore.library import Library; from vectorstore.index_choice import ChosenIndex\n"
        "from vectorstore.search import Searcher\n"
        "with Library.open(Path(sys.argv[1]), embedder=EMBEDDER) as library:\n"
        "    hits = Searcher(library, vectors=ChosenIndex(library)).search('签约项目')\n"
        "sys.exit('chromadb' in sys.modules or not hits)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path), *sys.path], check=False)
    assert done.returncode == 0
