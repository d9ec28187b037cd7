"""What kind of file is this, by its content? The extension decides only between kinds of text."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePosixPath
from typing import Literal

from ingest.errors import NeedsOcr, NeedsPassword, Unreadable
from ingest.mail import is_mail

Kind = Literal["zip", "mail", "jsonl", "record", "pdf", "docx", "xlsx", "pptx", "html", "csv", "text"]

_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
_REFUSED = (
    (b"{\\rtf", "RTF 格式，请用 Word 或 WPS 另存为 .docx 后再导入"),
    (b"7z\xbc\xaf\x27\x1c", "7z 压缩包，请改用 zip 压缩后再导入"),
    (b"Rar!", "RAR 压缩包，请改用 zip 压缩后再导入"),
    (b"\x1f\x8b", "gzip 压缩文件，请解压后再导入"),
    (b"BZh", "bzip2 压缩文件，请解压后再导入"),
    (b"\xfd7zXZ", "xz 压缩文件，请解压后再导入"),
    (b"\x7fELF", "程序文件，不是文档"),
    (b"MZ\x90", "程序文件，不是文档"),
    (b"SQLite format 3", "数据库文件，不是文档"),
    (b"OggS", "音频文件，不是文档"),
    (b"ID3", "音频文件，不是文档"),
)
_OFFICE: tuple[tuple[str, Kind], ...] = (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx"))
_HTML = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_HTML_TAG = re.compile(rb"<(?:p|div|table|h[1-6]|br|span|a)\b", re.I)
_RECORD = re.compile(r'\s*\{\s*"')
_WIDE = (b"\xff\xfe", b"\xfe\xff")


def kind_of(data: bytes, name: str) -> Kind:
    """The kind of the file.

    Raises: Unreadable, NeedsPassword or NeedsOcr for kinds that are recognised and not read.
    """
    if not data.strip():
        raise Unreadable("文件是空的，没有可读的内容")
    if data.startswith(_ZIP):
        return _zip_kind(data)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(_OLE):
        _refuse_ole(data)
    if data.startswith(_PICTURES) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP"):
        raise NeedsOcr("图片文件；请先做文字识别（OCR），存为带文字的 PDF 或 docx 后再导入")
    for magic, reason in _REFUSED:
        if data.startswith(magic):
            raise Unreadable(reason)
    if is_mail(data):
        return "mail"
    return _text_kind(data, PurePosixPath(name).suffix.lower())


def _text_kind(data: bytes, suffix: str) -> Kind:
    sniff = (
        data[:4096].replace(b"\x00", b"")
        if data.startswith(_WIDE)
        else data[:4096].removeprefix(b"\xef\xbb\xbf")
    )
    if _HTML.match(sniff) or (suffix in {".html", ".htm", ".xhtml", ".shtml"} and _HTML_TAG.search(sniff)):
        return "html"
    if suffix in {".jsonl", ".ndjson"} or (suffix in {"", ".json", ".txt"} and _holds_records(sniff)):
        return "jsonl"
    return "csv" if suffix in {".csv", ".tsv"} else "text"


def _holds_records(sniff: bytes) -> bool:
    first = sniff.decode("utf-8", "ignore").lstrip().split("\n")[0]
    return bool(_RECORD.match(first)) and '"text"' in first


def _zip_kind(data: bytes) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, OverflowError) as error:
        raise Unreadable("文件不完整或已损坏（压缩结构无法读取）；请重新获取原件") from error
    if "[Content_Types].xml" in names:
        for prefix, kind in _OFFICE:
            if any(name.startswith(prefix) for name in names):
                return kind
    if "OFD.xml" in names:
        raise Unreadable("OFD 版式文件；请用阅读器导出为 PDF 后再导入")
    if "mimetype" in names and "content.xml" in names:
        raise Unreadable("OpenDocument 格式；请另存为 .docx、.xlsx 或 .pptx 后再导入")
    return "zip"


def _refuse_ole(data: bytes) -> None:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise NeedsPassword("文件已加密；请用密码打开，另存为不加密的文件后再导入")
    raise Unreadable(
        "旧版 Office 或 WPS 格式（.doc/.xls/.ppt/.wps）；请另存为 .docx、.xlsx 或 .pptx 后再导入"
    )
