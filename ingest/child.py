"""What runs in the disposable process that parses? No network, no other programs, bounded memory.

Run as `python -c "from ingest.child import serve; serve(MEMORY_BYTES)"`, frames on standard input and
output: a frame in holds several requests, each of which is answered by a frame of its own.
"""

from __future__ import annotations

import contextlib
import gc
import os
import pickle
import resource
import signal
import sys
import warnings
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import BinaryIO

from ingest.errors import FileError
from ingest.reading import OnPage, page_picture, read_file, read_text, with_rows
from ingest.wire import Failure, PageRequest, Progress, Reading, Reply, Request, read_frame, write_frame

Rows = Callable[[Reading], Reading]

# What no parser has any business doing, refused for the life of the process.
_FORBIDDEN = frozenset(
    {
        "socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto",
        "socket.sendmsg", "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork",
        "os.forkpty", "webbrowser.open",
    }
)  # fmt: skip
_YOUNG_OBJECTS = 50_000  # before the collector looks for cycles, which only some parsers leave


def serve(memory_bytes: int) -> None:
    """Answer requests until standard input closes."""
    requests, replies = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    _silence()
    _restrict(memory_bytes)
    _warm_up()
    gc.freeze()  # what is loaded by now stays, and need not be gone through with every collection
    gc.set_threshold(_YOUNG_OBJECTS)  # what is read of a document is gone with its last reference
    while frame := read_frame(requests):
        for request in pickle.loads(frame):  # the whole frame is in: nobody waits to write while we do
            reply = answer(request, on_page=partial(_tell, replies))
            write_frame(replies, pickle.dumps(reply))
            if isinstance(reply, Failure) and reply.spent:
                return


def _warm_up() -> None:
    """Read a sentence, so that dictionaries and tables are loaded before the first file is waited for."""
    data = "临江区签约项目34个。".encode()
    read_file(Request(document_id="", source="", name="", sha256="", kind="text", data=data))


def _tell(replies: BinaryIO, pages: int, of: int) -> None:
    write_frame(replies, pickle.dumps(Progress(pages=pages, of=of)))


def answer(request: Request | PageRequest, *, on_page: OnPage, rows: Rows = with_rows) -> Reply:
    """What is read of the file or page, or a Failure; rows that cannot be had never cost the document."""
    try:
        if isinstance(request, PageRequest):
            return page_picture(request)
        return _with_rows_if_any(read_text(request, on_page=on_page), rows)
    except FileError as error:
        return Failure(state=error.state, reason=str(error))
    except MemoryError:
        return Failure(
            state="rejected", reason="展开后占用内存过大，已停止读取；请拆分或精简后再导入", spent=True
        )
    except RecursionError:
        return Failure(state="rejected", reason="内容嵌套过深，无法读取；请另存后再导入", spent=True)
    except Exception as error:  # the top of this process: any parser may raise anything over a damaged file
        reason = f"文件已损坏或不合格式，无法读取（{type(error).__name__}）；请用原程序打开并另存后再导入"
        return Failure(state="rejected", reason=reason, spent=True)


def _with_rows_if_any(reading: Reading, rows: Rows) -> Reading:
    try:
        return rows(reading)
    except MemoryError:
        raise
    except Exception as error:  # the fault is ours: the text was read, and can be searched and told
        why = type(error).__name__
        note = f"正文已收录，可以提问；数据和项目台账未能抽取（{why}），请把文件交给维护人员"
        return replace(reading, notes=(*reading.notes, note))


def _silence() -> None:
    """Libraries print and warn about damaged files; nothing of it may reach the stream of replies."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    warnings.simplefilter("ignore")


def _restrict(memory_bytes: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides when to stop
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with contextlib.suppress(ValueError, OSError):  # macOS knows the limit and refuses to set it
        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    sys.addaudithook(_refuse)


def _refuse(event: str, _arguments: object) -> None:
    if event in _FORBIDDEN:
        raise PermissionError(f"{event} is forbidden while files are parsed")
