"""Merging the mentions that are connected with one gives the projects that merging the whole ledger gives."""

from __future__ import annotations

import pytest
from vectorstore_samples import MENTION_DATES, mention_ledger

from vectorstore.connected_projects import ConnectedMentions
from vectorstore.projects import merge_projects


@pytest.mark.parametrize("seed", range(30))
def test_connected_mentions_merge_as_the_whole_ledger_does(seed: int) -> None:
    rows = mention_ledger(seed)
    whole = merge_projects(rows, MENTION_DATES)
    connected = ConnectedMentions([(row.name, *row.aliases) for row in rows])
    for number, row in enumerate(rows):
        part = merge_projects([rows[at] for at in connected.with_any([number])], MENTION_DATES)
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
