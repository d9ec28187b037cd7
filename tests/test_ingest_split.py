"""Passages are verbatim, whole sentences under one heading, and leave nothing out but furniture."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ingest_samples import ARTICLE, FACT, docx_bytes, xlsx_bytes

from ingest import docx, text, xlsx
from ingest.loaded import Loaded
from ingest.split import passages_of
from vectorstore.document import Document, Passage

SENTENCE = "临江区聚焦新能源产业链，赴北京、上海等地拜访企业108家，达成合作意向25个，推动项目落地见效。"


def document_of(loaded: Loaded, *, title: str = "") -> Document:
    return Document(
        id="d", name="d.txt", text=loaded.text, title=title, blocks=loaded.blocks, pages=loaded.pages
    )


def passages(written: str, *, title: str = "") -> tuple[Passage, ...]:
    return passages_of(document_of(text.load(written.encode()), title=title))


def require_sound(document: Document) -> None:
    """What must hold of any document's passages."""
    found = passages_of(document)
    assert [p.ordinal for p in found] == list(range(len(found)))
    assert all(p.text == document.text[p.start : p.end] and p.text.strip() for p in found)
    assert all(first.end <= second.start for first, second in pairwise(found))
    assert all(p.document_id == document.id and len(p.text) <= 400 for p in found)
    covered = {at for p in found for at in range(p.start, p.end)}
    for block in document.blocks:
        inside = {at for at in range(block.start, block.end) if not document.text[at].isspace()}
        if block.kind == "boilerplate":
            assert not inside & covered, "furniture is in no passage"
        elif block.kind != "heading":
            assert inside <= covered, "everything else is in one"


def test_an_article_is_split_under_its_headings() -> None:
    found = passages(ARTICLE, title="临江区招商引资开门红")
    assert [(p.section, p.text[:12]) for p in found] == [
        ("", FACT[:12]),
        ("聚焦产业链，精准招商", "围绕新能源、生物医药两条"),
    ]


def test_long_text_is_cut_at_sentence_ends() -> None:
    found = passages("\n\n".join([SENTENCE * 3] * 8))
    assert all(p.text.endswith("。") and 100 < len(p.text) <= 400 for p in found)
    assert len(found) > 3


def test_a_sentence_longer_than_a_passage_is_cut_at_its_clauses() -> None:
    found = passages("、".join(["某某新能源电池项目"] * 30) + "，" + "，".join(["推动项目落地"] * 60) + "。")
    assert all(p.text[-1] in "，。、目" and len(p.text) <= 400 for p in found)


def test_sections_are_paths_of_headings() -> None:
    found = passages(
        "# 总题\n\n引言在此。\n\n## 甲\n\n甲文在此。\n\n### 子\n\n子文在此。\n\n## 乙\n\n乙文在此。",
        title="总题",
    )
    assert [p.section for p in found] == ["", "甲", "甲 / 子", "乙"]


def test_a_heading_with_nothing_under_it_is_found_all_the_same() -> None:
    found = passages("# 总题\n\n## 甲\n\n## 乙\n\n乙文在此。", title="总题")
    assert [(p.text, p.section) for p in found] == [("甲", "甲"), ("乙文在此。", "乙")]


def test_captions_and_furniture_part_passages() -> None:
    found = passages(
        "第一段说完了，很完整。\n\n▲江城产业园。\n\n第二段也说完了，很完整。\n\n第5版\n\n第三段说完了，完整。"
    )
    assert [p.text for p in found] == [
        "第一段说完了，很完整。", "▲江城产业园。", "第二段也说完了，很完整。", "第三段说完了，完整。",
    ]  # fmt: skip


def test_each_passage_of_a_long_table_opens_with_the_names_of_its_columns() -> None:
    rows = [
        ["区市", "项目名称", "总投资"],
        *([f"第{n}区", f"新能源电池生产基地项目{n}号", f"{n}亿元"] for n in range(80)),
    ]
    for loaded in (xlsx.load(xlsx_bytes(清单=rows)), docx.load(docx_bytes("项目清单如下。", table=rows))):
        document = document_of(loaded)
        require_sound(document)
        tables = [p for p in passages_of(document) if "亿元" in p.text]
        assert len(tables) > 5
        assert all(p.text.startswith("区市\t项目名称\t总投资\n") for p in tables)


PIECES = st.sampled_from(
    [
        SENTENCE, FACT, "一、总体要求\n", "\n\n", "\n", "▲图说。\n", "第5版\n", "- 条目\n",
        "a\tb\n1\t2\n", "# 题\n", "没有标点" * 150, "很长的句子，" * 90, "34", "\n\n\n\n",
    ]
)  # fmt: skip


@given(st.lists(PIECES, min_size=1, max_size=15).map("".join).filter(lambda written: written.strip()))
def test_any_text_is_split_soundly(written: str) -> None:
    require_sound(document_of(text.load(written.encode()), title="题"))


@pytest.mark.shared
@pytest.mark.parametrize("number", range(5))
def test_real_articles_are_split_soundly(shared: Path, number: int) -> None:
    path = sorted((shared / "corpus" / "qingdao").glob("*.txt"))[number]
    document = document_of(text.load(path.read_bytes()))
    require_sound(document)
    found = passages_of(document)
    prose = [p for p in found if len(p.text) > 60]
    assert 150 <= sum(len(p.text) for p in prose) / len(prose) <= 400
