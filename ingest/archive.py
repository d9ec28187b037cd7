"""What is inside a .zip, within limits that no archive may exceed?"""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.errors import FileError, NeedsPassword, Unreadable

MOST_ENTRIES = 20_000
MOST_ENTRY_BYTES = 256 * 2**20
MOST_BYTES = 2 * 2**30
MOST_RATIO = 200
MOST_DEPTH = 2  # an archive in an archive, and no deeper
SMALL_BYTES = 16 * 2**20  # below this no ratio is a danger
_UTF8_NAMES = 0x800
_ENCRYPTED = 0x1
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError, NotImplementedError,
    RuntimeError, OverflowError,
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Member:
    """One file of an archive: its decoded path inside, and its bytes or why it has none."""

    path: str
    data: bytes = b""
    error: FileError | None = None


def members(data: bytes) -> Iterator[Member]:
    """The files of an archive in its order; folders and hidden files are passed over.

    Raises: Unreadable before the first member if the archive is damaged or exceeds a limit.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
            check_limits(infos, packed_bytes=len(data))
            for info in infos:
                yield _member(archive, info)
    except _DAMAGED as error:
        raise Unreadable("压缩包不完整或已损坏；请重新压缩后再导入") from error


def check_limits(infos: list[zipfile.ZipInfo], *, packed_bytes: int) -> None:
    """Raises: Unreadable if the archive would unpack into more than a person could have meant."""
    total = sum(info.file_size for info in infos)
    if len(infos) > MOST_ENTRIES:
        raise Unreadable(f"压缩包内有 {len(infos)} 个文件，超过上限 {MOST_ENTRIES} 个；请分成几个压缩包")
    if total > MOST_BYTES:
        raise Unreadable(f"压缩包解开后有 {total >> 20} MB，超过上限 {MOST_BYTES >> 20} MB；请分成几个压缩包")
    if total > SMALL_BYTES and total > MOST_RATIO * packed_bytes:
        raise Unreadable(f"压缩包解开后会膨胀 {total // max(1, packed_bytes)} 倍，疑似压缩炸弹，未解开")


def office_limits(data: bytes) -> None:
    """The same limits for an Office file, which is an archive.

    Raises: Unreadable if it exceeds them or is damaged.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            check_limits(archive.infolist(), packed_bytes=len(data))
    except _DAMAGED as error:
        raise Unreadable("文件不完整或已损坏；请重新获取原件") from error


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Member:
    path = _decoded_name(info)
    if info.flag_bits & _ENCRYPTED:
        return Member(path=path, error=NeedsPassword("压缩包已加密；请解压后再导入"))
    try:
        with archive.open(info) as stream:
            data = stream.read(MOST_ENTRY_BYTES + 1)
    except _DAMAGED:
        return Member(path=path, error=Unreadable("在压缩包中已损坏；请重新压缩后再导入"))
    if len(data) > MOST_ENTRY_BYTES:
        return Member(path=path, error=Unreadable(f"超过单个文件上限 {MOST_ENTRY_BYTES >> 20} MB"))
    return Member(path=path, data=data)


def _decoded_name(info: zipfile.ZipInfo) -> str:
    """The name as its writer meant it: Windows writes GBK where the format says CP437."""
    name = info.orig_filename
    if not info.flag_bits & _UTF8_NAMES:
        raw = name.encode("cp437", "replace")
        for encoding in ("utf-8", "gb18030"):
            try:
                name = raw.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
    return name.replace("\\", "/").replace("\x00", "")
