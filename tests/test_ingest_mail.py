"""Letters saved as .eml and pages saved as .mht are read, with what was sent along."""

from __future__ import annotations

from email.message import EmailMessage
from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest
from ingest_samples import FACT, docx_bytes, ingest_into, open_test_library

from ingest.errors import Unreadable
from ingest.kind import kind_of
from ingest.mail import members


def _letter() -> bytes:
    message = EmailMessage()
    message["Subject"], message["From"] = "关于报送一季度招商数据的函", "张三 <z@x.cn>"
    message["Date"] = "Tue, 07 Apr 2026 09:10:00 +0800"
    message.set_content("市商务局：\n\n永兴县一季度新签约项目14个。\n", charset="gb18030", cte="base64")
    message.add_attachment(docx_bytes(FACT), maintype="application", subtype="x", filename="数据表.docx")
    return bytes(message)


def _page() -> bytes:
    page = MIMEMultipart("related")
    page["Subject"], page["Date"] = "另存的网页", "Tue, 07 Apr 2026 09:10:00 +0800"
    head = "<html><head><meta charset=gb2312><title>新田县招商</title></head>"
    words = f"{head}<body><h1>新田县招商开门红</h1><p>签约项目9个。"
    page.attach(MIMEText(words, "html", "utf-8"))
    page.attach(MIMEImage(b"GIF89a" + b"\0" * 20, "gif", name="a.gif"))
    return page.as_bytes()


def test_a_letter_its_attachment_and_a_page_are_documents(tmp_path: Path) -> None:
    folder = tmp_path / "资料"
    folder.mkdir()
    (folder / "报送函.eml").write_bytes(_letter())
    (folder / "网页.mht").write_bytes(_page())
    report = ingest_into(tmp_path / "store", [folder])
    assert [each.document for each in report.added] == ["报送函.eml", "数据表.docx", "网页.mht"]
    with open_test_library(tmp_path / "store") as library:
        told = {each.name: library.document(each.id) for each in library.documents()}
    letter, page = told["报送函.eml"], told["网页.mht"]
    assert (letter.title, letter.published) == ("关于报送一季度招商数据的函", "2026-04-07")
    assert "永兴县一季度新签约项目14个。" in letter.text and "base64" not in letter.text
    assert (page.title, page.published) == ("新田县招商开门红", "")
    assert len(ingest_into(tmp_path / "store", [folder]).unchanged) == 3


def test_a_text_that_only_looks_like_a_letter_stays_a_text() -> None:
    assert kind_of("Title: 某县\nDate: 2026-04-07\n\n正文。".encode(), "a.txt") == "text"
    assert kind_of(_letter(), "无后缀") == "mail"


def test_a_letter_without_words_or_files_is_refused() -> None:
    with pytest.raises(Unreadable, match="没有可读的正文"):
        list(members(b"MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\n"))
