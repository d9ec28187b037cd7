"""Questions for the least size that a policy grants anything for, and for what it rests on."""

from __future__ import annotations

from pathlib import Path

import pytest
from ingest_samples import asked_over

from assistant import Assistant

PAPERS = {
    "柳湾区奖励办法.md": (
        "# 柳湾区工业项目奖励办法\n\n玉林市柳湾区人民政府\n2024-03-01\n\n"
        "为扩大工业投资，根据《玉林市加快工业发展若干规定》（玉政规〔2023〕6号），制定本办法。\n\n"
        "第一条 对新落户的工业项目给予落户奖励：\n\n"
        "（一）固定资产投资3000万元（含）以上、1亿元以下的，奖励40万元；\n\n"
        "（二）固定资产投资1亿元（含）以上的，奖励150万元。\n\n"
        "第二条 年营业收入超过2亿元的企业，给予成长奖励30万元。\n"
    ),
    "镇奖励规定.md": (
        "# 青岭镇招商奖励规定\n\n2023-05-06\n\n"
        "第一条 投资额在2000万元以上的工业项目和投资额在800万元以上的农业项目按实际投资额的0.5%奖励。\n\n"
        "第二条 引进固定资产投资达到5亿（含5亿元）以上项目的，另奖60万。\n\n"
        "第三条 凡成功引进中国500强的另奖5—20万。\n"
    ),
}


@pytest.mark.parametrize(
    ("question", "told", "other"),
    [
        ("柳湾区固定资产投资达到多少才能拿奖励？", "3000万元", "1亿元"),
        ("柳湾区投资多少才有落户奖励？", "3000万元", "1亿元"),
        ("柳湾区工业项目多少投资才给奖励", "3000万元", "1亿元"),
        ("柳湾区企业营业收入要多少才能拿成长奖励", "超过2亿元", "3000万元"),
        ("青岭镇引进6亿元的项目另奖多少？", "60万", "5亿元（"),
        ("引进中国500强奖多少？", "5—20万", "60万"),
    ],
)
def test_the_least_size_is_told(assistant: Assistant, question: str, told: str, other: str) -> None:
    answer = assistant.ask(question)
    assert told in answer.text and other not in answer.text and answer.citations


def test_sizes_of_two_kinds_in_one_clause_are_told_as_it_says(assistant: Assistant) -> None:
    """No one size is picked where the clause has one for each kind of project."""
    answer = assistant.ask("青岭镇农业项目投资达到多少才给奖？")
    assert answer.refused or "800万元" in answer.text


@pytest.mark.parametrize(
    "question", ["柳湾区奖励办法根据市里哪个文件制定？", "柳湾区奖励办法的制定依据是什么？"]
)
def test_what_a_paper_rests_on_is_told(assistant: Assistant, question: str) -> None:
    assert "玉政规〔2023〕6号" in assistant.ask(question).text


def test_a_paper_that_rests_on_none_says_so(assistant: Assistant) -> None:
    answer = assistant.ask("青岭镇招商奖励规定依据什么文件制定？")
    assert "玉政规" not in answer.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "青岭镇引进投资1500万元的农业项目奖多少？",
            "",
        ),  # one of the clause's two sizes holds it, one does not
        ("青岭镇引进投资4000万元的工业项目奖多少？", "20万元"),
    ],
)
def test_a_clause_with_a_size_for_each_kind(assistant: Assistant, question: str, told: str) -> None:
    answer = assistant.ask(question)
    assert told in answer.text and "够不上" not in answer.text


def test_a_title_of_two_sentences_breaks_no_statement(tmp_path: Path) -> None:
    paper = (
        "贺州出台招商引荐办法！单个项目最高奖50万元\n2024-06-03\n"
        "贺州市招商引荐办法明确，内资项目按实际到位资金的1‰奖励引荐人，单个项目最高不超过50万元。\n"
    )
    with asked_over(tmp_path, {"办法.txt": paper}) as other:
        answer = other.ask("贺州内资项目实际到位资金2亿元，引荐奖励多少？")
    assert "2亿元 × 1‰ = 20万元" in answer.text
