"""A bulletin by measures under bare labels, with goals in brackets; what is left to invest in a project."""

from __future__ import annotations

import pytest

from assistant import Assistant

BULLETIN = """# 海东市2023年上半年招商引资目标责任完成情况通报

**一、总体情况**

上半年，海东市到位资金118.42亿元，完成年度目标任务210亿元的56.39%，其中省外资金到位74.88亿元。

**二、县区完成情况**

（一）到位资金。乐都区28.36亿元，完成年度任务（48亿元）的59.08%；平安区19.74亿元，完成年度任务（32亿元）的61.69%；\
民和县21.05亿元，完成年度任务（40亿元）的52.63%。

（二）签约项目。民和县11项、58.7亿元，乐都区10项、72.4亿元，平安区8项、61.3亿元。

**三、重点项目**

1.互助青稞酒绿色发展产业园：总投资15.2亿元，累计到位8.9亿元，主体完工。
2.零碳制氢项目：总投资38亿元，今年完成投资3.6亿元，5月开工。
3.总投资103亿元的宝武镁业一体化项目已签约。

2023年7月14日
"""
JANUARY = """鞍山市招商引资工作综述

2022年1月12日

去年，鞍山市新签约亿元以上项目426个，钢铁深加工项目71个，总投资289亿元；菱镁深加工项目58个，总投资226亿元。

2022年怎么干？市招商局明确：新签约亿元以上项目500个，到位内资600亿元，利用外资2.5亿美元。
"""
PAPERS = {"通报.md": BULLETIN, "综述.txt": JANUARY}


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("平安区到位资金完成年度任务的多少？", "61.69%"),
        ("乐都区全年到位资金任务是多少，还差多少？", "19.64亿元"),
        ("乐都区到位资金比民和县多多少？", "7.31亿元"),
        ("海东签约资金最多的是哪个县区？", "乐都区最多，为72.4亿元"),
        ("海东签约项目最少的是哪个？", "平安区最少，为8项"),
        ("互助青稞酒产业园还差多少投资？", "6.3亿元"),
        ("海东百亿级项目有哪些？", "共1个项目"),
        ("钢铁深加工项目比菱镁深加工项目多几个？", "13个"),
        ("鞍山2022年利用外资完成了多少？", "目标"),
    ],
)
def test_what_the_papers_say_is_told(assistant: Assistant, question: str, said: str) -> None:
    answer = assistant.ask(question)
    assert not answer.refused, answer.text
    assert said in answer.text.split("\n\n|")[0], answer.text


@pytest.mark.parametrize(
    ("question", "never"),
    [
        ("民和县省外到位资金多少？", "21.05亿元"),
        ("零碳制氢项目还差多少投资？", "34.4"),
    ],
)
def test_no_figure_stands_for_another(assistant: Assistant, question: str, never: str) -> None:
    assert never not in assistant.ask(question).text.split("\n")[0]  # the nearest may follow, named as such
