"""Pages as they are really printed: watermarks, upright headlines, text round a box, tables in small type."""

from __future__ import annotations

import io
import math

import pypdfium2
import pytest
from ingest_samples import pdf_bytes
from page_designs import Paper, Run, write
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas

from ingest import pdf

STORY = (
    "今年一季度，临江区签约亿元以上项目34个，总投资152.66亿元，其中新能源项目11个。"
    "截至3月底，全区新开工项目28个，到位资金66.5亿元，同比增长12.4%。"
)
WIDE, SIZE = 34, 12.0


def lines(text: str, *, x: float, y: float, chars: int, size: float = SIZE) -> list[Run]:
    """The text in lines of so many characters."""
    return [
        Run(page=1, x=x, y=y + 1.6 * size * n, text=text[at : at + chars], size=size)
        for n, at in enumerate(range(0, len(text), chars))
    ]


def page(*runs: Run) -> Paper:
    return Paper(width=A4[0], height=A4[1], runs=list(runs))


@pytest.mark.parametrize("words", ["内部资料 注意保存", "LINJIANG 13800000000"])
@pytest.mark.parametrize("degrees", [30, 45, -35])
def test_a_watermark_aslant_is_no_text(words: str, degrees: int) -> None:
    stream = io.BytesIO()
    sheet = canvas.Canvas(stream, pagesize=A4)
    for across in (80, 300):
        for up in range(520, 800, 70):
            sheet.saveState()
            sheet.translate(across, up)
            sheet.rotate(degrees)
            sheet.setFont("STSong-Light", 20)
            sheet.drawString(0, 0, words)
            sheet.restoreState()
    sheet.setFont("STSong-Light", SIZE)
    for n, at in enumerate(range(0, len(STORY), WIDE)):
        sheet.drawString(80, 740 - 20 * n, STORY[at : at + WIDE])
    sheet.save()
    assert "".join(pdf.load(stream.getvalue()).text.split()) == STORY


def test_a_page_aslant_as_a_whole_is_read() -> None:
    stream = io.BytesIO()
    sheet = canvas.Canvas(stream, pagesize=A4)
    sheet.rotate(math.degrees(math.atan(0.02)))
    sheet.setFont("STSong-Light", SIZE)
    for n, at in enumerate(range(0, len(STORY), 20)):
        sheet.drawString(120, 600 - 24 * n, STORY[at : at + 20])
    sheet.save()
    assert "".join(pdf.load(stream.getvalue()).text.split()) == STORY


@pytest.mark.parametrize("columns", [("临江区招商开门红",), ("临江区签约项目", "三十四个再创新高")])
def test_a_headline_set_from_top_to_bottom_stands_before_its_article(columns: tuple[str, ...]) -> None:
    upright = [
        Run(page=1, x=72 + 36 * (len(columns) - 1 - n), y=100 + 26 * at, text=char, size=24)
        for n, column in enumerate(columns)
        for at, char in enumerate(column)
    ]
    body = lines("　　" + STORY * 2, x=160, y=100, chars=28)
    text = pdf.load(write(page(*upright, *body), "random", seed=3)).text
    assert text.split()[0] == "".join(columns)
    assert "".join(text.split()[1:]) == STORY * 2


def test_text_round_a_box_goes_on_beside_and_below_it() -> None:
    beside = lines(STORY[:60], x=72, y=110, chars=20)
    below = lines(STORY[60:], x=72, y=110 + 3 * 1.6 * SIZE, chars=36)
    boxed = [
        Run(page=1, x=340, y=112 + 20 * n, text=text, size=SIZE)
        for n, text in enumerate(("链主企业是在产业链中", "居于核心地位的企业。"))
    ]
    paper = page(*beside, *below, *boxed)
    paper.frames.append((1, 330, 92, 190, 56, False))
    paragraphs = pdf.load(write(paper, "row")).text.split()
    assert paragraphs == [STORY, "链主企业是在产业链中居于核心地位的企业。"]


def test_a_few_lines_in_columns_with_rules_between_them_are_no_table() -> None:
    columns = [("2025年4月3日", "一、总体情况"), (STORY[0:20], STORY[20:40]), (STORY[40:60], STORY[60:])]
    texts = [columns[0], *columns[1:]]
    runs = [Run(page=1, x=72, y=60, text="临江区一季度招商情况", size=22)]
    for n, column in enumerate(texts):
        runs += [
            Run(page=1, x=60 + 170 * n, y=110 + 20 * at, text=text, size=8) for at, text in enumerate(column)
        ]
    paper = page(*runs)
    paper.rules += [(1, 60 + 170 * n - 5, 98, 60 + 170 * n - 5, 140) for n in (1, 2)]
    assert STORY in "".join(pdf.load(write(paper, "row")).text.split())


def test_columns_of_text_where_a_line_begins_with_a_number_are_no_table() -> None:
    rows = (
        ("签约金额9433.27亿元，同比增长29.8", "量发展的动能增强。1至9月，全", "月，第二产业签约金额6148."),
        ("4%", "省签约项目3989个，签约金额", "28亿元，同比增长39.57%，占"),
        ("2025年4月3日", "9433.27亿元，其中，制造业", "签约金额的65.18%。新建项目"),
    )
    runs = [
        Run(page=1, x=40 + 180 * n, y=100 + 17 * at, text=text, size=10)
        for at, row in enumerate(rows)
        for n, text in enumerate(row)
    ]
    read = "".join(pdf.load(write(page(*runs), "row")).text.split())
    assert "\t" not in pdf.load(write(page(*runs), "row")).text
    assert "省签约项目3989个，签约金额9433.27亿元" in read
    assert "签约金额6148.28亿元" in read


def test_double_digits_in_small_type_are_no_type_printed_twice() -> None:
    large = lines("临江区招商引资工作简报" * 6, x=60, y=100, chars=22, size=22)
    small = Run(page=1, x=60, y=300, text="其中新能源项目11个，生物医药项目100个。", size=7)
    read = pdf.load(write(page(*large, small), "row")).text
    assert "新能源项目11个，生物医药项目100个" in read


def test_months_parted_at_the_end_of_a_line_are_one_span() -> None:
    for first, second in (("1", "-6月"), ("1-", "6月")):
        before = "从投资行业来看，全市制造业利用外资占比提高明显。今年" + first
        after = second + "，全市制造业新设外商投资企业55家，占比24.4%。"
        read = pdf.load(pdf_bytes([(72, 100, before), (72, 118, after)])).text
        assert "今年1-6月，全市" in read


def test_a_page_upside_down_has_no_blanks_in_its_numbers() -> None:
    upright = write(page(*lines(STORY, x=72, y=110, chars=WIDE)), "row")
    document = pypdfium2.PdfDocument(upright)
    document[0].set_rotation(180)
    stream = io.BytesIO()
    document.save(stream)
    assert pdf.load(stream.getvalue()).text == pdf.load(upright).text
