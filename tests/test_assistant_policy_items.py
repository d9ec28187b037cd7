"""Grants in numbered items of a section: each by itself, its tiers together, its cap lifted for some."""

from __future__ import annotations

import pytest

from assistant import Assistant

PAPER = """# 盐城市加快培育新兴产业若干政策意见

盐政发〔2025〕15号

**一、支持项目招引**

1. 对总投资4亿元以上且当年开工的项目，按设备投资额的6%给予不超过900万元的奖励；\
总投资15亿元以上的，奖励上限提高到2500万元。
2. 对世界500强企业设立的区域总部，一次性奖励260万元；其中营业收入超过90亿元的，奖励450万元。
3. 对外资项目，实际到账外资2000万美元以下的，按1%奖励；2000万美元（含）至9000万美元的，按1.5%奖励。

**二、支持企业成长**

4. 对营业收入首次突破8亿元、40亿元的企业，分别给予40万元、130万元奖励。

**三、附则**

5. 本意见自2025年3月1日起施行，由市发展改革委会同市商务局负责解释。
"""


PAPERS = {"意见.md": PAPER}


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        pytest.param("盐城总投资5亿元、设备投资1亿元的项目奖多少？",
                     ["可奖600万元", "第1项"], "2500万元", id="the first tier"),
        pytest.param("盐城总投资20亿元、设备投资3亿元的项目奖多少？",
                     ["可奖1800万元", "未超过上限2500万元"], "可奖900万元", id="a cap lifted for the larger"),
        pytest.param("盐城总投资20亿元、设备投资6亿元的项目奖多少？",
                     ["可奖2500万元", "超过上限"], "可奖900万元", id="the lifted cap reached"),
        pytest.param("盐城到账外资1000万美元奖多少？",
                     ["1000万美元 × 1% = 10万美元"], "设备", id="of its own item's measure"),
        pytest.param("盐城到账外资5000万美元奖多少？",
                     ["5000万美元 × 1.5% = 75万美元"], "不在条款", id="a second tier of the item"),
        pytest.param("盐城营业收入首次突破9亿元奖多少？", ["可奖40万元"], "130万元", id="another section"),
        pytest.param("盐城世界500强区域总部奖多少？", ["260万元"], "40万元奖励", id="how much, not for whom"),
        pytest.param("盐城的意见由谁解释？", ["市发展改革委会同市商务局负责解释"], "外资", id="who explains"),
    ],
)  # fmt: skip
def test_an_item_is_read_by_itself(assistant: Assistant, question: str, told: list[str], untold: str) -> None:
    answer = assistant.ask(question)
    assert not answer.refused
    assert [words for words in told if words not in answer.text] == [], answer.text
    assert untold not in answer.text
    assert answer.citations
