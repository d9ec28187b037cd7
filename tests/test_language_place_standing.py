"""How the places a text names stand to those a question asks about."""

from __future__ import annotations

import pytest

from language.place_standing import Standing, places_asked, standing_of


@pytest.mark.parametrize(
    ("question", "told", "expected"),
    [
        ("四川对办税有什么规定", "四川省", "here"),
        ("四川对办税有什么规定", "内江市", "here"),
        ("四川对办税有什么规定", "重庆市", "elsewhere"),
        ("四川省内江市有什么倡议", "内江市", "here"),
        ("四川省内江市有什么倡议", "四川省", "around"),
        ("四川省内江市有什么倡议", "绵阳市", "elsewhere"),
        ("内蒙古保障哪些车辆", "内蒙古自治区", "here"),
        ("即墨区签约了多少项目", "青岛市", "around"),
        ("即墨区签约了多少项目", "城阳区", "elsewhere"),
        ("西海岸新区有哪些项目", "黄岛区", "here"),
        ("西海岸新区有哪些项目", "山东省", "around"),
        ("上海和江苏的政策", "苏州市", "here"),
        ("上海和江苏的政策", "杭州市", "elsewhere"),
    ],
)
def test_a_place_lies_in_the_one_asked_about_around_it_or_elsewhere(
    question: str, told: str, expected: Standing
) -> None:
    assert standing_of(places_asked(question), told) == expected


def test_a_question_may_name_no_place() -> None:
    assert places_asked("纳税人如何办理延期") == ()


def test_a_zone_outside_the_table_is_known_by_its_name() -> None:
    asked = places_asked("青岛海岳新区引进了什么")
    assert {standing_of(asked, place.name) for place in asked} == {"here"}
    assert standing_of(asked, "成都市") == "elsewhere"
