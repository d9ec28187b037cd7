"""The printed page beside the text: the cited passage is marked where its ink is."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pypdfium2 as pdfium
import pytest
from browser_desk import answered, ask, browser, running, visit
from scan_pages import FONTS, typeset

from assistant import Assistant
from ingest import ingest
from ui.format_page import pages_html
from ui.holdings import Holdings
from ui.service import Service
from vectorstore.document import Box, Boxes, Document, Page

TEXT = "临江区签约项目三十四个，总投资百亿元"
QUESTION = "临江区一季度签约了多少个亿元以上项目？"
FILLER = "全区上下抓招商、促发展的氛围日益浓厚，一批重点项目加快落地，营商环境持续优化。" * 4
FACT = "2025年一季度，临江区签约亿元以上项目34个，总投资152.66亿元。"


def document(*boxes: Box) -> Document:
    pages = tuple(Page(number=n, start=0, end=len(TEXT), width=200, height=400) for n in (1, 2))
    return Document(id="d", name="d.pdf", text=TEXT, pages=pages, boxes=Boxes.of(boxes))


def test_runs_of_a_line_are_one_mark_and_lines_and_pages_have_their_own() -> None:
    html = pages_html(
        document(
            Box(page=1, start=0, end=4, left=20, top=100, right=60, bottom=110),
            Box(page=1, start=4, end=8, left=61, top=100, right=100, bottom=110),
            Box(page=1, start=8, end=12, left=20, top=112, right=60, bottom=122),
            Box(page=2, start=12, end=18, left=20, top=40, right=80, bottom=50),
        ),
        0,
        18,
    )
    first, second = html.split("</figure>")[:2]
    assert [first.count('class="spot"'), second.count('class="spot"')] == [2, 1]
    assert "/api/v1/documents/d/pages/1" in first and "/api/v1/documents/d/pages/2" in second
    assert 'style="left:9.25%;top:24.62%;width:41.50%;height:3.25%"' in first


def test_a_leaning_line_keeps_several_marks() -> None:
    boxes = [
        Box(page=1, start=n, end=n + 4, left=20 + 10 * n, top=100 + n, right=60 + 10 * n, bottom=112 + n)
        for n in (0, 4, 8, 12)
    ]
    assert pages_html(document(*boxes), 0, 16).count('class="spot"') > 1


def test_a_document_without_printed_pages_shows_none() -> None:
    assert pages_html(Document(id="d", name="d.txt", text=TEXT), 0, 5) == ""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, bytes]]:
    """The address of a desk over one PDF in two columns, and the PDF."""
    if not FONTS:
        pytest.skip("needs the Debian package fonts-wqy-microhei")
    folder = tmp_path_factory.mktemp("page")
    data, _ = typeset([FILLER, FILLER, FACT, FILLER], title="临江区招商简报", columns=2, page=(595.0, 300.0))
    (folder / "简报.pdf").write_bytes(data)
    assert ingest([folder / "简报.pdf"], store=folder / "store").added
    with (
        Assistant.open(folder / "store") as assistant,
        running(Service(assistant, Holdings(folder / "store"))) as address,
    ):
        yield address, data


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 390])
def test_a_citation_of_a_pdf_is_marked_where_its_ink_is(
    desk: tuple[str, bytes], chromium: str, width: int
) -> None:
    address, data = desk
    with browser(chromium) as opened, visit(opened, address, width=width) as page:
        ask(page, QUESTION)
        answered(page)
        page.locator("#done .body .cite").first.click()
        image = page.locator("#source .leaf img")
        image.wait_for()
        page.wait_for_function("document.querySelector('#source .leaf img').naturalWidth > 0")
        paper, spots = image.bounding_box(), page.locator("#source .spot")
        assert paper is not None
        x, y = inked(data, "152.66")
        point = (paper["x"] + x * paper["width"], paper["y"] + y * paper["height"])
        marks = [box for n in range(spots.count()) if (box := spots.nth(n).bounding_box())]
        assert any(
            box["x"] < point[0] < box["x"] + box["width"] and box["y"] < point[1] < box["y"] + box["height"]
            for box in marks
        )
        frame = page.locator("#source .frame").bounding_box()
        assert frame and frame["y"] < marks[0]["y"] < frame["y"] + frame["height"], "it is in view"
        assert page.locator("#source mark").first.inner_text().startswith("2025年一季度")
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def inked(data: bytes, raw: str) -> tuple[float, float]:
    """The middle of the string's ink as shares of the page's width and height."""
    page = pdfium.PdfDocument(data)[0]
    text = page.get_textpage()
    whole = text.get_text_range()
    assert len(re.findall(re.escape(raw), whole)) == 1
    at = whole.index(raw)
    left, bottom, _, top = text.get_charbox(at)
    right = text.get_charbox(at + len(raw) - 1)[2]
    width, height = page.get_size()
    return (left + right) / 2 / width, 1 - (top + bottom) / 2 / height
