"""Cities, districts and counties that the national table has not."""

from __future__ import annotations

import pytest

from language.place import learn_places, unlisted_names
from language.text import fold
from language.unlisted_homes import Told, homes_among

REPORT = fold(
    "衡州市2024年招商成绩单\n2024年，衡州市签约项目312个。其中，清湖区69个，江山县75个，岚桥市41个。"
    "清湖招商引资再发力，江山县紧随其后。"
)


def test_a_city_that_no_table_has_is_a_city_and_its_districts_lie_in_it() -> None:
    places = {place.name: place for place in learn_places(REPORT).places}

    assert places["衡州市"].level == "city"
    assert {name: places[name].city for name in ("清湖区", "江山县", "岚桥市")} == {
        "清湖区": "衡州市",
        "江山县": "衡州市",
        "岚桥市": "衡州市",
    }


def test_it_is_called_in_short_as_any_place_is() -> None:
    names = learn_places(REPORT)

    assert [mention.place.name for mention in names.find("清湖与江山县之间")] == ["清湖区", "江山县"]


def test_cities_of_a_province_s_list_are_cities() -> None:
    text = fold("全省各市一季度签约情况\n衡州市签约项目120个，岚桥市签约98个，沅海市签约91个。")

    assert {place.level for place in learn_places(text).places} == {"city"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("嵩岚：项目建设正当时\n嵩岚招商引资交出答卷。一季度，嵩岚新签约项目93个，全市开工40个。", "嵩岚市"),
        ("泽岭的招商经\n今年，泽岭招商引资持续发力，泽岭签约项目31个，全区开工12个。", "泽岭区"),
        ("访衡州市招商局局长\n访谈中，衡州市局长说，衡州市已签约20个。", "衡州市"),
    ],
)
def test_a_place_named_in_short_or_behind_a_verb_is_found(text: str, name: str) -> None:
    assert unlisted_names(fold(text)) == {name}


@pytest.mark.parametrize(
    "text",
    [
        "各园区、景区、社区和老城区统筹推进，全市园区、景区提质，市场主体增长，城市更新加快，市场活跃。",
        "超市、夜市、股市和楼市回暖，超市销售增长，示范区、先行区、主城区共建，主城区招商。",
        "青岛市市长调研，青岛市市场监管局到场，县委县政府部署，各县区、各县区落实。",
        "示范县、试点市、百强县和贫困县的经验，示范县签约12个，试点市签约9个。",
        "洋山港区、秦岭山区和部分林区的项目，洋山港区签约3个。",
        "中国区总裁说，中国区增长12%；亚太区、华东区和东北区都在增长，亚太区领先。",
        "汽开区签约64个，汽开区投资442亿元。",
    ],
)
def test_kinds_of_areas_are_no_names(text: str) -> None:
    assert not unlisted_names(fold(text))


def test_beside_places_of_the_table_a_name_must_stand_again() -> None:
    assert unlisted_names(fold("广州市白云区的假药，劣药市售卖。")) == frozenset()
    assert unlisted_names(fold("洛阳市的清湖区签约3个，清湖区开工2个。")) == {"清湖区"}


def test_the_county_a_city_once_was_is_that_city() -> None:
    names = learn_places(fold("长沙市宁乡县签约项目12个，宁乡县开工3个。"))

    assert [mention.place.name for mention in names.find("宁乡县")] == ["宁乡市"]


def test_the_documents_say_in_which_city_a_district_lies() -> None:
    told = [
        Told(document_id="a", title="衡州市一季度成绩单", place=place, figures=count)
        for place, count in (("衡州市", 3), ("清湖区", 4), ("江山县", 2), ("岚桥市", 4), ("深圳市", 1))
    ]

    assert homes_among(["衡州市", "清湖区", "江山县", "岚桥市"], told) == {
        "衡州市": "",
        "清湖区": "衡州市",
        "江山县": "衡州市",
        "岚桥市": "衡州市",
    }


def test_a_name_whose_head_is_a_word_or_a_province_is_called_in_full_alone() -> None:
    names = learn_places(fold("冲浪区签约3个，冲浪区开工2个；河南市签约4个，河南市开工1个。"))

    assert not names.find("冲浪和河南的项目") or {m.place.name for m in names.find("冲浪和河南的项目")} == {
        "河南省"
    }
    assert [mention.place.name for mention in names.find("冲浪区的项目")] == ["冲浪区"]
