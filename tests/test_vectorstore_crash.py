"""Killed while writing: the store that is found again is whole, and every put that returned is in it."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from vectorstore_samples import EMBEDDER, SENTENCES, record

from vectorstore.build import refresh_index
from vectorstore.health import check
from vectorstore.library import Library
from vectorstore.search import Searcher

KILLS = 12
_WRITER = """
import sys
sys.path[:0] = sys.argv[3:]
from pathlib import Path
from vectorstore_samples import EMBEDDER, SENTENCES, record
from vectorstore.build import refresh_index
from vectorstore.library import Library
from language.words import terms
terms("the dictionary loads now, not when the clock runs")
with Library.open(Path(sys.argv[1]), writable=True, embedder=EMBEDDER) as library:
    print("open", flush=True)
    for number in range(int(sys.argv[2]), 10_000):
        name = f"d{number}"
        library.put(record(name, [f"{s}第{number}号" for s in SENTENCES], original=b"x" * 200_000))
        print(name, flush=True)
        if number % 5 == 4:
            library.remove(f"d{number - 3}")
            print(f"-d{number - 3}", flush=True)
        if number % 20 == 19:
            refresh_index(library)
"""


def _killed_after(store: Path, *, first: int, delay_s: float) -> list[str]:
    """What the writer said it had done before it was killed."""
    arguments = [sys.executable, "-c", _WRITER, str(store), str(first), *sys.path]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None and writer.stdout.readline() == "open\n"
        time.sleep(delay_s)
        writer.send_signal(signal.SIGKILL)
        said = writer.stdout.read()
    return [line for line in said.split("\n")[:-1] if line]


def test_a_killed_writer_leaves_a_whole_library_with_all_it_had_reported(tmp_path: Path) -> None:
    moments = random.Random(20260)
    present: set[str] = set()
    first = 0
    for _ in range(KILLS):
        said = _killed_after(tmp_path, first=first, delay_s=moments.uniform(0.0, 0.3))
        for line in said:
            if line.startswith("-"):
                present.discard(line[1:])
            else:
                present.add(line)
        with Library.open(tmp_path, embedder=EMBEDDER) as library:  # the dead writer's lock is gone as well
            ids = {document.id for document in library.documents()}
            numbers = [int(name[1:]) for name in ids]
            # The one transaction that was under way may have been finished without a word; no other.
            assert len(ids ^ present) <= 1
            behind = {"index", "lexical"}  # what a killed writer may leave undone; searches do without
            assert [f for f in check(library) if not f.sound and f.topic not in behind] == []
            found = Searcher(library, vectors=None).search(SENTENCES[1], k=2 * len(ids) + 1)
            assert {hit.document.id for hit in found} >= set(sorted(ids)[:1])
            assert {hit.document.id for hit in found} <= ids
            for document_id in ids:
                assert len(library.passages(document_id)) == len(SENTENCES)
                assert library.original(document_id) == b"x" * 200_000
            assert library.passage_count() == len(ids) * len(SENTENCES)
            present = ids
            first = max(numbers, default=-1) + 1
    assert first > KILLS  # it did write
    with Library.open(tmp_path, writable=True, embedder=EMBEDDER) as library:
        refresh_index(library)
        assert [finding for finding in check(library) if not finding.sound] == []


@pytest.mark.parametrize("statement", [1, 3, 8])
def test_an_error_in_the_middle_of_a_put_leaves_the_old_document(tmp_path: Path, statement: int) -> None:
    with Library.open(tmp_path, writable=True, embedder=EMBEDDER) as library:
        library.put(record("a"))
        before = (library.document("a"), library.passages("a"), library.generation)
        with pytest.raises(RuntimeError, match="power"), library.writing() as connection:
            connection.execute("DELETE FROM passages WHERE ordinal < ?", (statement,))
            connection.execute("DELETE FROM documents")
            raise RuntimeError("power")
        assert (library.document("a"), library.passages("a"), library.generation) == before
