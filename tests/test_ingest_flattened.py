"""Pages that reached us in one line: their paragraphs are found again, their offsets kept."""

from __future__ import annotations

import pytest

from ingest.flattened import with_paragraphs

_FILL = "本措施所称企业，是指在本区注册、纳税、纳统并按规定报送统计资料的各类法人单位，不包括其分支机构。" * 5


@pytest.mark.parametrize(
    ("blank", "after"),
    [
        pytest.param(" ", "对首次上规的企业给予奖励。", id="a blank behind a stop"),
        pytest.param("　　", "二、支持扩产", id="the indent of a paragraph"),
        pytest.param(" 　　", "（二）支持扩产。", id="a blank and an indent"),
    ],
)
def test_a_paragraph_of_a_flattened_page_is_found_again(blank: str, after: str) -> None:
    told = with_paragraphs(f"{_FILL}{blank}{after}")
    assert [line.strip() for line in told.split("\n")] == [_FILL, after]


@pytest.mark.parametrize("mark", ["一、", "（三）", "第二条 ", "2.", "附件："])
def test_a_title_is_parted_from_the_item_behind_it(mark: str) -> None:
    told = with_paragraphs(f"某区支持企业稳产若干措施 {mark}支持扩产。{_FILL}")
    assert told.split("\n")[0] == "某区支持企业稳产若干措施"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("短的一行。 后面还有一句。", id="a short line"),
        pytest.param(f"名称\t金额。 备注\t{_FILL}", id="a row of a table"),
        pytest.param(f"Company A. It grows by 2.5 percent {_FILL}", id="English and numbers"),
        pytest.param(f"联系人：孙某 王某 电话：0000 {_FILL}", id="names"),
    ],
)
def test_what_is_no_paragraph_is_left_alone(text: str) -> None:
    assert with_paragraphs(text) == text


def test_no_character_moves() -> None:
    text = f"标题 一、总则。{_FILL}　　（一）目标。 {_FILL}\n已分的段"
    told = with_paragraphs(text)
    assert len(told) == len(text)
    assert all(ours == theirs or theirs == "\n" for ours, theirs in zip(text, told, strict=True))
