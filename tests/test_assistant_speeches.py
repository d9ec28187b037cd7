"""What a person, an office or a meeting said, told in their words and nobody else's."""

from __future__ import annotations

import pytest

from assistant import Assistant

_VISIT = """市委书记尹海峰到东港市调研项目建设

丹东日报讯 5月9日，市委书记尹海峰来到东港市，实地察看项目现场并召开座谈会，\
强调要把招商引资作为头号工程，一天也不耽误。

在汽车配件产业园，尹海峰边走边看，与企业负责人交流。他指出，配套企业离得越近，成本就越低，要围着整车厂招配套。

座谈会上，尹海峰听取了东港市的汇报。他强调，要盯紧未开工项目，一个项目一张清单。各级干部要到现场去，不要等企业上门。

东港市委书记金玉成在发言时表示，东港将拿出2000亩净地，保证签约项目即来即建。市长邢万里主持座谈会，市领导乔岩参加活动。
"""
_MEETING = """全市重点项目调度会召开

葫芦岛日报讯 6月3日，全市重点项目调度会召开。副市长卢平出席会议并讲话，市政府秘书长马强主持会议。

会议指出，前5个月新开工项目62个，进度好于去年。会议强调，要抓住施工黄金期，做到能开尽开、能快则快。会议要求，一要加强用地保障，\
对批而未供土地逐宗销号。二要完善调度机制，每半月通报一次。三要严守安全底线。

卢平说，资金是眼下最难的一关，要用好专项债和银团贷款两个口子。
"""
_ELSEWHERE = """看看先进地区怎么招商

今年以来，本市各级干部先后赴杭州、合肥等地开展招商走访210次。

合肥围绕新型显示产业，由国有资本带头入股，再引来上下游企业跟投，走出一条基金招商的路子。

“企业来了，先把难处说清楚。我们再一件件去办。”振安区商务局局长宫玲说。

“招商就是招信任。”丹东海关党组书记、关长鲁宁表示，海关将实行预约通关。
"""
PAPERS = {"调研.txt": _VISIT, "调度会.txt": _MEETING, "外地.txt": _ELSEWHERE}


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        pytest.param(
            "尹海峰在东港强调了什么？", ["头号工程", "一张清单", "各级干部"], "2000亩", id="all of his"
        ),
        pytest.param("尹海峰指出什么？", ["离得越近"], "头号工程", id="by the verb asked"),
        pytest.param("东港市委书记怎么说？", ["2000亩净地"], "头号工程", id="an office"),
        pytest.param("调度会强调了什么？", ["施工黄金期"], "专项债", id="a meeting"),
        pytest.param("调度会要求什么？", ["逐宗销号", "每半月"], "施工黄金期", id="all it asks for"),
        pytest.param("调度会要求完善什么机制？", ["每半月通报一次"], "逐宗销号", id="one of them"),
        pytest.param("卢平说了什么？", ["专项债"], "黄金期", id="not the meeting's words"),
        pytest.param(
            "宫玲说了什么？", ["难处说清楚", "一件件去办"], "信任", id="a quotation before the name"
        ),
        pytest.param("丹东海关负责人是谁？", ["鲁宁"], "预约", id="whoever leads"),
        pytest.param("合肥怎么招商？", ["带头入股"], "210次", id="not who went there"),
    ],
)
def test_a_speaker_is_told_in_his_own_words(
    assistant: Assistant, question: str, told: list[str], untold: str
) -> None:
    text = assistant.ask(question).text
    assert [words for words in told if words not in text] == [], text
    assert untold not in text, text


@pytest.mark.parametrize("question", ["乔岩强调了什么？", "马强怎么说？", "孙大千要求什么？"])
def test_who_is_only_present_said_nothing(assistant: Assistant, question: str) -> None:
    text = assistant.ask(question).text
    assert not any(words in text for words in ("头号工程", "黄金期", "一张清单", "专项债")), text
