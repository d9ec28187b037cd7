"""Places: which are meant, by whatever name a text uses for them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.place import is_place, learn_places, national_mentions, places_in, short_name
from language.place_table import lies_in

NAMED = [
    ("青岛市城阳区签约，即墨、胶州跟进", ["青岛市", "城阳区", "即墨区", "胶州市"]),
    ("成都武侯区、双流区", ["成都市", "武侯区", "双流区"]),
    ("青岛西海岸新区签约，黄岛区落地", ["青岛市", "西海岸新区"]),
    ("黄岛与西海岸新区", ["西海岸新区"]),
    ("上海浦东新区", ["上海市", "浦东新区"]),
    ("滁州市：凤阳13个，天长12个，天长地久", ["滁州市", "凤阳县", "天长市"]),
    ("苏州工业园区签约", ["苏州工业园区"]),
    ("上合示范区加快建设，用好上合示范区平台", ["上合示范区"]),
    ("成都高新区签约，高新区表示", ["成都高新区"]),
    ("吉林省吉林市", ["吉林省", "吉林市"]),
    ("深圳、广州", ["深圳市", "广州市"]),
    ("仙桃市", ["仙桃市"]),
    ("山西大同市", ["山西省", "大同市"]),
    ("呼和浩特市新城区", ["呼和浩特市", "新城区"]),
    ("崂山路上的崂山区", ["崂山区"]),
    ("即墨签约", []),  # without its city or its full name this may be anything
    ("城市北部、全市南北协同", []),
    ("迎来宾客，世界大同", []),
    ("新城区建设", []),
    ("2018年1—8月临山经开区签约项目29个", ["临山经开区"]),
]


@pytest.mark.parametrize(("text", "names"), NAMED, ids=[case[0] for case in NAMED])
def test_a_text_names_its_places(text: str, names: list[str]) -> None:
    assert list(places_in(text)) == names


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("南京市鼓楼区", "南京市"), ("福州市鼓楼区", "福州市"), ("鼓楼区引进项目，福州市调度", "福州市"),
        ("北京朝阳区", "北京市"), ("长春市朝阳区", "长春市"), ("重庆市江北区", "重庆市"),
    ],
)  # fmt: skip
def test_a_district_is_the_one_of_the_city_named(text: str, city: str) -> None:
    (district,) = [found.place for found in learn_places(text).find(text) if found.place.level == "district"]
    assert district.city == city


def test_two_districts_of_one_name_are_told_apart_by_the_city_before_them() -> None:
    text = "重庆市江北区、宁波市江北区"
    found = [mention.place for mention in national_mentions(text) if mention.place.level == "district"]
    assert [place.city for place in found] == ["重庆市", "宁波市"]


def test_places_are_found_alike_in_a_sentence_and_in_a_long_text() -> None:
    # Where a text is longer than the list of names, names are sought in it; else it is looked up by pairs.
    sentence = "青岛市城阳区、即墨区与胶州市签约，崂山区、青岛市市南区跟进，城阳区再签。"
    names = learn_places(sentence)
    alone = [(one.place.name, one.start) for one in names.find(sentence)]
    many = learn_places(
        sentence,
        known=[f"{head}{tail}示范区" for head in "甲乙丙丁戊己" for tail in "天地玄黄宇宙洪荒日月盈昃"],
    )
    assert [(one.place.name, one.start) for one in many.find(sentence)] == alone
    assert [name for name, _ in alone] == [
        "青岛市",
        "城阳区",
        "即墨区",
        "胶州市",
        "崂山区",
        "青岛市",
        "市南区",
        "城阳区",
    ]


def test_a_short_name_is_read_where_the_collection_knows_the_district() -> None:
    assert learn_places("即墨签约").get("即墨") is None
    known = learn_places("即墨签约", known=["即墨区"]).get("即墨")
    assert known is not None
    assert known.name == "即墨区"


@pytest.mark.parametrize(
    ("name", "short"),
    [("青岛市", "青岛"), ("即墨区", "即墨"), ("西海岸新区", "西海岸"), ("延边朝鲜族自治州", "延边朝鲜族"),
     ("广西壮族自治区", "广西"), ("赵县", "赵县")],
)  # fmt: skip
def test_a_short_name_keeps_two_characters(name: str, short: str) -> None:
    assert short_name(name) == short


@pytest.mark.parametrize(
    ("name", "known"), [("青岛", True), ("青岛市", True), ("即墨区", True), ("招商", False)]
)
def test_the_national_table_knows_cities_and_districts(name: str, known: bool) -> None:
    assert is_place(name) is known


_PIECES = st.lists(
    st.sampled_from(
        ["青岛", "市", "城阳", "区", "高新区", "示范区", "上合", "，", "签约", "鼓楼区", "福州", "路", "新"]
    ),
    max_size=14,
).map("".join)


@given(text=_PIECES | st.text(max_size=40))
def test_mentions_lie_in_the_text_and_never_overlap(text: str) -> None:
    end = 0
    for mention in national_mentions(text):
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end


@pytest.mark.parametrize(
    ("inner", "outer", "inside"),
    [
        ("内江市", "四川省", True),
        ("海陵区", "泰州市", True),
        ("东城区", "北京市", True),
        ("阜阳经开区", "阜阳市", True),
        ("四川省", "内江市", False),
        ("海陵区", "南通市", False),
        ("泰州市", "泰州市", False),
    ],
)
def test_what_lies_in_what(inner: str, outer: str, inside: bool) -> None:
    assert lies_in(inner, outer) is inside


def test_a_learnt_zone_is_not_called_by_an_ordinary_word() -> None:
    names = learn_places("发展新区管委会与天衢新区管委会签约。")
    found = {mention.place.name for mention in names.find("企业发展有保障，天衢签约三个项目")}
    assert found == {"天衢新区"}


def test_what_zones_are_called_after_means_the_one_told_of_most() -> None:
    names = learn_places("江合示范区签约6个。江合示范区开工2个。赋能江合新区发展。")
    assert names.get("江合") == names.get("江合示范区")


def test_a_road_or_a_body_called_like_a_zone_is_no_place() -> None:
    names = learn_places("江合新区签约6个。江合新区开工2个。")
    assert [mention.start for mention in names.find("江合大道通车，江合组织开会，江合签约8个。")] == [14]


@pytest.mark.parametrize(
    ("question", "places"),
    [("大同今年签约多少个项目？", ["大同市"]), ("中山2025年到位资金多少？", ["中山市"]),
     ("白银和金昌哪个多？", ["白银市", "金昌市"]), ("大同小异的政策有哪些？", []), ("白银价格涨了多少？", []),
     ("中山大学产业园投资多少？", [])],
)  # fmt: skip
def test_a_question_may_open_with_a_city_called_like_a_word(question: str, places: list[str]) -> None:
    assert [mention.place.name for mention in national_mentions(question)] == places


def test_a_city_keeps_its_short_name_beside_a_county_called_alike() -> None:
    places = learn_places("承德市到位资金90亿元。承德县到位资金12亿元，承德县另签约8个。")
    assert [mention.place.name for mention in places.find("承德到位资金多少")] == ["承德市"]
    county = learn_places("承德县到位资金12亿元。")
    assert [mention.place.name for mention in county.find("承德到位资金多少")] == ["承德县"]


def test_a_zone_of_one_city_takes_no_name_that_a_district_of_another_has() -> None:
    names = ("上海市", "浦东新区", "长治市", "长治浦东新区", "包头市", "包头稀土高新区")
    places = learn_places("。".join(names), known=names)
    found = places.find("浦东新区出台18条措施，稀土高新区签约9个。")
    assert [mention.place.name for mention in found] == ["浦东新区", "包头稀土高新区"]


@pytest.mark.parametrize("text", ["秦岭大巴中药饮片产业园落户", "10日到达釜山西南方向海上"])
def test_two_characters_of_two_words_are_no_place(text: str) -> None:
    assert places_in(text) == ()
