"""Which rows of the ledger name a thing, and which are words of a sentence?"""

from __future__ import annotations

import pytest

from assistant.names import known_names
from assistant.real_names import is_name


@pytest.mark.parametrize(
    "name",
    [
        "启明储能电芯项目（一期）", "海岳重工海上风电塔筒基地", "云溪新能源有限公司", "联合利华", "建设银行",
        "东湖国际创新中心", "了望塔景区改造工程", "5G智慧港口“一号”示范项目".removeprefix("5G"), "银杏智造园",
    ],
)  # fmt: skip
def test_what_is_called_something_has_a_name(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize(
    "words",
    [
        "进行了项目", "上半年集团", "房地产项目", "合作机制和项目", "以上大型科学仪器设施项目", "俄罗斯工程",
        "标志着城际铁路工程", "去年同期集团", "并促项目", "朋友圈”项目", "责任编辑:某某公司", "用于存储工厂",
        "介绍了项目", "2024年项目", "水利工程",
    ],
)  # fmt: skip
def test_words_of_a_sentence_are_no_name(words: str) -> None:
    assert not is_name(words)


def test_a_size_class_names_no_project() -> None:
    known = known_names(["以上大型科学仪器设施项目"], [("招商移动互联网产业股票基金",)])
    assert known.find("济南市2024年新签约亿元以上项目多少个？") == ()
    assert known.find("引进了多少个招商项目？") == ()


def test_common_words_that_begin_a_name_do_not_call_it() -> None:
    names = known_names([], [("疫情防控应急建设项目",), ("启明储能电芯项目",)])
    assert names.find("星河市对疫情防控物资有哪些补贴") == ()
    assert names.find("启明储能什么时候开工") == ("启明储能电芯项目",)
