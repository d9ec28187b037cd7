"""Bulletins with districts under a heading, a count explained in brackets, sized aims and rates compared."""

from __future__ import annotations

import pytest

from assistant import Assistant

HEADED = """# 关于2023年上半年全市招商引资工作情况的通报

信阳市招商引资工作领导小组办公室　2023年7月19日

现将2023年1—6月份全市招商引资工作情况通报如下：

（一）工业招商项目实际形成固定资产投资额

1—6月份，全市工业招商项目实际形成固定资产投资额104.31亿元，完成年度目标任务246亿元的42.4%，同比增长-5.27%。

（二）新开工工业招商项目数

1—6月份，新开工工业项目77个，完成年度目标任务130个的59.23%。其中，投资1亿元以上工业项目63个，\
完成年度目标任务82个的76.83%；5亿元以上项目12个。

（三）全市新签约项目情况

1—6月份，全市新签约项目（3000万元以上工业项目、亿元以上其它项目）166个，其中工业项目149个。按县区分：固始县29个，\
潢川县25个，息县22个，光山县20个，罗山县19个，新县17个，商城县15个，平桥区12个，浉河区7个。
"""
RATES = """# 白山市前三季度招商引资成效明显

发布日期：2021-10-22　来源：白山市商务局

前三季度，全市签约亿元以上项目81个，合同引资额304.2亿元；开工项目57个，其中亿元以上49个。项目开工率70.4%，\
高于去年同期5.2个百分点，距全年82%的目标还有一定差距。

实际利用外资前三季度完成2860万美元，去年同期为2410万美元，全年任务3600万美元。
"""
PAPERS = {"a.md": HEADED, "b.md": RATES}


@pytest.mark.parametrize(
    ("question", "said", "not_said"),
    [
        pytest.param("信阳工业招商固定资产投资额离年度目标还差多少", ["141.69亿元"], [], id="a-long-measure"),
        pytest.param("信阳亿元以上工业项目年度目标多少个", ["82个"], ["130"], id="a-sized-aim"),
        pytest.param("信阳5亿元以上新开工工业项目占多少", ["15.58%", "12 ÷ 77"], [], id="a-class-of-starts"),
        pytest.param("信阳工业项目占新签约的比例", ["89.76%", "149 ÷ 166"], [], id="of-what-is-explained"),
        pytest.param("固始县签约占全市多少", ["17.47%", "29 ÷ 166"], ["149"], id="of-the-whole"),
        pytest.param("信阳签约最多的是哪个县", ["固始县最多", "29个"], ["按县区分"], id="under-its-heading"),
        pytest.param("白山签约亿元以上项目多少个", ["81个"], ["49"], id="not-what-was-started"),
        pytest.param("白山开工率还差目标多少", ["11.6个百分点"], [], id="a-rate-to-its-aim"),
        pytest.param("白山去年同期开工率是多少", ["2020年1—9月", "65.2%"], [], id="the-rate-before"),
        pytest.param("白山实际利用外资比去年同期多多少", ["多450万美元"], [], id="more-than-then"),
    ],
)
def test_each_figure_is_of_its_own(
    assistant: Assistant, question: str, said: list[str], not_said: list[str]
) -> None:
    answer = assistant.ask(question)
    assert not answer.refused
    assert [each for each in said if each not in answer.text] == []
    assert [each for each in not_said if each in answer.text] == []
