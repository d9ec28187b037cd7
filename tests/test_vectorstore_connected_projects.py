"""Merging the mentions that are connected with one gives the projects that merging the whole ledger gives."""

from __future__ import annotations

import random
from decimal import Decimal

import pytest

from vectorstore.connected_projects import ConnectedMentions
from vectorstore.ledger_rows import Project
from vectorstore.projects import merge_projects

HEADS = ("星野", "启明", "中澜", "海川汽车", "沐光", "中澜海川")
MIDDLES = ("智能座舱", "储能电池", "显示模组", "汽车电子智能座舱", "", "新材料")
TAILS = ("项目", "生产项目", "产业园", "产业园项目（一期）", "二期", "基地项目", "")
DATES = {f"d{at}": f"2024-0{at + 1}-01" for at in range(6)}


def ledger(seed: int) -> list[Project]:
    """Sixty mentions whose names are short for each other, agree at one end, or differ in their phase."""
    dice = random.Random(seed)

    def name() -> str:
        return "".join(map(dice.choice, (HEADS, MIDDLES, TAILS)))

    return [
        Project(
            document_id=document, document=document, name=name(), quote="一句话。", start=at, end=at + 4,
            aliases=tuple(name() for _ in range(dice.choice((0, 0, 1, 2)))),
            investor=dice.choice(("", "", "星野集团有限公司", "启明公司")),
            place=dice.choice(("", "即墨区", "莱西市")),
            investment=dice.choice((None, Decimal(10), Decimal(20))), investment_unit="亿元",
            stage=dice.choice(("签约", "")),
        )
        for at, document in enumerate(sorted(dice.choice([*DATES]) for _ in range(60)))
    ]  # fmt: skip


@pytest.mark.parametrize("seed", range(30))
def test_connected_mentions_merge_as_the_whole_ledger_does(seed: int) -> None:
    rows = ledger(seed)
    whole = merge_projects(rows, DATES)
    connected = ConnectedMentions([(row.name, *row.aliases) for row in rows])
    for number, row in enumerate(rows):
        part = merge_projects([rows[at] for at in connected.with_any([number])], DATES)
        told = [project.sources for project in part]
        assert told == [p.sources for p in whole if p.sources in told]  # whole and in order, or not at all
        assert any(row in sources for sources in told)


def test_mentions_are_given_in_order_and_others_left_out() -> None:
    names = [("启明储能电池项目",), ("沐光显示模组",), ("启明储能",), ("启明储能电池项目",)]
    assert ConnectedMentions(names).with_any([2]) == [0, 2, 3]
    assert ConnectedMentions(names).with_any([1]) == [1]
    assert ConnectedMentions(names).with_any([]) == []


def test_mentions_are_connected_through_others_and_through_aliases() -> None:
    names = [("星野智能座舱",), ("星野汽车电子智能座舱", "瞭远产业园"), ("瞭远产业园项目",), ("瞭远",)]
    assert ConnectedMentions(names).with_any([0]) == [0, 1, 2, 3]
