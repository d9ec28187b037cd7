"""The three sectors, how a share moved, kinds of projects listed one by one, and a titled quarter."""

from __future__ import annotations

import pytest

from assistant import Assistant

BULLETIN = """# 临澧县2021年国民经济和社会发展统计公报

临澧县统计局

2021年，全县经济保持稳中向好的态势。

全年生产总值236.4亿元，同比增长8.7%。第一产业增加值41.2亿元，第二产业增加值96.3亿元，第三产业增加值98.9亿元。\
三次产业结构由上年的18.2∶40.1∶41.7调整为17.4∶40.7∶41.9。

全年高新技术产业投资占比31.5%，比重较上年提高2.6个百分点，高新技术产业投资同比增长21.4%。
"""
LISTED = """# 武威市一季度市列重大项目开工57个

2016-05-06 武威日报

今年一季度，武威市市列重大项目88个，总投资920亿元。截至目前，市列重大项目开工57个，完成投资52.1亿元。

已开工的57个重大项目中，工业8个项目，完成投资9.6亿元；商贸流通19个项目，完成投资11.4亿元；\
城市基础设施7个项目，完成投资17.5亿元；高新技术5个项目，完成投资4.2亿元；社会事业11个项目，完成投资3.8亿元；\
其他方面7个项目，完成投资5.6亿元。
"""
PAPERS = {"a.md": BULLETIN, "b.md": LISTED}


@pytest.mark.parametrize(
    ("question", "said", "not_said"),
    [
        pytest.param("临澧县2021年三次产业比例是多少", ["17.4∶40.7∶41.9"], ["18.2"], id="proportion"),
        pytest.param("临澧县三次产业结构怎么变化的", ["18.2∶40.1∶41.7", "17.4∶40.7∶41.9"], [], id="moved"),
        pytest.param("临澧县2021年第三产业占GDP比重", ["41.9%"], [], id="one-sector"),
        pytest.param("临澧县2020年第二产业占比多少", ["40.1%", "2020年"], [], id="the-year-before"),
        pytest.param("临澧2021年二产占比比上年提高多少", ["0.6个百分点", "40.7"], ["8.7%"], id="share-moved"),
        pytest.param("临澧县高新技术产业投资占比提高多少", ["2.6个百分点"], ["21.4"], id="printed-change"),
        pytest.param(
            "武威市列重大项目哪个领域完成投资最多", ["城市基础设施最多", "17.5"], [], id="all-kinds"
        ),
        pytest.param(
            "武威哪个领域的重大项目最多", ["商贸流通最多", "工业|"], ["其他"], id="industry-is-a-kind"
        ),
        pytest.param("武威市一季度社会事业项目完成投资多少", ["3.8亿元"], [], id="titled-quarter"),
    ],
)
def test_sectors_and_kinds_are_told(
    assistant: Assistant, question: str, said: list[str], not_said: list[str]
) -> None:
    answer = assistant.ask(question)
    assert not answer.refused
    assert [each for each in said if each not in answer.text] == []
    assert [each for each in not_said if each in answer.text] == []


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("临澧县2019年三次产业结构", id="another-year"),
        pytest.param("武威市三次产业比例是多少", id="another-place"),
        pytest.param("武威市上半年社会事业项目完成投资多少", id="another-term"),
    ],
)
def test_what_no_paper_says_is_not_told(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).refused
