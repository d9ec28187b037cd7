"""Newspaper articles on a city's investment promotion, asked by someone in a hurry."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import Assistant
from ingest import ingest

DISTRICT = """全力冲刺招商引资全年目标——柳江区精准招商纪实

来源：柳州日报 发布日期：2020-09-16

1月至7月，柳江区到位资金36.31亿元；引进企业37家，总投资81.19亿元，其中“三企入柳”签约企业21家，投资额48.9亿元。
"""
CITY = """大庆今年已签约亿元以上项目25个 计划投资额265.7亿元

日期：2024-06-11 来源：大庆日报

澜图投资公司计划投资30亿元的北岭精细化工产业园项目与恒远农业集团有限公司计划投资8.6亿元的高标准设施农业产业园项目将落户林甸县，\
维恩科技集团有限公司计划投资7亿元的艾草生物经济项目将落户肇源县。今年以来，全市新签约千万元以上项目30个、计划投资额267.8亿元，\
其中亿元以上项目25个、计划投资额265.7亿元。同时，近期可签约的亿元以上项目6个，计划投资额41.3亿元。
"""
WORKS = """柳州四季度重大项目集中开竣工

日期：2023-11-16 来源：柳州日报

11月15日，柳州市举行2023年四季度重大项目集中开竣工仪式。本次集中开竣工共106个项目，总投资445亿元，年度计划投资89亿元。2022年上半年，\
柳州市新引进工业项目344个。
2024年，柳州市计划签约千万元以上项目260个以上，其中亿元以上项目100个以上。
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("papers")
    for name, text in (("区", DISTRICT), ("市", CITY), ("开工", WORKS)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    ingest([folder], store=folder / "store")
    return folder / "store"


@pytest.mark.parametrize(
    ("question", "told", "never"),
    [
        pytest.param("柳江区到位资金多少", "36.31亿元", "目标", id="a-headline-runs-for-an-aim"),
        pytest.param("柳江三企入柳签约企业多少家、投资额", "48.9亿元", "81.19", id="the-amount-right-behind"),
        pytest.param(
            "大庆今年签约的亿元以上项目有几个", "25个", "目标", id="a-headline-tells-a-planned-amount"
        ),
        pytest.param(
            "大庆2024年签了多少千万元以上项目，计划投资额", "267.8亿元", "265.7", id="ends-in-an-amount"
        ),
        pytest.param("2022上半年柳州引进工业项目多少个", "344个", "没有", id="a-year-without-its-word"),
        pytest.param("柳州四季度集中开竣工项目今年要投多少", "亿元", "减少", id="a-time-within-another"),
        pytest.param("2024年柳州计划签多少亿元以上项目", "100个以上", "没有", id="how-many-of-a-class"),
        pytest.param("2024年柳州计划签多少1000万以上项目", "260个", "100个", id="a-class-without-yuan"),
        pytest.param("大庆2024年亿元以上签约项目平均每个投资多少", "10.63", "6.88", id="what-may-be-signed"),
    ],
)
def test_what_the_paper_tells_is_told(store: Path, question: str, told: str, never: str) -> None:
    with Assistant.open(store) as assistant:
        text = assistant.ask(question).text
    assert told in text
    assert never not in text


def test_each_project_is_its_own_firms(store: Path) -> None:
    with Assistant.open(store) as assistant:
        told = {row.name: (row.investor, row.place) for row in assistant.projects()}
    assert told["北岭精细化工产业园项目"][0] == "澜图投资公司"
    assert told["高标准设施农业产业园项目"] == ("恒远农业集团有限公司", "林甸县")
    assert told["艾草生物经济项目"] == ("维恩科技集团有限公司", "肇源县")


def test_a_total_before_and_after_is_not_compared(store: Path) -> None:
    with Assistant.open(store) as assistant:
        assert "2022年" in assistant.ask("柳州2022上半年引进工业项目多少").text
