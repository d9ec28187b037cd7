"""Mentions of projects are merged by their names, of which few are compared, and told newest first."""

from __future__ import annotations

import random
from decimal import Decimal

import pytest

from language.project_name import same_investor, same_project
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


def merged_slowly(rows: list[Project]) -> list[list[Project]]:
    """Each mention put to the first project, of all there are, that it may be one of."""
    groups: list[list[Project]] = []
    for row in rows:
        fitting = [group for group in groups if may_be_one(group, row)]
        if fitting:
            fitting[0].append(row)
        else:
            groups.append([row])
    return groups


def may_be_one(group: list[Project], row: Project) -> bool:
    """Whether a name of the mentions is the row's, and no place or investor speaks against it."""
    named = any(same_project(name, row.name) for own in group for name in (own.name, *own.aliases))
    return named and all(
        same_investor(own.investor, row.investor)
        and (
            own.place == row.place
            or not (own.place and row.place)
            or own.name == row.name
            or (own.investment is not None and own.investment == row.investment)
        )
        for own in group
    )


@pytest.mark.parametrize("seed", range(30))
def test_mentions_merge_as_if_each_were_held_against_every_project(seed: int) -> None:
    rows = ledger(seed)
    merged = merge_projects(rows, DATES)
    assert [sorted(p.sources, key=rows.index) for p in merged] == [
        sorted(group, key=rows.index) for group in merged_slowly(rows)
    ]


def test_what_a_later_document_states_outweighs_what_an_older_one_does() -> None:
    def mention(document: str, investment: int, stage: str) -> Project:
        return Project(
            document_id=document, document=document, name="启明储能电池项目", quote="", start=0, end=4,
            investment=Decimal(investment), investment_unit="亿元", stage=stage,
        )  # fmt: skip

    (project,) = merge_projects(
        [mention("d3", 12, "开工/在建"), mention("d0", 10, "签约"), mention("d5", 15, "")], DATES
    )
    assert [row.document_id for row in project.sources] == ["d5", "d3", "d0"]
    assert (project.investment, [stage.stage for stage in project.stages]) == (15, ["签约", "开工/在建"])
