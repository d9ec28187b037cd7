"""Offices in other cities, ties, classes that are not listed, firms that came, and what a district does."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import Assistant
from ingest import ingest

BULLETIN = """# 绵阳市2024年1-6月招商引资工作成效

发布时间：2024-07-15

一、亿元以上新签约项目情况

1-6月份全市亿元以上新签约项目114个，分别为：三台县34个、江油市32个、涪城区27个、游仙区21个。

二、5亿元以上新签约项目情况

1-6月份全市5亿元以上新签约项目14个，分别为：三台县6个、江油市6个、涪城区2个。
"""
FEATURE = """绵阳各区县招商观察

绵阳日报 2024-07-18

7月13日，绵阳驻南京招商办事处传回消息：1.2亿元现代农产品加工项目签约。绵阳深圳招商办事处也传来消息，投资2亿元的电子项目也将签约。

聚焦新能源汽车零部件产业，绵阳围绕整车企业，先后引进远航高科、汇达电驱、昆远底盘等产业链上下游配套企业，提升核心竞争力。拜访了成都集团、长虹集团、九洲集团。

涪城区把“老工业”与“新赛道”结合起来。作为绵阳高新区所在地，涪城区今年提出“一链一专班、一企一专员”，由区领导担任产业链链长，推动招商引资。
"""
FAIR = """绵阳在杭州推介

2024-07-20

7月19日，绵阳市推介会在杭州举行。此次活动中，现场签约项目47个，签约总金额410亿元。其中，工业项目43个，签约总金额380亿元；现代服务业项目4个，签约总金额30亿元。
"""


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("offices")
    for name, text in (("a.md", BULLETIN), ("b.txt", FEATURE), ("c.txt", FAIR)):
        (folder / name).write_text(text, encoding="utf-8")
    store = Path(folder) / "store"
    ingest([folder], store=store)
    return Assistant.open(store)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        pytest.param(
            "2024年上半年哪个县5亿元以上新签约项目最多？",
            ("三台县、江油市并列最多", "6个"),
            id="a-tie-names-both",
        ),
        pytest.param(
            "绵阳新能源汽车零部件产业引进了哪些企业？",
            ("远航高科", "汇达电驱", "昆远底盘"),
            id="who-came-of-the-trade",
        ),
        pytest.param(
            "涪城区招商有什么打法？", ("一链一专班", "链长"), id="where-a-zone-lies-is-no-neighbour"
        ),
        pytest.param("绵阳推介会上现场签约总金额多少？", ("410亿元",), id="the-money-of-all"),
        pytest.param("绵阳推介会上现代服务业签约总金额多少？", ("30亿元",), id="the-money-of-a-part"),
    ],
)
def test_told_in_full(asked: Assistant, question: str, says: tuple[str, ...]) -> None:
    told = asked.ask(question).text
    assert all(each in told for each in says), told


@pytest.mark.parametrize(
    ("question", "never"),
    [
        pytest.param("2024年上半年游仙区有没有5亿元以上新签约项目？", "21个", id="another-class"),
        pytest.param("绵阳驻南京办事处签下的项目投资多少？", "2亿元的", id="another-office"),
    ],
)
def test_another_is_not_told(asked: Assistant, question: str, never: str) -> None:
    told = asked.ask(question)
    assert never not in told.text.split("\n")[0], told.text
