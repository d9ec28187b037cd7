"""A prefecture's report: 全州 is the whole, 县市 its parts, a mean that of the places or of the projects."""

from __future__ import annotations

import pytest

from assistant import Assistant

REPORT = """# 恩施州2026年1—8月招商引资简报

发布时间：2026-09-06　发布单位：恩施州招商服务中心

1—8月，全州新签约亿元以上项目66个，协议投资额298.4亿元；到位资金120.5亿元，完成年度目标180亿元的66.9%。其中，恩施市签约21个、\
协议投资额98.7亿元，居全州首位；利川市签约17个、协议投资额74.2亿元；宣恩县签约12个、\
协议投资额46.8亿元；建始县签约16个、协议投资额78.7亿元。

州政务服务局把备案到开工的平均用时由96天压缩到61天。
"""
PAPERS = {"report.md": REPORT}


@pytest.mark.parametrize(("question", "said"), [
    ("全州协议投资额是多少？", "298.4亿元"),
    ("恩施土家族苗族自治州协议投资额是多少？", "298.4亿元"),
    ("恩施州哪个县市签约项目最多？", "恩施市最多，为21个"),
    ("恩施州各县市协议投资额合计多少？", "98.7 + 78.7 + 74.2 + 46.8 = 298.4"),
    ("恩施州平均每个县市签约多少个？", "÷ 4 = 16.5"),
    ("恩施州平均每个签约项目投资多少？", "298.4 ÷ 66 = 4.52"),
    ("恩施州备案到开工的平均用时压缩到多少天？", "61天"),
])  # fmt: skip
def test_the_whole_and_its_parts_are_told_apart(assistant: Assistant, question: str, said: str) -> None:
    answer = assistant.ask(question)
    assert not answer.refused
    assert said in answer.text


def test_arrived_money_is_shared_out_over_no_projects(assistant: Assistant) -> None:
    assert "120.5 ÷" not in assistant.ask("恩施州平均每个县市签约多少个？").text
