"""How much of a target is reached: as printed, else computed from a target and what counts towards it."""

from __future__ import annotations

import pytest

from assistant import Assistant

PAPERS = {
    "半年会.md": (
        "# 徐州上半年招商会\n\n发布时间：2025-07-10\n\n"
        "上半年，徐州市新签约亿元以上产业项目412个，其中10亿元以上项目58个。\n\n"
        "全年目标是新签约亿元以上项目800个以上，实际使用外资10亿美元。\n"
    ),
    "一季度通报.md": (
        "# 徐州一季度招商通报\n\n发布时间：2025-04-11\n\n"
        "一季度全市实际使用外资1.86亿美元，仅为年度目标的18.6%。"
        "各地要对照全年800个的签约目标倒排工期。\n"
    ),
    "区县表.csv": (
        "区县,2025年签约目标（个）,2025年上半年签约项目（个）\n铜山区,120,67\n云龙区,100,44\n鼓楼区,60,38\n"
    ),
}


@pytest.mark.parametrize(
    ("question", "said"),
    [
        pytest.param("徐州一季度实际使用外资完成全年目标的多少？", ["18.6%", "1.86亿美元"], id="as-printed"),
        pytest.param("徐州上半年完成签约目标了吗？", ["还差388个", "800 − 412"], id="yes-or-no"),
        pytest.param("徐州上半年有没有完成签约目标？", ["还差388个"], id="or-not"),
        pytest.param(
            "徐州上半年签约完成了全年目标的百分之几？", ["51.5%", "412 ÷ 800"], id="computed"
        ),
        pytest.param("徐州离全年800个的签约目标还差多少？", ["388个", "800 − 412"], id="what-is-missing"),
        pytest.param("云龙区上半年完成全年签约目标的多少？", ["44%", "44 ÷ 100"], id="of-a-table"),
    ],
)  # fmt: skip
def test_the_share_of_a_target(assistant: Assistant, question: str, said: list[str]) -> None:
    text = assistant.ask(question).text
    assert all(piece in text for piece in said), text


def test_districts_are_ranked_by_their_share(assistant: Assistant) -> None:
    answer = assistant.ask("徐州各区谁的签约目标完成率最高？")
    assert "鼓楼区最高" in answer.text and "63.33%" in answer.text
    assert answer.table is not None
    assert [row.cells[0] for row in answer.table.rows] == ["鼓楼区", "铜山区", "云龙区"]


def test_an_aim_is_never_its_own_attainment(assistant: Assistant) -> None:
    assert "已达到目标" not in assistant.ask("徐州离全年签约目标还差多少？").text
