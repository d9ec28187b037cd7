"""Search: words find what holds them, meaning helps where they run out, filters and quotas always hold."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from vectorstore_samples import EMBEDDER, SENTENCES, record

from vectorstore.build import open_searcher
from vectorstore.document import Passage
from vectorstore.errors import VectorStoreError
from vectorstore.index import ExactIndex, Vector
from vectorstore.index_choice import ChosenIndex
from vectorstore.index_sync import bring_up_to_date
from vectorstore.lexical_search import PER_DOCUMENT, LexicalSearch
from vectorstore.library import Library
from vectorstore.question_terms import question_terms
from vectorstore.search import Filters, Hit, Searcher


@pytest.fixture
def library(tmp_path: Path) -> Library:
    with Library.open(tmp_path, writable=True, embedder=EMBEDDER) as library:
        yield library


def searcher(library: Library) -> Searcher:
    return Searcher(library, vectors=ChosenIndex(library))


def keys(hits: list[Hit]) -> list[tuple[str, int]]:
    return [(hit.passage.document_id, hit.passage.ordinal) for hit in hits]


def test_passages_are_found_by_words_alone_before_they_are_weighed(library: Library) -> None:
    library.put(record("a"))
    library.put(record("b", level="internal"))
    found = searcher(library).found("生物医药企业", filters=Filters(levels=frozenset({"internal"})))
    assert found[:1] == [("b", 1)]
    assert {document_id for document_id, _ in found} == {"b"}


def lexical(library: Library, query: str, *, k: int = 10) -> list[tuple[str, int]]:
    words_alone = Searcher(library, vectors=None)
    return keys(words_alone.search(query, k=k))


@pytest.mark.parametrize(
    ("query", "ordinal"),
    [
        pytest.param("税收", 2, id="two-characters"),
        pytest.param("收奖", 2, id="pair-across-words"),
        pytest.param("稅收獎勵", 2, id="traditional"),
        pytest.param("１５２．６６", 0, id="full-width-number"),
        pytest.param("152.66亿元是什么", 0, id="number"),
        pytest.param("一季度", 0, id="begins-with-U+4E00"),
        pytest.param("生物医药企业有几家？", 1, id="question"),
        pytest.param("集装箱", 3, id="three-characters"),
    ],
)
def test_words_find_their_passage(library: Library, query: str, ordinal: int) -> None:
    library.put(record("a"))
    assert lexical(library, query)[:1] == [("a", ordinal)]
    assert keys(searcher(library).search(query, k=1)) == [("a", ordinal)]


ODD = ["", "？！", "什么", '"', 'a" OR "b', "NEAR(", "* - :", "\x00", "😀", "的", "签约项目" * 5000]


@pytest.mark.parametrize("query", ODD, ids=range(len(ODD)))
def test_odd_queries_are_no_error(library: Library, query: str) -> None:
    library.put(record("a"))
    assert len(searcher(library).search(query, k=3)) <= 3


def test_nothing_is_found_in_an_empty_library(library: Library) -> None:
    assert searcher(library).search("签约项目") == []


def test_a_pair_with_a_question_word_is_not_asked_for() -> None:
    words, pairs = question_terms("招商局引进了什么公司")
    assert "么公" not in pairs and "了什" not in pairs
    assert {"引进", "公司"} <= set(pairs) and "什么" not in words


def test_the_title_leads_to_its_document(library: Library) -> None:
    for name, title in (("a", "即墨区通报"), ("b", "胶州市通报"), ("c", "平度市通报")):
        library.put(record(name, ["一季度新签约项目三十二个。", "税收增长。"], title=title))
    assert keys(searcher(library).search("胶州市新签约项目", k=1)) == [("b", 0)]


def test_a_section_tells_passages_of_like_words_apart(library: Library) -> None:
    sections = ["一、即墨区", "二、胶州市", "三、平度市"]
    library.put(record("a", [f"新签约项目{n}个。" for n in "三四五"], sections=sections))
    assert keys(searcher(library).search("胶州市新签约项目", k=1)) == [("a", 1)]


def test_a_thing_is_found_by_its_other_name_after_the_one_that_was_asked(library: Library) -> None:
    library.put(record("a", ["全市到账外资9.3亿美元。"]))
    library.put(record("b", ["全市进出口总额93亿元。"]))
    assert lexical(library, "实际使用外资")[:1] == [("a", 0)]
    library.put(record("c", ["全市实际使用外资9.3亿美元。"]))
    assert lexical(library, "实际使用外资")[:2] == [("c", 0), ("a", 0)]


def test_removed_and_replaced_words_are_not_found(library: Library) -> None:
    library.put(record("a", ["集装箱吞吐量增长。"]))
    library.put(record("b", ["集装箱码头开工。"]))
    library.put(record("a", ["税收减免办法。"]))
    library.remove("b")
    assert lexical(library, "集装箱") == []
    assert lexical(library, "税收") == [("a", 0)]


def test_a_found_passage_says_what_found_it(library: Library) -> None:
    library.put(record("a"))
    found = {hit.passage.ordinal: hit.found_by for hit in searcher(library).search("税收奖励办法", k=4)}
    assert found[2] == ("lexical", "dense")


class Pointing:
    """An embedder for which a query means what its twin passage means, whatever the words."""

    name, dimension = "pointing", 2

    def embed_documents(self, texts: list[str]) -> Vector:
        return np.array([[1, 0] if "办法" in text else [0, 1] for text in texts], dtype=np.float32)

    def embed_queries(self, texts: list[str]) -> Vector:
        return np.array([[1, 0]] * len(texts), dtype=np.float32)


@pytest.mark.parametrize(
    ("query", "ordinal"),
    [
        pytest.param("incentives", 2, id="no-word-found-meaning-decides"),
        pytest.param("集装箱吞吐量", 3, id="all-words-found-words-decide"),
    ],
)
def test_meaning_decides_only_where_words_run_out(tmp_path: Path, query: str, ordinal: int) -> None:
    embedder = Pointing()
    made = record("a")
    vectors = embedder.embed_documents([passage.text for passage in made.passages])
    with Library.open(tmp_path / "p", writable=True, embedder=embedder) as library:
        library.put(type(made)(document=made.document, passages=made.passages, vectors=vectors))
        exact = ExactIndex.of(library.vectors())
        assert keys(Searcher(library, vectors=exact).search(query, k=1)) == [("a", ordinal)]


@pytest.fixture(params=["exact", "chroma"])
def levelled(request: pytest.FixtureRequest, library: Library) -> Searcher:
    """More public passages than any index looks at, all nearer than the one internal and the one secret."""
    for number in range(10):
        library.put(record(f"p{number:02}", ["即墨区一季度新签约项目。"] * 25))
    library.put(record("internal", ["即墨区一季度新签约项目内部情况。"], level="internal"))
    library.put(record("secret", ["即墨区的签约。"], level="secret"))
    bring_up_to_date(library)
    return open_searcher(library, preference=request.param)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(levels=frozenset({"secret"})), {"secret"}),
        (Filters(levels=frozenset({"internal", "secret"})), {"internal", "secret"}),
        (Filters(documents=frozenset({"secret", "p07"})), {"secret", "p07"}),
        (Filters(levels=frozenset({"public"}), documents=frozenset({"secret", "p07"})), {"p07"}),
        (Filters(levels=frozenset()), set()),
    ],
    ids=["one-level", "two-levels", "documents", "both", "none"],
)
def test_filters_hold_in_every_index_and_cost_no_result(
    levelled: Searcher, filters: Filters, expected: set[str]
) -> None:
    hits = levelled.search("即墨区一季度新签约项目", k=10, filters=filters)
    assert {hit.document.id for hit in hits} == expected or (len(hits) == 10 and "p07" in expected)
    assert {hit.document.id for hit in hits} <= expected


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    per_document=st.none() | st.integers(0, 3), per_place=st.none() | st.integers(1, 3), k=st.integers(0, 12)
)
def test_quotas_hold_and_what_fits_is_kept_in_order(
    quoted: Searcher, per_document: int | None, per_place: int | None, k: int
) -> None:
    free = quoted.search("新签约项目", k=50)
    hits = quoted.search("新签约项目", k=k, max_per_document=per_document, max_per_place=per_place)
    assert len(hits) <= k
    assert [key for key in keys(free) if key in set(keys(hits))] == keys(hits)
    ids = [hit.document.id for hit in hits]
    places = [place for hit in hits for place in hit.passage.places if len(hit.passage.places) == 1]
    assert per_document is None or all(ids.count(each) <= per_document for each in ids)
    assert per_place is None or all(places.count(each) <= per_place for each in places)
    if per_document is None and per_place is None:
        assert keys(hits) == keys(free)[:k]


@pytest.fixture(scope="module")
def quoted(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    library = Library.open(tmp_path_factory.mktemp("quoted"), writable=True, embedder=EMBEDDER)
    places = [("即墨区",), ("胶州市",), ("即墨区", "胶州市"), ()]
    for number in range(6):
        sentences = [f"第{number}批新签约项目{n}个。" for n in "一二三四"]
        library.put(record(f"d{number}", sentences, places=places))
    return searcher(library)


def test_a_passage_of_no_place_is_never_passed_over(quoted: Searcher) -> None:
    hits = quoted.search("新签约项目", k=24, max_per_place=1)
    assert sum(not hit.passage.places for hit in hits) == 6


def test_neighbours_are_the_passages_around(library: Library) -> None:
    library.put(record("a"))
    first, second, third, fourth = library.passages("a")
    search = searcher(library)
    around: list[tuple[Passage, int, int, list[Passage]]] = [
        (second, 1, 1, [first, third]),
        (first, 1, 1, [second]),
        (fourth, 9, 9, [first, second, third]),
        (second, 0, 0, []),
        (second, 0, 2, [third, fourth]),
    ]
    for passage, before, after, expected in around:
        assert search.neighbours([passage], before=before, after=after) == [expected]
    assert search.neighbours([fourth, first, second]) == [[third], [second], [first, third]]


def test_like_passages_come_in_the_order_of_their_documents(library: Library) -> None:
    for name in ("c", "a", "b"):
        library.put(record(name, ["新签约项目三十二个。"] * 2))
    by_document = [(name, ordinal) for name in "abc" for ordinal in (0, 1)]
    assert keys(searcher(library).search("新签约项目", k=6)) == by_document
    leads_first = [(name, ordinal) for ordinal in (0, 1) for name in "abc"]
    assert keys(searcher(library).search("新签约项目有多少个？", k=6)) == leads_first


@pytest.mark.parametrize("preference", ["exact", "chroma"])
def test_the_same_query_has_the_same_result_after_a_restart(tmp_path: Path, preference: str) -> None:
    with Library.open(tmp_path, writable=True, embedder=EMBEDDER) as library:
        for number in range(20):
            library.put(record(f"d{number}", [f"{s}第{number}号" for s in SENTENCES]))
        bring_up_to_date(library)
        before = open_searcher(library, preference=preference).search("签约项目的税收奖励", k=20)
    with Library.open(tmp_path, embedder=EMBEDDER) as library:
        assert open_searcher(library, preference=preference).search("签约项目的税收奖励", k=20) == before
        assert len(before) == 20


def test_a_searcher_sees_what_is_written_after_it_was_opened(library: Library) -> None:
    library.put(record("a"))
    search = searcher(library)
    search.search("海洋牧场")
    library.put(record("b", ["海洋牧场项目落户。"]))
    assert keys(search.search("海洋牧场", k=1)) == [("b", 0)]
    library.remove("b")
    assert ("b", 0) not in keys(search.search("海洋牧场"))


def test_many_threads_search_while_a_document_is_replaced(tmp_path: Path) -> None:
    with Library.open(tmp_path, writable=True, embedder=EMBEDDER) as writer:
        for number in range(10):
            writer.put(record(f"d{number}"))
        with Library.open(tmp_path, embedder=EMBEDDER) as reader, ThreadPoolExecutor(8) as pool:
            search = searcher(reader)
            found = [pool.submit(search.search, "税收奖励办法", k=10) for _ in range(60)]
            for _ in range(10):
                writer.put(record("d3"))
            assert all(keys(each.result())[0] == ("d0", 2) for each in found)


def test_quotas_reach_deep_enough(library: Library) -> None:
    library.put(record("long", [f"新签约项目{number}个。" for number in range(150)]))
    library.put(record("short", ["另有其他新签约的大项目若干。"]))
    hits = searcher(library).search("新签约项目", k=2, max_per_document=1)
    assert {hit.document.id for hit in hits} == {"long", "short"}


def test_an_unknown_index_of_the_environment_is_named(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZHAODA_VECTOR_INDEX", "faiss")
    with pytest.raises(VectorStoreError, match="faiss"):
        open_searcher(library)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet="即墨区一季度新签约亿元以上项目税收集装箱,，。\"'*^:()- \n0152.6AＢ", max_size=40))
def test_any_query_gives_ordered_distinct_hits(quoted: Searcher, query: str) -> None:
    hits = quoted.search(query, k=15)
    assert len(set(keys(hits))) == len(hits)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert all(hit.found_by for hit in hits)


def test_the_paper_whose_opening_names_the_place_asked_about_comes_first(library: Library) -> None:
    clause = "全面拓展非接触式办税缴费服务，优化电子税务局功能。"
    for name, place in (("a", "重庆市"), ("b", "四川省"), ("c", "浙江省")):
        opening = f"{place}税务局关于纾困的通知。"
        library.put(record(name, [opening, clause], places=[(place,), ()]))
    found = Searcher(library, vectors=None).search("四川如何拓展非接触式办税缴费服务？", k=3)
    assert keys(found)[0] == ("b", 1)


def test_openings_are_read_for_statements_and_places_where_a_place_is_named(library: Library) -> None:
    clause = "优化电子税务局功能，拓展非接触式服务。"
    library.put(record("a", ["四川省税务局发布通知。", clause], places=[("四川省",), ()]))
    by_words = LexicalSearch(library)

    def told(query: str) -> tuple[str, tuple[str, ...]]:
        listed = by_words.shortlist(query, filters=Filters())
        text = next(each for each in listed.texts if each.ordinal == 1)
        return text.opening, text.opening_places

    assert told("四川拓展非接触式服务") == ("四川省税务局发布通知。", ("四川省",))
    assert told("拓展非接触式服务") == ("四川省税务局发布通知。", ())
    assert told("四川如何拓展非接触式服务？") == ("", ("四川省",))
    assert told("如何拓展非接触式服务？") == ("", ())


def test_what_was_not_weighed_follows_what_was_each_passage_once(library: Library) -> None:
    for number in range(15):
        library.put(record(f"d{number:02}", [f"新签约项目{number}号{n}个。" for n in range(12)]))
    library.put(record("long", [f"新签约项目{number}个。" for number in range(40)]))
    found = keys(searcher(library).search("新签约项目", k=300))
    assert len(found) == len(set(found)) == 15 * 12 + 40
    assert found[:100] == [each.key for each in searcher(library).ranked("新签约项目")]
    assert sum(name == "long" for name, _ in found[:100]) <= PER_DOCUMENT
