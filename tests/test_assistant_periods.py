"""Tables of one measure over several periods: the newest is meant, each is told, rests are worked out."""

from __future__ import annotations

import pytest

from assistant import Assistant


def _sheet(term: str, rows: list[tuple[str, int, str, str]]) -> str:
    lines = [f"| {name} | {count} | {money} | {grown} |" for name, count, money, grown in rows]
    head = "| 县市区 | 签约项目（个） | 签约总投资（亿元） | 总投资同比（%） |\n|---|---|---|---|"
    return f"## 2024年{term}汉中市各县区招商引资完成情况\n\n{head}\n" + "\n".join(lines)


PAPER = "# 汉中市2024年招商引资完成情况\n\n发布时间：2024-10-12\n\n" + "\n\n".join(
    [
        _sheet(
            "一季度",
            [
                ("汉台区", 12, "36.5", "8.2"),
                ("南郑区", 7, "18.4", "-3.1"),
                ("城固县", 5, "9.6", "12.4"),
                ("全市合计", 24, "64.5", "6.0"),
            ],
        ),
        _sheet(
            "上半年",
            [
                ("汉台区", 26, "82.3", "9.1"),
                ("南郑区", 15, "40.2", "1.4"),
                ("城固县", 11, "20.5", "15.2"),
                ("全市合计", 52, "143.0", "7.2"),
            ],
        ),
        _sheet(
            "前三季度",
            [
                ("汉台区", 41, "126.8", "10.4"),
                ("南郑区", 22, "61.5", "2.2"),
                ("城固县", 17, "33.9", "14.1"),
                ("全市合计", 80, "222.2", "8.3"),
            ],
        ),
    ]
)


PAPERS = {"完成情况.md": PAPER}


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        pytest.param("汉台区和南郑区谁的签约项目多？", ["41个", "22个"], ["12个"], id="the-newest-is-meant"),
        pytest.param("汉台区和城固县签约总投资合计多少？", ["160.7亿元"], [], id="sum-of-the-newest"),
        pytest.param("汉台区签约项目平均每个总投资多少？", ["3.09亿元"], [], id="mean-of-the-newest"),
        pytest.param("全市前三季度平均每个项目总投资多少？", ["2.78亿元"], ["汉台"], id="of-the-whole-city"),
        pytest.param("总投资增速最快的是哪个县区？", ["城固县最高，为14.1%"], [], id="fastest"),
        pytest.param("城固县上半年比一季度多签了几个项目？", ["6个", "11 − 5 = 6"], [], id="how-many-more"),
        pytest.param(
            "汉台区一季度、上半年、前三季度签约总投资分别是多少？",
            ["36.5亿元", "82.3亿元", "126.8亿元"],
            ["南郑"],
            id="each-period",
        ),
        pytest.param(
            "城固县一季度、二季度、三季度各签约多少个项目？",
            ["5个", "11 − 5 = 6", "17 − 11 = 6"],
            ["汉台"],
            id="periods-that-are-rests",
        ),
        pytest.param(
            "汉中市前三季度招商情况怎么样？", ["80个", "222.2亿元", "8.3%"], ["24个"], id="overview"
        ),
    ],
)
def test_a_report_over_several_periods(
    assistant: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    text = assistant.ask(question).text
    assert all(piece in text for piece in said), text
    assert not any(piece in text for piece in unsaid), text


def test_none_fell_in_the_newest_period(assistant: Assistant) -> None:
    assert "南郑区2024年一季度" not in assistant.ask("哪个县区的签约总投资同比是负的？").text
