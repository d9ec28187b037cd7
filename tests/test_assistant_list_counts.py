"""Lists of projects are counted and added up row by row, by place, stage and trade, where no paper does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from ingest_samples import asked_over

from assistant import Assistant

_PROGRESS = """宜宾市2024年重点项目推进情况表
序号,项目名称,所在区县,投资方,总投资（亿元）,所属产业,当前状态
1,华铭高性能铝箔项目,翠屏区,华铭新材料公司,5,新材料,已签约
2,鑫源储能电池项目,翠屏区,鑫源科技公司,12,新能源,在建
3,标准厂房项目,江安县,江安产业投资公司,3,其他,在建
4,标准厂房项目,长宁县,长宁产业投资公司,2,其他,已投产
5,金禾储能电站项目,江安县,金禾新材料公司,8.6,新能源,前期
6,金禾固态电池项目,江安县,金禾新材料公司,8.6,新能源,前期
"""
_REPORT = """南充市上半年招商引资情况

发布时间：2024-07-10

上半年，南充市新签约项目46个，总投资358亿元。其中，顺庆区签约12个，高坪区签约9个。川北云仓项目落户顺庆区，总投资12亿元。
"""
PAPERS = {"推进表.csv": _PROGRESS, "南充.md": _REPORT}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asked_over(tmp_path_factory.mktemp("lists"), PAPERS) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param("江安县有几个项目？", "共3个项目", id="of-a-place"),
        pytest.param("宜宾市新能源产业项目有几个？", "共3个项目", id="of-a-trade"),
        pytest.param("宜宾市新材料项目有哪些？", "共1个项目", id="no-trade-by-the-name-of-a-firm"),
        pytest.param("宜宾江安县新能源项目有几个？", "共2个项目", id="of-both"),
        pytest.param("宜宾市在建项目有多少个？", "共2个项目", id="at-a-stage"),
        pytest.param("宜宾市已投产的项目有几个？", "共1个项目", id="that-has-reached-a-stage"),
        pytest.param("宜宾市清单里一共有多少个项目？", "共6个项目", id="whatever-the-list-is-called"),
        pytest.param("江安县的项目总投资多少？", "合计20.2亿元", id="added-up"),
        pytest.param("宜宾各区县分别有几个项目？", "江安县3个、翠屏区2个、长宁县1个", id="place-by-place"),
        pytest.param("宜宾哪个区县项目最多？", "江安县3个、翠屏区2个", id="most"),
        pytest.param(
            "宜宾各区县项目总投资分别是多少？",
            "江安县20.2亿元、翠屏区17亿元、长宁县2亿元",
            id="money-place-by-place",
        ),
        pytest.param("翠屏区总投资最大的项目是哪个？", "鑫源储能电池项目总投资最大，为12亿元", id="largest"),
        pytest.param(
            "江安县总投资最大的项目是哪个？",
            "金禾储能电站项目、金禾固态电池项目总投资最大，均为8.6亿元",
            id="two-of-one-size",
        ),
        pytest.param("南充上半年新签约项目多少个？", "46个", id="as-printed"),
    ],
)
def test_a_list_answers_how_many_and_how_much(assistant: Assistant, question: str, told: str) -> None:
    assert told in assistant.ask(question).text


@pytest.mark.parametrize(
    "question", ["宜宾市签约了多少个项目？", "翠屏区引进了几个项目？", "顺庆区有几个在建项目？"]
)
def test_what_was_signed_or_is_told_in_prose_is_not_counted_by_names(
    assistant: Assistant, question: str
) -> None:
    text = assistant.ask(question).text
    assert "共1个" not in text and "共2个" not in text, text


def test_projects_of_one_name_in_two_places_are_two(assistant: Assistant) -> None:
    text = assistant.ask("宜宾市标准厂房项目有哪些？").text
    assert "江安县" in text and "长宁县" in text
