"""Whatever a file does to the child that parses it, the parent says which file it was and goes on."""

from __future__ import annotations

import hashlib
import os
import pickle
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from ingest_samples import ARTICLE, FACT, docx_bytes, ingest_into

from ingest.child import answer
from ingest.kind import Kind
from ingest.pool import Pool
from ingest.wire import Failure, Reading, Request, read_reply
from ingest.worker import Worker

HUGE = (FACT + "\n").encode() * 150_000  # takes seconds to read


def request(data: bytes, *, kind: Kind = "text") -> Request:
    sha256 = hashlib.sha256(data).hexdigest()
    return Request(document_id="d", source="/a", name="a.txt", sha256=sha256, kind=kind, data=data)


def children() -> set[int]:
    """The processes that parse for this one."""
    found = set()
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            if parent == os.getpid() and b"ingest.child" in (folder / "cmdline").read_bytes():
                found.add(int(folder.name))
        except (OSError, IndexError):  # it ended while we looked
            continue
    return found


def require_works(worker: Worker) -> None:
    reading = worker.read(request(ARTICLE.encode()))
    assert isinstance(reading, Reading) and reading.document.text == ARTICLE


def test_a_reading_comes_back_whole() -> None:
    with Worker() as worker:
        reading = worker.read(request(ARTICLE.encode()))
        assert isinstance(reading, Reading)
        assert reading.document.title == "临江区招商引资开门红"
        assert [p.document_id for p in reading.passages] == ["d"] * len(reading.passages)
        before = children() - _others
        require_works(worker)
        assert children() - _others == before, "one child reads many files"
    assert not children() & before


def test_a_file_that_never_ends_is_stopped() -> None:
    with Worker() as patient:
        require_works(patient)  # the imports are warm in the page cache
    with Worker(timeout_s=1.0) as worker:
        started = time.monotonic()
        failure = worker.read(request(HUGE))
        assert isinstance(failure, Failure) and "超过 1 秒" in failure.reason
        assert time.monotonic() - started < 5


@contextmanager
def killing(*, every_s: float) -> Iterator[None]:
    """Every child is killed with SIGKILL, again and again."""
    stop = threading.Event()

    def kill() -> None:
        while not stop.wait(every_s):
            for child in children() - _others:
                os.kill(child, signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    try:
        yield
    finally:
        stop.set()
        killer.join()


def test_a_file_whose_children_are_killed_is_named() -> None:
    with Worker() as worker:
        with killing(every_s=0.3):
            failure = worker.read(request(HUGE))
        assert isinstance(failure, Failure) and failure.state == "rejected" and "SIGKILL" in failure.reason
        require_works(worker)


def test_a_file_whose_child_is_killed_once_is_read_all_the_same() -> None:
    with Worker() as worker:
        require_works(worker)
        (child,) = children() - _others
        threading.Timer(0.05, os.kill, (child, signal.SIGKILL)).start()
        assert isinstance(worker.read(request(HUGE[: len(FACT.encode()) * 5000])), Reading)
        assert child not in children()


def test_an_interrupted_reading_leaves_no_answer_behind() -> None:
    with Worker() as worker:
        require_works(worker)
        threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGINT)).start()
        with pytest.raises(KeyboardInterrupt):
            worker.read(request(HUGE))
        require_works(worker)


def test_a_child_that_died_between_files_is_no_files_fault() -> None:
    with Worker() as worker:
        require_works(worker)
        (child,) = children() - _others
        os.kill(child, signal.SIGKILL)
        time.sleep(0.2)
        require_works(worker)


@pytest.fixture(autouse=True)
def _others_children() -> None:
    global _others  # noqa: PLW0603 - the child shared by other tests of this process may be alive
    _others = children()


_others: set[int] = set()


def test_a_file_that_eats_memory_is_stopped() -> None:
    with Worker(memory_bytes=400 * 2**20) as worker:
        failure = worker.read(request(("临" * 40_000_000).encode()))
        assert isinstance(failure, Failure) and failure.state == "rejected"
        require_works(worker)


def test_an_error_no_loader_foresaw_is_a_named_end() -> None:
    with Worker() as worker:
        failure = worker.read(request(docx_bytes(FACT), kind="record"))
        assert isinstance(failure, Failure) and "UnicodeDecodeError" in failure.reason
        require_works(worker)


def test_rows_that_cannot_be_had_never_cost_the_document() -> None:
    def broken(_reading: Reading) -> Reading:
        raise IndexError("a rule met what it did not foresee")

    reply = answer(request(ARTICLE.encode()), on_page=lambda _pages, _of: None, rows=broken)
    assert isinstance(reply, Reading) and reply.document.text == ARTICLE and reply.passages
    assert not reply.figures and "台账" in reply.notes[0] and "IndexError" in reply.notes[0]


def test_ingest_goes_on_when_its_child_is_killed_again_and_again(tmp_path: Path) -> None:
    folder = tmp_path / "资料"
    folder.mkdir()
    for number in range(12):
        (folder / f"{number:02}.txt").write_text(f"{ARTICLE}\n第{number}份。", "utf-8")
    with Pool([Worker()]) as pool, killing(every_s=0.25):
        report = ingest_into(tmp_path / "store", [folder], pool=pool)
    assert len(report.outcomes) == 12
    assert len(report.added) + len(report.failed) == 12
    assert len(ingest_into(tmp_path / "store", [folder]).unchanged) == len(report.added)


def test_the_child_has_no_network_and_starts_no_programs() -> None:
    program = (
        "import os, socket, subprocess, sys; from ingest.child import _restrict; _restrict(3 << 30)\n"
        "for attempt in (lambda: socket.create_connection(('127.0.0.1', int(sys.argv[1])), 1),\n"
        "                lambda: subprocess.run(['true']), lambda: os.system('true'), lambda: os.fork()):\n"
        "    try: attempt()\n"
        "    except PermissionError: print('refused')\n"
    )
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = str(server.getsockname()[1])
        done = subprocess.run(
            [sys.executable, "-c", program, port], capture_output=True, text=True, check=True,
            cwd=Path(__file__).parent.parent,
        )  # fmt: skip
    assert done.stdout.split() == ["refused"] * 4


class _Evil:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("true",)


def test_a_reply_can_hold_nothing_but_what_is_expected() -> None:
    assert read_reply(pickle.dumps(Failure(state="rejected", reason="x"))).reason == "x"  # type: ignore[union-attr]
    for evil in (_Evil(), {"a": _Evil()}, "text"):
        with pytest.raises(pickle.UnpicklingError):
            read_reply(pickle.dumps(evil))
