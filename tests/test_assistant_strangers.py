"""A project that no document tells of: nothing that is told of others is given for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from ingest_samples import asked_over

from assistant import Assistant

TEXT = (
    "---\ntitle: 北桥区项目进展\npublished: 2024-07-02\n---\n"
    "北桥区海澜储能电池项目总投资130亿元，6月16日投产，占地420亩。\n"
    "上半年，北桥区举办产业对接会，邀请远航、金钟等企业参会，集中签约总投资310亿元的25个项目。\n"
    "远航工业互联网园区是抓项目的样板田，上半年发行专项债2.5亿元。\n"
)
PAPERS = {"进展.md": TEXT}


@pytest.mark.parametrize(
    "question",
    [
        "天宸半导体项目落户在哪里，什么时候投产？",
        "昊阳项目在哪个区，投资多少？",
        "中科曙辉项目占地多少亩，总投资多少？",
        "北桥区的天宸半导体项目，总投资多少，什么时候投产？",
    ],
)
def test_no_part_of_the_question_is_answered_of_another_project(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.refused
    told = answer.text.partition("最接近的是")[0]  # what is nearest is marked as not what was asked
    assert not any(said in told for said in ("130", "6月16日", "420", "310"))


def test_a_known_project_is_still_told_part_by_part(assistant: Assistant) -> None:
    text = assistant.ask("海澜储能电池项目总投资多少，占地多少亩？").text
    assert "130亿元" in text and "420亩" in text


def test_an_amount_of_another_kind_is_not_the_total_investment(assistant: Assistant) -> None:
    answer = assistant.ask("远航园区总投资多少？")
    assert answer.refused


def test_what_a_part_lacks_is_said_of_that_part(assistant: Assistant) -> None:
    answer = assistant.ask("海澜储能电池项目总投资多少，董事长是谁？")
    assert "130亿元" in answer.text
    assert any("董事长是谁" in note for note in answer.notes)


def test_what_is_asked_of_the_rest_is_not_told_of_a_district_that_is_named(tmp_path: Path) -> None:
    paper = (
        "---\ntitle: 北桥市上半年招商\npublished: 2025-07-18\n---\n"
        "上半年，绵阳市涪城区签约31个、协议投资236.4亿元，数量居第一；游仙区签约22个、协议投资148亿元；其余县共8个。\n"
    )
    with asked_over(tmp_path, {"半年.md": paper}) as opened:
        assert "31" not in opened.ask("其余县签约多少个？").text


def test_a_maker_before_a_generation_names_its_project(tmp_path: Path) -> None:
    paper = (
        "---\ntitle: 重点项目\npublished: 2025-07-18\n---\n"
        "- 惠科第8.6代背光显示面板项目（高新区），总投资180亿元，5月20日签约，计划2026年3月开工；\n"
        "- 长虹储能系统智能工厂项目（涪城区），总投资35亿元，已于4月开工。\n"
    )
    with asked_over(tmp_path, {"清单.md": paper}) as opened:
        text = opened.ask("惠科项目什么时候开工，总投资多少？").text
    assert "2026年3月开工" in text and "180亿元" in text
