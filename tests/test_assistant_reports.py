"""What officials ask of a city's report: shares, goals and what was reached, changes, starts and lists."""

from __future__ import annotations

import pytest

from assistant import Assistant

REPORT = """# 岳阳市2024年1—4月招商进度

发布时间：2024-05-20　发布单位：岳阳市商务局

1—4月，全市签约亿元以上项目196个，总投资938.2亿元，较上年同期分别增长6.5%和11.2%。其中，20亿元以上项目14个、百亿元项目1个，\
分别比去年同期增加3个和1个。台资项目12个，总投资58亿元。开工亿元以上项目88个，总投资356亿元。\
实际使用外资3.4亿美元，同比下降8.5%，完成全年目标任务5亿美元的68%。

2024年，全市目标是签约亿元以上项目600个以上，其中百亿元项目5个。

新材料产业签约74个，总投资286.5亿元；食品产业签约31个，总投资104.9亿元，占全市总投资的11.2%。

岳阳经济技术开发区引进世界500强投资项目3个、服务业项目24个。

| 地区 | 签约项目数（个） | 总投资（亿元） | 年度目标（个） | 开工项目数（个） |
|---|---|---|---|---|
| 湘阴县 | 21 | 84.6 | 60 | 9 |
| 华容县 | 24 | 103.5 | 70 | 12 |
| 平江县 | 22 | 91.2 | 65 | 8 |

1. 瀚海固态电池基地：总投资105亿元，位于华容县，新能源产业，投资方为岳阳瀚海有限公司，3月28日签约。
2. 洞庭玻璃新材料二期：总投资31亿元，位于湘阴县，新材料产业，投资方为洞庭玻璃集团，主体已封顶。
3. 君山冷链物流园：总投资12亿元，位于平江县，现代物流业，由岳阳京川有限公司投资，1月开工。
"""
LATER = """# 岳阳市1—5月招商情况

发布时间：2024-06-18　发布单位：岳阳市商务局

1—5月，全市到位资金553.9亿元。经核定，1—4月全市到位资金由486.7亿元修正为484.5亿元。第一产业项目41个，到位资金38.2亿元。\
第二产业项目63个，到位资金295.4亿元。

分季度看，三季度出口额40亿元，四季度出口额33亿元。
"""
PAPERS = {"report.md": REPORT, "later.md": LATER}


@pytest.mark.parametrize(("question", "said"), [
    ("华容县总投资占全市多少？", ("11.03%", "103.5 ÷ 938.2")),
    ("新材料产业签了多少个项目，占全市总投资的比重？", ("30.54%", "286.5 ÷ 938.2")),
    ("食品产业总投资占全市多少？", ("食品产业总投资104.9亿元", "11.2%")),
    ("台资项目占签约项目的百分之几？", ("6.12%", "12 ÷ 196")),
    ("岳阳实际使用外资全年任务是多少，完成了多少？", ("目标5亿美元（2024年）", "实际3.4亿美元", "68%")),
    ("岳阳100亿以上的项目目标几个，完成了几个？", ("目标5个", "实际1个")),
    ("岳阳签约亿元以上项目目标多少，完成了百分之几？", ("196 ÷ 600", "32.67%")),
    ("岳阳1—4月20亿元以上项目几个，比去年多几个？", ("14个", "增加3个")),
    ("岳阳1—4月和1—5月到位资金差多少？", ("553.9 − 484.5 = 69.4",)),
    ("湘阴县、华容县、平江县平均签约多少个项目？", ("22.33个",)),
    ("华容县开工率是多少？", ("50%", "12 ÷ 24")),
    ("岳阳开工率是多少？", ("44.9%", "88 ÷ 196")),
    ("岳阳经开区引进了几个世界500强项目？", ("世界500强投资项目3个",)),
    ("岳阳哪个产业到位资金最多？", ("第二产业最多，为295.4亿元",)),
    ("岳阳下半年出口额多少？", ("40 + 33 = 73",)),
    ("岳阳哪些县没有完成签约目标？", ("3个没有达到",)),
    ("岳阳新材料产业总投资多少？", ("新材料产业总投资286.5亿元",)),
])  # fmt: skip
def test_a_figure_of_a_report_is_answered(assistant: Assistant, question: str, said: tuple[str, ...]) -> None:
    answer = assistant.ask(question)
    assert not answer.refused
    assert [piece for piece in said if piece not in answer.text] == []


@pytest.mark.parametrize(("question", "names"), [
    ("岳阳20亿以上的项目列一下", {"瀚海固态电池基地", "洞庭玻璃新材料二期"}),
    ("岳阳的新材料项目有哪些？", {"洞庭玻璃新材料二期"}),
])  # fmt: skip
def test_a_list_keeps_to_its_conditions(assistant: Assistant, question: str, names: set[str]) -> None:
    table = assistant.ask(question).table
    assert table is not None
    assert {row.cells[0] for row in table.rows} == names


@pytest.mark.parametrize("question", ["湘阴县到位资金占全市多少？", "岳阳到位资金年度目标是多少？"])
def test_what_is_not_told_is_not_made_up(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.refused or "占" not in answer.text
