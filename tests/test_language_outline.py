"""Headed parts of papers: articles, sections, items, questions of an interpretation."""

from __future__ import annotations

import pytest

from language.outline import inside, outline

NOTICE = """关于申领落户补贴的通知

一、申领对象
2024年新注册的企业。

二、申领材料
1.申领表；
2.2023年度审计报告；
3.承诺书。

三、联系方式
综合科，电话0999-8123456。
"""
RULES = """第一章 总则
第一条 为做好项目引进工作，制定本办法。
第二章 支持内容
第二条 房租补贴。租用厂房的，按下列标准补贴：
（一）小于1000平方米的，每月每平方米5元；
（二）1000平方米以上的，每月每平方米8元。
第三条 本办法由市商务局负责解释。
"""
ASKED = """# 政策问答

**一、钱什么时候申请？什么时候到账？**

每年3月申请，6月到账。

**二、向谁咨询？**

向区商务局咨询。
"""
QA = """问：谁能申请？
答：在本市注册的企业。
问：每家多少？
答：5万元。
"""


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        pytest.param(NOTICE, ["申领对象", "申领材料", "", "", "", "联系方式"], id="sections and items"),
        pytest.param(RULES, ["总则", "", "支持内容", "房租补贴", "", "", ""], id="articles"),
        pytest.param(ASKED, ["政策问答", "钱什么时候申请？什么时候到账", "向谁咨询"], id="bold questions"),
        pytest.param(QA, ["谁能申请", "每家多少"], id="question and answer"),
        pytest.param("今年一季度，全市签约34个项目。\n\n各区加快建设。", [], id="prose"),
    ],
)
def test_a_text_is_read_as_headed_parts(text: str, heads: list[str]) -> None:
    assert [part.head for part in outline(text)] == heads


@pytest.mark.parametrize(
    ("text", "head", "body"),
    [
        pytest.param(QA, "谁能申请", "在本市注册的企业。", id="answer"),
        pytest.param(ASKED, "向谁咨询", "向区商务局咨询。", id="bold"),
        pytest.param(NOTICE, "申领对象", "2024年新注册的企业。", id="section"),
    ],
)
def test_what_a_part_tells_begins_behind_its_heading(text: str, head: str, body: str) -> None:
    (part,) = [each for each in outline(text) if each.head == head]
    assert text[part.body : part.end].strip() == body


def test_items_stand_inside_their_section() -> None:
    parts = outline(NOTICE)
    items = inside(parts[1], parts)
    assert [NOTICE[item.body : item.end].strip() for item in items] == [
        "申领表；", "2023年度审计报告；", "承诺书。",
    ]  # fmt: skip
    assert {item.above for item in items} == {("申领材料",)}


def test_items_of_an_article_do_not_reach_into_the_next() -> None:
    parts = outline(RULES)
    rent = next(part for part in parts if part.head == "房租补贴")
    assert rent.label == "第二条 房租补贴"
    assert [item.mark for item in inside(rent, parts)] == ["（一）", "（二）"]
    assert "负责解释" not in RULES[rent.start : rent.end]
