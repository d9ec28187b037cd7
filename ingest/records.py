"""Which records does a .jsonl on disk hold? Read by lines, so that its size does not matter."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from ingest import archive
from ingest.decode import decode_raw
from ingest.errors import FileError, Unreadable
from ingest.jsonl import Line, line_of
from ingest.kind import kind_of

MOST_LINE_BYTES = 64 * 2**20
_HEAD_BYTES = 64 * 2**10
_GZIP = b"\x1f\x8b"
_WIDE = (b"\xff\xfe", b"\xfe\xff")  # UTF-16 and UTF-32, whose lines do not end with a byte of their own
_DAMAGED = "压缩文件不完整或已损坏，此前的记录已读入；请重新获取后再导入"


def holds_records(file: BinaryIO, name: str) -> bool:
    """Whether `file`, which is left at its beginning, is a .jsonl or .jsonl.gz that can be read by lines."""
    try:
        head = _head(file)
        plain = name.removesuffix(".gz")
        if PurePosixPath(plain).suffix.lower() not in {".jsonl", ".ndjson"} or head.startswith(_WIDE):
            return False
        decode_raw(head.lstrip().partition(b"\n")[0])  # Raises where this is no text
        return kind_of(head, plain) == "jsonl"
    except (FileError, OSError):
        return False
    finally:
        file.seek(0)


def _head(file: BinaryIO) -> bytes:
    """The first lines, unpacked, as far as the file is sound."""
    stream, head = _unpacked(file), b""
    try:
        while len(head) < _HEAD_BYTES and (line := stream.readline(_HEAD_BYTES)):
            head += line
    except (OSError, EOFError, zlib.error):
        pass
    return head


def records_of(file: BinaryIO) -> Iterator[tuple[Line, int]]:
    """Each record with how many bytes of `file` were read by then; blank lines are passed over.

    A line that is no record carries its error; so does the one where a damaged or monstrous file ends.
    """
    stream, number, unpacked_bytes = _unpacked(file), 0, 0
    while True:
        number += 1
        try:
            raw = stream.readline(MOST_LINE_BYTES + 1)
        except (OSError, EOFError, zlib.error):
            yield Line(number=number, error=Unreadable(_DAMAGED)), file.tell()
            return
        unpacked_bytes += len(raw)
        if not raw:
            return
        if (error := _monstrous(raw, unpacked_bytes, packed_bytes=file.tell())) is not None:
            yield Line(number=number, error=error), file.tell()
            return
        if raw.strip():
            yield _line(raw, number), file.tell()


def _unpacked(file: BinaryIO) -> BinaryIO:
    packed = file.read(len(_GZIP)) == _GZIP
    file.seek(0)
    return cast(BinaryIO, gzip.GzipFile(fileobj=file)) if packed else file


def _monstrous(raw: bytes, unpacked_bytes: int, *, packed_bytes: int) -> Unreadable | None:
    if len(raw) > MOST_LINE_BYTES:
        return Unreadable(f"这一行超过上限 {MOST_LINE_BYTES >> 20} MB，没有读下去；请检查换行")
    if unpacked_bytes > archive.MOST_RATIO * max(packed_bytes, archive.SMALL_BYTES):
        return Unreadable("展开后异常庞大，疑似压缩炸弹，没有读下去")
    return None


def _line(raw: bytes, number: int) -> Line:
    try:
        return line_of(decode_raw(raw), number=number)
    except FileError as error:
        return Line(number=number, error=error)
