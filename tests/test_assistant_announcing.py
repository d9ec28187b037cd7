"""Preambles, letterheads, signatures and headings are told from what answers."""

from __future__ import annotations

import pytest

from assistant.passages.announcing import announces, heads


@pytest.mark.parametrize(
    "text",
    [
        "为进一步支持企业用工，经市政府同意，现将有关事项通知如下：",
        "为帮助企业渡过难关，结合我区实际，特制定以下措施。",
        "现就做好春耕备耕工作有关事项通知如下。",
        "《通知》对园区安全生产提出了4个方面的要求。",
        "星河市人民政府办公室 2024年3月5日",
        "云岭政办发〔2024〕7号 各区人民政府，市政府各部门：",
        "请结合实际，认真贯彻执行。",
    ],
)
def test_a_preamble_announces(text: str) -> None:
    assert announces(text)


@pytest.mark.parametrize(
    "text",
    [
        "申请人须提交如下材料：1.营业执照；2.申请表。",
        "2024年3月5日，星河市举行项目集中签约仪式。",
        "自2024年3月起，对承租国有房产的企业免收两个月租金。",
        "会议要求，要提出切实可行的措施并抓好落实，确保一季度开门红。",
    ],
)
def test_what_tells_something_does_not_announce(text: str) -> None:
    assert not announces(text)


@pytest.mark.parametrize(
    ("text", "question", "heading"),
    [
        ("2.减免中小企业房租。", "星河市怎样减免中小企业房租？", True),
        ("三、切实减轻企业负担", "云岭区采取哪些措施切实减轻企业负担？", True),
        ("减免中小企业房租两个月，由国资委负责落实。", "星河市怎样减免中小企业房租？", False),
        ("企业可登录政务服务网办理。", "企业在哪里办理？", False),
        ("企业复工需要哪些材料？", "企业复工需要哪些材料？", False),
    ],
)
def test_a_heading_says_only_what_is_asked(text: str, question: str, heading: bool) -> None:
    assert heads(text, question) is heading
