"""A text wrapped, quoted, copied from pages or set in a table of a web page reads as its author wrote it."""

from __future__ import annotations

import pytest

from ingest import html, text
from ingest.page_ends import JOINT, without_page_ends
from ingest.quoted import without_quote_marks
from ingest.wrapping import unwrapped

FIRST = (
    "今年前三季度，澄川市新签约亿元以上项目126个，总投资483.5亿元，同比增长12.6%；"
    "其中云麓区签约38个，总投资156.2亿元，居全市首位，桐岭县签约27个，总投资98.4亿元。"
)
SECOND = (
    "截至9月底，全市在建亿元以上工业项目214个，年内完成投资236.7亿元，占年度计划的81.3%，"
    "博远新材料、恒启装备等15个项目建成投产，达产后可新增产值120亿元。"
)
TITLE = "澄川市前三季度招商引资成效明显"
PARAGRAPHS = [FIRST, SECOND]


def by_characters(paragraph: str, width: int) -> list[str]:
    return [paragraph[at : at + width] for at in range(0, len(paragraph), width)]


def by_columns(paragraph: str, width: int) -> list[str]:
    lines, room = [""], width
    for char in paragraph:
        room -= 1 if char.isascii() else 2
        if room < 0:
            lines.append("")
            room = width - (1 if char.isascii() else 2)
        lines[-1] += char
    return lines


def paragraphs_of(written: str) -> list[str]:
    loaded = text.load(written.encode())
    return [loaded.text[b.start : b.end] for b in loaded.blocks if b.kind == "paragraph"]


@pytest.mark.parametrize("cut", [by_characters, by_columns])
@pytest.mark.parametrize("width", [34, 41, 60])
@pytest.mark.parametrize("between", ["", "\n"], ids=["close", "blank line"])
def test_wrapped_lines_are_whole_again(cut, width: int, between: str) -> None:  # type: ignore[no-untyped-def]
    lines = "\n".join(f"{between}" + "\n".join(cut(f"\u3000\u3000{each}", width)) for each in PARAGRAPHS)
    assert paragraphs_of(f"{TITLE}\n\n{lines}") == PARAGRAPHS


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("全市一季度新签约项目3\n6个，总投资88亿元。", "全市一季度新签约项目36个，总投资88亿元。"),
        ("全市一季度新签约项目总投资3\n6.5亿元。", "全市一季度新签约项目总投资36.5亿元。"),
        ("全市一季度新签约项目总投资36.\n5亿元。", "全市一季度新签约项目总投资36.5亿元。"),
        ("全市招商引资工作会议提出到20\n26年突破千亿。", "全市招商引资工作会议提出到2026年突破千亿。"),
        ("全市一季度新签约项目总投资36\n亿元。", "全市一季度新签约项目总投资36亿元。"),
        ("云麓区到位资金48.6亿\n元，桐岭县52亿元。", "云麓区到位资金48.6亿元，桐岭县52亿元。"),
        ("全市开工率较上月提高3.5个百\n分点。", "全市开工率较上月提高3.5个百分点。"),
        ("全市实际利用外资1.2亿美 \n元，增长8%。", "全市实际利用外资1.2亿美元，增长8%。"),
        ("全市共签约项目126 \n个，总投资88亿元。", "全市共签约项目126个，总投资88亿元。"),
        ("全市招商引资到位资金突破100亿\n元旦前后再签三个项目。", None),
        ("新签约项目清单见附件1\n2024年度计划见附件2", None),
        ("云麓区新签约项目数量排第1\n3、桐岭县", None),
        ("项目总数 8\n12家", None),
        ("云麓区新签约项目38\n项目总投资156亿元", None),
    ],
)
def test_a_number_that_a_lines_end_parts_is_whole_again(broken: str, whole: str | None) -> None:
    assert unwrapped(broken) == (whole or broken)


@pytest.mark.parametrize("day", ["2022-03-12", "发布时间：2022-03-12", "2022.03.12", "2022/3/12"])
def test_a_day_above_a_line_that_opens_with_another_is_left(day: str) -> None:
    told = f"{TITLE}\n{day}\n3月11日上午，澄川市集中签约项目33个。"
    assert unwrapped(told) == told


@pytest.mark.parametrize("number", ["— 3 —", "第3页 共8页", "3/8", "3"])
@pytest.mark.parametrize("head", ["", "澄川招商简报　2024年第5期"])
def test_a_sentence_goes_on_over_the_end_of_a_page(number: str, head: str) -> None:
    cut = len(FIRST) - 40
    page = "\n".join(["", number, "", *([head, ""] if head else [])])
    top = f"{head}\n\n" if head else ""
    found = paragraphs_of(f"{top}{TITLE}\n\n{FIRST[:cut]}\n{page}\n{FIRST[cut:]}\n\n{SECOND}")
    assert found[-2:] == PARAGRAPHS


@pytest.mark.parametrize(
    "listed",
    [
        "项目简介：建设储能电池生产线及配套\n\n2\n\n恒启精密装备项目\n\n项目简介：建设数控机床生产线",
        "一季度签约项目情况如下：\n\n12\n\n个，居全市首位",
        "全市新签约项目36个，总投资88亿元。\n\n— 3 —\n\n桐岭县新签约项目12个。",
        "全市新签约项目36个，总投资88亿元，其中工业项目\n\n— 3 —\n\n\u3000\u3000桐岭县新签约项目12个。",
    ],
)
def test_a_number_between_parts_of_a_text_is_left(listed: str) -> None:
    assert without_page_ends(listed) == listed
    assert JOINT not in without_page_ends(listed)


def test_quoted_lines_lose_their_marks() -> None:
    quoted = "\n".join(f"> {line}".rstrip() for each in PARAGRAPHS for line in [*by_characters(each, 34), ""])
    assert paragraphs_of(f"请审阅下文。\n\n{quoted}")[-2:] == PARAGRAPHS
    assert without_quote_marks("增速>5%的有3个区\n> 备注") == "增速>5%的有3个区\n> 备注"


def page(body: str) -> list[tuple[str, str]]:
    loaded = html.load(
        f"<html><head><title>澄川市投资促进局</title></head><body>{body}</body></html>".encode()
    )
    return [(b.kind, loaded.text[b.start : b.end]) for b in loaded.blocks]


BODY = "<br><br>".join(f"&nbsp;&nbsp;&nbsp;&nbsp;{each}" for each in PARAGRAPHS)
LAID_OUT = {
    "one cell": f"<table><tr><td>{TITLE}<br><br>{BODY}</td></tr></table>",
    "row by row": f"<table><tr><td>{TITLE}</td></tr><tr><td>{BODY}</td></tr></table>",
    "a row each": "<table>"
    + "".join(f"<tr><td width=9></td><td>{each}</td></tr>" for each in [TITLE, *PARAGRAPHS])
    + "</table>",
    "beside a menu": f"<table><tr><td>首页<br>政策</td><td><h3>{TITLE}</h3>{BODY}</td></tr></table>",
    "wrapped": f"<h3>{TITLE}</h3><div>"
    + "<br>".join(line for each in PARAGRAPHS for line in by_characters(f"\u3000\u3000{each}", 34))
    + "</div>",
    "set as typed": f"<h3>{TITLE}</h3><pre>"
    + "\n".join(line for each in PARAGRAPHS for line in by_characters(f"\u3000\u3000{each}", 34))
    + "</pre>",
    "headed outside": f"<h3>{TITLE}</h3><div id=zoom>{BODY}</div>",
}


@pytest.mark.parametrize("body", LAID_OUT.values(), ids=LAID_OUT)
def test_an_article_in_a_table_of_a_page_is_paragraphs(body: str) -> None:
    found = page(body)
    assert [words for kind, words in found if kind == "paragraph"][-2:] == PARAGRAPHS
    assert ("heading", TITLE) in found


def test_a_form_with_a_long_cell_stays_a_table() -> None:
    card = f"<tr><td>项目名称</td><td>储能电池项目</td></tr><tr><td>建设内容</td><td>{BODY}</td></tr>"
    kinds = [kind for kind, _ in page(f"<table>{card}</table>")]
    assert "list" in kinds
    rows = "<table><tr><td>区县</td><td>签约项目（个）</td></tr><tr><td>云麓区</td><td>38</td></tr></table>"
    assert [kind for kind, _ in page(rows)] == ["table"]


def test_the_headline_over_an_articles_element_opens_it() -> None:
    loaded = html.load(
        f"<html><head><title>{TITLE}_澄川市政府网</title></head><body><h1>{TITLE}</h1>"
        f"<div id=zoom>{BODY}</div></body></html>".encode()
    )
    assert loaded.text.startswith(TITLE)
    assert loaded.blocks[0].level == 1
