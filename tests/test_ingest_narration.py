"""A document's lines are reached as far as somebody asks, and are the same however far that is."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.ledger.narration import Grid, Line, narrate
from ingest.reading import read_file
from ingest.wire import Request
from vectorstore.document import Document

SAMPLES = Path(__file__).parent.parent / "eval" / "samples" / "documents"
NOTICE = "江城市招商简讯\n\n全市签约项目34个。\n\n签约仪式很热闹。来宾很多。\n"
BUILT = f"{NOTICE}\n远山光学薄膜项目由近水科技有限公司投资。\n\n近水科技有限公司来自临江。\n"


def read(data: bytes) -> Document:
    return read_file(
        Request(document_id="d", source="s", name="简讯.md", sha256="", kind="text", data=data)
    ).document


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.md")), ids=lambda path: path.stem)
def test_what_the_lines_say_is_known_before_they_are_reached(path: Path) -> None:
    narration = narrate(read(path.read_bytes()))
    known = list(narration.texts)
    told = [line.text if isinstance(line, Line) else None for line in narration]
    assert told == known
    headed = {line.heading for line in narration if isinstance(line, Line) and line.block.kind == "heading"}
    assert headed <= set(narration.headings)


def test_no_line_is_reached_behind_the_last_that_tells_something() -> None:
    narration = narrate(read(NOTICE.encode()))
    reached = narration.up_to_last(lambda text: "34" in text)
    assert [line.text for line in reached if isinstance(line, Line)] == [
        "江城市招商简讯",
        "全市签约项目34个。",
    ]
    assert len(narration.texts) == 4
    assert list(narration.up_to_last(lambda text: False)) == []


def test_a_table_is_always_reached() -> None:
    narration = narrate(read("简讯\n\n| 区县 | 个数 |\n|---|---|\n| 临江区 | 34 |\n\n来宾很多。\n".encode()))
    assert isinstance(narration.up_to_last(lambda text: False)[-1], Grid)


def test_who_invests_is_read_from_lines_behind_the_last_figure() -> None:
    reading = read_file(
        Request(document_id="d", source="s", name="简讯.md", sha256="", kind="text", data=BUILT.encode())
    )
    [project] = reading.projects
    assert (project.name, project.investor) == ("远山光学薄膜项目", "近水科技有限公司")
    assert [str(figure.value) for figure in reading.figures] == ["34"]
