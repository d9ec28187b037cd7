"""A table of foreign money with goals beside it, and a news item of an event with two moneys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from ingest_samples import asked_over

from assistant import Assistant

REPORT = """# 嘉兴市2022年度招商引资工作完成情况通报

嘉兴市投资促进中心　2023年1月19日

## 一、外资

2022年，全市合同外资62.7亿美元，同比增长7.9%；实际使用外资31.25亿美元，同比增长6.6%，完成省下达任务29亿美元的107.8%。

| 县（市、区） | 合同外资（亿美元） | 实际使用外资（亿美元） | 年度任务（亿美元） | 完成率（%） |
|---|---|---|---|---|
| 南湖区 | 9.8 | 4.62 | 4.3 | 107.4 |
| 秀洲区 | 6.4 | 3.15 | 3.4 | 92.6 |
| 海宁市 | 8.7 | 4.35 | 4.1 | 106.1 |

## 二、重大项目

百亿级项目2个（南湖区、海宁市各1个）。签约项目开工率低于60%的有秀洲区（57.3%）、海宁市（51.8%）。

## 三、2023年目标

2023年，全市力争实际使用外资32亿美元。南湖区目标实际使用外资4.8亿美元。
"""
EVENT = """嘉兴日报讯　3月16日，2023嘉兴（上海）投资推介会在上海举行，现场集中签约项目32个，\
总投资586亿元人民币和8.7亿美元。其中外资项目9个。

海宁市签约项目7个，总投资118亿元，包括总投资50亿元的长川半导体设备项目；其中外资项目2个，总投资1.6亿美元。秀洲区签约6个，总投资96亿元，\
其中兰钧新能源动力电池二期项目投资60亿元，计划今年三季度开工，2025年上半年投产。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    papers = {"通报.md": REPORT, "签约.txt": EVENT}
    with asked_over(tmp_path_factory.mktemp("event"), papers) as asked:
        yield asked


@pytest.mark.parametrize(("question", "said"), [
    ("秀洲区离年度任务还差多少", ("3.4 − 3.15 = 0.25",)),
    ("海宁市完成率多少，排第几", ("106.1%", "排第2", "4.35亿美元（2022年）")),
    ("嘉兴2022年实际使用外资多少，完成率多少", ("31.25亿美元", "107.8%")),
    ("完成率没到100%的有哪些", ("共1个：秀洲区",)),
    ("开工率低于60%的县区", ("秀洲区", "57.3%", "海宁市", "51.8%")),
    ("百亿级项目有几个，在哪里", ("2个", "南湖区", "海宁市")),
    ("海宁市实际使用外资占全市比重", ("4.35 ÷ 31.25 = 13.92%",)),
    ("2023年实际使用外资目标多少，比2022年实际多多少", ("32 − 31.25 = 0.75",)),
    ("3月16日推介会签约多少项目，总投资多少", ("2023年3月16日", "32个", "586亿元", "8.7亿美元")),
    ("推介会上哪个县区签约项目最多", ("海宁市", "7个")),
    ("推介会上50亿元以上的项目有哪些", ("共2个项目", "长川半导体设备项目", "60亿元|签约")),
    ("外资项目签了几个", ("9个",)),
    ("海宁外资项目总投资多少", ("1.6亿美元",)),
    ("推介会平均每个项目投资多少", ("586 ÷ 32", "另有8.7亿美元")),
])  # fmt: skip
def test_an_amount_is_of_the_column_the_year_and_the_money_asked(
    assistant: Assistant, question: str, said: tuple[str, ...]
) -> None:
    answer = assistant.ask(question)
    assert [piece for piece in said if piece not in answer.text] == []
