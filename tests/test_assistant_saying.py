"""Do many texts say terms as each of them does alone, and is what was read kept within bounds?"""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from assistant.figures.saying import Texts, count_saying, coverages
from assistant.matching import term_match
from assistant.remembered import Once, Remembered

TERMS = ("签约", "引进", "新能源汽车产业", "进展", "GDP", "1.5", "区")
TEXTS = (
    "一季度签约亿元以上项目34个",
    "全区新引进企业，已开工建设",
    "新能源汽车零部件产业园投产",
    "GDP增长1.5%",
    "",
    "汽车产业链招商",
    "一季度签约亿元以上项目34个",
)


@pytest.mark.parametrize("term", TERMS)
def test_texts_together_say_a_term_as_each_does_alone(term: str) -> None:
    table = Texts(TEXTS).match([term], TEXTS)
    assert table[:, 0].tolist() == [term_match(term, text) for text in TEXTS]


def test_a_text_that_stands_twice_counts_twice_among_those_that_say_a_term() -> None:
    assert count_saying(("签约", "GDP"), TEXTS, Texts(TEXTS)) == {"签约": 2, "GDP": 1}


def test_the_best_field_of_a_row_counts_for_each_term() -> None:
    rows = [("签约34个", "东湖区"), ("东湖区", "签约34个"), ("", "")]
    texts = Texts(text for row in rows for text in row)
    shares = coverages({"签约": 3.0, "东湖": 1.0}, rows, worth=(1.0, 0.5), texts=texts)
    assert shares == [(3 + 0.5) / 4, (1.5 + 1) / 4, 0.0]


def test_nothing_asked_is_said_by_nobody() -> None:
    assert coverages({}, [("签约",)], worth=(1.0,), texts=Texts(["签约"])) == [0.0]


def test_what_is_missing_is_read_in_one_go_and_the_rest_remembered() -> None:
    asked: list[Sequence[int]] = []

    def read(keys: Sequence[int]) -> dict[int, str]:
        asked.append(keys)
        return {key: str(key) for key in keys}

    remembered = Remembered(read, most=3)
    assert remembered.all([1, 2]) == {1: "1", 2: "2"}
    assert list(remembered.all([3, 1, 2])) == [3, 1, 2]
    assert remembered(4) == "4"  # the one asked for longest ago makes room
    assert remembered(3) == "3"
    assert asked == [[1, 2], [3], [4], [3]]


def test_what_was_made_lately_is_not_made_again() -> None:
    made: list[str] = []

    def make(name: str) -> str:
        made.append(name)
        return name

    once = Once(most=2)
    for name in ("a", "b", "a", "c", "a", "b"):
        assert once(name, lambda name=name: make(name)) == name  # type: ignore[misc]
    assert made == ["a", "b", "c", "b"]
