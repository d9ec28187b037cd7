"""Tables printed in every format are read cell by cell, each with its headings, unit and period."""

from __future__ import annotations

import pytest
from ingest_samples import shape, xlsx_bytes
from table_designs import design
from table_families import FAMILIES
from table_held_out import HELD_OUT
from table_printing import PRINTERS
from table_scoring import score

from ingest import html, xlsx
from ingest.loaded import Writer
from ingest.tables import write_table

ENOUGH = 0.97
DESIGNS = [*((seed, FAMILIES) for seed in range(8)), *((seed, HELD_OUT) for seed in range(3))]


@pytest.mark.parametrize("printer", PRINTERS)
def test_cells_and_their_headings_are_read(printer: str) -> None:
    scores = [score(design(seed, families), printer) for seed, families in DESIGNS]
    cells = sum(each.cells for each in scores)
    faults = [fault for each in scores for fault in each.faults]
    assert sum(each.as_text for each in scores) >= ENOUGH * cells, faults
    assert sum(each.attributed for each in scores) >= ENOUGH * cells, faults
    assert sum(each.extra for each in scores) == 0, faults


def written(*rows: list[str]) -> list[tuple[str, str]]:
    writer = Writer()
    write_table(writer, rows)
    return [(kind, text) for kind, _, text in shape(writer.loaded())]


CASES = {
    "names in three rows": (
        [
            ["区市", "2024年", "2024年", "2023年"],
            ["区市", "签约", "签约", "签约"],
            ["区市", "数量", "金额", "数量"],
            ["临江区", "34", "152.66", "—"],
        ],
        [("table", "区市\t2024年 签约 数量\t2024年 签约 金额\t2023年 签约 数量\n临江区\t34\t152.66\t—")],
    ),
    "units in a row of their own": (
        [["区市", "签约项目", "到位资金"], ["", "个", "亿元"], ["临江区", "34", "152.66"]],
        [("table", "区市\t签约项目（个）\t到位资金（亿元）\n临江区\t34\t152.66")],
    ),
    "names meant for several columns but not merged": (
        [["区市", "签约", "", "开工", ""], ["", "数", "额", "数", "额"], ["江区", "3", "4", "5", "6"]],
        [("table", "区市\t签约 数\t签约 额\t开工 数\t开工 额\n江区\t3\t4\t5\t6")],
    ),
    "a table of words has one row of names": (
        [["项目", "阶段"], ["云溪轴承", "签约"], ["松涛物流", "开工"]],
        [("table", "项目\t阶段\n云溪轴承\t签约\n松涛物流\t开工")],
    ),
    "title, unit and note stand outside": (
        [["表1 情况", "", "单位：亿元"], ["区市", "到位", "增速"], ["江区", "3", "4"], ["注：快报", "", ""]],
        [
            ("paragraph", "表1 情况 单位：亿元"),
            ("table", "区市\t到位\t增速\n江区\t3\t4"),
            ("paragraph", "注：快报"),
        ],
    ),
    "a row that names a group opens a piece": (
        [["产业", "数量"], ["制造业", "制造业"], ["轴承", "3"], ["服务业", "服务业"], ["物流", "4"]],
        [("table", "产业\t数量\n制造业\n轴承\t3"), ("table", "产业\t数量\n服务业\n物流\t4")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_table_is_written_with_one_row_of_names(case: str) -> None:
    rows, expected = CASES[case]
    assert written(*rows) == expected


def test_the_caption_of_a_web_table_stands_above_it() -> None:
    page = (
        "<body><table><caption>表1 招商情况</caption><tr><th>区市<th>数量<tr><td>临江区<td>3</table></body>"
    )
    texts = [text for _, _, text in shape(html.load(page.encode()))]
    assert texts == ["表1 招商情况", "区市\t数量\n临江区\t3"]


def test_two_tables_on_one_sheet_stay_two() -> None:
    one, two = [["区市", "数量"], ["临江区", 3]], [["季度", "金额（亿元）"], ["一季度", 5]]
    found = shape(xlsx.load(xlsx_bytes(台账=[*one, [], *two])))
    assert [text for kind, _, text in found if kind == "table"] == [
        "区市\t数量\n临江区\t3",
        "季度\t金额（亿元）\n一季度\t5",
    ]
