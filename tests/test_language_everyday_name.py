"""Places of the national minorities go by their everyday names, whichever a text prints."""

from __future__ import annotations

import pytest

from language.everyday_name import everyday_name
from language.place import learn_places, short_name
from language.place_table import lies_in, national


@pytest.mark.parametrize(
    ("legal", "called"),
    [("道真仡佬族苗族自治县", "道真县"), ("恩施土家族苗族自治州", "恩施州"), ("伊犁哈萨克自治州", "伊犁州"),
     ("博尔塔拉蒙古自治州", "博尔塔拉州"), ("隆林各族自治县", "隆林县"), ("管城回族区", "管城区"),
     ("莫力达瓦达斡尔族自治旗", "莫力达瓦旗"), ("东乡族自治县", "东乡族自治县"), ("即墨区", "即墨区"),
     ("宁夏回族自治区", "宁夏回族自治区")],
)  # fmt: skip
def test_peoples_are_left_out_of_a_name(legal: str, called: str) -> None:
    assert everyday_name(legal) == called


def test_no_everyday_name_is_that_of_another_place() -> None:
    table = national()
    called = [place for name, places in table.items() for place in places if place.name != name]
    assert len(called) > 140
    assert all(len({other.code for other in table[place.name]}) == 1 for place in called)


def test_both_names_are_one_place() -> None:
    text = "道真仡佬族苗族自治县（以下简称道真县）签约8个，遵义市共80个。"
    assert [m.place.name for m in learn_places(text).find(text)] == ["道真县", "道真县", "遵义市"]


def test_a_county_lies_in_its_prefecture() -> None:
    assert lies_in("恩施市", "恩施州")
    assert not lies_in("恩施州", "恩施市")


def test_a_prefecture_goes_by_its_short_name_where_no_city_of_it_does() -> None:
    assert (short_name("凉山州"), short_name("恩施州"), short_name("杭州市")) == ("凉山", "恩施州", "杭州")


def test_a_county_called_like_a_province_keeps_its_legal_name() -> None:
    text = "河南县级医院改革试点。"
    assert "河南县" not in {m.place.name for m in learn_places(text).find(text)}
