"""Who survives a hostile file? The parent: parsing happens in a child that may hang, crash or be killed."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self, cast

from ingest.errors import WorkerClosed
from ingest.kind import Kind
from ingest.wire import (
    MOST_SCAN_S,
    Failure,
    PagePicture,
    PageRequest,
    Progress,
    Reading,
    Reply,
    Request,
    read_frame,
    read_reply,
    write_frame,
)

TIMEOUT_S = 120.0  # for a file, and for each page of a scan
SCAN_S = MOST_SCAN_S + 2 * TIMEOUT_S  # for a whole scan, should it not stop by itself
MEMORY_BYTES = 3 * 2**30
FILES_PER_CHILD = 400  # what parsers leak goes with the child
_WEAR: dict[Kind, float] = {"record": 0.01, "text": 0.1, "csv": 0.1}  # read without a foreign parser
_PIPE_BYTES = 2**20
_NONSENSE = Failure(state="rejected", reason="解析程序答非所问，文件可能已损坏；请另存后再导入")
_ROOT = Path(__file__).resolve().parent.parent


class Worker:
    """Reads files in a child process, which is made when needed and replaced when it fails."""

    def __init__(self, *, timeout_s: float = TIMEOUT_S, memory_bytes: int = MEMORY_BYTES) -> None:
        self._timeout_s = timeout_s
        self._memory_bytes = memory_bytes
        self._child: subprocess.Popen[bytes] | None = None
        self._wear = 0.0
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Start a child now, so that it loads while the caller does something else."""
        if self._closed:
            raise WorkerClosed("读取已停止")
        if self._child is None or self._child.poll() is not None:
            self.stop()
            program = f"from ingest.child import serve; serve({self._memory_bytes})"
            self._child = subprocess.Popen(
                [sys.executable, "-P", "-c", program],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_environment(),
                start_new_session=True,  # Ctrl-C is the parent's to handle
            )
            _widen(cast(BinaryIO, self._child.stdout))
            self._wear = 0.0

    def stop(self) -> None:
        """End the child, if there is one."""
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            child.wait()
            for stream in (child.stdin, child.stdout):
                if stream is not None:
                    _close(cast(BinaryIO, stream))

    def close(self) -> None:
        """End the child for good: reading any further raises WorkerClosed."""
        self._closed = True
        self.stop()

    def read(self, request: Request) -> Reading | Failure:
        """The file read, or why it could not be; never raises for what a file does."""
        (reply,) = self.read_all([request])
        return reply

    def read_all(self, requests: Sequence[Request]) -> Iterator[Reading | Failure]:
        """Each file read, or why it could not be, in order and as soon as it is.

        A file that ends its child is the only one to fail of it: those behind it go to the next child.

        Raises: WorkerClosed.
        """
        left = list(requests)
        excused = False
        while left:
            for reply in self._replies(tuple(left)):
                if isinstance(reply, Failure) and reply.killed and not excused:
                    # A child may die of another's doing; what is at fault kills the second one too.
                    excused = True
                    break
                excused = False
                yield reply if isinstance(reply, Reading | Failure) else _NONSENSE
                del left[0]

    def picture(self, request: PageRequest) -> PagePicture | Failure:
        """The page to look at, or why it cannot be shown."""
        (reply,) = self._replies([request])
        return reply if isinstance(reply, PagePicture | Failure) else _NONSENSE

    def _replies(self, requests: Sequence[Request | PageRequest]) -> Iterator[Reply]:
        """The replies of one child, until it is spent or dead."""
        self.start()
        child = self._child
        assert child is not None
        frame = pickle.dumps(tuple(requests))
        watch = _Watch(child, timeout_s=self._timeout_s)
        try:
            for request in requests:
                watch.begin()
                reply = self._watched(child, frame, watch)
                frame = b""
                self._wear += _WEAR.get(request.kind, 1.0) if isinstance(request, Request) else 1.0
                if isinstance(reply, Failure) and reply.spent:
                    self.stop()
                    yield reply
                    return
                yield reply
        except BaseException:  # interrupted in mid-sentence: what this child says next answers nobody
            self.stop()
            raise
        finally:
            watch.cancel()
        if self._wear >= FILES_PER_CHILD:
            self.stop()

    def _watched(self, child: subprocess.Popen[bytes], frame: bytes, watch: _Watch) -> Reply:
        """The child's next reply, after it was sent `frame`; a Failure if it dies or takes too long."""
        reply = _exchange(child, frame, watch)
        if reply is None:
            child.kill()
            reply = self._epitaph(child.wait(), late=watch.is_late)
        return reply

    def _epitaph(self, code: int, *, late: bool) -> Failure:
        if late:
            reason = f"读取超过 {self._timeout_s:g} 秒仍未完成，已停止；请拆分或另存后再导入"
        elif code < 0:
            reason = f"读取时解析程序被终止（{_signal_name(-code)}），文件可能已损坏或过大；请另存后再导入"
        else:
            reason = "读取时解析程序意外退出，文件可能已损坏；请另存后再导入"
        return Failure(state="rejected", reason=reason, spent=True, killed=not late)


def _exchange(child: subprocess.Popen[bytes], frame: bytes, watch: _Watch) -> Reply | None:
    """The child's reply, or None if it died or talked nonsense."""
    try:
        if frame:
            write_frame(cast(BinaryIO, child.stdin), frame)
        while answer := read_frame(cast(BinaryIO, child.stdout)):
            reply = read_reply(answer)
            if not isinstance(reply, Progress):
                return reply
            watch.prolong()
        return None
    except (OSError, ValueError, EOFError, pickle.UnpicklingError, AttributeError, TypeError, ImportError):
        return None


class _Watch:
    """Kills the child that gives no sign of life for `timeout_s`, or reads a file for longer than a scan may.

    One thread watches over all files handed over together: it sleeps until the time that was set when it fell
    asleep, and no time set later is an earlier one.
    """

    def __init__(self, child: subprocess.Popen[bytes], *, timeout_s: float) -> None:
        self._child = child
        self._timeout_s = timeout_s
        self._late = threading.Event()
        self._over = threading.Event()
        self.begin()
        threading.Thread(target=self._wait, name="watch", daemon=True).start()

    @property
    def is_late(self) -> bool:
        return self._late.is_set()

    def begin(self) -> None:
        """A file is read from now on."""
        self._end = time.monotonic() + SCAN_S
        self.prolong()

    def prolong(self) -> None:
        """Give it that time once more."""
        self._until = min(time.monotonic() + self._timeout_s, self._end)

    def cancel(self) -> None:
        """Stop watching."""
        self._over.set()

    def _wait(self) -> None:
        while (left := self._until - time.monotonic()) > 0:
            if self._over.wait(left):
                return
        self._late.set()
        self._child.kill()


def _widen(pipe: BinaryIO) -> None:
    """Let a child go on reading while we are busy with what it told; as it is where the system declines."""
    size = getattr(fcntl, "F_SETPIPE_SZ", None)  # Linux alone has it, and may have set the limit lower
    if size is not None:
        with contextlib.suppress(OSError):
            fcntl.fcntl(pipe, size, _PIPE_BYTES)


def _environment() -> dict[str, str]:
    """This process's environment, with our packages importable and no library reaching for a hub."""
    paths = [str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONHASHSEED": "0", "HF_HUB_OFFLINE": "1"}


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"


def _close(stream: BinaryIO) -> None:
    try:
        stream.close()
    except OSError:  # a pipe whose reader is dead cannot be flushed
        pass
