"""Things and months that a question names are all added up or set apart, or it is said what is missing."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.real_names import is_name

PAPER = """# 随州市2024年7月招商引资简报

发布时间：2024-08-05

5月签约项目16个，6月签约项目18个，7月签约项目22个。

锦湖光电项目总投资12亿元，恒昌新材项目总投资9亿元，恒远重卡项目超30亿元。
"""
PAPERS = {"随州.md": PAPER}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("随州5月、6月、7月一共签约多少个项目？", "56个"),
        ("锦湖光电和恒昌新材总投资一共多少？", "21亿元"),
        ("锦湖光电比恒昌新材多投资多少？", "9亿元"),
        ("恒远重卡项目投资多少？", "30亿元"),
        ("锦湖光电、天元重工、恒远重卡三个项目总投资合计多少？", "所问的是3个，资料中只有这2个的数"),
        ("锦湖光电和天元重工总投资一共多少？", "资料中没有"),
    ],
)
def test_all_that_is_named_is_told(assistant: Assistant, question: str, told: str) -> None:
    answer = assistant.ask(question)
    assert told in answer.text, answer.text


def test_a_coined_word_is_a_name_whatever_its_tag_is_guessed_to_be() -> None:
    assert is_name("恒昌新材项目")
    assert not is_name("房地产项目")
