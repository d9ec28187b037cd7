"""Places set side by side, who holds a post, what is asked beside the form of its answer."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.everyday import written

PAPER = """各县市区抓招商抢项目

2025年一季度，株洲市各县市区抓招商、抢项目。一季度，醴陵市新签约亿元以上项目49个，攸县新签约亿元以上项目34个，茶陵县新签约亿元以上项目21个。会上，攸县迎来10个高科技团队和19名高层次人才签约入驻。

总投资36亿元的炎陵县湖光酒店、总投资3.2亿元的醴陵市山海间不夜城均已投入运营。

“要大抓项目、抓大项目。”攸县商务局局长周启明表示。攸县将突出产业引领，深化对外开放。醴陵市商务局局长何静说，要把链条做长。

这一思路回答了“招谁来”“怎么招”的问题：聚焦陶瓷、轨道交通两条链抓招引。

▲醴陵陶瓷产业园。
"""
EARLIER = """2023年招商“成绩单”

2023年1—9月，株洲市新签约5亿元以上项目31个，计划总投资242亿元。2024年全年，株洲市新签约亿元以上项目128个。
"""
PAPERS = {"一季度.txt": PAPER, "成绩单.txt": EARLIER}


def test_all_districts_are_set_side_by_side(assistant: Assistant) -> None:
    answer = assistant.ask("株洲各县市区2025年一季度签约情况列表")
    assert all(figure in answer.text for figure in ("49个", "34个", "21个"))
    assert "19名" not in answer.text


def test_a_place_without_the_figure_is_said_to_lack_it(assistant: Assistant) -> None:
    text = assistant.ask("炎陵县签约项目数比醴陵市多还是少？").text
    assert "湖光酒店" not in text
    assert "炎陵县" in text


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("攸县商务局局长叫什么？", "周启明", "产业引领"),
        ("醴陵市商务局局长是谁？", "何静", "周启明"),
    ],
)
def test_a_post_is_answered_by_its_holder(
    assistant: Assistant, question: str, told: str, untold: str
) -> None:
    text = assistant.ask(question).text
    assert told in text
    assert untold not in text


def test_nobody_is_named_for_a_post_of_another_place(assistant: Assistant) -> None:
    text = assistant.ask("茶陵县商务局局长叫什么？").text
    assert "周启明" not in text
    assert "何静" not in text


def test_an_answered_question_is_no_shortcoming(assistant: Assistant) -> None:
    assert assistant.ask("株洲招商引资存在什么问题？").refused


def test_a_project_s_total_is_no_quarter_s(assistant: Assistant) -> None:
    assert "36亿元" not in assistant.ask("株洲市2023年1—3月签约项目总投资多少？").text


def test_nine_months_are_told_beside_a_year_but_not_compared(assistant: Assistant) -> None:
    text = assistant.ask("2024年和2023年株洲签约对比").text
    assert "31个" in text
    assert "128个" in text
    assert "口径不同" in text


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("城阳Q1签约数量", "城阳一季度签约数量"),
        ("主要做法有哪些？用三句话概括", "主要做法有哪些"),
        ("一季度签约多少个，请列个表", "一季度签约多少个"),
        ("帮我写一段醴陵一季度招商情况的汇报", "醴陵一季度招商情况怎么样"),
        ("GDP1000亿元的城市有哪些", "GDP1000亿元的城市有哪些"),
    ],
)
def test_the_form_of_an_answer_is_no_part_of_the_question(typed: str, meant: str) -> None:
    assert written(typed) == meant
