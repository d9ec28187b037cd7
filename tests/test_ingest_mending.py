"""Broken plain text: a cut sentence is read whole where that is certain, and quoted as printed."""

from __future__ import annotations

import pytest

from ingest.mending import steps_of
from ingest.reading import read_file
from ingest.wire import Reading, Request

HEAD = "江城市工业提速\n\n江城市各区加快建设。\n\n"
CAPTIONS = "\n\n\n\n▲临江区的车间里一片繁忙。\n\n\n\n"
BROKEN = "在城阳区，第一批项目已经投产，工人们正在加紧安装设备；远山科技高性能光学薄膜"
REST = "项目正加快主体施工，总投资12.5亿元，建成后年产薄膜3000万平方米。"
OTHER = "鄞州区一季度签约项目34个。"


def read(text: str) -> Reading:
    data = text.encode()
    return read_file(Request(document_id="d", source="s", name="工业.txt", sha256="", kind="text", data=data))


FIRST = f"前一句先说完。{BROKEN}"
SECOND = "再把一句话说完。在江夏区，第二批项目也已经投产，工人们加紧调试新装的设备；近水科技高性能电池"
TEXTS = {
    "the rest behind captions": f"{HEAD}{FIRST}{CAPTIONS}{REST}\n\n{OTHER}\n",
    "the rest far before its beginning": f"{HEAD}{OTHER}{CAPTIONS}{REST}\n\n{OTHER}再说。\n\n{FIRST}\n",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_broken_sentence_is_read_whole_and_quoted_as_printed(text: str) -> None:
    reading = read(text)
    [project] = [each for each in reading.projects if "光学薄膜" in each.name]
    assert (str(project.investment), project.stage) == ("12.5", "主体/封顶")
    for row in (*reading.projects, *reading.figures):
        assert reading.document.text[row.start : row.end] == row.quote
    [figure] = [each for each in reading.figures if each.raw == "3000万平方米"]
    assert figure.quote == REST


def test_the_text_itself_stays_as_it_is() -> None:
    text = TEXTS["the rest far before its beginning"]
    document = read(text).document
    assert document.text == text
    assert sorted(step.block.start for step in steps_of(document)) == [b.start for b in document.blocks]


TWO = f"{HEAD}{FIRST}\n\n一、情况\n\n{SECOND}\n\n二、其他\n\n{OTHER}{CAPTIONS}"
UNCERTAIN = {
    "two beginnings for one rest": f"{TWO}{REST}\n",
    "no beginning": f"{HEAD}{OTHER}{CAPTIONS}{REST}\n",
}


@pytest.mark.parametrize("text", UNCERTAIN.values(), ids=UNCERTAIN)
def test_what_is_not_certain_is_left(text: str) -> None:
    reading = read(text)
    assert all(step.tail is None for step in steps_of(reading.document))
    assert not [each for each in reading.projects if "光学薄膜项目" in each.name]


def test_a_rest_whose_beginning_is_lost_tells_no_figure() -> None:
    rest = "亿元，年产薄膜3000万平方米。此外，城阳区新建厂房8万平方米。"
    told = {figure.raw for figure in read(f"{TWO}{rest}\n").figures}
    assert "8万平方米" in told
    assert "3000万平方米" not in told


def test_a_text_in_order_is_read_in_order() -> None:
    document = read(f"{HEAD}{OTHER}\n\n再看另一个区。\n").document
    assert [step.block for step in steps_of(document)] == list(document.blocks)
