"""Who came first is told by the sentence that tells it, of the time asked about."""

from __future__ import annotations

import pytest

from assistant import Assistant

PAPERS = {
    "比武.md": (
        "# 一季度“赛马比拼”揭晓\n\n发布时间：2024-04-18\n\n"
        "日前，荆州公布2024年一季度招商引资“赛马比拼”考核结果。"
        "此前四次比拼，均是监利市位居第一。"
        "这一次公安县以96.2分的成绩夺魁，石首市以95.8分紧随其后。"
        "公安县一季度签约项目18个，石首市签约项目25个。\n"
    ),
    "创新.md": (
        "# 双创大赛落幕\n\n发布时间：2024-05-20\n\n"
        "在荆州市创新创业大赛上，松滋市的云麓传感项目荣获初创组第一名。\n"
    ),
}


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        pytest.param("2024年一季度赛马比拼谁第一，多少分？", ["公安县", "96.2分"], ["监利市位居"], id="both"),
        pytest.param("谁在一季度赛马比拼里排第一？", ["公安县"], ["监利市位居"], id="who"),
        pytest.param("赛马比拼第一名得了多少分？", ["96.2分"], ["监利市位居"], id="its-score"),
        pytest.param("此前赛马比拼第一是谁？", ["监利市"], [], id="before"),
        pytest.param("创新创业大赛初创组第一名是谁？", ["云麓传感"], ["公安县"], id="another-contest"),
        pytest.param("一季度签约项目哪个县市第一？", ["石首市", "25"], ["夺魁"], id="ranked-by-figures"),
    ],
)
def test_who_came_first(assistant: Assistant, question: str, said: list[str], unsaid: list[str]) -> None:
    text = assistant.ask(question).text
    assert all(piece in text for piece in said), text
    assert not any(piece in text for piece in unsaid), text
