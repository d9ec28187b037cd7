"""Several figures asked in one breath of what a bulletin or a signing tells: is each told by its own row?"""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import Assistant
from ingest import ingest

BULLETIN = """# 绵阳市2024年1-6月招商引资工作成效

发布时间：2024-07-15

一、亿元以上新签约项目情况

1-6月份全市亿元以上新签约项目114个，分别为：三台县34个、江油市32个、涪城区27个、游仙区21个。

二、亿元以上新签约开工项目情况

1-6月份全市亿元以上新签约开工项目84个，分别为：三台县32个、江油市22个、涪城区17个、游仙区13个。各县区亿元以上新签约项目开工率分别为：三台县94.1%、江油市68.9%、涪城区63%、游仙区61.9%。
"""
SIGNING = """绵阳举行重大项目集中签约仪式

本报讯 8月15日，绵阳市2024年三季度重大项目集中签约仪式举行，现场签约项目32个，总投资286.4亿元。\
其中先进制造业项目24个、总投资231.9亿元，现代服务业项目8个。
"""
REPORT = """绵阳市2023年上半年招商引资情况

2023年7月10日

上半年，全市到位资金463.2亿元，完成年度任务的58.7%。签约亿元以上项目218个。分产业看，装备制造项目118个，电子信息项目76个。
"""
PLAN = """绵阳市2024年招商引资工作安排

2024年1月12日

2024年，全市计划签约亿元以上项目450个，到位资金900亿元以上。
"""


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("parts")
    for name, text in (("a.md", BULLETIN), ("b.txt", SIGNING), ("c.txt", REPORT), ("d.txt", PLAN)):
        (folder / name).write_text(text, encoding="utf-8")
    store = Path(folder) / "store"
    ingest([folder], store=store)
    return Assistant.open(store)


@pytest.mark.parametrize(
    ("question", "says", "never"),
    [
        pytest.param(
            "三台县2024年上半年亿元以上新签约项目有几个，开工率多少？",
            ("34个", "94.1%"),
            "32个",
            id="a-count-and-a-rate-of-two-lists",
        ),
        pytest.param(
            "2024年1-6月江油市签约了多少个亿元以上项目，开工了多少？",
            ("32个", "22个"),
            "",
            id="signed-and-begun",
        ),
        pytest.param(
            "2024年三季度集中签约了多少项目，总投资多少，其中制造业几个？",
            ("32个", "286.4亿元", "24个"),
            "",
            id="the-money-of-all-beside-a-part",
        ),
        pytest.param(
            "2023年上半年绵阳到位资金多少，完成年度任务多少？",
            ("463.2亿元", "58.7%"),
            "51.",
            id="the-share-as-printed-before-one-of-another-year",
        ),
        pytest.param(
            "2023年上半年绵阳签约亿元以上项目多少个？其中装备制造多少个？",
            ("218个", "118个"),
            "",
            id="a-part-that-leaves-its-class-unsaid",
        ),
    ],
)
def test_each_part_by_its_own_row(asked: Assistant, question: str, says: tuple[str, ...], never: str) -> None:
    told = asked.ask(question)
    assert all(each in told.text for each in says), told.text
    assert not never or never not in told.text, told.text


def test_a_class_that_is_not_told_is_missed_aloud(asked: Assistant) -> None:
    told = asked.ask("2023年上半年绵阳签约亿元以上项目多少个？其中10亿元以上几个？")
    assert "218个" in told.text and "10亿元以上几个" in told.text, told.text
