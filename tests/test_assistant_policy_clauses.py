"""Clauses of a paper in sections: two measures at once, raised rates, rates in words, two currencies."""

from __future__ import annotations

from pathlib import Path

import pytest
from ingest_samples import asked_over

from assistant import Assistant

PAPER = """临港市人民政府关于支持投资兴业的若干意见
（临政发〔2024〕31号 2024年5月6日）

各有关单位：
现提出如下意见。
一、支持项目建设。固定资产投资3亿元以上的工业项目，按设备购置额的8%给予补助，单个项目最高2000万元；固定资产投资10亿元以上的，按12%补助，最高6000万元。
二、鼓励利用外资。对当年实际到账外资500万美元以上的项目，按到账额1.5个点奖励，最高600万元人民币；行业龙头企业投资的，奖励比例提高到2%。
三、支持市场化引荐。对引荐项目的机构，按项目实缴资本的万分之五给予奖励，单个项目不超过80万元。
四、支持研发。对年研发投入1000万元以上的企业，按研发投入的6%给予补助；专精特新企业提高2个百分点；重点实验室上浮20%。
五、本意见自2024年6月1日起施行，有效期至2026年12月31日。《临港市加快项目引进暂行办法》（临政办〔2020〕8号）同时废止。
"""
OTHER = """荆州市支持工业项目建设的若干意见
荆政规〔2025〕7号 2025年4月1日

第一条 支持工业项目建设。固定资产投资2亿元以上的，奖励100万元。
第二条 本意见由市工信局负责解释。
第三条 本意见自2025年5月1日起施行。《荆州市鼓励兴办工业项目的实施办法》（荆政办〔2021〕47号）同时废止。
"""


PAPERS = {"意见.txt": PAPER}


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        pytest.param("固定资产投资4亿元、设备购置额1亿元的工业项目补多少？",
                     ["1亿元 × 8% = 800万元", "一、支持项目建设"], "10%", id="two measures"),
        pytest.param("设备购置额8亿元，固定资产投资12亿元，能补多少？",
                     ["可奖6000万元", "8亿元 × 12% = 9600万元"], "2000万元", id="the higher tier, capped"),
        pytest.param("固定资产投资4亿元的工业项目补多少？",
                     ["需要知道设备购置额"], "可奖", id="of what is not said"),
        pytest.param("到账外资1000万美元能奖多少？",
                     ["15万美元", "600万元人民币", "行业龙头企业投资的"], "可奖", id="two currencies"),
        pytest.param("行业龙头到账外资1000万美元能奖多少？",
                     ["1000万美元 × 2% = 20万美元"], "15万", id="raised"),
        pytest.param("中介机构引荐的项目实缴资本6亿元，奖多少？",
                     ["6亿元 × 万分之五 = 30万元"], "80万元：", id="in ten thousand"),
        pytest.param("研发投入2000万元补多少？",
                     ["2000万元 × 6% = 120万元", "提高2个百分点"], "160", id="not raised"),
        pytest.param("专精特新企业研发投入2000万元补多少？",
                     ["(6% + 2%) = 160万元"], "120万", id="raised by points"),
        pytest.param("重点实验室研发投入2000万元补多少？", ["上浮20%"], "可奖", id="raised by what is open"),
    ],
)  # fmt: skip
def test_a_clause_is_worked_out_with_all_that_the_question_gives(
    assistant: Assistant, question: str, told: list[str], untold: str
) -> None:
    answer = assistant.ask(question)
    assert not answer.refused
    assert [words for words in told if words not in answer.text] == [], answer.text
    assert untold not in answer.text
    assert answer.citations


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param("临港市2020年的项目引进办法还有效吗？",
                     ["（临政办〔2020〕8号）已自2024年6月1日起废止"], id="by year"),
        pytest.param("临政办〔2020〕8号文件现在还能用吗？",
                     ["《临港市加快项目引进暂行办法》"], id="by number"),
        pytest.param("加快项目引进暂行办法作废了吗？",
                     ["废止", "（临政发〔2024〕31号）"], id="by a part of its title"),
        pytest.param("临港现在的意见还有效吗？", ["有效期至2026年12月31日"], id="in force"),
        pytest.param("这份意见什么时候到期？", ["有效期至2026年12月31日"], id="until when"),
        pytest.param("若干意见从哪天开始施行？", ["自2024年6月1日起施行"], id="from when"),
    ],
)  # fmt: skip
def test_a_paper_is_told_to_hold_or_to_be_repealed(
    assistant: Assistant, question: str, told: list[str]
) -> None:
    answer = assistant.ask(question)
    assert not answer.refused
    assert [words for words in told if words not in answer.text] == [], answer.text
    assert "《临港市人民政府关于支持投资兴业的若干意见》（临政发〔2024〕31号）" in answer.text


def test_the_number_of_a_paper_is_its_own_beside_the_name_of_a_project(tmp_path: Path) -> None:
    with asked_over(tmp_path, {"荆州.txt": OTHER}) as other:
        told = other.ask("荆政办〔2021〕47号还有效吗？").text
    assert "已自2025年5月1日起废止" in told
    assert "荆政规〔2025〕7号" in told


def test_nothing_is_said_of_a_paper_of_another_year(assistant: Assistant) -> None:
    assert "2026年12月31日" not in assistant.ask("临港市2016年的意见还有效吗？").text


def test_a_number_and_date_in_brackets_under_the_title_are_not_of_the_title(assistant: Assistant) -> None:
    (citation, *_) = assistant.ask("这份意见什么时候到期？").citations
    assert (citation.title, citation.published) == ("临港市人民政府关于支持投资兴业的若干意见", "2024-05-06")
