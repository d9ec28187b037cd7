"""Many records in one file: read by lines, several children at once, none lost to its neighbour or a kill."""

from __future__ import annotations

import gzip
import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from ingest_samples import ARTICLE, FACT, ingest_into, jsonl_bytes, open_test_library

from ingest import ingest
from ingest.kind import Kind
from ingest.pool import Pool
from ingest.report import FileOutcome
from ingest.wire import Failure, Reading, Request
from ingest.worker import Worker
from vectorstore.build import open_library, open_searcher
from vectorstore.health import check
from vectorstore.word_sync import usable_view

COUNT = 300


def records(count: int = COUNT) -> list[dict[str, str]]:
    return [{"id": f"r{number:04}", "text": f"{FACT}第{number}号记录。"} for number in range(count)]


def request(number: int, data: bytes, *, kind: Kind = "text") -> Request:
    return Request(
        document_id=f"d{number}", source=f"/{number}", name=f"{number}.txt", sha256="", kind=kind, data=data
    )


def test_outcomes_come_in_the_order_of_the_file_though_several_children_read(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(jsonl_bytes(*records()))
    told: list[FileOutcome] = []
    with Pool([Worker(), Worker()]) as pool:
        report = ingest_into(tmp_path / "store", [tmp_path / "a.jsonl"], pool=pool, on_outcome=told.append)
    assert [outcome.document for outcome in report.added] == [record["id"] for record in records()]
    assert tuple(told) == report.outcomes
    with open_test_library(tmp_path / "store") as library:
        assert library.document_count() == COUNT
        unsound = {finding.topic for finding in check(library) if not finding.sound}
        assert unsound <= {"index", "lexical"}  # derived, and brought up to date when the run is over


def test_a_packed_file_is_read_like_a_plain_one(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(jsonl_bytes(*records(40))))
    report = ingest_into(tmp_path / ".store", [tmp_path])
    assert len(report.added) == 40
    assert len(ingest_into(tmp_path / ".store", [tmp_path]).unchanged) == 40


def test_a_packed_file_cut_short_gives_what_it_holds_and_says_so(tmp_path: Path) -> None:
    whole = gzip.compress(jsonl_bytes(*records(300)))
    (tmp_path / "a.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    report = ingest_into(tmp_path / ".store", [tmp_path])
    assert "不完整" in report.failed[-1].reason and report.added


def test_a_line_without_end_does_not_fill_the_memory(tmp_path: Path) -> None:
    good = json.dumps({"id": "a", "text": FACT}, ensure_ascii=False).encode()
    bomb = gzip.compress(good + b"\n" + b" " * (80 * 2**20))
    (tmp_path / "a.jsonl.gz").write_bytes(bomb)
    report = ingest_into(tmp_path / ".store", [tmp_path])
    assert [outcome.state for outcome in report.outcomes] == ["added", "rejected"]


def test_lines_in_several_encodings_are_each_read(tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": encoding, "text": ARTICLE}, ensure_ascii=False).encode(encoding)
        for encoding in ("utf-8", "gb18030")
    ]
    (tmp_path / "a.jsonl").write_bytes(b"\n".join(lines))
    ingest_into(tmp_path / ".store", [tmp_path])
    with open_test_library(tmp_path / ".store") as library:
        assert [library.text(d.id) == ARTICLE for d in library.documents()] == [True, True]


def test_only_the_file_that_ends_its_child_fails() -> None:
    kinds: list[Kind] = ["text", "text", "zip", "text", "text", "zip"]  # no loader: the child gives up
    requests = [request(number, ARTICLE.encode(), kind=kind) for number, kind in enumerate(kinds)]
    with Worker() as worker:
        replies = list(worker.read_all(requests))
    assert [isinstance(reply, Failure) for reply in replies] == [kind == "zip" for kind in kinds]
    assert [reply.document.id for reply in replies if isinstance(reply, Reading)] == [
        "d0", "d1", "d3", "d4",
    ]  # fmt: skip


_COMMAND = (
    "import sys; import ingest.session; ingest.session.SYNCED_EVERY = 100\n"
    "from ui.__main__ import main; sys.exit(main(sys.argv[1:]))"
)


def _begun(root: Path, source: Path, store: Path) -> subprocess.Popen[str]:
    arguments = ["ingest", str(source), "--store", str(store), "--format", "jsonl"]
    return subprocess.Popen(
        [sys.executable, "-c", _COMMAND, *arguments],
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )


def test_killed_at_any_moment_it_goes_on_where_it_stood(root: Path, tmp_path: Path) -> None:
    source, store = tmp_path / "a.jsonl", tmp_path / "store"
    source.write_bytes(jsonl_bytes(*records(1000)))
    told: set[str] = set()
    for wait_s in (0.2, 0.7):
        with _begun(root, source, store) as process:
            assert process.stdout is not None
            first = process.stdout.readline()
            time.sleep(wait_s)
            process.send_signal(signal.SIGKILL)
            lines = [first, *process.stdout.read().split("\n")[:-1]]
        told |= {json.loads(line)["document"] for line in lines if '"added"' in line}
    with _begun(root, source, store) as process:
        assert process.stdout is not None
        last = [json.loads(line) for line in process.stdout]
    unchanged = {line["document"] for line in last if line["state"] == "unchanged"}
    assert told and told <= unchanged
    assert len(last) == 1000 and {line["state"] for line in last} <= {"added", "unchanged"}
    with open_library(store) as library:
        assert [finding.message for finding in check(library) if not finding.sound] == []


def test_a_reader_that_opens_during_an_ingest_finds_what_is_in_and_most_of_it_indexed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, store = tmp_path / "a.jsonl", tmp_path / "store"
    source.write_bytes(jsonl_bytes(*records(200)))
    monkeypatch.setattr("ingest.session.SYNCED_EVERY", 50)
    found: list[tuple[str, int]] = []

    def look(outcome: FileOutcome) -> None:
        if outcome.document != "r0120":
            return
        with open_library(store) as library:
            hit = open_searcher(library).search(f"{FACT}第120号记录", k=1)[0]
            view = usable_view(library, generation=library.generation)
            while not (
                view and view[1].last_id >= 50
            ):  # it is made beside the ingest, which waits for us here
                time.sleep(0.05)
                view = usable_view(library, generation=library.generation)
            found.append((hit.document.name, view[1].last_id))

    ingest([source], store=store, on_outcome=look)
    [(name, indexed)] = found
    assert name == "r0120"
    assert 50 <= indexed <= 200
