"""A paper and a bulletin that tell of a district which is no division of the country; quotes, corrections."""

from __future__ import annotations

import pytest

from assistant import Assistant

FEATURE = """洛阳晚报
2025年4月22日 A03版

一季度，风口产业“开门红”

今年一季度，我市新签约超亿元项目128个，总投资额869.5亿元，比去年同期分别增长14.3%、9.7%。到位省外资金217.4亿元，占年度目标任务的27.2%。

涧西区围绕智能装备、轴承产业，一季度签约亿元以上项目14个，合同金额112.6亿元。

伊滨区（经开区）则盯上了“风口”。该区一季度共签约亿元以上项目23个，合同金额268.4亿元。

孟津区靠港口。1—3月，孟津区新签约亿元以上项目19个、合同金额203亿元。百万吨乙烯项目累计完成投资128亿元，占总投资的46.3%。

新安县一季度签约亿元以上项目15个，合同金额98.2亿元，较去年同期多4个。

栾川县、嵩县一季度分别签约亿元以上项目5个、4个。

“二季度我们的目标是新签约亿元以上项目150个以上，到位省外资金210亿元。”市商务局局长赵红文说，全年计划到位省外资金800亿元。
"""
BULLETIN = """招商引资工作简报
第6期
洛阳市招商引资工作领导小组办公室编　　2025年7月15日

上半年全市招商引资情况

一、主要指标
上半年，全市新签约亿元以上项目273个，总投资1872.3亿元，同比增长11.5%、8.4%。到位省外资金438.6亿元，同比增长10.2%，\
完成全年目标的54.8%。

二、县区进展
签约金额：伊滨区512.6亿元，居全市首位；孟津区378.4亿元、涧西区246.7亿元，分列二、三位。
签约个数超过25个的县区有伊滨区（46个）、孟津区（38个）、新安县（31个）、涧西区（29个）。
老城区、瀍河区到位资金完成率分别为38.2%和35.6%，位居全市后两位。

三、重点项目
1. 百万吨乙烯项目，累计完成投资163亿元。

四、下步目标
三季度力争新签约亿元以上项目140个，到位省外资金220亿元。

更正：本简报第4期刊载的“一季度新安县签约亿元以上项目15个”，应为13个。
"""
PAPERS = {"晚报.txt": FEATURE, "简报.txt": BULLETIN}


@pytest.mark.parametrize(("question", "said"), [
    ("一季度签约项目最多的是哪个区？", ("伊滨区最多，为23个",)),
    ("合同金额前三的区县是哪几个", ("268.4亿元", "203亿元", "112.6亿元")),
    ("上半年签约额第二的是哪个区？", ("孟津区排第2，为378.4亿元", "伊滨区")),
    ("上半年签约个数超过30个的县区有哪些", ("共3个：伊滨区、孟津区、新安县",)),
    ("一季度新安县签约多少个？", ("13个", "更正前为15个")),
    ("新安县比去年同期多签了几个", ("较去年同期增加4个",)),
    ("二季度到位省外资金多少？", ("438.6 − 217.4 = 221.2",)),
    ("上半年到位省外资金完成率是多少", ("洛阳市", "54.8%")),
    ("洛阳上半年新签约亿元以上项目同比增长多少", ("11.5%",)),
    ("百万吨乙烯项目完成投资多少？", ("163亿元",)),
])  # fmt: skip
def test_each_place_has_its_own_figures(assistant: Assistant, question: str, said: tuple[str, ...]) -> None:
    answer = assistant.ask(question)
    assert [piece for piece in said if piece not in answer.text] == []


def test_what_is_quoted_is_of_whom_its_speaker_speaks_for(assistant: Assistant) -> None:
    aims = [row for row in assistant.figures() if row.period == "2025-Q2" and row.modality == "target"]
    assert {row.subject for row in aims} == {"洛阳市"}


def test_a_correction_under_a_heading_of_aims_is_no_aim(assistant: Assistant) -> None:
    rows = [row for row in assistant.figures(subject="新安县") if row.value == 13]
    assert {row.modality for row in rows} == {"actual"}
