"""Of when is 全年 of a January paper, and what is told in an interview whose day the editor names?"""

from __future__ import annotations

import pytest

from ingest.dating import infer_date
from ingest.ledger.figures import extract_figures
from vectorstore.document import Block, Document

ANNUAL = """1月18日，记者从全市招商引资工作总结会上获悉，2024年，绵阳市新签约亿元以上项目573个。

“今年的任务更重。”市商务局局长介绍，2025年绵阳市计划签约亿元以上项目650个。

涪城区委书记在会上作交流。他说，涪城区全年发布场景120个，落户企业39家。"""


def _periods(text: str, title: str) -> dict[str, tuple[str, str]]:
    blocks = []
    at = 0
    for part in text.split("\n\n"):
        blocks.append(Block(kind="paragraph", start=at, end=at + len(part)))
        at += len(part) + 2
    document = Document(
        id="d", name="d.txt", title=title, text=text, reference_date="2025-01-20", blocks=tuple(blocks)
    )
    return {row.metric: (row.period, row.modality) for row in extract_figures(document)}


def test_the_whole_year_behind_what_this_year_is_to_bring() -> None:
    told = _periods(ANNUAL, "绵阳招商交出年度答卷")
    assert told["发布场景"] == ("2024", "actual"), told
    assert told["落户企业"] == ("2024", "actual"), told


@pytest.mark.parametrize("title", ["全年签约573个！绵阳招商交出答卷", "绵阳招商走笔"])
def test_what_was_held_all_year(title: str) -> None:
    told = _periods("涪城区委书记说，涪城区全年举办活动12场，引进企业33家。", title)
    assert told["举办活动"] == ("2024", "actual"), told


def test_an_interview_is_of_the_month_that_the_editor_names() -> None:
    told = infer_date(
        "编者按：2025年3月，记者就如何提高招商质效，采访了市投资促进中心主任。\n记者：今年一季度情况如何？\n"
        "主任：1至3月，全市签约亿元以上项目402个。"
    )
    assert told is not None and told.published == "2025-04", told


def test_a_term_set_for_one_project_is_not_that_of_another() -> None:
    told = _periods(
        "恒远轻量化底盘项目试生产时间由2024年年底推迟至2025年3月；绵阳东芯装备零部件基地转入主体建设，累计完成投资4.7亿元。",
        "绵阳重点项目进展",
    )
    assert told["完成投资"] == ("", "actual"), told
