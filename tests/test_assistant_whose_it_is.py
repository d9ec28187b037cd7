"""Which district does it, asked of a sentence that names none, and of names that are numbers."""

from __future__ import annotations

import pytest

from assistant import Assistant

PAPERS = {
    "环境.md": (
        "# 南充优化营商环境\n\n发布时间：2025-03-06\n\n"
        "服务与招商是一回事。年初，顺庆区推出9项举措。比如，推行“码上监督”，减少入企检查。"
        "再比如，向企业家发放“嘉商服务卡”，配备服务专员。\n\n"
        "阆中市提出“项目等地变地等项目”。6月底前将制定“标准地”实施方案。\n\n"
        "全市将建立“375”招商引资工作体系，打造投资高地。\n"
    ),
    "赛道.md": (
        "# 仪陇县设赛道抓招商\n\n发布时间：2025-03-10\n\n"
        "仪陇县瞄准食品、丝纺、建材等方向设置五大产业赛道，抽调干部组成专班。\n"
    ),
}


@pytest.mark.parametrize(
    ("question", "said"),
    [
        pytest.param("哪个区发放“嘉商服务卡”？", ["顺庆区", "服务专员"], id="named-before"),
        pytest.param("哪个县市制定“标准地”实施方案？", ["阆中市", "6月底"], id="of-its-paragraph"),
        pytest.param("“375”体系是什么？", ["“375”招商引资工作体系"], id="a-number-for-a-name"),
        pytest.param("仪陇县设置了几大产业赛道？", ["五大产业赛道"], id="counted-in-words"),
    ],
)
def test_whose_it_is(assistant: Assistant, question: str, said: list[str]) -> None:
    text = assistant.ask(question).text
    assert all(piece in text for piece in said), text


def test_a_number_in_quotes_that_no_paper_prints_is_refused(assistant: Assistant) -> None:
    assert assistant.ask("“468”体系是什么？").refused
