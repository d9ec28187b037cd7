"""Bulletins with shares by source, size ranges, aims in brackets and the same months a year before."""

from __future__ import annotations

import pytest

from assistant import Assistant

BY_SOURCE = """# 滁州：前三季度新签约亿元以上工业项目176个

来源：市投资促进中心  发布时间：2023-10-20

1—9月份，全市新签约亿元以上工业项目176个，总投资918.4亿元、同比增长35.2%。在建亿元以上省外投资项目327个，\
实际到位省外资金731.6亿元、同比增长11.3%，总量居全省第四位、增速居全省第六位，分别较上半年前移1位、2位。

其中来自浙江的新签约亿元以上工业项目62个、占比35.2%，总投资 371.8 亿元、占比 40.5%；\
来自浙江的新开工亿元以上工业项目41个、占比31.5%，总投资152.9亿元、占比33.6%。

从投资规模看，1—10亿元的项目最多，达到141个；10—20亿元的项目24个，20—50亿元的项目8个，50亿元以上的项目3个。

分县区看，天长市新签约36个，定远县32个，凤阳县29个，来安县25个，全椒县24个，滁州经开区16个，苏滁园区9个。
"""
RANKED = """# 周口市招商引资平稳增长

2022-11-15  来源：周口市商务局

今年前10个月，全市实际到位省外资金371.5亿元，完成年度目标的86.4%，进度居全省第四位，同比增长5.8%，增速居全省第八位。\
实际利用外资43120万美元，完成全年目标任务的88.6%，同比增长8.9%。外贸进出口81.62亿元，同比下降2.1%。\
其中，出口69.37亿元，同比增长1.9%；进口12.25亿元，同比下降20.3%。

前10个月，全市新签约招商引资项目297个，合同引进市外资金1187亿元。其中10亿元以上项目38个。\
2021年同期新签约项目271个、合同引进市外资金1053亿元。

从县区情况看，沈丘县、郸城县、太康县新签约项目数居前三位，分别为41个、38个和35个；鹿邑县30个，西华县28个，商水县26个。\
利用外资方面，西华县、商水县尚未实现零的突破，沈丘县完成8760万美元，占全市的20.3%。

下一步，全市将紧盯全年省外资金430亿元、外资4.87亿美元目标。
"""
WITH_ZONE = """# 松桃苗族自治县2023年招商引资完成情况

发布日期：2024-01-20

2023年，我县完成情况（包括松桃经开区）签约项目84个，签约资金63.27亿元，引进优强企业22家（任务数19家），\
到位资金37亿元（任务数35亿元），工业到位资金占比70.8%（任务数占比65%），东西部协作到位资金占比36.4%。
"""
BY_TRADE = """# 内江市2019年1-9月招商引资情况

2019-10-14

1-9月，实际到位资金3817204万元，同比增长9.6%，完成全年500亿目标任务的76.34%，超进度1.34%。其中：省外到位资金2140650万元，\
占总到位资金的56.08%。

分产业看，农业履约项目21个（其中新签约履约项目9个），到位资金174360万元，占到位资金4.57%；工业履约项目185个\
（其中新签约履约项目97个），到位资金2207418万元，占到位资金57.83%，完成目标任务的80.27%。
"""
PAPERS = {"a.md": BY_SOURCE, "b.md": RANKED, "c.md": WITH_ZONE, "d.md": BY_TRADE}


@pytest.mark.parametrize(
    ("question", "said", "not_said"),
    [
        pytest.param("滁州前三季度新签约项目总投资多少", ["918.4"], ["371.8"], id="of-all-sources"),
        pytest.param(
            "来自浙江的新签约亿元以上工业项目总投资占比多少", ["40.5%"], ["33.6%"], id="signed-is-not-begun"
        ),
        pytest.param(
            "来自浙江的新开工项目总投资占比多少", ["33.6%"], ["40.5%"], id="of-one-source-and-stage"
        ),
        pytest.param("滁州10—20亿元项目几个", ["24个"], ["141", "8个"], id="a-range-of-sizes"),
        pytest.param("滁州10亿元以上项目有多少个", ["35个", "24 + 8 + 3"], [], id="ranges-added-up"),
        pytest.param("滁州哪个县区签约最少", ["苏滁园区"], [], id="a-park-in-the-list"),
        pytest.param("滁州省外资金增长多少", ["11.3%"], ["35.2%"], id="growth-behind-its-amount"),
        pytest.param("周口省外资金增长多少", ["5.8%"], ["进度同比"], id="growth-behind-a-rank"),
        pytest.param("周口进口下降多少", ["20.3%"], [], id="imports"),
        pytest.param("周口出口占进出口多少", ["84.99%", "69.37 ÷ 81.62"], [], id="exports-of-all-trade"),
        pytest.param("周口10亿元以上项目占新签约的多少", ["12.79%", "38 ÷ 297"], [], id="share-of-a-class"),
        pytest.param("周口前10个月新签约项目比去年同期多几个", ["多26个"], [], id="same-months-before"),
        pytest.param("去年同期周口合同引进市外资金多少", ["1053亿元", "2021年1—10月"], [], id="then"),
        pytest.param(
            "周口实际利用外资完成了多少？离全年目标还差多少？",
            ["43120万美元", "0.558亿美元"],
            ["371.5"],
            id="the-goal-for-it",
        ),
        pytest.param("周口哪些县区还没有外资", ["西华县、商水县尚未"], [], id="none-yet"),
        pytest.param("沈丘县利用外资多少", ["8760万美元"], [], id="of-its-aspect"),
        pytest.param(
            "周口哪些县区没有公布利用外资", ["资料中没有", "太康县", "有的是沈丘县"], [], id="not-told"
        ),
        pytest.param("松桃县工业到位资金占比多少", ["70.8%"], ["目标："], id="no-aim-behind-a-bracket"),
        pytest.param("松桃县签约资金多少", ["63.27亿元"], [], id="signed-money"),
        pytest.param("内江工业到位资金多少", ["2207418万元"], ["3817204", "174360"], id="of-a-trade"),
        pytest.param("内江农业履约项目中新签约几个", ["9个"], [], id="in-brackets"),
        pytest.param("内江到位资金全年目标多少", ["500亿"], [], id="an-aim-before-its-word"),
    ],
)
def test_a_bulletin_is_read_as_it_is_printed(
    assistant: Assistant, question: str, said: list[str], not_said: list[str]
) -> None:
    answer = assistant.ask(question)
    assert not answer.refused
    assert [each for each in said if each not in answer.text] == []
    assert [each for each in not_said if each in answer.text] == []


@pytest.mark.parametrize(
    "question", ["滁州去年同期新签约亿元以上工业项目总投资多少", "滁州来自上海的新签约项目有几个"]
)
def test_what_is_told_of_another_year_or_source_is_refused(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).refused
