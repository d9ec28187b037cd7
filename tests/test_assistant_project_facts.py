"""What is asked of one project is told from its own clauses: plans stay plans, phases stay apart."""

from __future__ import annotations

import pytest

from assistant import Assistant

PAPERS = {
    "园区走访.md": (
        "# 邳州氢能项目走访\n\n发布时间：2025-07-10\n\n"
        "位于邳州市的沂河氢能装备产业园进展更快，该项目一期已于3月投产，二期主体结构封顶，计划明年一季度试生产；"
        "项目总投资32.6亿元，全部达产后预计年产值60亿元、年税收2.8亿元。\n\n"
        "总投资18亿元的骆马光伏组件基地项目正在安装设备，占地420亩，计划2026年3月竣工，2026年6月投产。\n"
    ),
    "春讯.md": (
        "# 骆马光伏组件基地项目开工\n\n发布时间：2025-02-20\n\n"
        "2月18日，骆马光伏组件基地项目在邳州市开工，总投资15亿元。\n"
    ),
    "动态.md": (
        "# 邳州项目动态\n\n发布时间：2025-07-12\n\n"
        "总投资3亿元的澄心咖啡创新中心项目正在开展主体建设。国药科技城等项目先后破土动工。\n\n"
        "邳州市正加快建设板材交易市场，已落户企业460余家。\n\n"
        "建筑央企在住宅类业务的基础上，强化水利电力业务（如水利电力项目）拓展。\n"
    ),
}


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        pytest.param("沂河氢能装备产业园二期到什么进度了？", ["二期主体结构封顶"], ["3月投产"], id="a-phase"),
        pytest.param("沂河氢能装备产业园一期投产了吗？", ["一期已于3月投产"], ["封顶"], id="done"),
        pytest.param(
            "骆马光伏组件基地项目投产了吗？", ["计划2026年6月投产", "未说明"], [], id="only-planned"
        ),
        pytest.param(
            "骆马光伏组件基地项目什么时候投产？", ["计划2026年6月投产"], [], id="a-plan-keeps-its-word"
        ),
        pytest.param(
            "沂河氢能装备产业园的年产值和税收是多少？",
            ["预计年产值60亿元", "年税收2.8亿元"],
            ["总投资"],
            id="two-aspects",
        ),
        pytest.param(
            "骆马光伏组件基地项目的总投资比最早报道多了多少？", ["3亿元", "18 − 15 = 3"], [], id="grown"
        ),
        pytest.param("骆马光伏组件基地项目什么时候开工的？", ["2月18日"], ["竣工"], id="of-an-older-text"),
    ],
)
def test_a_fact_of_a_project(assistant: Assistant, question: str, said: list[str], unsaid: list[str]) -> None:
    text = assistant.ask(question).text
    assert all(piece in text for piece in said), text
    assert not any(piece in text for piece in unsaid), text


def test_what_is_not_told_is_named(assistant: Assistant) -> None:
    answer = assistant.ask("沂河氢能装备产业园总投资多少，占地多少亩？")
    assert "32.6亿元" in answer.text
    assert any("占地" in note for note in answer.notes)


def test_a_question_for_something_else_is_not_answered_with_the_total(assistant: Assistant) -> None:
    answer = assistant.ask("骆马光伏组件基地项目的屋顶规划了多大天窗？")
    assert "亿元" not in answer.text


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        pytest.param("澄心咖啡创新中心项目落在哪里？", "邳州市", "主体", id="building-is-no-site"),
        pytest.param("板材交易市场落在哪里？", "邳州市", "460", id="firms-that-came-are-no-site"),
        pytest.param("国药科技城落在哪里？", "邳州市", "没有", id="a-name-that-reads-like-a-zone"),
    ],
)
def test_where_it_stands_is_a_place(assistant: Assistant, question: str, said: str, unsaid: str) -> None:
    text = assistant.ask(question).text
    assert said in text
    assert unsaid not in text


def test_a_sentence_without_a_place_does_not_tell_where(assistant: Assistant) -> None:
    assert assistant.ask("水利电力项目落在哪里？").refused
