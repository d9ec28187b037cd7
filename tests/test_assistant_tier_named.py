"""A question names a tier by its threshold: the clause of that tier answers, and no other."""

from __future__ import annotations

import pytest

from assistant import Assistant

MEASURES = """# 云州市支持新材料产业若干措施

云州市人民政府　2025年3月12日

一、支持重大项目落地。对新引进的固定资产投资1亿元以上的新材料制造业项目，按实际设备投资额的8%给予补助，单个项目\
最高不超过1500万元；固定资产投资10亿元以上的，补助比例提高到10%，最高不超过5000万元。

二、支持扩产。对年产值首次突破5亿元的企业，一次性奖励50万元；突破20亿元的，奖励提高至200万元。
"""
PAPERS = {"措施.md": MEASURES}


@pytest.mark.parametrize(
    ("question", "said", "not_said"),
    [
        ("固定资产投资10亿元以上的新材料项目补助比例和上限是多少？", ("10%", "5000万元"), "1500万元"),
        ("新引进10亿元以上的新材料项目补多少？", ("10%",), "8%"),
        ("年产值突破20亿元奖多少？", ("200万元",), "50万元"),
        ("固定资产投资1亿元以上的新材料项目补助比例是多少？", ("8%",), "10%"),
    ],
)
def test_the_clause_of_the_tier_answers(
    assistant: Assistant, question: str, said: tuple[str, ...], not_said: str
) -> None:
    text = assistant.ask(question).text
    assert all(each in text for each in said)
    assert not_said not in text


def test_any_project_is_nobody_whose_figure_it_is(assistant: Assistant) -> None:
    text = assistant.ask("投资2亿元的新材料项目能补多少？").text
    assert "固定资产投资1亿元以上）" in text  # the bracket with its end
