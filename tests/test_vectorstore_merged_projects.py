"""Mentions of projects are merged by their names, of which few are compared, and told newest first."""

from __future__ import annotations

from decimal import Decimal

import pytest
from vectorstore_samples import MENTION_DATES, mention_ledger

from language.project_name import same_investor, same_project
from vectorstore.ledger_rows import Project
from vectorstore.projects import merge_projects


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
    rows = mention_ledger(seed)
    merged = merge_projects(rows, MENTION_DATES)
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
        [mention("d3", 12, "开工/在建"), mention("d0", 10, "签约"), mention("d5", 15, "")], MENTION_DATES
    )
    assert [row.document_id for row in project.sources] == ["d5", "d3", "d0"]
    assert (project.investment, [stage.stage for stage in project.stages]) == (15, ["签约", "开工/在建"])
