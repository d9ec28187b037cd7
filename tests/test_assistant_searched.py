"""How often is the collection searched for one question? Each search takes a tenth of an answer's time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from ingest_samples import ingest_into, open_test_library

from assistant import Assistant
from vectorstore.library import Library
from vectorstore.search import Filters, Ranked, Searcher

PAPER = """# 丰泽区、惠安县招商动态

发布时间：2024-06-12　发布单位：泉州市商务局

丰泽区一季度签约项目19个，围绕电子信息开展产业链招商。惠安县一季度签约项目22个，围绕石化开展以商招商。
海岳海上风电塔筒项目在惠安县开工，总投资12亿元。
"""


class Counting(Searcher):
    """Notes what it is asked."""

    def __init__(self, library: Library) -> None:
        super().__init__(library, vectors=None)
        self.asked: list[str] = []

    def ranked(self, query: str, *, filters: Filters = Filters()) -> list[Ranked]:  # noqa: B008
        self.asked.append(query)
        return super().ranked(query, filters=filters)


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Assistant, Counting]]:
    folder: Path = tmp_path_factory.mktemp("searched")
    (folder / "papers").mkdir()
    (folder / "papers" / "动态.txt").write_text(PAPER, "utf-8")
    ingest_into(folder / "store", [folder / "papers"])
    with open_test_library(folder / "store") as library:
        searcher = Counting(library)
        yield Assistant(library, searcher, most_whole=0), searcher


@pytest.mark.parametrize(
    ("question", "searches"),
    [
        pytest.param("丰泽区怎么招商？", 1, id="one place"),
        pytest.param("惠安县的海岳海上风电塔筒项目围绕什么？", 1, id="a thing and its place"),
        pytest.param("丰泽区、惠安县围绕哪些产业？", 3, id="two places beside each other"),
    ],
)
def test_only_what_is_set_side_by_side_is_searched_for_apart(
    opened: tuple[Assistant, Counting], question: str, searches: int
) -> None:
    assistant, searcher = opened
    searcher.asked.clear()
    assistant.ask(question)
    assert len(searcher.asked) == searches, searcher.asked


def test_a_name_that_stands_in_the_question_is_not_added_to_it(opened: tuple[Assistant, Counting]) -> None:
    frame = opened[0].understand("海岳海上风电塔筒项目总投资多少？")
    assert frame.names
    assert frame.query == frame.text
    short = opened[0].understand("海岳海上风电项目总投资多少？")
    assert short.query.startswith(short.text) and short.query.endswith("".join(short.names[-1:]))
