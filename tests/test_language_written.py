"""One number is found in whichever way it is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from vectorstore_samples import EMBEDDER, record

from language.numeral import chinese_number
from language.written import digits_of, in_chinese, otherwise
from vectorstore.library import Library
from vectorstore.search import Searcher


def test_every_number_is_read_back_as_it_was_written() -> None:
    assert [int(chinese_number(in_chinese(value))) for value in range(1, 10_000)] == list(range(1, 10_000))


@pytest.mark.parametrize(
    ("word", "others"),
    [
        ("31", ("三十一",)), ("三十一", ("31",)), ("105", ("一百零五",)), ("12", ("十二",)),
        ("十二", ("12",)), ("5", ()), ("2000", ()), ("01", ()), ("152.66", ()), ("一", ()), ("茶园", ()),
        ("99999", ()), ("二〇二五", ()),
    ],
)  # fmt: skip
def test_a_number_has_its_other_form(word: str, others: tuple[str, ...]) -> None:
    assert otherwise(word) == others


def test_the_numbers_of_a_question_are_read_in_digits() -> None:
    assert digits_of("签约三十一个,注销一百零五家") == ("31", "105")


@pytest.mark.parametrize(
    ("question", "told"),
    [("签约31个", "全年签约三十一个。"), ("签约三十一个", "全年签约31个。")],
)
def test_a_search_finds_it_written_otherwise(tmp_path: Path, question: str, told: str) -> None:
    with Library.open(tmp_path, writable=True, embedder=EMBEDDER) as library:
        for number, text in enumerate(["全年签约一批。", "下半年签约46个。", told, "四季度签约四十六个。"]):
            library.put(record(f"d{number}", [text]))
        assert Searcher(library, vectors=None).search(question, k=1)[0].document.id == "d2"
