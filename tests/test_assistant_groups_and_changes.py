"""A bulletin by task forces: groups added up, what was before a change, falls and rates."""

from __future__ import annotations

import pytest

from assistant import Assistant

BULLETIN = """关于全市1—5月产业招商情况的通报

2024年6月12日

一、总体情况
1—5月，曲靖市实施产业招商项目683个，较去年同期增加57个；到位资金541.86亿元，同比增长9.3%。工业到位资金占比64.1%，较1—4月提高1.8个百分点。\
20亿元以上新签约项目仅7个，比去年同期少4个。新签约项目162个，开工率48.1%。

二、县（市、区）到位资金情况
到位资金完成年度目标率：沾益区46.8%、富源县45.2%、陆良县42.3%、宣威市38.8%、会泽县33.2%。
增幅方面，富源县同比增长23.4%，陆良县增长18.2%，宣威市、会泽县分别下降3.1%和7.8%，沾益区增长1.2%。
麒麟区引进文旅项目5个。

三、专班工作情况
（一）新能源电池专班。促成签约项目14个，协议投资213.6亿元，到位资金96.4亿元。
（二）光伏专班。促成签约项目8个，协议投资104.5亿元，到位资金83.1亿元，同比下降5.4%。
（三）绿色铝精深加工专班。促成签约项目11个，协议投资67.9亿元，到位资金52.7亿元。
（四）化工专班。促成签约项目6个，协议投资88.8亿元；到位资金45.3亿元。
"""
PAPERS = {"通报.txt": BULLETIN}


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("四个专班一共签约多少个项目，协议投资合计多少？", ("39个", "474.8亿元")),
        ("化工专班到位资金比绿色铝专班少多少？", ("少7.4亿元", "52.7 − 45.3")),
        ("哪个专班协议投资最多？", ("新能源电池专班最多，为213.6亿元",)),
        ("光伏专班签约了几个项目？", ("8个",)),
        ("曲靖新签约项目多少个？", ("162个",)),
        ("曲靖去年1—5月实施产业招商项目多少个？", ("626个", "683 − 57")),
        ("去年1—5月20亿元以上签约项目几个？", ("11个", "7 + 4")),
        ("曲靖1—4月工业到位资金占比多少？", ("62.3%", "64.1 − 1.8")),
        ("富源县到位资金同比增长多少？", ("23.4%",)),
        ("到位资金增幅最低的是哪个县？", ("会泽县", "7.8%")),
        ("到位资金降幅最大的是哪个县？", ("会泽县", "7.8%")),
        ("到位资金完成率最高的是哪个县区？", ("沾益区最高，为46.8%",)),
    ],
)
def test_what_the_bulletin_says_is_told(assistant: Assistant, question: str, said: tuple[str, ...]) -> None:
    answer = assistant.ask(question)
    assert not answer.refused, answer.text
    assert all(part in answer.text.split("\n")[0] + answer.text for part in said), answer.text
    assert said[0] in answer.text.split("\n\n")[0], answer.text


@pytest.mark.parametrize(
    ("question", "never"),
    [
        ("三个专班一共签约多少个项目？", "33个"),
        ("麒麟区签约项目开工率是多少？", "48.1%"),
        ("富源县到位资金多少亿元？", "45.2%"),
        ("曲靖去年1—5月到位资金多少？", "541.86亿元。"),
        ("宣威市签约项目多少个？", "162个。"),
    ],
)
def test_what_it_does_not_say_is_not_told(assistant: Assistant, question: str, never: str) -> None:
    answer = assistant.ask(question)
    assert answer.refused, answer.text
    assert never not in answer.text.split("\n")[0], answer.text
