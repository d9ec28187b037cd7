"""The library: what is put comes back exactly, whole or not at all, and nobody overwrites anybody."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from fakes_embedding import BigramEmbedder
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from vectorstore_samples import EMBEDDER, SENTENCES, record

from vectorstore.document import Boxes
from vectorstore.errors import (
    EmbedderChanged,
    InvalidRecord,
    NoSuchDocument,
    StoreBusy,
    StoreDamaged,
    StoreMissing,
    StoreTooNew,
    StoreTooOld,
    StoreUnusable,
    VectorStoreError,
)
from vectorstore.health import check
from vectorstore.library import Fingerprint, Library


def opened(store: Path, *, writable: bool = True) -> Library:
    return Library.open(store, writable=writable, embedder=EMBEDDER)


def test_what_is_put_comes_back_exactly(tmp_path: Path) -> None:
    given_record = record(
        "a", title="一季度签约", level="internal", places=[("即墨区",), (), (), ("黄岛区",)]
    )
    with opened(tmp_path) as library:
        library.put(replace(given_record, original=b"\x00raw"))
    with opened(tmp_path, writable=False) as library:
        assert library.document("a") == given_record.document
        assert tuple(library.passages("a")) == given_record.passages
        assert tuple(library.figures()) == given_record.figures
        assert tuple(library.projects()) == given_record.projects
        assert library.project_names() == [(row.name, *row.aliases) for row in given_record.projects]
        assert str(library.figures()[0].value) == "152.660"  # as printed, not as a float
        assert library.original("a") == b"\x00raw"
        bare = replace(given_record.document, text="", pages=(), blocks=(), boxes=Boxes())
        assert library.documents() == [bare]
        [stored] = library.vectors()
        assert stored.level == "internal"
        np.testing.assert_allclose(stored.matrix, given_record.vectors, atol=1e-3)


def test_putting_again_replaces_wholly(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        library.put(record("a", original=b"first"))
        second = record("a", SENTENCES[:1], original=b"second")
        library.put(second)
        assert tuple(library.passages("a")) == second.passages
        assert len(library.figures()) == 1
        assert library.original("a") == b"second"
        with library.reading() as connection:
            assert connection.execute("SELECT count(*) FROM originals").fetchone()[0] == 1


def test_two_documents_of_the_same_bytes_keep_them_until_both_are_gone(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        library.put(record("a", original=b"same"))
        library.put(record("b", original=b"same"))
        library.remove("a")
        assert library.original("b") == b"same"
        assert [document.id for document in library.documents()] == ["b"]
        assert library.figures() == [*record("b").figures]


def test_rename_shows_everywhere(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        library.put(record("a"))
        library.rename("a", source="elsewhere/新.txt", name="新.txt")
        assert library.document("a").name == library.figures()[0].document == "新.txt"
        assert library.projects()[0].document == "新.txt"
        expected = Fingerprint(
            document_id="a", source="elsewhere/新.txt", name="新.txt", sha256="sha-a", parameters="v1"
        )
        assert library.fingerprints() == [expected]


def test_documents_are_found_by_a_word_of_their_title_or_name(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        library.put(record("a", title="重点项目清单"))
        library.put(record("清单b", title="招商简报"))
        library.put(record("c", title="招商简报"))
        assert library.entitled(("名单", "清单")) == {"a", "清单b"}
        assert library.entitled(()) == frozenset()


def test_generation_grows_with_every_write_of_any_process(tmp_path: Path) -> None:
    with opened(tmp_path) as writer, opened(tmp_path, writable=False) as reader:
        seen = [reader.generation]
        for write in (
            lambda: writer.put(record("a")),
            lambda: writer.rename("a", source="s", name="n"),
            lambda: writer.remove("a"),
        ):
            write()
            seen.append(reader.generation)
        assert seen == sorted(set(seen))


@pytest.mark.parametrize("levels", [frozenset({"public"}), frozenset({"internal", "secret"}), frozenset()])
def test_levels_hold_for_every_list(tmp_path: Path, levels: frozenset[str]) -> None:
    with opened(tmp_path) as library:
        for level in ("public", "internal", "secret"):
            library.put(record(level, level=level))
        assert {document.level for document in library.documents(levels=levels)} == levels
        assert {figure.document_id for figure in library.figures(levels=levels)} == levels
        assert {project.document_id for project in library.projects(levels=levels)} == levels
        assert len(library.project_names(levels=levels)) == len(library.projects(levels=levels))
        assert library.entitled({".txt"}, levels=levels) == levels


@pytest.mark.parametrize(
    "broken",
    [
        pytest.param(lambda r: replace(r, vectors=r.vectors[:1]), id="too-few-vectors"),
        pytest.param(lambda r: replace(r, vectors=r.vectors * np.nan), id="not-finite"),
        pytest.param(lambda r: replace(r, passages=r.passages[::-1]), id="ordinals"),
        pytest.param(lambda r: replace(r, figures=record("b").figures), id="figure-of-another-document"),
        pytest.param(
            lambda r: replace(r, passages=(replace(r.passages[0], text="别的"), *r.passages[1:])),
            id="not-verbatim",
        ),
    ],
)
def test_a_record_that_contradicts_itself_is_refused_and_nothing_changes(tmp_path: Path, broken) -> None:
    with opened(tmp_path) as library:
        library.put(record("a"))
        before = library.generation
        with pytest.raises(InvalidRecord):
            library.put(broken(record("a")))
        assert library.generation == before and len(library.passages("a")) == len(SENTENCES)


def test_a_second_writer_is_refused_in_chinese_within_two_seconds_and_readers_are_not(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        library.put(record("a"))
        began = time.monotonic()
        with pytest.raises(StoreBusy, match="正在写入"):
            opened(tmp_path)
        assert time.monotonic() - began < 2
        with library.writing(), opened(tmp_path, writable=False) as reader:  # in the middle of a write
            assert len(reader.passages("a")) == len(SENTENCES)
    with opened(tmp_path):
        pass


def test_another_process_is_refused_too(tmp_path: Path) -> None:
    code = (
        "import sys; sys.path[:0] = sys.argv[2:]\n"
        "from pathlib import Path; from vectorstore_samples import EMBEDDER\n"
        "from vectorstore.errors import StoreBusy; from vectorstore.library import Library\n"
        "try: Library.open(Path(sys.argv[1]), writable=True, embedder=EMBEDDER)\n"
        "except StoreBusy: sys.exit(7)\n"
    )
    with opened(tmp_path):
        done = subprocess.run([sys.executable, "-c", code, str(tmp_path), *sys.path], check=False)
    assert done.returncode == 7


def _truncate(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:9000])


def _overwrite(file: Path) -> None:
    file.write_bytes(b"not a database at all" * 400)


def _foreign(file: Path) -> None:
    file.unlink()
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE t (x)")
    connection.close()


def _newer(file: Path) -> None:
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA user_version = 99")
    connection.close()


@pytest.mark.parametrize(
    ("harm", "error", "says"),
    [
        pytest.param(Path.unlink, StoreMissing, "zhaoda ingest", id="missing"),
        pytest.param(_truncate, StoreDamaged, "zhaoda restore", id="truncated"),
        pytest.param(_overwrite, StoreDamaged, "zhaoda restore", id="overwritten"),
        pytest.param(_foreign, StoreDamaged, "不是招答", id="foreign"),
        pytest.param(_newer, StoreTooNew, "升级", id="newer"),
        pytest.param(lambda file: file.write_bytes(b""), StoreMissing, "zhaoda ingest", id="never-created"),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path: Path, harm, error: type[VectorStoreError], says: str) -> None:
    with opened(tmp_path) as library:
        library.put(record("a"))
    harm(tmp_path / "library.sqlite3")
    with pytest.raises(error, match=says), opened(tmp_path, writable=False) as library:
        library.document("a")


def _as_version_1(file: Path) -> None:
    """The tables as the first version wrote them."""
    connection = sqlite3.connect(file)
    connection.executescript(
        """
        ALTER TABLE pages RENAME TO newer;
        CREATE TABLE pages (
            document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
            number INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
            PRIMARY KEY (document_id, number)
        ) WITHOUT ROWID;
        INSERT INTO pages SELECT document_id, number, start, "end" FROM newer;
        DROP TABLE newer; DROP TABLE boxes; ALTER TABLE figures DROP COLUMN certain;
        PRAGMA user_version = 1;
        """
    )
    connection.close()


def test_a_store_of_an_earlier_version_is_brought_up_to_date_by_a_writer(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        library.put(record("a"))
    old = replace(record("a").document, boxes=Boxes())
    _as_version_1(tmp_path / "library.sqlite3")
    with pytest.raises(StoreTooOld, match="zhaoda doctor --repair"):
        opened(tmp_path, writable=False)
    with opened(tmp_path) as library:
        assert library.document("a") == old
        library.put(record("b"))
    with opened(tmp_path, writable=False) as library:
        assert [library.document("a"), library.document("b")] == [old, record("b").document]


def test_a_reader_creates_nothing(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing):
        opened(tmp_path / "nowhere", writable=False)
    assert list(tmp_path.iterdir()) == []


def test_a_reader_cannot_write(tmp_path: Path) -> None:
    with opened(tmp_path):
        pass
    with opened(tmp_path, writable=False) as reader, pytest.raises(StoreUnusable, match="只读"):
        reader.remove("a")


@pytest.mark.parametrize("call", [Library.document, Library.original])
def test_an_unknown_document_is_named(tmp_path: Path, call) -> None:
    with opened(tmp_path) as library, pytest.raises(NoSuchDocument, match="没有"):
        call(library, "nothing")
    with opened(tmp_path) as library, pytest.raises(NoSuchDocument):
        library.remove("nothing")


@pytest.mark.parametrize("writable", [True, False])
def test_another_embedder_is_refused_once_there_are_vectors(tmp_path: Path, writable: bool) -> None:
    other = BigramEmbedder(dimension=64)
    with opened(tmp_path):
        pass
    with Library.open(tmp_path, writable=True, embedder=other):  # an empty store takes any
        pass
    with opened(tmp_path) as library:
        library.put(record("a"))
    with pytest.raises(EmbedderChanged, match="zhaoda doctor --repair"):
        Library.open(tmp_path, writable=writable, embedder=other)
    with Library.open(tmp_path, embedder=other, accept_embedder=True) as library:
        assert library.document("a").text


def test_a_reader_serves_many_threads(tmp_path: Path) -> None:
    with opened(tmp_path) as writer:
        for number in range(8):
            writer.put(record(f"d{number}"))
        with opened(tmp_path, writable=False) as reader, ThreadPoolExecutor(8) as pool:
            calls = [pool.submit(reader.document, f"d{number % 8}") for number in range(200)]
            for number in range(20):
                writer.put(record(f"d{number % 8}"))
            assert {call.result().text for call in calls} == {"\n".join(SENTENCES)}


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 3)), max_size=8))
def test_any_run_of_writes_leaves_what_the_last_ones_said(
    tmp_path: Path, writes: list[tuple[str, int]]
) -> None:
    """Each write puts a document of n sentences, or removes it where n is 0."""
    expected: dict[str, int] = {}
    with opened(tmp_path) as library:
        for document in library.documents():
            library.remove(document.id)
        for name, size in writes:
            if size:
                library.put(record(name, SENTENCES[:size]))
                expected[name] = size
            elif name in expected:
                library.remove(name)
                del expected[name]
        assert {d.id: len(library.passages(d.id)) for d in library.documents()} == expected
        assert library.passage_count() == sum(expected.values())


def test_of_several_documents_written_together_a_bad_one_costs_only_itself(tmp_path: Path) -> None:
    with Library.open(tmp_path, writable=True, embedder=EMBEDDER) as library:
        library.put(record("b", title="旧"))
        good, bad = record("a"), record("b", title="新")
        twice = replace(bad.figures[0], document_id="a")
        broken = replace(bad, figures=(twice,))
        refused = library.put_all([good, broken, record("c")])
        assert set(refused) == {"b"}
        assert [document.id for document in library.documents()] == ["a", "b", "c"]
        assert [each.title for each in library.headings(["b", "none"])] == ["旧"]
        assert {f.topic for f in check(library) if not f.sound} <= {"index", "lexical"}
