"""A malformed file ends in one named state with a reason in Chinese; the good files beside it are in."""

from __future__ import annotations

import io
import os
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from ingest_samples import (
    ARTICLE,
    FACT,
    docx_bytes,
    ingest_into,
    jsonl_bytes,
    open_test_library,
    pdf_bytes,
    pptx_bytes,
    xlsx_bytes,
    zip_bytes,
)

from ingest import FileOutcome

DOCX, XLSX, PPTX = docx_bytes(ARTICLE), xlsx_bytes(表=[["a", "b"], [1, 2]]), pptx_bytes(("题", [FACT]))
PDF = pdf_bytes([(72, 100, FACT)])
ZIP = zip_bytes({"a.txt": FACT.encode()})
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
PNG = b"\x89PNG\r\n\x1a\n" + random.Random(3).randbytes(2000)
JUNK = random.Random(4).randbytes(3000)
REJECTED, PASSWORD, OCR, ADDED = {"rejected"}, {"needs_password"}, {"needs_ocr"}, {"added"}


def damaged(data: bytes, *, seed: int) -> bytes:
    """The bytes with a stretch in the middle overwritten, beginning and end whole."""
    middle = len(data) // 2
    return data[: middle - 300] + random.Random(seed).randbytes(600) + data[middle + 300 :]


def rezipped(data: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    """An Office file with its parts changed, or left out where `change` returns None."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: change(name, archive.read(name)) for name in archive.namelist()}
    return zip_bytes({name: part for name, part in parts.items() if part is not None})


def with_part(data: bytes, part: str, content: bytes | None) -> bytes:
    return rezipped(data, lambda name, old: content if name == part else old)


def encrypted_zip() -> bytes:
    data = bytearray(ZIP)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    return bytes(data)


def bomb(*, megabytes: int) -> bytes:
    return zip_bytes({"a.txt": b"0" * (megabytes << 20)})


def nested(depth: int) -> bytes:
    data = ZIP
    for _ in range(depth):
        data = zip_bytes({"里.zip": data})
    return data


def many_entries() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for number in range(20_001):
            archive.writestr(f"{number}", b"")
    return stream.getvalue()


ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(
        b'<!ENTITY a%d "%s">' % (n, b"&a%s;" % (str(n - 1).encode() if n else b"") * 10) for n in range(9)
    )
    + b"]><x>&a8;</x>"
)
XXE = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'
CELLS = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'

SHEET = "xl/worksheets/sheet1.xml"
ENDS = b"</sheetData></worksheet>"
UNCLOSED = '区市,项目\n"' + "临" * 1_100_000

# name on disk → its bytes and the states it may end in
MALFORMED: dict[str, tuple[bytes, set[str]]] = {
    "零字节.txt": (b"", REJECTED),
    "零字节.pdf": (b"", REJECTED),
    "零字节.docx": (b"", REJECTED),
    "零字节.zip": (b"", REJECTED),
    "零字节.jsonl": (b"", REJECTED),
    "空白.txt": (b" \r\n\t\n", REJECTED),
    "只有标记.txt": (b"\xef\xbb\xbf", REJECTED),
    "只有零宽.txt": ("\u200b\u200b\n".encode(), REJECTED),
    "只有页码.txt": (b"- 1 -\n\n- 2 -\n", REJECTED),
    "随机.txt": (JUNK, REJECTED),
    "随机.md": (JUNK, REJECTED),
    "随机.csv": (JUNK, REJECTED),
    "随机.html": (JUNK, REJECTED),
    "随机.jsonl": (JUNK, REJECTED),
    "随机.bin": (JUNK, REJECTED),
    "随机.docx": (JUNK, REJECTED),
    "随机.xlsx": (JUNK, REJECTED),
    "随机.pptx": (JUNK, REJECTED),
    "随机.pdf": (JUNK, REJECTED),
    "随机.zip": (JUNK, REJECTED),
    "全零.txt": (bytes(4096), REJECTED),
    "乱码.txt": (("\ufffd" * 50).encode(), REJECTED),
    "控制符.txt": (b"\x01\x02\x03abc" * 90, REJECTED),
    "半个字.txt": (ARTICLE.encode()[:-4], ADDED),
    "错编码.html": (b'<meta charset="utf-8"><html><body>' + FACT.encode("gbk"), ADDED),
    "截断.docx": (DOCX[: len(DOCX) // 2], REJECTED),
    "截断.xlsx": (XLSX[: len(XLSX) // 2], REJECTED),
    "截断.pptx": (PPTX[: len(PPTX) // 2], REJECTED),
    "截断.pdf": (PDF[: len(PDF) // 3], REJECTED | OCR),
    "截断.zip": (ZIP[:-20], REJECTED),
    "损坏.docx": (damaged(DOCX, seed=5), REJECTED | ADDED),
    "损坏.xlsx": (damaged(XLSX, seed=6), REJECTED | ADDED),
    "损坏.pptx": (damaged(PPTX, seed=7), REJECTED | ADDED),
    "损坏.pdf": (damaged(PDF, seed=8), REJECTED | OCR | ADDED),
    "只有头.pdf": (b"%PDF-1.7\n", REJECTED),
    "头尾.pdf": (b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF", REJECTED),
    "加密.pdf": (pdf_bytes([(72, 100, FACT)], encrypt="secret"), PASSWORD),
    "无文字.pdf": (pdf_bytes([], []), REJECTED),
    "加密.docx": (OLE + "EncryptedPackage".encode("utf-16-le") + bytes(500), PASSWORD),
    "旧版.doc": (OLE, REJECTED),
    "旧版.xls": (OLE, REJECTED),
    "加密.zip": (encrypted_zip(), PASSWORD),
    "炸弹.zip": (bomb(megabytes=40), REJECTED),
    "深炸弹.zip": (zip_bytes({"里.zip": bomb(megabytes=40)}), REJECTED),
    "套一层.zip": (nested(1), ADDED),
    "套五层.zip": (nested(5), REJECTED),
    "条目过多.zip": (many_entries(), REJECTED),
    "空包.zip": (zip_bytes({}), REJECTED),
    "只有隐藏.zip": (zip_bytes({".DS_Store": b"x", "__MACOSX/a": b"y"}), REJECTED),
    "出逃.zip": (zip_bytes({"../../出逃.txt": FACT.encode(), "/etc/出逃二.txt": FACT.encode()}), ADDED),
    "长名.zip": (zip_bytes({"长" * 300 + ".txt": FACT.encode()}), ADDED),
    "炸弹.docx": (with_part(DOCX, "word/document.xml", b"<x>" + b" " * (40 << 20) + b"</x>"), REJECTED),
    "实体.docx": (with_part(DOCX, "word/document.xml", ENTITIES), REJECTED),
    "外部实体.docx": (with_part(DOCX, "word/document.xml", XXE), REJECTED),
    "缺正文.docx": (with_part(DOCX, "word/document.xml", None), REJECTED),
    "坏正文.docx": (with_part(DOCX, "word/document.xml", b"<w:document"), REJECTED),
    "空正文.docx": (docx_bytes(), REJECTED),
    "实体.xlsx": (with_part(XLSX, "xl/workbook.xml", ENTITIES), REJECTED),
    "坏表.xlsx": (with_part(XLSX, SHEET, CELLS), REJECTED),
    "坏数.xlsx": (
        with_part(XLSX, SHEET, CELLS + b'<row r="1"><c r="A1"><v>1e</v></c></row>' + ENDS),
        REJECTED | ADDED,
    ),
    "空表.xlsx": (xlsx_bytes(空=[]), REJECTED),
    "缺片.pptx": (with_part(PPTX, "ppt/slides/slide1.xml", None), REJECTED),
    "实体.pptx": (with_part(PPTX, "ppt/slides/slide1.xml", ENTITIES), REJECTED),
    "版式.ofd": (zip_bytes({"OFD.xml": b"<ofd/>"}), REJECTED),
    "开放.odt": (zip_bytes({"mimetype": b"x", "content.xml": b"<x/>"}), REJECTED),
    "图片.png": (PNG, OCR),
    "图片.txt": (PNG, OCR),
    "程序.txt": (b"\x7fELF" + JUNK, REJECTED),
    "程序.exe": (b"MZ\x90" + JUNK, REJECTED),
    "富文本.rtf": (b"{\\rtf1 abc}", REJECTED),
    "压缩.rar": (b"Rar!\x1a\x07" + JUNK, REJECTED),
    "压缩.gz": (b"\x1f\x8b\x08" + JUNK, REJECTED),
    "其实是文本.pdf": (ARTICLE.encode(), ADDED),
    "其实是文本.docx": (ARTICLE.encode("gbk"), ADDED),
    "其实是网页.xls": (f"<html><body><p>{FACT}</p></body></html>".encode("gbk"), ADDED),
    "其实是word.txt": (DOCX, ADDED),
    "其实是pdf.txt": (PDF, ADDED),
    "其实是zip.docx": (ZIP, ADDED),
    "无扩展名": (ARTICLE.encode(), ADDED),
    "深嵌套.jsonl": (b'{"id": "x", "text": ' + b"[" * 200_000, REJECTED),
    "半个代理.jsonl": (b'{"id": "\\ud800s", "text": "' + FACT.encode() + b'\\udfff"}', ADDED),
    "没有text.jsonl": (jsonl_bytes({"id": "x"}), REJECTED),
    "不是对象.jsonl": (b"[1, 2]\n", REJECTED),
    "深嵌套.md": (b"---\nlevel: " + b"[" * 50_000 + b"\n---\n" + FACT.encode(), REJECTED),
    "引号不闭.csv": (UNCLOSED.encode(), REJECTED),
    "深嵌套.html": (b"<html><body>" + b"<table><tr><td>" * 3000 + FACT.encode(), ADDED | REJECTED),
    "只有脚本.html": (b"<html><body><script>alert(1)</script></body></html>", REJECTED),
    "字" * 80 + ".txt": (ARTICLE.encode(), ADDED),
    "换行\n名.txt": (ARTICLE.encode(), ADDED),
    "\u202etxt.exe.txt": (ARTICLE.encode(), ADDED),
}  # fmt: skip
GOOD = {"好一.txt": ARTICLE.encode(), "好二.docx": DOCX, "好三.pdf": PDF, "好四.zip": ZIP}


def test_there_are_sixty_and_more() -> None:
    assert len(MALFORMED) >= 60


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[FileOutcome]]:
    """What became of each malformed file: all in one folder, good ones among them, ingested once."""
    root = tmp_path_factory.mktemp("坏文件")
    store = tmp_path_factory.mktemp("store")
    for name, (data, _) in MALFORMED.items():
        (root / name).mkdir()  # a folder each, so that an outcome is known by its place
        (root / name / name).write_bytes(data)
    for name, data in GOOD.items():
        (root / name).write_bytes(data)
    report = ingest_into(store, [root / name for name in MALFORMED] + [root / name for name in GOOD])
    with open_test_library(store) as library:
        names = [document.name for document in library.documents()]
    assert {"好一.txt", "好二.docx", "好三.pdf", "a.txt"} <= set(names), "the good files are in"
    again = ingest_into(store, [root])
    assert len(again.unchanged) == len(names) and not again.added and not again.removed
    return _by_file(report.outcomes)


def _by_file(outcomes: tuple[FileOutcome, ...]) -> dict[str, list[FileOutcome]]:
    """Outcomes in the order of the files given: the files came in the order of the table."""
    named: dict[str, list[FileOutcome]] = {}
    for outcome in outcomes:
        named.setdefault(outcome.document, []).append(outcome)
    return named


# What members and records of these are called, for they are not called as the file is.
INSIDE = {
    "加密.zip": "a.txt", "炸弹.zip": "炸弹.zip", "深炸弹.zip": "里.zip", "套一层.zip": "a.txt",
    "套五层.zip": "里.zip", "出逃.zip": "出逃.txt",
    "长名.zip": "长" * 300 + ".txt", "其实是zip.docx": "a.txt",
    "半个代理.jsonl": "s", "深嵌套.jsonl": "深嵌套.jsonl 第1行", "没有text.jsonl": "没有text.jsonl 第1行",
    "不是对象.jsonl": "不是对象.jsonl 第1行", "换行\n名.txt": "换行 名.txt",
    "\u202etxt.exe.txt": "txt.exe.txt",
}  # fmt: skip


@pytest.mark.parametrize("name", MALFORMED, ids=lambda name: name[:12])
def test_a_malformed_file_ends_in_a_named_state(outcomes: dict[str, list[FileOutcome]], name: str) -> None:
    found = outcomes[INSIDE.get(name, name)]
    allowed = MALFORMED[name][1]
    assert any(outcome.state in allowed for outcome in found), [outcome.reason for outcome in found]
    for outcome in found:
        failed = outcome.state in {"rejected", "needs_password", "needs_ocr"}
        assert bool(outcome.reason) is failed
        assert "\n" not in outcome.reason and "Traceback" not in outcome.reason
        if failed:
            assert outcome.reason.startswith(outcome.document)
            assert sum("\u4e00" <= c <= "\u9fff" for c in outcome.reason) >= 6


def test_nothing_of_an_archive_leaves_it(tmp_path: Path) -> None:
    (tmp_path / "里").mkdir()
    (tmp_path / "里" / "出逃.zip").write_bytes(zip_bytes({"../../../出逃.txt": FACT.encode()}))
    ingest_into(tmp_path / "store", [tmp_path / "里"])
    assert not list(tmp_path.rglob("出逃.txt")) and not list(tmp_path.parent.glob("出逃.txt"))


def test_links_pipes_and_closed_folders_are_named_and_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "资料"
    (folder / "子").mkdir(parents=True)
    (tmp_path / "外面.txt").write_text("秘密", "utf-8")
    (folder / "链接.txt").symlink_to(tmp_path / "外面.txt")
    (folder / "圈").symlink_to(folder)
    (folder / "断链.txt").symlink_to(tmp_path / "没有")
    os.mkfifo(folder / "管道.txt")
    (folder / "好.txt").write_text(ARTICLE, "utf-8")
    (folder / ".隐藏.txt").write_text(ARTICLE, "utf-8")
    (folder / "~$好.docx").write_bytes(b"lock")
    report = ingest_into(tmp_path / "store", [folder])
    assert {outcome.document: outcome.state for outcome in report.outcomes} == {
        "链接.txt": "rejected", "圈": "rejected", "断链.txt": "rejected", "管道.txt": "rejected",
        "好.txt": "added",
    }  # fmt: skip


def test_paths_that_lead_nowhere_are_named(tmp_path: Path) -> None:
    paths = [
        tmp_path / "没有.txt",
        tmp_path / ("长" * 100 + ".txt"),
        tmp_path / "没有的目录" / "a.txt",
        tmp_path / "a\0b",
    ]
    report = ingest_into(tmp_path / "store", paths)
    assert [outcome.state for outcome in report.outcomes] == ["rejected"] * 4
    assert all(outcome.reason for outcome in report.outcomes)


def test_a_name_in_gbk_on_disk_is_shown_as_it_was_meant(tmp_path: Path) -> None:
    path = os.path.join(os.fsencode(tmp_path), "招商资料.txt".encode("gbk"))  # noqa: PTH118 - bytes
    with open(path, "wb") as file:  # noqa: PTH123
        file.write(ARTICLE.encode())
    report = ingest_into(tmp_path / "store", [tmp_path])
    assert [outcome.document for outcome in report.added] == ["招商资料.txt"]
