"""Which project settles in a park, whose is it, and which words that end in 项目 name none?"""

from __future__ import annotations

import pytest

from ingest.ledger.projects import extract_projects
from vectorstore.document import Block, Document
from vectorstore.ledger_rows import Project


def _told(text: str) -> tuple[Project, ...]:
    block = Block(kind="paragraph", start=0, end=len(text))
    return extract_projects(
        Document(
            id="d",
            name="d.txt",
            text=text,
            title="达州市招商",
            reference_date="2025-10-22",
            blocks=(block,),
        )
    )


@pytest.mark.parametrize(
    ("text", "name", "investor"),
    [
        (
            "8月，总投资9亿元的柑橘冷链物流基地签约落户宣汉工业园区，投资方为厦门澜泽冷链公司。",
            "柑橘冷链物流基地",
            "厦门澜泽冷链公司",
        ),
        (
            "总投资3亿元的锂电池回收基地签约落地渠县经开区，投资方是杭州循恒公司。",
            "锂电池回收基地",
            "杭州循恒公司",
        ),
        (
            "景区开放夜游，吸引了成都云栈智旅公司投资6.8亿元建设低空观光基地。",
            "低空观光基地",
            "成都云栈智旅公司",
        ),
    ],
)
def test_what_settles_in_a_park_is_told_with_its_investor(text: str, name: str, investor: str) -> None:
    assert [(one.name, one.investor) for one in _told(text)] == [(name, investor)]


def test_a_park_and_a_centre_that_sign_are_named_whole() -> None:
    told = _told("宣汉县云算智谷数据中心签约，总投资22亿元。渠县小米产业园二期签约，总投资4亿元。")
    assert [one.name.removeprefix("渠县") for one in told] == ["云算智谷数据中心", "小米产业园二期"]


def test_what_is_to_be_by_the_end_of_a_month_is_not_done() -> None:
    (told,) = _told("宣汉县朔能储能装备产业园总投资28.5亿元，首条产线正在调试，12月底投产。")
    assert told.stage != "投产/运营"


def test_new_energy_vehicles_are_no_company() -> None:
    (told,) = _told("投资42亿元的启岳新能源商用车项目签约落户宣汉县。")
    assert told.investor == ""


@pytest.mark.parametrize(
    "text",
    [
        "万源市签约21个，总投资66亿元，机械电子项目占了12个。",
        "上半年返乡创业项目落户17个，带动就业2600余人。",
        "绿灯项目优先保障要素，红灯项目清退用地，滞后项目逐一销号。",
        "成都文澜集团项目总监周晴说，开工很快。",
        "一年无实质进展的亮红牌并移出项目库。",
        "年终项目集中签约活动签约项目28个，新批外资项目数量增长20%。",
        "宁波文旅项目、成都工业项目投资增幅明显。",
        "引进远帆、云杉、美岳及青峰等36个百亿级企业项目。",
    ],
)
def test_what_is_only_counted_or_moved_out_names_no_project(text: str) -> None:
    assert _told(text) == ()
