"""A child process fills Chroma as this process would, and costs nothing but its index when it dies."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from vectorstore_samples import EMBEDDER, record

from vectorstore.chroma import ChromaIndex
from vectorstore.chroma_process import ChromaProcess
from vectorstore.errors import IndexUnusable
from vectorstore.index import Filters
from vectorstore.index_keeping import IndexKeeper
from vectorstore.index_sync import bring_up_to_date, current_stamp, index_root
from vectorstore.library import DocumentVectors, Library

QUESTION = EMBEDDER.embed_queries(["三号码头扩建"])[0]


def documents(texts: dict[str, str]) -> list[DocumentVectors]:
    return [
        DocumentVectors(document_id=name, level="public", matrix=EMBEDDER.embed_documents([text]))
        for name, text in texts.items()
    ]


FIRST = documents({"a": "三号码头扩建开工。", "b": "采茶季用工近千人。", "c": "一号码头货主三十家。"})
SECOND = documents({"a": "码头停工待料。", "d": "三号码头扩建延期。"})


@pytest.fixture
def process() -> Iterator[ChromaProcess]:
    with ChromaProcess() as process:
        yield process


def found(folder: Path) -> list[tuple[str, int]]:
    with ChromaIndex(folder) as index:
        near = index.query(QUESTION, k=9, filters=Filters())
        return [(each.document_id, round(1000 * each.similarity)) for each in near]


def test_it_fills_as_this_process_does(process: ChromaProcess, tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    for folder, open_index in ((here, ChromaIndex), (there, process.open)):
        with open_index(folder) as index:
            index.add(FIRST, fresh=True)
        with open_index(folder) as index:
            index.remove(["b"])
            index.add(SECOND)
    assert found(there) == found(here) and {name for name, _ in found(there)} == {"a", "c", "d"}


def test_what_goes_wrong_in_it_is_told_here_and_it_goes_on(process: ChromaProcess, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(IndexUnusable, match="向量索引不可用"), process.open(tmp_path / "file"):
        pass
    wrong = DocumentVectors(document_id="w", level="public", matrix=np.ones((1, 3), dtype=np.float32))
    with pytest.raises(IndexUnusable), process.open(tmp_path / "one") as index:
        index.add(FIRST)
        index.add([wrong])
    with process.open(tmp_path / "two") as index:
        index.add(FIRST)
    assert process.is_running and len(found(tmp_path / "two")) > 0


def test_a_killed_child_costs_the_index_alone_and_the_next_one_makes_it(
    process: ChromaProcess, tmp_path: Path
) -> None:
    with Library.open(tmp_path, writable=True, embedder=EMBEDDER) as library:
        library.put(record("a", ["三号码头扩建开工。"]))
        with pytest.raises(IndexUnusable, match="意外退出"), process.open(tmp_path / "x") as index:
            assert process._child is not None
            os.kill(process._child.pid, signal.SIGKILL)
            process._child.wait()
            index.add(FIRST)
        assert not process.is_running
        bring_up_to_date(library, open_index=process.open)
        stamp = current_stamp(library)
        assert stamp is not None and found(index_root(library) / stamp.folder)[0][0] == "a"


def test_it_ends_with_whoever_started_it(tmp_path: Path) -> None:
    process = ChromaProcess()
    with process.open(tmp_path / "x") as index:
        index.add(FIRST)
    child = process._child
    assert child is not None
    process.close()
    assert child.returncode == 0 and not process.is_running


def test_few_documents_start_no_process(tmp_path: Path) -> None:
    with Library.open(tmp_path, writable=True, embedder=EMBEDDER) as library, IndexKeeper(library) as keeper:
        library.put(record("a", ["三号码头扩建开工。"]))
        keeper.finish()
        assert not keeper._chroma.is_running and current_stamp(library) is not None
        library.put(record("b", ["采茶季用工近千人。"]))
        keeper.catch_up()
        library.put(record("c", ["一号码头货主三十家。"]))
        keeper.finish()
        assert keeper._chroma.is_running and current_stamp(library) is not None
    assert not keeper._chroma.is_running
