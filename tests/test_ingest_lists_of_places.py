"""Lists of districts: zones named by their kind, the rest, places named like numbers, who speaks next."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from ingest.ledger.figures import extract_figures
from language.place import learn_places
from language.quantity import find_quantities
from vectorstore.document import Block, Document
from vectorstore.ledger_rows import Figure


def read(*paragraphs: str, title: str) -> tuple[Figure, ...]:
    """The figures of a document of these paragraphs, dated 20 July 2025."""
    blocks, at = [], 0
    for line in paragraphs:
        blocks.append(Block(kind="paragraph", start=at, end=at + len(line)))
        at += len(line) + 1
    return extract_figures(
        Document(
            id="d", name="d.txt", text="\n".join(paragraphs), title=title, reference_date="2025-07-20",
            blocks=tuple(blocks),
        )
    )  # fmt: skip


def owners(rows: Iterable[Figure]) -> dict[str, str]:
    return {row.raw: row.subject for row in rows}


@pytest.mark.parametrize(
    "zone", ["高新区", "经开区", "经济技术开发区", "综保区", "开发区", "新区", "工业园区"]
)
def test_a_zone_named_by_its_kind_alone_owns_its_figures(zone: str) -> None:
    told = f"上半年，玄武区签约12个、计划投资33.5亿元；{zone}签约15个、计划投资61.2亿元；溧水区7个、19亿元。"
    rows = read(told, title="南京上半年招商引资情况")
    assert owners(rows) == {
        "12个": "玄武区", "33.5亿元": "玄武区", "15个": f"南京{zone}", "61.2亿元": f"南京{zone}",
        "7个": "溧水区", "19亿元": "溧水区",
    }  # fmt: skip
    assert {row.place for row in rows} == {"玄武区", f"南京{zone}", "溧水区"}


def test_a_zone_that_the_city_runs_is_no_district_before_it() -> None:
    told = "外出招商95批次，分别为：玄武区31次、溧水区25次、市开发区20次。"
    rows = read(told, title="南京上半年招商引资情况")
    assert owners(rows)["20次"] == "南京开发区"
    assert {row.metric for row in rows} == {"外出招商"}


def test_the_zone_of_a_county_is_not_its_citys() -> None:
    rows = read("平阳县上半年签约21个项目。经开区签约8个。平阳县今年提速。", title="平阳县招商引资")
    assert owners(rows)["8个"] == "平阳经开区"


def test_the_only_development_zone_is_called_so_alone() -> None:
    rows = read("滁州经济开发区签约18个。开发区到位资金12亿元，滁州开发区排第一。", title="滁州市招商引资")
    assert owners(rows) == {"18个": "滁州经济开发区", "12亿元": "滁州经济开发区"}
    assert {row.metric for row in rows} == {"签约项目", "到位资金"}


def test_beside_another_zone_of_its_head_no_development_zone_is_meant() -> None:
    rows = read("滁州经开区签约18个，滁州高新区9个。滁州开发区到位资金12亿元。", title="滁州市招商引资")
    assert owners(rows)["12亿元"] == "滁州开发区"


def test_two_zones_of_a_list_measure_what_their_city_does() -> None:
    rows = read("鄂州市签约90个。其中，葛店经开区40个、临空经济区22个。", title="鄂州市招商引资")
    assert owners(rows) == {"90个": "鄂州市", "40个": "葛店经开区", "22个": "临空经济区"}
    assert {row.metric for row in rows} == {"签约项目"}


def test_a_zone_told_in_full_is_what_its_kind_means() -> None:
    rows = read("烟台黄渤海新区、烟台高新区同步发力。芝罘区5个，高新区6个。", title="烟台市招商引资")
    assert owners(rows)["6个"] == "烟台高新区"


@pytest.mark.parametrize("told", ["全市拥有国家级经开区2个", "省级高新区3个，海关特殊监管区1个"])
def test_zones_that_are_counted_are_no_place(told: str) -> None:
    rows = read("南京市玄武区签约5个；经开区签约4个；高新区签约9个。", told, title="南京市招商引资")
    assert {row.subject for row in rows if row.quote in told} <= {"南京市"}


def test_a_title_with_the_city_is_not_about_its_zone() -> None:
    rows = read("全市签约80个。", "高新区签约9个。", "签约率提高到71%。", title="南京上半年招商引资")
    assert owners(rows) == {"80个": "南京市", "9个": "南京高新区", "71%": "南京市"}


@pytest.mark.parametrize(
    "rest",
    [
        "其余三县合计9个、21亿元",
        "其他县区共9个、21亿元",
        "其余县（市、区）签约9个、21亿元",
        "其余9个、21亿元",
    ],
)
def test_the_rest_belongs_to_no_place_that_is_named(rest: str) -> None:
    rows = read(f"上半年，越城区签约12个、31亿元；柯桥区11个、40亿元；{rest}。", title="绍兴市招商引资")
    assert not {"9个", "21亿元"} & owners(rows).keys()


def test_the_rest_of_one_places_projects_is_its_own() -> None:
    rows = read("越城区签约12个项目，其中制造业3个，其余9个为服务业项目。", title="绍兴市招商引资")
    assert owners(rows)["9个"] == "越城区"


@pytest.mark.parametrize("place", ["三台县", "万年县", "三门县", "七台河市", "五家渠市", "九台区", "五台县"])
def test_a_place_named_like_an_amount_is_no_figure(place: str) -> None:
    assert [one.unit for one in find_quantities(f"{place}签约17个")] == ["个"]


def test_things_counted_in_the_same_words_stay_figures() -> None:
    assert [(one.value, one.unit) for one in find_quantities("购置三台设备、开设三门课")] == [
        (3, "台"),
        (3, "门"),
    ]


LISTED = "越城区签约12个；柯桥区11个；上虞区5个。"


@pytest.mark.parametrize(
    "after",
    ["“重在落地。”市商务局局长王远说，去年签约的项目已有73%开工。", "签约项目的开工率为73%。"],
)
def test_a_list_of_places_leaves_none_to_go_on_with(after: str) -> None:
    rows = read("绍兴市上半年签约40个。", LISTED, after, title="绍兴市招商引资")
    assert owners(rows)["73%"] == "绍兴市"


def test_an_office_of_the_city_tells_of_the_city() -> None:
    rows = read("柯桥区签约11个。市投资促进局副局长王远介绍，到位率为73%。", title="绍兴市招商引资")
    assert owners(rows) == {"11个": "柯桥区", "73%": "绍兴市"}


def test_a_district_goes_on_where_nothing_else_is_told() -> None:
    rows = read("柯桥区上半年签约11个。", "到位率为73%。", title="绍兴市、越城区、柯桥区、上虞区")
    assert owners(rows)["73%"] == "柯桥区"


def test_a_question_knows_a_zone_by_its_kind() -> None:
    known = learn_places("绵阳高新区。涪城区", known=("绵阳高新区", "涪城区"))
    assert [one.place.name for one in known.find("高新区签约多少个")] == ["绵阳高新区"]
