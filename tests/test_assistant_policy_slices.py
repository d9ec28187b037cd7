"""Grants whose tiers are each of a slice of the amount, and those of what grew, are worked out as such."""

from __future__ import annotations

import pytest

from assistant import Assistant

PAPER = """衢州市支持产业项目建设若干措施
衢政规〔2025〕11号

第一条 建设奖励。固定资产投资达到8000万元的，按实际固定资产投资额的2%给予奖励；\
超过8000万元至4亿元的部分，按4%给予奖励；超过4亿元的部分，按6%给予奖励。\
单个项目累计奖励不超过3000万元。
第二条 研发补助。对企业年度研发投入，600万元以下部分按5%补助；\
600万元至3000万元部分按8%补助；3000万元以上部分按10%补助，最高400万元。
第三条 外贸奖励。对年度进出口额超过2000万元的部分，按1%给予奖励，最高150万元。
第四条 贡献奖励。年度税收800万元以上的企业，按照税收较上年增量部分的30%给予奖励。
第五条 引资奖励。对到位外资，1000万美元以内的部分按1%奖励，1500万美元以上的部分按2%奖励。
第六条 设备补助。设备投入500万元以上的按5%补助，2000万元以上的按8%补助，最高600万元。
第七条 资本奖励。按项目实缴资本的2‰给予奖励，最低6万元，最高40万元。
第八条 技改补助。按技改投入的10%予以补助，最高500万元；其中购买国产机床的，按16%补助，最高700万元。
第九条 产值奖励。年产值2亿元以上的，奖励30万元；在此基础上每增加1亿元，再奖励6万元，最高90万元。
第十条 外迁限制。补助资金与省级资金合计不得超过固定资产投资额的15%。
第十一条 本措施自2025年3月1日起施行。
"""


PAPERS = {"措施.txt": PAPER}


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        pytest.param("固定资产投资3亿元的项目奖多少？",
                     ["可奖1040万元", "8000万元 × 2% + 2.2亿元 × 4%"], "1200万元", id="two slices"),
        pytest.param("固定资产投资5亿元能拿多少奖励？",
                     ["可奖2040万元", "1亿元 × 6%"], "可奖3000万元", id="three slices"),
        pytest.param("固定资产投资10亿元奖多少？",
                     ["可奖3000万元", "超过上限"], "6000万元", id="capped"),
        pytest.param("固定资产投资8000万元奖多少？", ["可奖160万元"], "4%", id="the first slice alone"),
        pytest.param("固定资产投资5000万元奖多少？", ["够不上门槛"], "可奖", id="below"),
        pytest.param("研发投入2000万元补多少？",
                     ["可奖142万元", "600万元 × 5% + 1400万元 × 8%"], "160万元", id="from nothing on"),
        pytest.param("进出口额5000万元奖多少？", ["可奖30万元", "3000万元 × 1%"], "50万元：", id="one slice"),
        pytest.param("年税收1000万元能奖多少？", ["税收较上年增量部分"], "300万元", id="of what grew"),
        pytest.param("实缴资本1000万元奖多少？",
                     ["可奖6万元", "不足下限，按最低6万元计"], "可奖2万元", id="a floor"),
        pytest.param("购买国产机床技改投入3000万元补多少？",
                     ["可奖480万元", "3000万元 × 16%"], "300万元", id="of those apart"),
        pytest.param("技改投入3000万元补多少？", ["可奖300万元", "国产机床"], "可奖480", id="not apart"),
        pytest.param("年产值5亿元奖多少？", ["可奖48万元", "30万元 + 3 × 6万元"],
                     "可奖30万元", id="steps above"),
        pytest.param("年产值20亿元奖多少？", ["可奖90万元", "超过上限"], "可奖138万元", id="steps, capped"),
        pytest.param("设备投入3000万元补多少？",
                     ["可奖240万元", "3000万元 × 8%"], "150万元", id="tiers parted by a comma"),
        pytest.param("到位外资1200万美元奖多少？",
                     ["不能直接算出金额", "1000万美元以内的部分"], "可奖", id="a gap between slices"),
    ],
)  # fmt: skip
def test_every_slice_goes_by_its_own_rate(
    assistant: Assistant, question: str, told: list[str], untold: str
) -> None:
    answer = assistant.ask(question)
    assert [words for words in told if words not in answer.text] == [], answer.text
    assert untold not in answer.text
    assert answer.citations
