"""Scans: read the way they lie, each character where it is printed, what is not certain marked."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
import pytest
from ingest_samples import ingest_into
from pypdf import PdfReader, PdfWriter
from scan_pages import FONTS, Dirt, image_pdf, scanned, typeset

from ingest import pdf
from ingest.errors import NeedsOcr
from ingest.ocr import Pixels, ReadPicture, Writing
from ingest.pool import Pool
from ingest.reading import read_file
from ingest.scans import Picture, late_note, read_scans, sheet_of
from ingest.wire import Reading, Request
from ingest.worker import Worker
from vectorstore.document import Document

pytest.importorskip("rapidocr", reason="needs the extra [ocr]")
pytestmark = pytest.mark.skipif(not FONTS, reason="needs the Debian package fonts-wqy-microhei")

STORY = (
    "本报临江4月3日讯 2025年一季度，临江区签约亿元以上项目34个，总投资152.66亿元，其中制造业项目21个，"
    "服务业项目13个。",
    "全区工业投资完成87.4亿元，同比增长12.5%；新注册企业1208家，实际使用外资3600万美元。",
    "望湖区同期签约项目18个，总投资96.3亿元，力争全年达到400亿元。",
)
SMALL = (420.0, 200.0)  # points: less paper, less time


@pytest.fixture(scope="module")
def askew() -> tuple[Reading, Reading]:
    """The story from its text layer, and from a dirty scan of it that leans by two degrees."""
    printed, _ = typeset(STORY, title="临江区招商简报")
    picture = scanned(printed, Dirt(dpi=150, askew=2.0, noise=14, quality=50))
    return read(printed), read(image_pdf([picture], dpi=150))


def read(data: bytes) -> Reading:
    return read_file(Request(document_id="d", source="/a", name="a.pdf", sha256="", kind="pdf", data=data))


def bare(text: str) -> str:
    return re.sub(r"\s", "", text).translate(str.maketrans("，：；（）", ",:;()"))


def test_a_dirty_scan_that_leans_reads_as_its_text_layer_does(askew: tuple[Reading, Reading]) -> None:
    printed, recognised = askew
    assert bare(recognised.document.text) == bare(printed.document.text)
    assert recognised.document.title == printed.document.title
    assert [block.kind for block in recognised.document.blocks] == ["heading", *["paragraph"] * 3]


def test_its_figures_are_those_of_the_text_layer(askew: tuple[Reading, Reading]) -> None:
    told = [
        [(f.subject, f.value, f.unit, f.period, f.modality, f.is_growth) for f in reading.figures]
        for reading in askew
    ]
    assert len(told[0]) >= 9
    assert told[0] == told[1]
    assert all(figure.certain for figure in askew[0].figures)


def test_each_figure_is_boxed_where_it_is_printed(askew: tuple[Reading, Reading]) -> None:
    printed, _ = typeset(STORY, title="临江区招商简报")
    for raw in ("152.66", "3600", "96.3"):
        there, here = inked(printed, raw), boxed(askew[1].document, raw)
        lean = np.radians(2.0)
        x, y = there[0] - 297.5, there[1] - 421.0  # the scanner turned the page about its middle
        turned = (297.5 + x * np.cos(lean) - y * np.sin(lean), 421.0 + x * np.sin(lean) + y * np.cos(lean))
        assert np.hypot(turned[0] - here[0], turned[1] - here[1]) < 6


def boxed(document: Document, raw: str) -> tuple[float, float]:
    """The middle of the boxes of a string that the document holds once."""
    assert document.text.count(raw) == 1
    start = document.text.index(raw)
    found = document.boxes_of(start, start + len(raw))
    left, top = min(box.left for box in found), min(box.top for box in found)
    right, bottom = max(box.right for box in found), max(box.bottom for box in found)
    return (left + right) / 2, (top + bottom) / 2


def inked(data: bytes, raw: str) -> tuple[float, float]:
    """The middle of the string's ink on the first page, from its upper left corner."""
    page = pdfium.PdfDocument(data)[0]
    text = page.get_textpage()
    start = text.get_text_range().index(raw)
    rectangles = [text.get_charbox(at) for at in range(start, start + len(raw))]
    left, bottom, right, top = (
        pick(each) for pick, each in zip((min, min, max, max), zip(*rectangles, strict=True), strict=True)
    )
    return (left + right) / 2, page.get_height() - (top + bottom) / 2


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_a_page_that_lies_on_its_side_or_head_is_read(turns: int) -> None:
    printed, _ = typeset(STORY[:1], page=SMALL)
    reading = read(image_pdf([scanned(printed, Dirt(quarter_turns=turns))], dpi=150))
    assert bare(reading.document.text) == bare(STORY[0])
    (x, y), (width, height) = boxed(reading.document, "152.66"), SMALL
    (across, down) = inked(printed, "152.66")
    expected = {1: (down, width - across), 2: (width - across, height - down), 3: (height - down, across)}
    assert np.hypot(x - expected[turns][0], y - expected[turns][1]) < 5


def test_only_the_pages_that_are_pictures_are_recognised() -> None:
    first, _ = typeset(STORY[:1], page=SMALL)
    second, _ = typeset(STORY[2:], page=SMALL)
    both = PdfWriter()
    for data in (first, image_pdf([scanned(second, Dirt())], dpi=150)):
        both.append(PdfReader(io.BytesIO(data)))
    stream = io.BytesIO()
    both.write(stream)
    recognised: list[tuple[int, int]] = []
    loaded = pdf.load(stream.getvalue(), on_page=lambda done, of: recognised.append((done, of)))
    assert recognised == [(1, 1)]
    assert [loaded.text[page.start : page.end].strip()[:3] for page in loaded.pages] == ["本报临", "望湖区"]
    assert {box.confidence for box in loaded.boxes if box.page == 1} == {1.0}


def test_a_smudged_figure_is_marked_and_its_neighbours_are_not() -> None:
    printed, _ = typeset(STORY[:1], page=SMALL)
    smudge = smudged(scanned(printed, Dirt()), inked(printed, "152.66"))
    reading = read(image_pdf([smudge], dpi=150))
    doubtful = {figure.raw for figure in reading.figures if not figure.certain}
    assert doubtful and all("亿元" in raw for raw in doubtful)
    assert "34个" in {figure.raw for figure in reading.figures if figure.certain}


def smudged(jpeg: bytes, middle: tuple[float, float]) -> bytes:
    """The scan with a wet finger drawn over one place."""
    from PIL import Image, ImageFilter

    picture = Image.open(io.BytesIO(jpeg))
    x, y = (round(each * 150 / 72) for each in middle)
    area = (x - 24, y - 14, x + 24, y + 14)
    picture.paste(picture.crop(area).filter(ImageFilter.GaussianBlur(2.5)), area)
    stream = io.BytesIO()
    picture.save(stream, "JPEG", quality=80)
    return stream.getvalue()


def test_a_scan_is_read_in_the_child_within_its_limits(tmp_path: Path) -> None:
    printed, _ = typeset(STORY[:1], page=SMALL)
    (tmp_path / "扫描.pdf").write_bytes(image_pdf([scanned(printed, Dirt())] * 2, dpi=150))
    with Pool([Worker(timeout_s=60.0)]) as pool:
        report = ingest_into(tmp_path / "store", [tmp_path / "扫描.pdf"], pool=pool)
    assert [(each.state, each.reason) for each in report.outcomes] == [("added", "")]


def test_without_recognition_a_scan_says_what_to_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rapidocr", None)
    printed, _ = typeset(STORY[:1], page=SMALL)
    picture = image_pdf([scanned(printed, Dirt(dpi=72))], dpi=72)
    with pytest.raises(NeedsOcr, match=r"1页中有1页是图片.*pip install 'zhaoda\[ocr\]'"):
        pdf.load(picture)
    mixed = PdfWriter()
    for data in (printed, picture, picture):
        mixed.append(PdfReader(io.BytesIO(data)))
    stream = io.BytesIO()
    mixed.write(stream)
    [note] = pdf.load(stream.getvalue()).notes
    assert note.startswith("第2—3页是图片，其中的文字没有读入；") and "pip install" in note


def test_pages_for_which_there_is_no_time_are_named() -> None:
    def blank(number: int) -> Pixels:
        return np.full((40, 40, 3), 255, dtype=np.uint8)

    pictures = [Picture(number=number, width=20, height=20) for number in (1, 2, 4, 5, 6)]
    read_in_time = read_scans(pictures, render=blank, on_page=lambda done, of: None, most_s=0.0)
    assert list(read_in_time) == [1]
    assert "第2、4—6页没有读入" in late_note([2, 4, 5, 6])


def test_what_is_cleaned_from_a_line_keeps_each_character_with_its_own_certainty() -> None:
    text = "临江区 签约34个"
    certainties = tuple(0.5 if char == "3" else 0.99 for char in text)
    spans = tuple((n / len(text), (n + 1) / len(text)) for n in range(len(text)))
    corners = np.array([[0.0, 0.0], [90.0, 0.0], [90.0, 12.0], [0.0, 12.0]])
    writing = Writing(text=text, certainties=certainties, spans=spans, corners=corners)
    read_page = ReadPicture(lines=(writing,), quarter_turns=0, width=100, height=100)
    [line] = sheet_of(read_page, Picture(number=1, width=50, height=50)).lines
    assert line.text == "临江区签约34个"
    assert [(run.text, run.confidence) for run in line.runs] == [
        ("临江区签约", 0.99),
        ("3", 0.5),
        ("4个", 0.99),
    ]
    assert (line.runs[1].left, line.runs[1].right) == pytest.approx((30.0, 35.0))
