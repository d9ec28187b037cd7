"""到位资金 is answered from what a province calls 到位省际资金, never by what one channel of it brought."""

from __future__ import annotations

from pathlib import Path

import pytest
from ingest_samples import asked_over

PAPER = """2025年上半年宝鸡市招商引资情况通报

上半年，宝鸡市共签订合同项目126个，总投资512.8亿元。到位省际资金238.6亿元，同比增长9.2%。

苏陕协作共引进项目23个，总投资41.5亿元，到位资金12.3亿元；与成都市联合举办推介会2场，签约项目15个，总投资52.6亿元。
"""
TABLE = """宝鸡市2024年各县区招商引资指标完成情况,,,
县区,签约项目（个）,到位省际资金（亿元）,完成率（%）
陈仓区,51,89.2,104.9
眉县,32,45.1,98.0
宝鸡市合计,83,134.3,102.5
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("宝鸡2025年上半年到位资金多少？", "238.6亿元"),
        ("眉县2024年到位资金多少？", "45.1亿元"),
        ("眉县2024年到位省外资金多少？", "45.1亿元"),
        ("2024年哪个区县到位资金最多？", "89.2亿元"),
    ],
)
def test_money_of_other_provinces_answers_for_money_that_came(
    tmp_path: Path, question: str, told: str
) -> None:
    with asked_over(tmp_path, {"通报.txt": PAPER, "指标.csv": TABLE}) as assistant:
        answer = assistant.ask(question)
        assert not answer.refused and told in answer.text
        assert "12.3" not in answer.text


def test_a_channel_is_told_its_own_money(tmp_path: Path) -> None:
    with asked_over(tmp_path, {"通报.txt": PAPER}) as assistant:
        text = assistant.ask("苏陕协作引进了多少项目，到位资金多少？").text
        assert "23个" in text and "12.3亿元" in text
        assert "52.6" not in text
