"""Who stands on the red and on the black board of a bulletin."""

from __future__ import annotations

import pytest

from assistant import Assistant

IN_LINES = """# 东至县1—7月份招商引资工作情况通报

1—7月份，全县新引进亿元以上项目31个，完成年度目标的77.5%。根据指标完成情况，发布招商引资工作红黑榜如下。

1.基础工作红黑榜

红榜：尧渡镇、东流镇、大渡口镇

黑榜：花园乡、葛公镇

2.指标进度红黑榜

红榜：经开区、胜利镇

黑榜：泥溪镇、官港镇
"""
IN_SENTENCES = """# 广元公布2022年一季度项目“红榜”“黑榜”

2022-05-06 广元日报

近日，市发改委通报2022年一季度重点项目推进和投资运行“红榜”和“黑榜”名单。先看重点项目推进“红榜”，\
按照得分排名前3位的标准，利州区、剑阁县、青川县进入“红榜”。投资运行“红榜”，分别是朝天区、旺苍县。\
投资运行“黑榜”，分别是排名后2位的苍溪县、昭化区。
"""
UNDER_LABELS = """# 池州公布12月份督查“红黑榜”

2019-01-15 池州日报

红榜单位

石台县、青阳县

石台县：该县在14项考核指标中有3项位居全市第1位。

黑榜单位

平天湖风景区、九华山风景区
"""
PAPERS = {"a.md": IN_LINES, "b.md": IN_SENTENCES, "c.md": UNDER_LABELS}


@pytest.mark.parametrize(
    ("question", "said", "not_said"),
    [
        pytest.param(
            "东至县指标进度红榜有哪些", ["经开区、胜利镇"], ["尧渡镇", "泥溪镇"], id="under-a-heading"
        ),
        pytest.param(
            "东至县1—7月黑榜有哪些乡镇", ["花园乡、葛公镇", "泥溪镇、官港镇"], ["红榜："], id="both"
        ),
        pytest.param(
            "广元投资运行黑榜是哪些县区", ["苍溪县、昭化区"], ["剑阁县", "近日"], id="in-a-sentence"
        ),
        pytest.param("广元一季度重点项目推进红榜有哪些", ["利州区、剑阁县、青川县"], ["苍溪县"], id="enters"),
        pytest.param("池州12月红榜单位是哪些", ["石台县、青阳县"], ["九华山"], id="below-a-label"),
        pytest.param("池州12月黑榜有谁", ["平天湖风景区、九华山风景区"], ["青阳县"], id="last-label"),
    ],
)
def test_who_is_on_a_board_is_told_in_full(
    assistant: Assistant, question: str, said: list[str], not_said: list[str]
) -> None:
    answer = assistant.ask(question)
    assert not answer.refused
    assert [each for each in said if each not in answer.text] == []
    assert [each for each in not_said if each in answer.text] == []


def test_the_board_of_another_month_is_not_told(assistant: Assistant) -> None:
    assert "石台县" not in assistant.ask("池州11月红榜单位是哪些").text
