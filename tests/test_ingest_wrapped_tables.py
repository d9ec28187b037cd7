"""Tables of a printed page without frames, whose cells run over several lines, keep their rows."""

from __future__ import annotations

import io
from collections.abc import Sequence
from itertools import pairwise

import pytest
from page_designs import Paper, Run, write
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas

from ingest import pdf
from ingest.ledger.projects import extract_projects
from ingest.reading import read_file
from ingest.wire import Request

SIZE, LEADING = 10.0, 12.0
LEFT = (40.0, 70.0, 150.0, 200.0, 320.0, 390.0)  # of each column
WIDTH = (2, 6, 4, 10, 5, 4)  # characters in a line of each
NAMES = ["序号", "项目名称", "建设地点", "投资主体", "总投资（亿元）", "项目进展"]
ROWS = [
    ["1", "鑫源柔性显示模组项目", "龙游县", "深圳鑫源新材料股份有限公司", "12.5", "已签约"],
    ["2", "博瑞冷链物流园项目", "江山市", "杭州博瑞科技有限公司", "3", "已开工"],
    ["3", "天科储能电池生产项目", "常山县", "上海天科集团有限公司", "36.5", "已投产"],
]
TOTAL = ["", "合计", "", "", "52", ""]
CONTENTS = [(name, place, investor, amount) for _, name, place, investor, amount, _ in ROWS]


def cut(text: str, width: int) -> list[str]:
    return [text[at : at + width] for at in range(0, len(text), width)] or [""]


def row(cells: Sequence[str], *, y: float, page: int, middle: bool) -> tuple[list[Run], float]:
    """The runs of one row, and where it ends."""
    parted = [cut(cell, width) for cell, width in zip(cells, WIDTH, strict=True)]
    most = max(map(len, parted))
    runs = []
    for lines, x in zip(parted, LEFT, strict=True):
        down = (most - len(lines)) * LEADING / 2 if middle else 0.0
        runs += [
            Run(page=page, x=x, y=y + down + LEADING * n, text=line, size=SIZE)
            for n, line in enumerate(lines)
            if line
        ]
    return runs, y + most * LEADING


def table(rows: Sequence[Sequence[str]], *, page: int = 1, middle: bool, white: float = 6.0) -> list[Run]:
    found: list[Run] = []
    y = 140.0
    for cells in rows:
        runs, y = row(cells, y=y, page=page, middle=middle)
        found += runs
        y += white
    return found


def read(runs: Sequence[Run]) -> list[tuple[str, str, str, str]]:
    title = Run(page=1, x=180, y=100, text="衢州市重点招商项目清单", size=16)
    data = write(Paper(width=A4[0], height=A4[1], runs=[title, *runs]), "row")
    reading = read_file(
        Request(document_id="d", source="s", name="清单.pdf", sha256="", kind="pdf", data=data)
    )
    found = extract_projects(reading.document)
    return [(each.name, each.place, each.investor, f"{each.investment}") for each in found]


@pytest.mark.parametrize("middle", [False, True], ids=["cells at the top", "cells in the middle"])
@pytest.mark.parametrize("white", [4.0, 6.0, 10.0])
def test_cells_of_several_lines_are_whole(middle: bool, white: float) -> None:
    assert read(table([NAMES, *ROWS, TOTAL], middle=middle, white=white)) == CONTENTS


@pytest.mark.parametrize("head", [[NAMES], []], ids=["names again", "no names"])
def test_rows_go_on_over_the_end_of_a_page(head: list[list[str]]) -> None:
    first = table([NAMES, *ROWS[:2]], middle=True)
    below = 660.0  # at the foot of the first page
    first = [Run(page=1, x=run.x, y=run.y + below - 140, text=run.text, size=run.size) for run in first]
    second = table([*head, ROWS[2], ["4", *ROWS[0][1:]]], page=2, middle=True)
    second = [Run(page=2, x=run.x, y=run.y - 80, text=run.text, size=run.size) for run in second]
    assert read([*first, *second])[:3] == CONTENTS


def test_a_row_that_names_a_group_parts_a_table_without_frames() -> None:
    runs = table([NAMES, *ROWS[:1]], middle=True)
    low = max(run.y for run in runs)
    runs.append(Run(page=1, x=150, y=low + 20, text="二、在建项目（2个，总投资39.5亿元）", size=SIZE))
    below = table([["1", *ROWS[1][1:]], ["2", *ROWS[2][1:]]], middle=True)
    runs += [Run(page=1, x=run.x, y=run.y + low - 100, text=run.text, size=run.size) for run in below]
    assert read(runs) == CONTENTS


def test_rows_shaded_in_turn_are_one_table() -> None:
    stream = io.BytesIO()
    sheet = canvas.Canvas(stream, pagesize=A4)
    tops, y = [], 140.0
    for cells in [NAMES, *ROWS, ["4", *ROWS[0][1:]]]:
        runs, low = row(cells, y=y, page=1, middle=True)
        tops.append((y - SIZE - 2, low - SIZE + 4, runs))
        y = low + 6.0
    sheet.setFillColorRGB(0.9, 0.92, 0.97)
    for top, low, _ in tops[1::2]:
        for left, right in pairwise([*(x - 5 for x in LEFT), 440.0]):
            sheet.rect(left, A4[1] - low, right - left, low - top, stroke=0, fill=1)
    sheet.setFillColorRGB(0, 0, 0)
    sheet.setFont("STSong-Light", SIZE)
    for _, _, runs in tops:
        for run in runs:
            sheet.drawString(run.x, A4[1] - run.y, run.text)
    sheet.save()
    text = pdf.load(stream.getvalue()).text
    assert [line.split("\t")[1] for line in text.split("\n") if "\t" in line][1:4] == [
        cells[1] for cells in ROWS
    ]


def test_columns_of_prose_are_no_table() -> None:
    story = "龙游县新签约项目12个，其中企业投资项目9个，名称和地点已经公布，单位和时间随后再定。" * 3
    runs = [
        Run(page=1, x=x, y=140 + 14 * n, text=line, size=SIZE)
        for x in (40.0, 190.0, 340.0)
        for n, line in enumerate(cut(story, 13))
    ]
    loaded = pdf.load(write(Paper(width=A4[0], height=A4[1], runs=runs), "row"))
    assert all(block.kind != "table" for block in loaded.blocks)
    assert story in "".join(loaded.text.split())


def test_a_line_of_the_form_over_the_names_is_no_name_of_columns() -> None:
    above = [
        Run(page=1, x=40, y=140 - LEADING - 4, text="填报单位：江城市投资促进局", size=SIZE),
        Run(page=1, x=330, y=140 - LEADING - 4, text="数据截至：2025年12月31日", size=SIZE),
    ]
    paper = Paper(width=A4[0], height=A4[1], runs=[*above, *table([NAMES, *ROWS], middle=False)])
    text = pdf.load(write(paper, "article")).text
    assert "填报单位：江城市投资促进局 数据截至：2025年12月31日" in text.split("\n")
    assert "\t".join(NAMES) in text
