"""Who survives a hostile file? The parent: parsing happens in a child that may hang, crash or be killed."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self, cast

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
_NONSENSE = Failure(state="rejected", reason="解析程序答非所问，文件可能已损坏；请另存后再导入")
_ROOT = Path(__file__).resolve().parent.parent


class Worker:
    """Reads files in a child process, which is made when needed and replaced when it fails."""

    def __init__(self, *, timeout_s: float = TIMEOUT_S, memory_bytes: int = MEMORY_BYTES) -> None:
        self._timeout_s = timeout_s
        self._memory_bytes = memory_bytes
        self._child: subprocess.Popen[bytes] | None = None
        self._files = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Start a child now, so that it loads while the caller does something else."""
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
            self._files = 0

    def stop(self) -> None:
        """End the child, if there is one."""
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            child.wait()
            for stream in (child.stdin, child.stdout):
                if stream is not None:
                    _close(cast(BinaryIO, stream))

    def read(self, request: Request) -> Reading | Failure:
        """The file read, or why it could not be; never raises for what a file does."""
        reply = self._once(request)
        if isinstance(reply, Failure) and reply.killed:
            # A child may die of another's doing; what is at fault kills the second one too.
            reply = self._once(request)
        return reply if isinstance(reply, Reading | Failure) else _NONSENSE

    def picture(self, request: PageRequest) -> PagePicture | Failure:
        """The page to look at, or why it cannot be shown."""
        reply = self._once(request)
        return reply if isinstance(reply, PagePicture | Failure) else _NONSENSE

    def _once(self, request: Request | PageRequest) -> Reply:
        self.start()
        child = self._child
        assert child is not None
        watch = _Watch(child, timeout_s=self._timeout_s)
        try:
            reply = self._exchange(child, request, watch)
        except BaseException:  # interrupted in mid-sentence: what this child says next answers nobody
            self.stop()
            raise
        finally:
            watch.cancel()
        if reply is None:
            child.kill()
            reply = self._epitaph(child.wait(), late=watch.is_late)
        self._files += 1
        if (isinstance(reply, Failure) and reply.spent) or self._files >= FILES_PER_CHILD:
            self.stop()
        return reply

    def _exchange(
        self, child: subprocess.Popen[bytes], request: Request | PageRequest, watch: _Watch
    ) -> Reply | None:
        """The child's reply, or None if it died or talked nonsense."""
        try:
            write_frame(cast(BinaryIO, child.stdin), pickle.dumps(request))
            while frame := read_frame(cast(BinaryIO, child.stdout)):
                reply = read_reply(frame)
                if not isinstance(reply, Progress):
                    return reply
                watch.prolong()
            return None
        except (
            OSError,
            ValueError,
            EOFError,
            pickle.UnpicklingError,
            AttributeError,
            TypeError,
            ImportError,
        ):
            return None

    def _epitaph(self, code: int, *, late: bool) -> Failure:
        if late:
            reason = f"读取超过 {self._timeout_s:g} 秒仍未完成，已停止；请拆分或另存后再导入"
        elif code < 0:
            reason = f"读取时解析程序被终止（{_signal_name(-code)}），文件可能已损坏或过大；请另存后再导入"
        else:
            reason = "读取时解析程序意外退出，文件可能已损坏；请另存后再导入"
        return Failure(state="rejected", reason=reason, spent=True, killed=not late)


class _Watch:
    """Kills the child that gives no sign of life for `timeout_s`, or goes on for longer than a scan may."""

    def __init__(self, child: subprocess.Popen[bytes], *, timeout_s: float) -> None:
        self._child = child
        self._timeout_s = timeout_s
        self._end = time.monotonic() + SCAN_S
        self._late = threading.Event()
        self.prolong()

    @property
    def is_late(self) -> bool:
        return self._late.is_set()

    def prolong(self) -> None:
        """Give it that time once more."""
        self.cancel()
        left = min(self._timeout_s, max(self._end - time.monotonic(), 0.0))
        self._timer = threading.Timer(left, self._kill)
        self._timer.daemon = True
        self._timer.start()

    def cancel(self) -> None:
        """Stop watching."""
        if hasattr(self, "_timer"):
            self._timer.cancel()

    def _kill(self) -> None:
        self._late.set()
        self._child.kill()


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
