"""Rows of tables that a text holds are read alike, whoever asks for them."""

from __future__ import annotations

from assistant.passages.written_table import written_rows

_TABS = "正文一句。\n类别\t补助\n甲类\t30万元\n类别\t补助\n乙类\t20万元\n\n名称\t单位\n事项一\t商务局\n"


def test_rows_stand_under_the_heading_of_their_own_table() -> None:
    found = [(row.columns, row.cells) for row in written_rows(_TABS)]
    assert found == [
        (("类别", "补助"), ("甲类", "30万元")),
        (("类别", "补助"), ("乙类", "20万元")),
        (("名称", "单位"), ("事项一", "商务局")),
    ]


def test_spans_are_those_of_the_lines() -> None:
    rows = list(written_rows(_TABS))
    assert [_TABS[row.line.start : row.line.end] for row in rows] == [row.printed for row in rows]
    assert _TABS[rows[-1].heading.start : rows[-1].heading.end] == "名称\t单位"


def test_the_line_under_a_markdown_heading_is_no_row() -> None:
    text = "| 事项 | 单位 |\n| :--- | ---: |\n| 联审 | 行政审批局 |"
    assert [row.cells for row in written_rows(text)] == [("联审", "行政审批局")]
