"""Health: what is broken is told in Chinese and mended from the truth; backups come back whole."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from fakes_embedding import BigramEmbedder
from vectorstore_samples import EMBEDDER, SENTENCES, record

from vectorstore.backup import backup, restore
from vectorstore.build import refresh_index
from vectorstore.errors import BackupUnusable, EmbedderChanged, StoreNotEmpty
from vectorstore.health import check
from vectorstore.index import Filters
from vectorstore.index_choice import ChosenIndex
from vectorstore.index_sync import index_root
from vectorstore.library import Library
from vectorstore.repair import repair
from vectorstore.search import Searcher
from vectorstore.word_index import WordIndex, open_view
from vectorstore.word_sync import words_root


def filled(store: Path) -> Library:
    library = Library.open(store, writable=True, embedder=EMBEDDER)
    for number in range(5):
        library.put(record(f"d{number}", [f"{s}第{number}号" for s in SENTENCES], title="一季度通报"))
    refresh_index(library)
    return library


def unsound(library: Library) -> set[str]:
    return {finding.topic for finding in check(library) if not finding.sound}


def _sql(*statements: str) -> Callable[[Library], None]:
    def harm(library: Library) -> None:
        with library.writing() as connection:
            for statement in statements:
                connection.execute(statement)

    return harm


def _forget_some_words(library: Library) -> None:
    view = open_view(words_root(library))
    assert view is not None
    index = WordIndex(words_root(library))
    index.remove([min(view.ids())])
    index.commit(view.mark())
    index.close()


def _scratch_the_words(library: Library) -> None:
    for file in words_root(library).iterdir():
        if file.suffix in {".term", ".idx", ".fast", ".store"}:
            file.write_bytes(b"\xff" * file.stat().st_size)


def test_a_sound_library_is_called_sound_with_its_counts(tmp_path: Path) -> None:
    with filled(tmp_path) as library:
        findings = list(check(library))
        assert [finding for finding in findings if not finding.sound] == []
        assert any("文件 5 份，段落 20 段，数据 5 条，项目 5 个" in finding.message for finding in findings)


def test_an_empty_library_is_sound(tmp_path: Path) -> None:
    with Library.open(tmp_path, writable=True, embedder=EMBEDDER) as library:
        assert unsound(library) == set()


@pytest.mark.parametrize(
    ("harm", "topic"),
    [
        pytest.param(lambda library: shutil.rmtree(words_root(library)), "lexical", id="words-lost"),
        pytest.param(lambda library: library.put(record("new")), "lexical", id="words-behind"),
        pytest.param(_forget_some_words, "lexical", id="words-missing"),
        pytest.param(_scratch_the_words, "lexical", id="words-damaged"),
        pytest.param(lambda library: shutil.rmtree(index_root(library)), "index", id="index-lost"),
        pytest.param(lambda library: library.put(record("new")), "index", id="index-behind"),
        pytest.param(_sql("DELETE FROM vectors WHERE document_id = 'd2'"), "vectors", id="vectors-lost"),
        pytest.param(_sql("UPDATE vectors SET matrix = x'0000'"), "vectors", id="vectors-cut"),
    ],
)
def test_what_is_derived_is_mended(tmp_path: Path, harm: Callable[[Library], None], topic: str) -> None:
    with filled(tmp_path) as library:
        harm(library)
        assert topic in unsound(library)
        steps: list[tuple[int, int]] = []
        repair(library, on_progress=lambda done, total: steps.append((done, total)))
        assert unsound(library) == set()
        assert steps and steps[-1][0] == steps[-1][1]


def test_a_quote_that_left_its_place_is_told(tmp_path: Path) -> None:
    with filled(tmp_path) as library:
        _sql("UPDATE documents SET text = '改' || text WHERE id = 'd3'")(library)
        [finding] = [finding for finding in check(library) if finding.topic == "offsets"]
        assert not finding.sound and "d3.txt" in finding.message


def test_a_damaged_page_of_the_file_is_told(tmp_path: Path) -> None:
    with filled(tmp_path) as library, library.reading() as connection:
        root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'figures'").fetchone()[0]
    file = tmp_path / "library.sqlite3"
    content = bytearray(file.read_bytes())
    content[(root - 1) * 4096 : root * 4096] = b"\xff" * 4096
    file.write_bytes(content)
    with Library.open(tmp_path, embedder=EMBEDDER) as library:
        finding = next(iter(check(library)))
    assert finding.topic == "file" and not finding.sound and "zhaoda restore" in finding.message


def test_repair_embeds_again_for_another_model(tmp_path: Path) -> None:
    other = BigramEmbedder(dimension=64)
    with filled(tmp_path):
        pass
    with pytest.raises(EmbedderChanged):
        Library.open(tmp_path, embedder=other)
    with Library.open(tmp_path, writable=True, embedder=other, accept_embedder=True) as library:
        assert "embedder" in unsound(library)
        repair(library)
        assert unsound(library) == set()
    with Library.open(tmp_path, embedder=other) as library:
        near = ChosenIndex(library).query(
            other.embed_queries([f"{SENTENCES[1]}第2号"])[0], k=1, filters=Filters()
        )
        assert (near[0].document_id, near[0].ordinal) == ("d2", 1)


def test_repair_changes_no_result(tmp_path: Path) -> None:
    with filled(tmp_path) as library:
        before = Searcher(library, vectors=ChosenIndex(library)).search("签约项目和税收奖励")
        repair(library)
        assert Searcher(library, vectors=ChosenIndex(library)).search("签约项目和税收奖励") == before


def test_a_backup_comes_back_whole_and_searchable(tmp_path: Path) -> None:
    with filled(tmp_path / "store") as library:
        backup(library, tmp_path / "saved.zhaoda")
        expected = [library.document(f"d{number}") for number in range(5)]
        hits = Searcher(library, vectors=ChosenIndex(library)).search("税收奖励")
    restore(tmp_path / "new", tmp_path / "saved.zhaoda")
    with Library.open(tmp_path / "new", writable=True, embedder=EMBEDDER) as library:
        assert [library.document(f"d{number}") for number in range(5)] == expected
        assert Searcher(library, vectors=ChosenIndex(library)).search("税收奖励") == hits
        refresh_index(library)
        assert unsound(library) == set()
    assert not list(tmp_path.glob("*.part"))


def test_a_backup_may_be_taken_while_a_writer_writes(tmp_path: Path) -> None:
    store = tmp_path / "store"
    with (
        filled(store) as writer,
        Library.open(store, embedder=EMBEDDER) as reader,
        writer.writing() as connection,
    ):
        connection.execute("DELETE FROM figures")
        backup(reader, tmp_path / "saved")
    restore(tmp_path / "new", tmp_path / "saved")
    with Library.open(tmp_path / "new", embedder=EMBEDDER) as library:
        assert len(library.figures()) == 5


def test_restore_never_overwrites_documents_but_fills_an_empty_store(tmp_path: Path) -> None:
    with filled(tmp_path / "store") as library:
        backup(library, tmp_path / "saved")
    with pytest.raises(StoreNotEmpty, match="不能覆盖"):
        restore(tmp_path / "store", tmp_path / "saved")
    with Library.open(tmp_path / "empty", writable=True, embedder=EMBEDDER):
        pass
    restore(tmp_path / "empty", tmp_path / "saved")
    with Library.open(tmp_path / "empty", embedder=EMBEDDER) as library:
        assert len(library.documents()) == 5


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda file: None, id="missing"),
        pytest.param(lambda file: file.write_bytes(b""), id="empty"),
        pytest.param(lambda file: file.write_bytes(b"%PDF-1.7" * 999), id="no-database"),
    ],
)
def test_what_is_no_backup_is_refused_and_leaves_nothing(
    tmp_path: Path, make: Callable[[Path], object]
) -> None:
    make(tmp_path / "file")
    with pytest.raises(BackupUnusable, match="备份"):
        restore(tmp_path / "new", tmp_path / "file")
    assert not (tmp_path / "new" / "library.sqlite3").exists()
