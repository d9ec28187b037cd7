"""Newspapers: several articles on a page are parts with titles of their own; a cut article is made whole."""

from __future__ import annotations

from page_designs import Paper, Run, write

from ingest.kind import Kind
from ingest.reading import read_file
from ingest.wire import Reading, Request

BODY = "一季度临江区签约项目三十四个比去年同期多出九个总投资超过百亿元其中先进制造业占到一半以上"
KIND: Kind = "pdf"


def column(page: int, left: float, top: float, lines: list[str]) -> list[Run]:
    return [Run(page=page, x=left, y=top + 15 * n, text=text, size=10) for n, text in enumerate(lines)]


def filled(text: str, width: int = 14) -> list[str]:
    """The text in lines of `width` characters, the first indented."""
    text = "　　" + text
    return [text[at : at + width] for at in range(0, len(text), width)]


def read(runs: list[Run]) -> Reading:
    data = write(Paper(width=420, height=600, runs=runs), "random", seed=3)
    return read_file(Request(document_id="d", source="s", name="第三版.pdf", sha256="", kind=KIND, data=data))


def heads() -> list[Run]:
    return [
        Run(page=1, x=40, y=30, text="江城日报", size=18),
        Run(page=1, x=190, y=30, text="2025年4月3日 星期四", size=9),
        Run(page=1, x=330, y=30, text="第3版 要闻", size=9),
    ]  # fmt: skip


def two_articles() -> list[Run]:
    first = filled(BODY + "。") + filled("望湖区的情况见下文。")
    second = filled(BODY.replace("临江区", "望湖区") + "。")
    return [
        *heads(),
        Run(page=1, x=60, y=90, text="临江区招商开门红", size=26),
        *column(1, 40, 120, ["□本报记者 周宁", *first[:4]]), *column(1, 210, 120, first[4:]),
        Run(page=1, x=90, y=260, text="望湖区项目添新军", size=22),
        *column(1, 40, 290, ["□本报记者 林晓", *second[:2]]), *column(1, 210, 290, second[2:]),
    ]  # fmt: skip


def test_articles_of_a_page_are_parts_cited_with_paper_date_page_and_headline() -> None:
    reading = read(two_articles())
    document = reading.document
    assert document.title == "《江城日报》2025年4月3日 第3版"
    assert (document.publisher, document.published, document.published_basis) == (
        "江城日报",
        "2025-04-03",
        "stated",
    )
    headlines = [
        document.text[b.start : b.end] for b in document.blocks if (b.kind, b.level) == ("heading", 1)
    ]
    assert headlines == ["临江区招商开门红", "望湖区项目添新军"]
    sections = {passage.section for passage in reading.passages}
    assert sections == {"《临江区招商开门红》", "《望湖区项目添新军》"}


def test_one_article_keeps_its_own_title() -> None:
    runs = [run for run in two_articles() if run.y < 250]
    document = read(runs).document
    assert (document.title, document.publisher) == ("临江区招商开门红", "江城日报")


def cut_article(*, source: str = "1") -> list[Run]:
    """An article that jumps in mid-sentence from page 1 to page 2, where another article stands first."""
    lines = filled(BODY + "。")
    return [
        Run(page=1, x=330, y=30, text="第1版", size=9), Run(page=2, x=330, y=30, text="第2版", size=9),
        Run(page=1, x=60, y=90, text="临江区招商开门红", size=26),
        *column(1, 40, 120, [*lines[:2], "（下转第2版）"]),
        Run(page=1, x=60, y=200, text="望湖区项目添新军", size=26),
        *column(1, 40, 230, filled("望湖区的项目也不少。")),
        Run(page=2, x=60, y=90, text="临江区招商开门红", size=20),
        *column(2, 40, 120, [f"（上接第{source}版）", *lines[2:]]),
    ]  # fmt: skip


def test_a_cut_article_is_joined_over_the_jump_with_its_places_on_both_pages() -> None:
    document = read(cut_article()).document
    assert BODY in document.text
    at = document.text.index(BODY)
    assert {box.page for box in document.boxes_of(at, at + len(BODY))} == {1, 2}
    assert [document.page_at(at), document.page_at(at + len(BODY) - 1)] == [1, 2]
    assert document.page_at(document.text.index("望湖区的项目")) == 1


def test_a_jump_to_a_page_that_does_not_answer_joins_nothing() -> None:
    document = read(cut_article(source="4")).document
    assert BODY not in document.text
