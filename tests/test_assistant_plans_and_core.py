"""What a place meant to do in the year asked about, and a project called the core of a trade."""

from __future__ import annotations

import pytest

from assistant import Assistant

EARLIER = """绵阳部署全年招商

□绵州日报记者 罗定一 2024年2月22日

会议要求，以链主招引补链，以场景开放换项目落地。

市科技局局长卢清远说，科技局将推行“先投后股”改革，设立5亿元成果转化基金。

江油市将围绕特种钢推行“链长+专班”，健全项目洽谈、评审、落地、投产四张清单。力争一季度引进亿元以上项目12个，全年引进亿元以上重大项目45个，10亿元以上项目6个。

安州区将深化“最多跑一次”改革，让项目审批时间压缩到40天以内。
"""
LATER = """首季招商见闻

□绵州日报记者 唐小舟 2025年4月11日

今年一季度，绵阳各县市区比拼项目、比拼作风。江油市签约亿元以上项目16个。江油市还将围绕航空锻件细分赛道，引进一批热处理、精加工配套企业。

安州区坚持“一个项目、一名专员”，审批时间平均压缩到32天。

三台县的麦冬饮片生产基地原打算建在芦溪镇，因电力容量不足，改在工业园区建设，占地120亩。

云海储能电站是三台县新能源产业的核心项目，由川核集团投资35亿元建设。目前，该项目主体厂房已经封顶。
"""
PAPERS = {"二月.txt": EARLIER, "四月.txt": LATER}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("江油市2024年有什么打算？", ["四张清单"]),
        ("江油2024年和2025年的招商打法有什么变化？", ["2024年：", "四张清单", "2025年：", "航空锻件"]),
        ("安州区2024年和2025年在审批方面有什么不同？", ["40天", "32天"]),
        ("市科技局要推行什么改革，设立多大的基金？", ["先投后股", "5亿元"]),
        ("云海储能电站谁投的，投资多少，建到哪了？", ["川核集团", "35亿元", "主体"]),
        ("麦冬饮片基地占地多大？", ["120亩"]),
        ("江油市2024年要引进10亿元以上项目多少个？", ["6个"]),  # of 全年, though 一季度 stands before it
    ],
)
def test_what_is_asked_is_told(assistant: Assistant, question: str, told: list[str]) -> None:
    text = assistant.ask(question).text
    assert all(each in text for each in told)


def test_a_plan_of_another_year_is_none(assistant: Assistant) -> None:
    assert "航空锻件" not in assistant.ask("江油市2024年有什么打算？").text


def test_what_only_speaks_of_projects_names_none(assistant: Assistant) -> None:
    text = assistant.ask("绵阳有哪些项目？").text
    assert "换项目" not in text
    assert "比拼项目" not in text
