"""Grants are worked out from the clause and its tier; another measure, a size too small are told."""

from __future__ import annotations

import pytest

from assistant import Assistant

TITLE = "云川市支持工业项目若干措施"
RULES = """---
title: {title}
publisher: 云川市投资促进局
published: {day}
---

# {title}

{number}

第一条 本措施所称大项目，是指固定资产投资10亿元以上的工业项目。

第二条 对新落户项目，按固定资产投资给予落户奖励：

（一）2亿元以上不足10亿元的，奖励{rate}%，最高800万元；

（二）大项目奖励3%，单个项目最高5000万元。

第三条 实际到位外资每满200万美元奖励10万元。

第四条 租用厂房的，连续三年给予租金补贴，每年最高20万元。

第五条 奖励资金每年9月集中申报，次年3月兑现。{repeal}
"""
OLD = RULES.format(title=TITLE, day="2021-03-01", number="云招发〔2021〕6号", rate="1", repeal="")
NEW = RULES.format(
    title=f"{TITLE}（2024年修订）", day="2024-05-01", number="云招发〔2024〕9号", rate="2",
    repeal=f"\n\n第六条 本措施自2024年6月1日起施行，《{TITLE}》（云招发〔2021〕6号）同时废止。",
)  # fmt: skip


PAPERS = {"旧措施.md": OLD, "新措施.md": NEW}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param("固定资产投资3亿元的项目落户奖多少？", ["600万元", "3亿元 × 2%"], id="rate"),
        pytest.param("固定资产投资6亿元的项目落户奖多少？", ["可奖800万元", "= 1200万元"], id="capped"),
        pytest.param("固定资产投资正好10亿元的项目落户奖多少？", ["可奖3000万元"], id="at the boundary"),
        pytest.param("固定资产投资20亿元的项目落户奖多少？", ["可奖5000万元"], id="class and cap"),
        pytest.param("固定资产投资1亿元的项目有落户奖励吗？", ["够不上门槛", "还差1亿元"], id="too small"),
        pytest.param("总投资3亿元的项目落户奖多少？", ["固定资产投资，不是总投资"], id="another measure"),
        pytest.param("一个3亿元的项目能奖多少？", ["600万元", "当作固定资产投资"], id="measure not said"),
        pytest.param("到位外资900万美元奖多少？", ["可奖40万元"], id="for each so much"),
        pytest.param("租厂房三年总共最多补多少？", ["60万元", "20万元 × 3"], id="over the years"),
        pytest.param("落户奖励最高5000万元写在哪一条？", ["第二条"], id="which article"),
        pytest.param("这个措施第三条说了什么？", ["每满200万美元"], id="what an article says"),
        pytest.param("奖励资金什么时候申报？", ["每年9月"], id="when to apply"),
        pytest.param("2021年的措施还有效吗？", ["已废止", "2024年修订"], id="repealed"),
        pytest.param("旧措施里固定资产投资3亿元的项目落户奖多少？", ["300万元", "废止"], id="the old paper"),
    ],
)  # fmt: skip
def test_a_policy_question_is_answered_from_its_clause(
    assistant: Assistant, question: str, told: list[str]
) -> None:
    answer = assistant.ask(question)
    assert not answer.refused
    assert [words for words in told if words not in answer.text] == [], answer.text
    assert answer.citations


def test_a_citation_says_article_paragraph_and_item(assistant: Assistant) -> None:
    (citation,) = assistant.ask("固定资产投资3亿元的项目落户奖多少？").citations
    assert citation.section == "第二条第（一）项"
    assert citation.document == "新措施.md"
    assert "奖励2%" in citation.quote
