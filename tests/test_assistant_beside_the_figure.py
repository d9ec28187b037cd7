"""A figure asked for with something that is none: the sentence that tells both is told."""

from __future__ import annotations

import pytest

from assistant import Assistant

PAPERS = {
    "名录.md": (
        "# 汝州梳理企业名录\n\n发布时间：2024-07-15\n\n"
        "今年以来，汝州市梳理、选取126家有扩产需求的企业，形成《汝州市重点招引企业名录》。"
        "同时，汝州市派出招商小分队外出拜访企业340家。\n"
    )
}


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        pytest.param(
            "汝州市选取有扩产需求的企业多少家，形成了什么名录？", ["126家", "重点招引企业名录"], [], id="both"
        ),
        pytest.param("汝州市外出拜访企业多少家，形成了什么名录？", ["340家"], ["126家"], id="elsewhere"),
    ],
)
def test_what_stands_beside_it(
    assistant: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    text = assistant.ask(question).text
    assert all(piece in text for piece in said), text
    assert not any(piece in text for piece in unsaid), text
