"""Which places a ranking sets side by side: those of the doing asked for, in the unit asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from ingest_samples import asked_over

from assistant import Assistant

PAPERS = {
    "绵阳.md": "---\ntitle: 绵阳上半年招商\npublished: 2025-07-18\n---\n"
    "上半年，绵阳市分县市区看，涪城区签约31个、协议投资136.4亿元；游仙区签约22个、协议投资148亿元；"
    "江油市签约19个、协议投资97.3亿元。\n下半年，绵阳力争再签约亿元以上项目120个以上，全年突破260个。",
    "台州.md": "---\ntitle: 台州一季度招商\npublished: 2025-04-08\n---\n"
    "一季度，台州市路桥区落地12个项目、计划投资116亿元；椒江区11个、94亿元；温岭市10个、68亿元；"
    "临海市9个、71亿元。",
}


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("哪个区县签约项目最多？", "涪城区最多，为31个"),
        ("哪个区县落地项目最多？", "路桥区最多，为12个"),
        ("绵阳各县市区签约项目数排名", "涪城区最多，为31个"),
    ],
)
def test_what_was_signed_is_not_ranked_with_what_was_landed(
    assistant: Assistant, question: str, said: str
) -> None:
    assert said in assistant.ask(question).text


def test_two_rankings_asked_in_one_breath_are_both_given(assistant: Assistant) -> None:
    text = assistant.ask("绵阳哪个区县签约项目最多？哪个协议投资最大？").text
    assert "涪城区最多，为31个" in text and "游仙区最多，为148亿元" in text


def test_a_measure_taken_from_the_clause_before_keeps_no_scrap_of_its_figure(assistant: Assistant) -> None:
    text = assistant.ask("绵阳全年签约目标多少个？").text
    assert "签约亿元以上项目突破260个" in text and "项目上突破" not in text


def test_of_two_rows_of_a_place_the_one_that_the_others_tell_too_is_ranked(tmp_path: Path) -> None:
    paper = (
        "---\ntitle: 青岛一季度招商\npublished: 2025-04-18\n---\n"
        "一季度，青岛市莱西市签约亿元以上项目75个。\n一季度，即墨区签约亿元以上项目34个。\n"
        "一季度，城阳区迎来10个高科技团队项目签约入驻。\n数据显示，一季度城阳区共签约亿元以上项目49个。\n"
    )
    with asked_over(tmp_path, {"季报.md": paper}) as opened:
        text = opened.ask("青岛哪个区市签约项目最多？").text
    assert "莱西市最多，为75个" in text
    assert "49个" in text and "10个" not in text
